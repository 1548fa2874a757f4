package org.candela.viewer.print;

import org.candela.image.RasterArgb;

/** Pictures that are greys alone. Stateless. */
final class Greys {
    private Greys() {}

    static boolean isGrey(RasterArgb raster) {
        for (int argb : raster.pixels()) {
            int red = argb >> 16 & 0xFF;
            if (red != (argb >> 8 & 0xFF) || red != (argb & 0xFF)) {
                return false;
            }
        }
        return true;
    }

    static RasterArgb inverted(RasterArgb raster) {
        int[] pixels = raster.pixels().clone();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] ^= 0x00FFFFFF;
        }
        return new RasterArgb(raster.width(), raster.height(), pixels);
    }

    /** The middle of a picture, {@code width} and {@code height} of it, each 0 to 1. */
    static RasterArgb middle(RasterArgb raster, double width, double height) {
        int columns = (int) Math.max(1, Math.round(raster.width() * width));
        int rows = (int) Math.max(1, Math.round(raster.height() * height));
        int left = (raster.width() - columns) / 2;
        int top = (raster.height() - rows) / 2;
        int[] pixels = new int[columns * rows];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(raster.pixels(), (top + row) * raster.width() + left, pixels, row * columns, columns);
        }
        return new RasterArgb(columns, rows, pixels);
    }
}
