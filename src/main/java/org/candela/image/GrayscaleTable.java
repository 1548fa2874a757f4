package org.candela.image;

import java.util.stream.IntStream;

/**
 * What a resampled stored value is drawn with.
 *
 * @param argb colour by {@code stored & 0xFFFF}, as {@link GrayscalePipeline#fuse} makes it; not copied
 * @param padding stored values that are drawn as background and blend with nothing
 * @param background opaque ARGB outside the image and for padding
 */
public record GrayscaleTable(int[] argb, PixelPadding padding, int background) {
    private static final int MASK = 0xFFFF;

    public GrayscaleTable {
        if (argb.length != GrayscalePipeline.TABLE_SIZE) {
            throw new IllegalArgumentException("a table of " + argb.length + " entries");
        }
    }

    /** The fused chain of {@code pipeline} on {@code display}. */
    public static GrayscaleTable of(GrayscalePipeline pipeline, DisplayLut display) {
        return new GrayscaleTable(pipeline.fuse(display), pipeline.padding(), display.argb(0));
    }

    /** The colours with those of padding replaced by the background; not to be written to. */
    int[] paddingAsBackground() {
        int low = Math.max(padding.low(), Short.MIN_VALUE);
        int high = Math.min(padding.high(), GrayscalePipeline.TABLE_SIZE - 1);
        boolean isThereAlready = IntStream.rangeClosed(low, high).allMatch(stored -> argb[stored & MASK] == background);
        if (isThereAlready) {
            return argb;
        }
        int[] replaced = argb.clone();
        IntStream.rangeClosed(low, high).forEach(stored -> replaced[stored & MASK] = background);
        return replaced;
    }
}
