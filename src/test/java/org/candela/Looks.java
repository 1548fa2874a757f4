package org.candela;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Pictures of scenes, for people to look at. */
public final class Looks {
    private Looks() {}

    /** Writes {@code name.png} where {@code candela.look} names a folder; else does nothing but settle. Not on the FX thread. */
    public static void at(Scene scene, String name) throws IOException {
        Fx.settle();
        String target = System.getProperty("candela.look");
        if (target == null) {
            return;
        }
        WritableImage seen = Fx.call(() -> scene.snapshot(null));
        int width = (int) seen.getWidth();
        int height = (int) seen.getHeight();
        int[] argb = new int[width * height];
        seen.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, argb, 0, width);
        ImageIO.write(image, "png", Path.of(target, name + ".png").toFile());
    }
}
