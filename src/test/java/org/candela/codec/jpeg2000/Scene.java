package org.candela.codec.jpeg2000;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/**
 * A picture to be coded by others: noise, a chessboard, a ramp with an edge, or waves with a little noise.
 *
 * @param dx every how many columns of the image a component has a sample
 * @param dy every how many rows
 * @param planes samples of each component, row-major
 */
@SuppressWarnings("ArrayRecordComponent") // made once, only read
record Scene(Format format, int[] dx, int[] dy, int[][] planes) {

    /** Size of the image and precision of its samples. */
    record Format(int columns, int rows, int bits, boolean isSigned) {}

    /** Components of full size. */
    static Scene of(Format format, int components, Random random) {
        int[] ones = new int[components];
        Arrays.fill(ones, 1);
        return of(format, ones, ones, random);
    }

    static Scene of(Format format, int[] dx, int[] dy, Random random) {
        int[][] planes = new int[dx.length][];
        int kind = random.nextInt(4);
        int half = format.isSigned() ? 1 << (format.bits() - 1) : 0;
        for (int c = 0; c < dx.length; c++) {
            int wide = (format.columns() + dx[c] - 1) / dx[c];
            int high = (format.rows() + dy[c] - 1) / dy[c];
            planes[c] = new int[wide * high];
            for (int i = 0; i < planes[c].length; i++) {
                planes[c][i] = value(i % wide + 3 * c, i / wide, kind, format.bits(), random) - half;
            }
        }
        return new Scene(format, dx, dy, planes);
    }

    private static int value(int x, int y, int kind, int bits, Random random) {
        int full = (1 << bits) - 1;
        return switch (kind) {
            case 0 -> random.nextInt(full + 1);
            case 1 -> (x / 9 + y / 7) % 2 == 0 ? full : 0;
            case 2 -> x > 20 ? full / 2 : Math.min(full, (int) (full * ((x + y) / 90.0)));
            default ->
                Math.min(
                        full,
                        (int) (full * (0.5 + 0.4 * Math.sin(x / 11.0) * Math.cos(y / 13.0)))
                                ^ random.nextInt(1 + full / 32));
        };
    }

    int components() {
        return planes.length;
    }

    int bits() {
        return format.bits();
    }

    boolean isSigned() {
        return format.isSigned();
    }

    /** Whether all components have the full size. */
    boolean isPlain() {
        return Arrays.stream(dx).max().orElse(1) * Arrays.stream(dy).max().orElse(1) == 1;
    }

    /** Whether opj_decompress takes it for YCbCr by its subsampling, and turns it to RGB. */
    boolean isConverted() {
        return components() == 3 && !isPlain();
    }

    /** The same by half the range higher, where it is signed. */
    Scene raised() {
        int half = isSigned() ? 1 << (bits() - 1) : 0;
        int[][] higher = Arrays.stream(planes)
                .map(plane -> Arrays.stream(plane).map(value -> value + half).toArray())
                .toArray(int[][]::new);
        return new Scene(new Format(format.columns(), format.rows(), bits(), false), dx, dy, higher);
    }

    /** All samples, components one after another. */
    int[] samples() {
        return Arrays.stream(planes).flatMapToInt(Arrays::stream).toArray();
    }

    /** Little endian, components one after another: what opj_compress calls RAWL and ojph_compress YUV. */
    void write(Path file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int value : samples()) {
            out.write(value);
            if (bits() > 8) {
                out.write(value >> 8);
            }
        }
        Files.write(file, out.toByteArray());
    }

    /** Three unsigned components by pixel, big endian. */
    void writePpm(Path file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(("P6\n" + format.columns() + " " + format.rows() + "\n" + ((1 << bits()) - 1) + "\n")
                .getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < planes[0].length; i++) {
            for (int[] plane : planes) {
                if (bits() > 8) {
                    out.write(plane[i] >> 8);
                }
                out.write(plane[i]);
            }
        }
        Files.write(file, out.toByteArray());
    }

    @Override
    public String toString() {
        return format + " dx " + Arrays.toString(dx) + " dy " + Arrays.toString(dy);
    }
}
