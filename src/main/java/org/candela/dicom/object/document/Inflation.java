package org.candela.dicom.object.document;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * How large the compressed parts of a PDF become. The library inflates a part whole before anybody can stop it, so this is
 * found out beforehand, from the bytes alone and whatever the document says of itself.
 */
final class Inflation {
    /** A page scanned in colour at 600 dots an inch has about 100 MB. */
    private static final long MOST_OF_A_PART = 128L << 20;

    private static final long MOST_OF_ALL = 1L << 30;
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final int BUFFER = 1 << 16;
    /** A part that inflates to a compressed part again. */
    private static final int MOST_LAYERS = 3;

    private long all;

    private Inflation() {}

    /** Whether no part, nor all together, becomes larger than what a document may have. */
    static boolean isBounded(byte[] pdf) {
        Inflation inflation = new Inflation();
        for (int at = 0; at + STREAM.length + 2 < pdf.length; at++) {
            if (pdf[at] == 's' && Arrays.equals(pdf, at, at + STREAM.length, STREAM, 0, STREAM.length)) {
                int data = afterLineEnd(pdf, at + STREAM.length);
                if (!inflation.takes(pdf, data, 1)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int afterLineEnd(byte[] pdf, int from) {
        int data = from;
        if (data < pdf.length && pdf[data] == '\r') {
            data++;
        }
        return data < pdf.length && pdf[data] == '\n' ? data + 1 : data;
    }

    /** Counts what the part at {@code from} becomes; what is not compressed is no larger than it is. */
    private boolean takes(byte[] bytes, int from, int layer) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes, from, bytes.length - from);
            byte[] head = new byte[BUFFER];
            byte[] buffer = new byte[BUFFER];
            int headLength = inflater.inflate(head);
            long part = headLength;
            for (int more = headLength; more > 0; more = inflater.inflate(buffer)) {
                part += more;
                all += more;
                if (part > MOST_OF_A_PART || all > MOST_OF_ALL) {
                    return false;
                }
            }
            boolean isCompressedAgain = headLength > 2 && (head[0] & 0x0F) == 8 && isHeader(head);
            return !isCompressedAgain || (layer < MOST_LAYERS && takesAgain(bytes, from, layer));
        } catch (DataFormatException e) {
            return true; // not, or not wholly, compressed in this way
        } finally {
            inflater.end();
        }
    }

    /** RFC 1950: the first two bytes as a number are a multiple of 31. */
    private static boolean isHeader(byte[] head) {
        return (((head[0] & 0xFF) << 8) | (head[1] & 0xFF)) % 31 == 0;
    }

    private boolean takesAgain(byte[] bytes, int from, int layer) throws DataFormatException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes, from, bytes.length - from);
            byte[] inner = new byte[1 << 22];
            int length = inflater.inflate(inner);
            return takes(Arrays.copyOf(inner, length), 0, layer + 1);
        } finally {
            inflater.end();
        }
    }
}
