package org.candela.codec;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.candela.codec.stream.CodecException;
import org.candela.image.PixelLayout;

/**
 * The segments of an RLE frame (PS3.5 Annex G) from and to uncompressed cells, little endian, colour by pixel.
 *
 * <p>A segment holds one byte of each sample of one component, the most significant byte's first. Frames of 1 bit
 * allocated are one segment of packed bytes.
 */
final class RleSegments {
    private static final int HEADER = 64;
    private static final int MAX_SEGMENTS = 15;
    private static final int MAX_RUN = 128;
    /** Two bytes repeat a third up to 128 times. */
    private static final int MAX_EXPANSION = 64;

    private final int bytesPerSample;
    private final int samplesPerPixel;
    /** Bytes of a pixel, which is how far the bytes of a segment stand apart, and the number of segments. */
    private final int stride;
    /** Bytes of a segment, unpacked. */
    private final int count;

    private final int rows;
    /** What is unpacked into. */
    private byte[] cells = {};

    private RleSegments(PixelLayout layout) throws CodecException {
        boolean isPacked = layout.bitsAllocated() == 1;
        this.bytesPerSample = isPacked ? 1 : layout.bitsAllocated() / 8;
        this.samplesPerPixel = isPacked ? 1 : layout.samplesPerPixel();
        this.stride = bytesPerSample * samplesPerPixel;
        long pixels = (long) layout.rows() * layout.columns();
        this.count = (int) Math.min(Integer.MAX_VALUE, isPacked ? layout.byteCount() : pixels);
        this.rows = isPacked ? 1 : layout.rows();
        if (stride == 0 || stride > MAX_SEGMENTS || (long) count * stride > Integer.MAX_VALUE - 8) {
            throw new CodecException("a layout that RLE cannot hold");
        }
    }

    /**
     * The uncompressed frame.
     *
     * @throws CodecException when the bytes are no such frame, or too few to be one
     */
    static byte[] unpack(byte[] bytes, PixelLayout layout) throws CodecException {
        RleSegments segments = new RleSegments(layout);
        long size = (long) segments.count * segments.stride;
        if (size > (long) bytes.length * MAX_EXPANSION) {
            throw new CodecException(bytes.length + " bytes cannot hold " + layout.sampleCount() + " samples");
        }
        int[] offsets = segments.offsets(bytes);
        segments.cells = new byte[(int) size];
        for (int segment = 0; segment < offsets.length; segment++) {
            int end = segment + 1 < offsets.length ? offsets[segment + 1] : bytes.length;
            segments.unpack(bytes, offsets[segment], end, segment);
        }
        return segments.cells;
    }

    private int[] offsets(byte[] bytes) throws CodecException {
        if (bytes.length < HEADER) {
            throw new CodecException("no RLE header");
        }
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int segments = header.getInt(0);
        if (segments != stride) {
            throw new CodecException(segments + " RLE segments where the layout needs " + stride);
        }
        int[] offsets = new int[segments];
        for (int i = 0; i < segments; i++) {
            offsets[i] = header.getInt(4 + 4 * i);
            int least = i == 0 ? HEADER : offsets[i - 1];
            if (offsets[i] < least || offsets[i] > bytes.length) {
                throw new CodecException("RLE segment " + i + " starts outside the frame");
            }
        }
        return offsets;
    }

    /** Where the first byte of a segment stands among the cells. */
    private int start(int segment) {
        int sample = segment / bytesPerSample;
        return sample * bytesPerSample + bytesPerSample - 1 - segment % bytesPerSample;
    }

    /** G.3.1: n ≥ 0 copies n+1 bytes, n in −127…−1 repeats one byte 1−n times, −128 does nothing. */
    private void unpack(byte[] packed, int from, int end, int segment) throws CodecException {
        int at = from;
        int to = start(segment);
        int left = count;
        while (left > 0) {
            if (at >= end) {
                throw new CodecException("an RLE segment ends after " + (count - left) + " of " + count + " bytes");
            }
            int n = packed[at++];
            if (n == Byte.MIN_VALUE) {
                continue;
            }
            int run = Math.min(n >= 0 ? n + 1 : 1 - n, left);
            if (at + (n >= 0 ? run : 1) > end) {
                throw new CodecException("an RLE run reaches beyond its segment");
            }
            if (n >= 0) {
                copy(packed, at, to, run);
                at += n + 1;
            } else {
                fill(packed[at++], to, run);
            }
            to += run * stride;
            left -= run;
        }
    }

    private void copy(byte[] packed, int from, int to, int run) {
        if (stride == 1) {
            System.arraycopy(packed, from, cells, to, run);
            return;
        }
        byte[] target = cells;
        int step = stride;
        for (int i = 0, at = to; i < run; i++, at += step) {
            target[at] = packed[from + i];
        }
    }

    private void fill(byte value, int to, int run) {
        byte[] target = cells;
        int step = stride;
        for (int i = 0, at = to; i < run; i++, at += step) {
            target[at] = value;
        }
    }

    // [impl->req~codec.rle-encode~1]
    /** The RLE frame of uncompressed {@code cells}; each row by itself, each segment of even length (G.3.1, G.4). */
    static byte[] pack(byte[] cells, PixelLayout layout) throws CodecException {
        RleSegments segments = new RleSegments(layout);
        ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(segments.stride);
        ByteArrayOutputStream packed = new ByteArrayOutputStream(cells.length / 2);
        byte[] row = new byte[segments.count / segments.rows];
        for (int segment = 0; segment < segments.stride; segment++) {
            header.putInt(HEADER + packed.size());
            int at = segments.start(segment);
            for (int y = 0; y < segments.rows; y++) {
                for (int x = 0; x < row.length; x++, at += segments.stride) {
                    row[x] = cells[at];
                }
                packRow(row, packed);
            }
            if (packed.size() % 2 != 0) {
                packed.write(0);
            }
        }
        ByteArrayOutputStream frame = new ByteArrayOutputStream(HEADER + packed.size());
        frame.writeBytes(header.array());
        frame.writeBytes(packed.toByteArray());
        return frame.toByteArray();
    }

    /** Repeats of three and more are runs, and so are pairs that interrupt no literal; the rest is copied. */
    private static void packRow(byte[] row, ByteArrayOutputStream packed) {
        int literal = 0;
        int at = 0;
        while (at < row.length) {
            int run = runLength(row, at);
            boolean isWorthwhile = run > 2 || (run == 2 && literal == at);
            if (isWorthwhile) {
                writeLiteral(row, literal, at, packed);
                packed.write(1 - run);
                packed.write(row[at]);
                literal = at + run;
            }
            at += run;
        }
        writeLiteral(row, literal, row.length, packed);
    }

    private static int runLength(byte[] row, int from) {
        int end = Math.min(row.length, from + MAX_RUN);
        int at = from + 1;
        while (at < end && row[at] == row[from]) {
            at++;
        }
        return at - from;
    }

    private static void writeLiteral(byte[] row, int from, int to, ByteArrayOutputStream packed) {
        for (int at = from; at < to; at += MAX_RUN) {
            int run = Math.min(MAX_RUN, to - at);
            packed.write(run - 1);
            packed.write(row, at, run);
        }
    }
}
