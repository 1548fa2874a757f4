package org.candela.image;

/**
 * What a resampled stored value is drawn with.
 *
 * @param argb colour by {@code stored & 0xFFFF}, as {@link GrayscalePipeline#fuse} makes it; not copied
 * @param padding stored values that are drawn as background and blend with nothing
 * @param background opaque ARGB outside the image and for padding
 */
public record GrayscaleTable(int[] argb, PixelPadding padding, int background) {
    public GrayscaleTable {
        if (argb.length != GrayscalePipeline.TABLE_SIZE) {
            throw new IllegalArgumentException("a table of " + argb.length + " entries");
        }
    }

    /** The fused chain of {@code pipeline} on {@code display}. */
    public static GrayscaleTable of(GrayscalePipeline pipeline, DisplayLut display) {
        return new GrayscaleTable(pipeline.fuse(display), pipeline.padding(), display.argb(0));
    }
}
