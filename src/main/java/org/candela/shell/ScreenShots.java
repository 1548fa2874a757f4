package org.candela.shell;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.robot.Robot;
import javax.imageio.ImageIO;

/**
 * Pictures of each monitor of the desk, as the system composed them before gamma ramps.
 *
 * <p>Taken on the FX thread, written on any.
 */
public final class ScreenShots {
    private ScreenShots() {}

    /** One monitor at one moment, in device pixels. */
    public record Shot(ScreenRole role, WritableImage picture) {
        /** Writes {@code step-role.png} into {@code folder} and returns the file. */
        public Path write(Path folder, String step) throws IOException {
            int width = (int) picture.getWidth();
            int height = (int) picture.getHeight();
            int[] argb = new int[width * height];
            picture.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
            BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            image.setRGB(0, 0, width, height, argb, 0, width);
            Path file = Files.createDirectories(folder).resolve(step + "-" + name(role) + ".png");
            ImageIO.write(image, "png", file.toFile());
            return file;
        }

        private static String name(ScreenRole role) {
            return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A picture of every monitor that has a role. FX thread. */
    public static List<Shot> take(DeskPlan plan) {
        Robot robot = new Robot();
        return plan.placements().stream()
                .filter(placement -> placement.role() != ScreenRole.SPARE)
                .map(placement -> new Shot(
                        placement.role(), picture(robot, placement.screen().area())))
                .toList();
    }

    private static WritableImage picture(Robot robot, Area area) {
        return robot.getScreenCapture(null, area.x(), area.y(), area.width(), area.height(), false);
    }
}
