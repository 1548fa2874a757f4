package org.candela.viewer.picture;

/** What the overlays of a file are drawn with, over the picture and never into the values. */
public enum OverlayInk {
    /** They are not drawn. */
    NONE(0),
    /** Told apart from any grey of the image. */
    AMBER(0xFFFFC040),
    /** The brightest grey, for pictures that have nothing but greys. */
    WHITE(0xFFFFFFFF);

    private final int argb;

    OverlayInk(int argb) {
        this.argb = argb;
    }

    int argb() {
        return argb;
    }
}
