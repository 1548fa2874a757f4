package org.candela.image;

/**
 * Colour frames as opaque ARGB at the resolution of the image.
 *
 * <p>Colour is kept out of the display's table: a P-value is a grey, and the table of PS3.14 defines luminance for greys
 * only (PS3.4 N.2). Colours are taken as sRGB, as the standard leaves them without an ICC profile. Of more than 8 stored
 * bits the upper 8 are shown.
 */
public final class ColorPipeline {
    private static final int OPAQUE = 0xFF000000;
    private static final int MAX = 255;
    private static final int CHROMA_ZERO = 128;

    private ColorPipeline() {}

    /**
     * An RGB or YBR frame as ARGB; YBR_FULL_422 must be upsampled already, as a {@link Frame} always is.
     *
     * @throws IllegalArgumentException when the frame has one sample a pixel
     */
    // [impl->req~image.color-outside-display-lut~1]
    public static RasterArgb toArgb(Frame frame) {
        PixelLayout layout = frame.layout();
        if (layout.samplesPerPixel() != 3) {
            throw new IllegalArgumentException(layout.photometric() + " is not made of three samples");
        }
        boolean isRgb = layout.photometric() == Photometric.RGB;
        int shift = Math.max(0, layout.bitsStored() - 8);
        // Colour has no sign (C.7.6.3.1.2), though some headers give it one.
        int mask = (1 << layout.bitsStored()) - 1;
        short[] samples = frame.samples();
        RasterArgb raster = RasterArgb.ofSize(layout.columns(), layout.rows());
        int[] pixels = raster.pixels();
        for (int i = 0; i < pixels.length; i++) {
            int first = (samples[3 * i] & mask) >> shift;
            int second = (samples[3 * i + 1] & mask) >> shift;
            int third = (samples[3 * i + 2] & mask) >> shift;
            pixels[i] = isRgb ? pack(first, second, third) : ofYbr(first, second, third);
        }
        return raster;
    }

    /** A PALETTE COLOR frame as ARGB. */
    public static RasterArgb toArgb(Frame frame, Palette palette) {
        RasterArgb raster =
                RasterArgb.ofSize(frame.layout().columns(), frame.layout().rows());
        int[] pixels = raster.pixels();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = palette.argb(frame.value(i));
        }
        return raster;
    }

    /**
     * A grey frame with a supplemental palette (PS3.3 C.7.6.19) as ARGB: values that {@code palette} maps in its colours,
     * all others as {@code greys}, by {@code stored & 0xFFFF}, says.
     */
    public static RasterArgb toArgb(Frame frame, int[] greys, Palette palette) {
        RasterArgb raster =
                RasterArgb.ofSize(frame.layout().columns(), frame.layout().rows());
        int[] pixels = raster.pixels();
        for (int i = 0; i < pixels.length; i++) {
            int stored = frame.value(i);
            pixels[i] = palette.maps(stored) ? palette.argb(stored) : greys[stored & 0xFFFF];
        }
        return raster;
    }

    /** Inverse of the equations of PS3.3 C.7.6.3.1.2 (ITU-R BT.601, full range). */
    private static int ofYbr(int y, int cb, int cr) {
        double blue = cb - CHROMA_ZERO;
        double red = cr - CHROMA_ZERO;
        return pack(clamp(y + 1.402 * red), clamp(y - 0.344136 * blue - 0.714136 * red), clamp(y + 1.772 * blue));
    }

    private static int clamp(double value) {
        return (int) Math.max(0, Math.min(MAX, Math.round(value)));
    }

    private static int pack(int red, int green, int blue) {
        return OPAQUE | red << 16 | green << 8 | blue;
    }
}
