package org.candela.codec.video;

import java.util.Map;
import java.util.Optional;
import org.candela.codec.stream.CodecException;

/**
 * What a stream says of its pictures.
 *
 * @param pixels how they lie in memory once decoded
 * @param colour what their samples mean
 */
record VideoFormat(PixelFormat pixels, VideoColour colour) {
    /** K<sub>R</sub> and K<sub>B</sub> of the matrix coefficients of ISO/IEC 23091-2 §8.3, by FFmpeg's names. */
    private static final Map<String, double[]> MATRICES = Map.of(
            "bt709", new double[] {0.2126, 0.0722},
            "fcc", new double[] {0.30, 0.11},
            "bt470bg", new double[] {0.299, 0.114},
            "smpte170m", new double[] {0.299, 0.114},
            "smpte240m", new double[] {0.212, 0.087},
            "bt2020nc", new double[] {0.2627, 0.0593});

    /** What ffprobe said of {@code stream}, held against what is stated beside it. */
    static VideoFormat of(Map<String, String> said, VideoStream stream) throws CodecException {
        String decoder = said.getOrDefault("codec_name", "unknown");
        if (!decoder.equals(stream.coding().decoder())) {
            throw new CodecException("the video is coded as " + decoder + ", the transfer syntax says "
                    + stream.coding().title());
        }
        int rows = number(said, "height");
        int columns = number(said, "width");
        if (!stream.extent().equals(new VideoStream.Extent(rows, columns))) {
            throw new CodecException("the video is " + rows + " × " + columns + ", the header says "
                    + stream.extent().rows() + " × " + stream.extent().columns());
        }
        String name = said.getOrDefault("pix_fmt", "unknown");
        PixelFormat pixels = PixelFormat.of(name)
                .orElseThrow(() -> new CodecException("video in the sample format " + name + " is not supported"));
        return new VideoFormat(pixels, colour(said, pixels));
    }

    private static VideoColour colour(Map<String, String> said, PixelFormat pixels) throws CodecException {
        boolean isFull =
                pixels.isFullRange() || said.getOrDefault("color_range", "").equals("pc");
        VideoColour.Range range = isFull ? VideoColour.Range.FULL : VideoColour.Range.LIMITED;
        String name = said.getOrDefault("color_space", "unknown");
        if (name.equals("unknown") || name.equals("reserved")) {
            return new VideoColour(VideoColour.PARTIAL_420.red(), VideoColour.PARTIAL_420.blue(), range);
        }
        double[] shares = Optional.ofNullable(MATRICES.get(name))
                .orElseThrow(() -> new CodecException("video in the colours " + name + " is not supported"));
        return new VideoColour(shares[0], shares[1], range);
    }

    private static int number(Map<String, String> said, String key) {
        String text = said.getOrDefault(key, "");
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }
}
