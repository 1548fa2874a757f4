package org.candela.displayqa.ui;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candela.base.ScreenId;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.Edid;
import org.candela.displayqa.QaStanding;
import org.candela.ui.Tone;

/**
 * One display of the list with how its QA stands.
 *
 * @param held by each standard that is asked for, at least one
 */
public record DisplayRow(DisplayDevice device, List<Held> held) {
    public DisplayRow {
        held = List.copyOf(held);
    }

    /**
     * How a display stands by one standard.
     *
     * @param facilities names of those whose cases are read by it: {@code "North, South"}; blank where nobody asks
     */
    public record Held(QaStanding standing, String facilities) {
        /** Whose standing it is, for the reader: the facilities, else the standard. */
        String whose() {
            return facilities.isBlank() ? standing.standard().title() : facilities;
        }

        Tone tone() {
            return switch (standing.state()) {
                case NEVER_CALIBRATED, FAILED, OVERDUE -> Tone.BAD;
                case NOT_ASSESSED -> Tone.UNKNOWN;
                case SIMULATED -> Tone.CAUTION;
                case IN_ORDER -> Tone.GOOD;
            };
        }
    }

    /** The worst of all. */
    public QaStanding standing() {
        return worst().standing();
    }

    private Held worst() {
        QaStanding worst = QaStanding.worst(held.stream().map(Held::standing).toList());
        return held.stream()
                .filter(each -> each.standing().equals(worst))
                .findFirst()
                .orElseThrow();
    }

    /** Which display. */
    public ScreenId id() {
        return device.id();
    }

    /** What the monitor calls itself, else the port it hangs on. */
    String name() {
        return device.edid().map(Edid::name).filter(name -> !name.isBlank()).orElse(device.connector());
    }

    /** Connector, serial where the monitor states one, and size: {@code "DP-1 · 0815 · 1536 × 2048, 325 × 433 mm"}. */
    String detail() {
        String serial = device.edid().map(Edid::serialText).orElse("");
        return Stream.of(device.connector(), serial, size())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" \u00b7 "));
    }

    /** Pixels, and millimetres where the monitor states them: {@code "1536 × 2048, 325 × 433 mm"}. */
    private String size() {
        String pixels = device.place().width() + " × " + device.place().height();
        return device.edid()
                .filter(edid -> edid.widthMm() > 0 && edid.heightMm() > 0)
                .map(edid -> String.format(Locale.ROOT, "%s, %d × %d mm", pixels, edid.widthMm(), edid.heightMm()))
                .orElse(pixels);
    }

    /** Width by height of the picture, for drawing it in its shape. */
    double aspect() {
        return device.place().width() / (double) device.place().height();
    }

    Tone tone() {
        return worst().tone();
    }
}
