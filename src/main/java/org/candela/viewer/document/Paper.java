package org.candela.viewer.document;

import org.candela.image.RasterArgb;

/** How white paper looks in a dark room. */
public enum Paper {
    /** Half as bright as the screen can be, so that the eye stays used to the dark. */
    DIM,
    /** Black paper with light print; colours keep their tone. */
    DARK,
    /** As it was made. */
    WHITE;

    private static final int OPAQUE = 0xFF000000;
    private static final double DIMMED = 0.55;

    Paper next() {
        return switch (this) {
            case DIM -> DARK;
            case DARK -> WHITE;
            case WHITE -> DIM;
        };
    }

    /** The page on this paper; the given picture is changed. */
    RasterArgb on(RasterArgb page) {
        if (this != WHITE) {
            int[] pixels = page.pixels();
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = this == DIM ? dimmed(pixels[i]) : turned(pixels[i]);
            }
        }
        return page;
    }

    private static int dimmed(int argb) {
        return packed((int) (((argb >> 16) & 0xFF) * DIMMED), (int) (((argb >> 8) & 0xFF) * DIMMED), (int)
                ((argb & 0xFF) * DIMMED));
    }

    /** Lightness is turned and the differences of the colours stay, so that red stays red; white becomes dark grey. */
    private static int turned(int argb) {
        int red = (argb >> 16) & 0xFF;
        int green = (argb >> 8) & 0xFF;
        int blue = argb & 0xFF;
        int shift = 255 - Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue));
        return packed(quiet(red + shift), quiet(green + shift), quiet(blue + shift));
    }

    private static int packed(int red, int green, int blue) {
        return OPAQUE | (red << 16) | (green << 8) | blue;
    }

    private static int quiet(int value) {
        return 16 + (int) (value * 0.7);
    }
}
