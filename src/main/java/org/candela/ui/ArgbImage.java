package org.candela.ui;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Pixels of our own as images of the toolkit. Any thread. */
public final class ArgbImage {
    private ArgbImage() {}

    /** An image of {@code width} by {@code height} pixels, copied row by row from {@code argb}. */
    public static Image of(int width, int height, int[] argb) {
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return image;
    }
}
