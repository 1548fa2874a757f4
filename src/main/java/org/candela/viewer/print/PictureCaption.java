package org.candela.viewer.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.image.VoiWindow;
import org.candela.viewer.export.Exhibit;
import org.candela.viewer.export.ExhibitReader.Leaving;
import org.candela.viewer.export.Sight;
import org.candela.viewer.picture.DataPresentation;
import org.candela.viewer.picture.ImageFacts;
import org.candela.viewer.picture.Occlusion;
import org.candela.viewer.print.SheetPlan.Patient;

/** The lines below a picture. Stateless. */
// [impl->req~print.words~1]
final class PictureCaption {
    private PictureCaption() {}

    /**
     * Side and place first, then how it is shown.
     *
     * @param isInverted whether its greys are
     */
    static List<String> lines(Exhibit exhibit, Attributes file, Leaving leaving, Patient patient, boolean isInverted) {
        ImageFacts facts = ImageFacts.of(leaving.loaded());
        List<String> shown = new ArrayList<>();
        shown.add(window(leaving.sight(), facts));
        shown.add(isInverted ? PrintWords.INVERTED : "");
        shown.add(facts.isLossy() ? PrintWords.LOSSY : "");
        shown.addAll(notAsFiled(leaving.sight().picture().presentation(), facts));
        return List.of(
                SheetIdentity.joined(
                        SheetIdentity.joined(
                                facts.laterality().map(PictureCaption::side).orElse(""),
                                facts.view().orElse("")),
                        number(exhibit, file, patient)),
                SheetIdentity.joined(shown.toArray(String[]::new)));
    }

    private static String side(String letter) {
        return switch (letter) {
            case "L" -> "LEFT";
            case "R" -> "RIGHT";
            case "B" -> "both sides";
            default -> "";
        };
    }

    /** What may be cut off where room is scarce comes last. Free text of a file may name its patient; numbers do not. */
    private static String number(Exhibit exhibit, Attributes file, Patient patient) {
        boolean isFrame = file.integer(Tag.NumberOfFrames).orElse(1) > 1;
        String title =
                patient == Patient.NAMED ? file.string(Tag.SeriesDescription).orElse("") : "";
        String date = patient == Patient.NAMED ? SheetIdentity.date(file) : "";
        return SheetIdentity.joined(
                "series " + file.string(Tag.SeriesNumber).orElse("?")
                        + ", image " + file.string(Tag.InstanceNumber).orElse("?")
                        + (isFrame ? ", frame " + (exhibit.frameIndex() + 1) : ""),
                date,
                file.string(Tag.Modality).orElse(""),
                title);
    }

    private static String window(Sight sight, ImageFacts facts) {
        if (!facts.isGrayscale()) {
            return "";
        }
        VoiWindow window = sight.picture().presentation().window();
        return String.format(Locale.ROOT, "C %s W %s %s", number(window.center()), number(window.width()), facts.unit())
                .strip();
    }

    /** Windows of values below one are no use without decimals. */
    private static String number(double value) {
        return Math.abs(value) >= 10 || value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.3g", value);
    }

    private static List<String> notAsFiled(DataPresentation presentation, ImageFacts facts) {
        List<String> lines = new ArrayList<>();
        if (facts.isGrayscale() && !presentation.colours().isGrey()) {
            lines.add("colours, not greys");
        }
        if (presentation.occlusion() == Occlusion.LIFTED) {
            lines.add("shutter and padding shown");
        }
        lines.addAll(facts.warnings());
        return lines;
    }
}
