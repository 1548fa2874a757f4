package org.candela.codec.jpeg2000;

import org.candela.codec.stream.CodecException;

/** Finds the codestream in a JP2 file (T.800 Annex I), which some DICOM files hold instead of the bare stream. */
final class Jp2Boxes {
    private static final int SIGNATURE = 0x6A50_2020; // "jP  "
    private static final int CODESTREAM = 0x6A70_3263; // "jp2c"

    private Jp2Boxes() {}

    /** Bytes {@code from} up to {@code end}. */
    record Span(int from, int end) {}

    static Span codestream(byte[] bytes) throws CodecException {
        ByteCursor cursor = new ByteCursor(bytes, 0, bytes.length);
        boolean isFile = bytes.length > 12 && new ByteCursor(bytes, 4, bytes.length).int32() == SIGNATURE;
        if (!isFile) {
            return new Span(0, bytes.length);
        }
        while (cursor.remaining() >= 8) {
            long length = cursor.unsigned32();
            int kind = cursor.int32();
            int header = 8;
            if (length == 1) {
                long high = cursor.unsigned32();
                length = high != 0 ? Long.MAX_VALUE : cursor.unsigned32();
                header = 16;
            }
            long content = length == 0 ? cursor.remaining() : Math.min(length - header, cursor.remaining());
            if (kind == CODESTREAM) {
                return new Span(cursor.position(), cursor.position() + (int) Math.max(0, content));
            }
            cursor.skip((int) content);
        }
        throw new CodecException("a JP2 file without a codestream");
    }
}
