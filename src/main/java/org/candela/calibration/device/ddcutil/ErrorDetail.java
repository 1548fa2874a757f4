package org.candela.calibration.device.ddcutil;

import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;

/** Reads and frees DDCA_Error_Detail, of the thread whose call failed. */
final class ErrorDetail {
    private static final String MARK = "EDTL";
    private static final int DETAIL = 8;
    private static final int CAUSES = 16;
    private static final int FIRST_CAUSE = 24;
    private static final int MOST_CAUSES = 4;
    private static final int MOST_CHARACTERS = 400;
    private static final int UNSIGNED = 0xFFFF;

    private ErrorDetail() {}

    /** The failure with this status, named and described by the library as far as it does. */
    // [impl->req~device.ddcutil.errors~1]
    static DdcutilFailure of(DdcutilLibrary library, int status) {
        String name = library.ddca_rc_name(status);
        StringBuilder told = new StringBuilder(name == null ? "status " + status : name + " (" + status + ")");
        Pointer detail = library.ddca_get_error_detail();
        if (detail != null) {
            try {
                append(told, detail);
            } finally {
                library.ddca_free_error_detail(detail);
            }
        }
        return new DdcutilFailure(status, told.toString());
    }

    private static void append(StringBuilder told, Pointer detail) {
        if (!isDetail(detail)) {
            return;
        }
        told.append(": ").append(text(detail));
        int causes = Math.min(MOST_CAUSES, detail.getShort(CAUSES) & UNSIGNED);
        for (int i = 0; i < causes; i++) {
            Pointer cause = detail.getPointer(FIRST_CAUSE + (long) i * Long.BYTES);
            if (cause != null && isDetail(cause)) {
                told.append("; ").append(text(cause));
            }
        }
    }

    private static boolean isDetail(Pointer detail) {
        return new String(detail.getByteArray(0, MARK.length()), StandardCharsets.ISO_8859_1).equals(MARK);
    }

    private static String text(Pointer detail) {
        Pointer text = detail.getPointer(DETAIL);
        String line = text == null ? "no detail" : text.getString(0, "UTF-8").replace('\n', ' ');
        return line.substring(0, Math.min(line.length(), MOST_CHARACTERS));
    }
}
