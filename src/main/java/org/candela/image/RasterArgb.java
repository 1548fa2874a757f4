package org.candela.image;

import java.util.Arrays;

/**
 * A picture at device pixels: opaque ARGB, row-major, {@code width × height}.
 *
 * <p>The array is shared so that a view can show it without copying; one thread at a time writes to it.
 *
 * @param width device pixels, ≥ 1
 * @param height device pixels, ≥ 1
 * @param pixels {@code width · height} values; not copied
 */
public record RasterArgb(int width, int height, int[] pixels) {
    public RasterArgb {
        if (width < 1 || height < 1 || pixels.length != (long) width * height) {
            throw new IllegalArgumentException(
                    "a raster of " + width + " × " + height + " cannot have " + pixels.length + " pixels");
        }
    }

    /** A raster that is transparent black until something is drawn. */
    public static RasterArgb ofSize(int width, int height) {
        return new RasterArgb(width, height, new int[Math.multiplyExact(width, height)]);
    }

    /** The pixel at ({@code x}, {@code y}), both from 0 at the top left. */
    public int argb(int x, int y) {
        return pixels[y * width + x];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RasterArgb raster && width == raster.width && Arrays.equals(pixels, raster.pixels);
    }

    @Override
    public int hashCode() {
        return 31 * width + Arrays.hashCode(pixels);
    }

    @Override
    public String toString() {
        return "RasterArgb[" + width + " × " + height + "]";
    }
}
