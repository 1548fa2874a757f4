package org.candela.codec.jpegls;

import java.io.ByteArrayOutputStream;
import org.candela.codec.stream.CodecException;
import org.candela.codec.stream.CodedImage;

/**
 * Encodes an image as JPEG-LS (T.87) without loss, with the default parameters, several components interleaved by line.
 * Stateless; safe from any thread.
 */
public final class JpegLsEncoder {
    private static final int MAX_EDGE = 65535;
    private static final int MAX_COMPONENTS = 4;
    private static final int MIN_PRECISION = 2;

    private JpegLsEncoder() {}

    // [impl->req~codec.jpeg-ls-encode~1]
    /**
     * The stream; signed samples are written as two's complement of {@code image.bits()} bits, 1-bit ones as 2 bits.
     *
     * @throws CodecException when the image is too large for the headers
     */
    public static byte[] encode(CodedImage image) throws CodecException {
        boolean fitsHeaders =
                image.rows() <= MAX_EDGE && image.columns() <= MAX_EDGE && image.components() <= MAX_COMPONENTS;
        if (!fitsHeaders) {
            throw new CodecException("JPEG-LS cannot hold an image of " + image.rows() + " × " + image.columns() + " × "
                    + image.components());
        }
        int precision = Math.max(MIN_PRECISION, image.bits());
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        writeHeaders(stream, image, precision);
        stream.writeBytes(scan(image, Coding.defaults((1 << precision) - 1, 0)));
        write(stream, 0xFF, 0xD9);
        return stream.toByteArray();
    }

    /** SOI, SOF55 (C.2.2), SOS (C.2.3). */
    private static void writeHeaders(ByteArrayOutputStream stream, CodedImage image, int precision) {
        int components = image.components();
        int rows = image.rows();
        int columns = image.columns();
        write(stream, 0xFF, 0xD8, 0xFF, 0xF7, 0, 8 + 3 * components, precision);
        write(stream, rows >> 8, rows, columns >> 8, columns, components);
        for (int id = 1; id <= components; id++) {
            write(stream, id, 0x11, 0);
        }
        write(stream, 0xFF, 0xDA, 0, 6 + 2 * components, components);
        for (int id = 1; id <= components; id++) {
            write(stream, id, 0);
        }
        write(stream, 0, components == 1 ? 0 : 1, 0);
    }

    private static void write(ByteArrayOutputStream stream, int... bytes) {
        for (int value : bytes) {
            stream.write(value);
        }
    }

    private static byte[] scan(CodedImage image, Coding coding) {
        int components = image.components();
        int columns = image.columns();
        BitSink sink = new BitSink(image.samples().length);
        ScanEncoder encoder = new ScanEncoder(coding, sink);
        int[] runIndex = new int[components];
        int[][] up = new int[components][columns + 2];
        int[][] line = new int[components][columns + 2];
        for (int row = 0; row < image.rows(); row++) {
            for (int i = 0; i < components; i++) {
                int from = row * columns * components + i;
                for (int x = 1; x <= columns; x++, from += components) {
                    line[i][x] = image.samples()[from] & ((1 << image.bits()) - 1);
                }
                line[i][0] = up[i][1];
                up[i][columns + 1] = up[i][columns];
                runIndex[i] = encoder.line(up[i], line[i], runIndex[i]);
            }
            int[][] above = line;
            line = up;
            up = above;
        }
        return sink.finish();
    }
}
