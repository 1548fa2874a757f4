package org.candela.viewer.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.candela.measure.Magnitude;
import org.candela.measure.Reading;
import org.candela.ui.Formats;
import org.candela.ui.Messages;
import org.candela.viewer.MeasuringLayer.Drawn;

/** What is written beside a mark: the reader's words, what it measures with its unit and reservation, and what is amiss. */
public final class MarkWords {
    private static final String MINUS = "\u2212";

    private final Messages words;

    /** The words of the program. */
    public static MarkWords standard() {
        return new MarkWords(Messages.of(MarkWords.class));
    }

    MarkWords(Messages words) {
        this.words = words;
    }

    /** As marks are labelled on the screen. */
    public static MarkWords ofScreen() {
        return new MarkWords(Messages.of(MarkWords.class));
    }

    /** The lines of a label; none where there is nothing to say. */
    public List<String> lines(Drawn drawn) {
        List<String> lines = new ArrayList<>(drawn.text().lines().toList());
        lines.addAll(lines(drawn.reading()));
        if (!drawn.isOwn() && !drawn.reading().equals(Reading.NONE)) {
            lines.add(words.text("viewer.mark.elsewhere"));
        }
        return lines;
    }

    /** The lines of a reading: magnitudes that share a reservation end with it, once. */
    public List<String> lines(Reading reading) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        List<Magnitude> magnitudes = reading.magnitudes();
        for (int i = 0; i < magnitudes.size(); i++) {
            Magnitude now = magnitudes.get(i);
            line.append(line.isEmpty() ? "" : "  ").append(text(now));
            boolean isLast = i + 1 == magnitudes.size();
            boolean endsGroup = isLast || !magnitudes.get(i + 1).reservation().equals(now.reservation());
            if (endsGroup && !now.reservation().isEmpty()) {
                line.append(' ').append(now.reservation());
            }
            if (endsGroup || endsLine(now)) {
                lines.add(line.toString());
                line.setLength(0);
            }
        }
        reading.remarks().forEach(remark -> lines.add(words.text("viewer.remark." + remark)));
        return lines;
    }

    /** A reading in one line, as a list shows it. */
    String line(Reading reading) {
        return String.join("  ", lines(reading));
    }

    private String text(Magnitude magnitude) {
        String unit = magnitude.unit().isEmpty() || magnitude.unit().equals("\u00b0")
                ? magnitude.unit()
                : " " + magnitude.unit();
        return words.text("viewer.quantity." + magnitude.quantity(), number(magnitude) + unit);
    }

    /** Whole numbers of values are written as such; a minus sign is one, and no hyphen that a dark room swallows. */
    private static String number(Magnitude magnitude) {
        boolean isWhole = magnitude.value() == Math.rint(magnitude.value());
        int decimals =
                switch (magnitude.quantity()) {
                    case MINIMUM, MAXIMUM, MODALITY_VALUE -> isWhole ? 0 : fine(magnitude);
                    case MEAN, STANDARD_DEVIATION -> fine(magnitude);
                    default -> magnitude.quantity().decimals();
                };
        return Formats.number(magnitude.value(), decimals).replace("-", MINUS);
    }

    /** Small values, as of uptake, need another digit. */
    private static int fine(Magnitude magnitude) {
        boolean isUptake = magnitude.unit().toUpperCase(Locale.ROOT).startsWith("SUV");
        return isUptake ? 2 : magnitude.quantity().decimals();
    }

    private static boolean endsLine(Magnitude magnitude) {
        return switch (magnitude.quantity()) {
            case STANDARD_DEVIATION, PIXELS, PADDING_PIXELS, RATIO, HEART_SECOND, MODALITY_VALUE -> true;
            default -> false;
        };
    }
}
