package org.candela.viewer.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.candela.dicom.BulkData;
import org.candela.dicom.Fragments;

/**
 * Remarks inside coded pixels: comments of JPEG, JPEG-LS and JPEG 2000, and Exif. They are overwritten with zeros and keep
 * their length, so that no offset changes and every decoder skips them as before.
 */
// [impl->req~export.codestream-remarks~1]
final class CodestreamRemarks {
    private static final int START_OF_JPEG = 0xFFD8;
    private static final int START_OF_JPEG2000 = 0xFF4F;
    private static final int COMMENT = 0xFFFE;
    private static final int COMMENT_2000 = 0xFF64;
    private static final int EXIF = 0xFFE1;
    private static final int START_OF_SCAN = 0xFFDA;
    private static final int START_OF_TILE = 0xFF90;
    private static final int LEAST_MARKER = 0xFF01;
    /** Marker, length and, in JPEG 2000, what kind of comment it is. */
    private static final int LENGTH_BYTES = 2;

    private CodestreamRemarks() {}

    /** The same fragments without remarks; those that have none stay in their file. */
    static Fragments without(Fragments fragments) throws IOException {
        List<BulkData> items = new ArrayList<>();
        for (BulkData item : fragments.items()) {
            items.add(clean(item));
        }
        return new Fragments(fragments.offsetTable(), items);
    }

    private static BulkData clean(BulkData item) throws IOException {
        if (item.length() < 4) {
            return item;
        }
        byte[] begin = item.read(0, LENGTH_BYTES);
        int start = pair(begin, 0);
        if (start != START_OF_JPEG && start != START_OF_JPEG2000) {
            return item;
        }
        byte[] bytes = item.read();
        return blank(bytes, start == START_OF_JPEG2000) ? BulkData.ofBytes(bytes) : item;
    }

    /** Whether anything was there to be blanked in the segments before the first scan or tile. */
    private static boolean blank(byte[] bytes, boolean isJpeg2000) {
        boolean hasChanged = false;
        int at = LENGTH_BYTES;
        while (at + 4 <= bytes.length) {
            int marker = pair(bytes, at);
            int length = pair(bytes, at + LENGTH_BYTES);
            int end = at + LENGTH_BYTES + length;
            boolean isOver = marker == START_OF_SCAN || marker == START_OF_TILE || marker < LEAST_MARKER;
            if (isOver || length < LENGTH_BYTES || end > bytes.length) {
                return hasChanged;
            }
            boolean isRemark = isJpeg2000 ? marker == COMMENT_2000 : marker == COMMENT || marker == EXIF;
            int from = at + (isJpeg2000 ? 6 : 4);
            if (isRemark && from < end) {
                Arrays.fill(bytes, from, end, (byte) 0);
                hasChanged = true;
            }
            at = end;
        }
        return hasChanged;
    }

    private static int pair(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
    }
}
