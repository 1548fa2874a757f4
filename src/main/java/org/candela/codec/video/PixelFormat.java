package org.candela.codec.video;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.candela.codec.stream.CodedImage;

/**
 * How a decoded picture lies in memory: a plane of Y, then one of Cb and one of Cr, samples of 8 bits in a byte, of more
 * in two, little endian.
 *
 * @param name FFmpeg's
 * @param bits of a sample
 * @param across log₂ of the columns that share a chroma sample
 * @param down log₂ of the rows that share a chroma sample
 */
record PixelFormat(String name, int bits, int across, int down) {
    private static final Pattern PLANAR = Pattern.compile("yuvj?4(20|22|44)p(10le|12le)?");

    /** The format that FFmpeg calls {@code name}; empty when it is none of three planes of Y, Cb and Cr. */
    static Optional<PixelFormat> of(String name) {
        Matcher matcher = PLANAR.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String chroma = matcher.group(1);
        String depth = matcher.group(2);
        int bits = depth == null ? 8 : Integer.parseInt(depth.substring(0, 2));
        return Optional.of(new PixelFormat(name, bits, chroma.equals("44") ? 0 : 1, chroma.equals("20") ? 1 : 0));
    }

    /** Whether the name alone says that all numbers are used. */
    boolean isFullRange() {
        return name.startsWith("yuvj");
    }

    int byteCount(VideoStream.Extent extent) {
        return (extent.rows() * extent.columns() + 2 * chromaCount(extent)) * sampleBytes();
    }

    /** The picture in {@code planes}, each chroma sample repeated for the pixels that share it. */
    CodedImage image(byte[] planes, VideoStream.Extent extent) {
        int columns = extent.columns();
        int chromaColumns = shared(columns, across);
        int blue = extent.rows() * columns;
        int red = blue + chromaCount(extent);
        short[] samples = new short[3 * blue];
        int at = 0;
        for (int row = 0; row < extent.rows(); row++) {
            int chromaRow = (row >> down) * chromaColumns;
            for (int column = 0; column < columns; column++) {
                int chroma = chromaRow + (column >> across);
                samples[at++] = sample(planes, row * columns + column);
                samples[at++] = sample(planes, blue + chroma);
                samples[at++] = sample(planes, red + chroma);
            }
        }
        return new CodedImage(extent.rows(), columns, 3, bits, false, samples);
    }

    private short sample(byte[] planes, int index) {
        return bits == 8
                ? (short) (planes[index] & 0xFF)
                : (short) ((planes[2 * index] & 0xFF) | (planes[2 * index + 1] & 0xFF) << 8);
    }

    private int chromaCount(VideoStream.Extent extent) {
        return shared(extent.rows(), down) * shared(extent.columns(), across);
    }

    private static int shared(int count, int shift) {
        return (count + (1 << shift) - 1) >> shift;
    }

    private int sampleBytes() {
        return bits == 8 ? 1 : 2;
    }
}
