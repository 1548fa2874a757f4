package org.candela.demo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** RLE Lossless (PS3.5 Annex G) of interleaved 8-bit samples: one segment a colour, PackBits row by row. */
final class RleEncoder {
    private static final int HEADER_BYTES = 64;
    private static final int LONGEST_RUN = 128;

    private RleEncoder() {}

    /** One frame, padded to an even length. */
    static byte[] encode(byte[] interleaved, int columns, int samplesPerPixel) {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(samplesPerPixel);
        ByteArrayOutputStream segments = new ByteArrayOutputStream(interleaved.length / 2);
        for (int sample = 0; sample < samplesPerPixel; sample++) {
            header.putInt(HEADER_BYTES + segments.size());
            encodePlane(plane(interleaved, sample, samplesPerPixel), columns, segments);
            if (segments.size() % 2 != 0) {
                segments.write(0);
            }
        }
        ByteArrayOutputStream frame = new ByteArrayOutputStream(HEADER_BYTES + segments.size());
        frame.writeBytes(header.array());
        frame.writeBytes(segments.toByteArray());
        return frame.toByteArray();
    }

    private static byte[] plane(byte[] interleaved, int sample, int samplesPerPixel) {
        byte[] plane = new byte[interleaved.length / samplesPerPixel];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = interleaved[i * samplesPerPixel + sample];
        }
        return plane;
    }

    /** G.3.1: a row is encoded by itself. */
    private static void encodePlane(byte[] plane, int columns, ByteArrayOutputStream out) {
        for (int start = 0; start < plane.length; start += columns) {
            encodeRow(plane, start, start + columns, out);
        }
    }

    private static void encodeRow(byte[] plane, int start, int end, ByteArrayOutputStream out) {
        int at = start;
        while (at < end) {
            int run = runLength(plane, at, end);
            if (run >= 2) {
                out.write(1 - run);
                out.write(plane[at]);
                at += run;
            } else {
                int literal = literalLength(plane, at, end);
                out.write(literal - 1);
                out.write(plane, at, literal);
                at += literal;
            }
        }
    }

    private static int runLength(byte[] plane, int at, int end) {
        int length = 1;
        while (length < LONGEST_RUN && at + length < end && plane[at + length] == plane[at]) {
            length++;
        }
        return length;
    }

    /** Up to where a run of three begins; shorter runs cost no less than literals. */
    private static int literalLength(byte[] plane, int at, int end) {
        int length = 1;
        while (length < LONGEST_RUN
                && at + length < end
                && runLength(plane, at + length, Math.min(end, at + length + 3)) < 3) {
            length++;
        }
        return length;
    }
}
