package org.candela.viewer.print;

import java.util.Locale;
import org.candela.image.ImageSpacing;
import org.candela.viewer.print.SheetLayout.Scale;

/** What stands on a sheet, in words. */
final class PrintWords {
    static final String NOT_FOR_DIAGNOSIS = "NOT FOR DIAGNOSIS";
    static final String WITHOUT_PATIENT = "Printed without the patient";
    static final String CUT = "; larger than its place: the middle is seen";
    static final String INVERTED = "GREYS INVERTED";
    static final String LOSSY = "lossy";
    static final String RULER = "100 mm on paper: if a ruler says otherwise, no size on this sheet holds";

    private PrintWords() {}

    /** At true size; where the file knows the size elsewhere than in the patient, that is said first. */
    static String trueSize(ImageSpacing spacing) {
        String where = reservation(spacing);
        return where.isEmpty() ? "True size: 1 mm on paper is 1 mm" : "1:1 in " + where + ", NOT true to the patient";
    }

    static String fitted(double ratio, ImageSpacing spacing) {
        String where = reservation(spacing);
        return String.format(Locale.ROOT, "%.0f %% of size%s", 100 * ratio, where.isEmpty() ? "" : " in " + where);
    }

    static String noSize(ImageSpacing spacing, Scale scale) {
        String why = spacing instanceof ImageSpacing.Regions
                ? "regions of ultrasound have sizes of their own"
                : "the file states no size of a pixel";
        return scale == Scale.TRUE_SIZE ? "NOT true to size: " + why : "No scale: " + why;
    }

    /** The unit with what must be known to trust it; empty where a millimetre is one in the patient. */
    static String reservation(ImageSpacing spacing) {
        boolean isBare = spacing instanceof ImageSpacing.Known known && known.source() == ImageSpacing.Source.PATIENT;
        return isBare ? "" : spacing.label();
    }
}
