package org.candela.viewer.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import javafx.scene.robot.Robot;
import javafx.stage.Screen;
import javax.imageio.ImageIO;
import org.candela.Fx;
import org.candela.base.ScreenId;
import org.candela.image.DisplayLut;
import org.candela.image.ImagePoint;
import org.candela.study.LoadedFrame;
import org.candela.viewer.TestImages;
import org.candela.viewer.ViewTool;
import org.candela.viewer.ViewerAction;
import org.candela.viewer.layout.Place;
import org.candela.viewer.picture.CanvasPoint;
import org.candela.viewer.picture.DisplayLuts;
import org.candela.viewer.picture.DisplayStanding;
import org.candela.viewer.picture.ResolvedView;
import org.candela.viewer.picture.ScreenPitch;

/**
 * The first two monitors of a desk whose scale this process was started with, each through a table of its own, and what the
 * X server has on its screen. The image: above, single pixels of least and greatest value by turns, so that half a pixel
 * would blur them all; below, a bar of columns 20 to 79.
 */
final class ScaledDesk {
    private static final int SIZE = 100;
    private static final int BAR = 70;
    private static final int ACROSS = 400;
    private static final int LOOKS = 40;
    /** Units by which a monitor is looked at more narrowly, lest rounding take a column of its neighbour along. */
    private static final double HAIR = 0.01;

    private static final LoadedFrame FRAME = TestImages.slice(
            SIZE,
            SIZE,
            IntStream.range(0, SIZE * SIZE)
                    .map(i -> isWhite(i % SIZE, i / SIZE) ? 49 : -50)
                    .toArray());

    private static final Map<String, DisplayLut> TABLES = Map.of("left", ramp(10, 120), "right", ramp(50, 250));

    private ScaledDesk() {}

    private static DisplayLut table(String head) {
        return Objects.requireNonNull(TABLES.get(head), head);
    }

    private static boolean isWhite(int column, int row) {
        return row < SIZE / 2 ? (column + row) % 2 == 0 : column >= 20 && column < 80;
    }

    private static DisplayLut ramp(int black, int white) {
        return DisplayLut.of(IntStream.range(0, 256)
                .map(i -> black + (white - black) * i / 255)
                .map(code -> 0xFF000000 | code * 0x010101)
                .toArray());
    }

    public static void main(String[] arguments) {
        int outcome = 1; // the toolkit would keep a process alive that failed
        try {
            tell(arguments);
            outcome = 0;
        } catch (Exception | AssertionError e) {
            e.printStackTrace(System.err);
        } finally {
            System.out.flush();
            Runtime.getRuntime().halt(outcome); // the rooms stay to the end: both monitors show at the same time
        }
    }

    private static void tell(String[] arguments) throws Exception {
        Fx.start();
        List<String> heads = List.of("left", "right");
        for (int head = 0; head < heads.size(); head++) {
            Path folder = Files.createDirectories(Path.of(arguments[0], "desk", heads.get(head)));
            Rectangle2D bounds = bounds(head);
            ViewRoom room = ViewRoom.over(FRAME)
                    .through(new Tables(), new ScreenId(heads.get(head)))
                    .ofPitch(new ScreenPitch(0.25, 0.25))
                    .ofSize(bounds.getWidth(), bounds.getHeight())
                    .placed(stage -> {
                        stage.setX(bounds.getMinX());
                        stage.setY(bounds.getMinY());
                    })
                    .open(folder);
            new ScaledDesk.Seat(heads.get(head), room, arguments.length > 1 ? arguments[1] : "").tell();
        }
    }

    private static Rectangle2D bounds(int head) {
        return Fx.call(() -> Screen.getScreens().stream()
                .map(Screen::getBounds)
                .sorted(Comparator.comparingDouble(Rectangle2D::getMinX))
                .toList()
                .get(head));
    }

    private static final class Seat {
        private final String name;
        private final ViewRoom room;
        private final String shots;
        /** Where the window is, beside where the toolkit says: at a broken scale it rounds. */
        private CanvasPoint aside = new CanvasPoint(0, 0);

        Seat(String name, ViewRoom room, String shots) {
            this.name = name;
            this.room = room;
            this.shots = shots;
        }

        void tell() throws IOException {
            double scale = Fx.call(() -> room.stage().getRenderScaleX());
            say("scale", scale);
            room.run(ViewerAction.ONE_TO_ONE);
            say("wrong", arrived("0 of 10000", () -> leastWrong() + " of " + SIZE * SIZE));
            say("greys", greys(onScreen()));
            room.run(ViewerAction.TRUE_SIZE);
            say("bar", arrived("120", () -> String.valueOf(bar())));
            draw();
            say("mark", arrived("true", () -> String.valueOf(isMarkInPlace(scale))));
            shoot();
        }

        private void say(String what, Object value) {
            System.out.println(name + "." + what + "=" + value);
        }

        /** What is seen once it is as expected, or what it still is when patience ends: the X server lags behind. */
        private static String arrived(String expected, Supplier<String> seen) {
            String last = seen.get();
            for (int look = 0; look < LOOKS && !last.equals(expected); look++) {
                Fx.settle();
                last = seen.get();
            }
            return last;
        }

        /** Of the image as a whole, wherever the window came to lie within a pixel or two. */
        private int leastWrong() {
            int least = Integer.MAX_VALUE;
            CanvasPoint best = aside;
            for (int i = 0; i < 25 && least > 0; i++) {
                aside = new CanvasPoint(i % 5 - 2, i / 5 - 2);
                int wrong = wrong(onScreen());
                best = wrong < least ? aside : best;
                least = Math.min(least, wrong);
            }
            aside = best;
            return least;
        }

        private int wrong(int[][] seen) {
            DisplayLut table = table(name);
            return (int) IntStream.range(0, SIZE * SIZE)
                    .filter(i -> seen[i / SIZE][i % SIZE]
                            != table.argb(isWhite(i % SIZE, i / SIZE) ? DisplayLut.MAX_P_VALUE : 0))
                    .count();
        }

        private String greys(int[][] seen) {
            TreeSet<Integer> codes = new TreeSet<>();
            for (int[] row : seen) {
                IntStream.of(row).forEach(argb -> codes.add(argb & 0xFF));
            }
            return codes.stream().map(String::valueOf).collect(Collectors.joining(" "));
        }

        /** The screen under each pixel of the image, by rows; one to one. */
        private int[][] onScreen() {
            Patch patch = patch();
            int[][] seen = new int[SIZE][SIZE];
            for (int row = 0; row < SIZE; row++) {
                for (int column = 0; column < SIZE; column++) {
                    seen[row][column] = patch.argb(patch.x(column), patch.y(row));
                }
            }
            return seen;
        }

        /** Device pixels of the bar, its edges, which are filled in linearly, as much as they are white. */
        private long bar() {
            Patch patch = patch();
            int white = grey(DisplayLut.MAX_P_VALUE) - grey(0);
            return Math.round(IntStream.range(0, ACROSS)
                    .mapToDouble(x -> ((patch.argb(x, patch.y(BAR)) & 0xFF) - grey(0)) / (double) white)
                    .sum());
        }

        private int grey(int pValue) {
            return table(name).argb(pValue) & 0xFF;
        }

        private void draw() {
            Fx.run(() -> {
                ResolvedView view = view();
                room.session.press(Place.LEFT, ViewTool.LENGTH, view.canvasPoint(new ImagePoint(20, BAR)));
                room.session.drag(view.canvasPoint(new ImagePoint(80, BAR)));
                room.session.release();
            });
            room.settle();
        }

        /** A line along the bar has colour from end to end and none beyond what its ends are drawn with. */
        private boolean isMarkInPlace(double scale) {
            Patch patch = patch();
            int edge = (int) Math.ceil(7 * scale);
            int from = patch.x(20);
            int to = patch.x(80);
            return IntStream.range(from + edge, to - edge).allMatch(x -> patch.isColoured(x, BAR))
                    && IntStream.of(from - edge, to + edge).noneMatch(x -> patch.isColoured(x, BAR));
        }

        private ResolvedView view() {
            return room.session.viewport(Place.LEFT).resolvedView().orElseThrow();
        }

        /** Device pixels of the X server around the middle of the image. */
        private Patch patch() {
            Node stage = room.node("#viewport-left .viewport-stage");
            return Fx.call(() -> {
                double scale = room.stage().getRenderScaleX();
                ResolvedView view = view();
                CanvasPoint middle = view.canvasPoint(new ImagePoint(SIZE / 2.0, SIZE / 2.0));
                Point2D corner = stage.localToScreen(0, 0);
                int left = (int) Math.round(corner.getX() * scale + middle.x()) - ACROSS / 2;
                int top = (int) Math.round(corner.getY() * scale + middle.y()) - ACROSS / 2;
                double hair = scale == 1 ? 0 : HAIR;
                double units = ACROSS / scale - 2 * hair;
                WritableImage seen = new Robot()
                        .getScreenCapture(null, left / scale + hair, top / scale + hair, units, units, false);
                CanvasPoint origin = new CanvasPoint(
                        corner.getX() * scale - left + aside.x(), corner.getY() * scale - top + aside.y());
                return new Patch(seen, view, origin);
            });
        }

        private void shoot() throws IOException {
            if (!shots.isEmpty()) {
                Patch patch = patch();
                BufferedImage image = new BufferedImage(ACROSS, ACROSS, BufferedImage.TYPE_INT_RGB);
                IntStream.range(0, ACROSS * ACROSS)
                        .forEach(i -> image.setRGB(i % ACROSS, i / ACROSS, patch.argb(i % ACROSS, i / ACROSS)));
                double scale = Fx.call(() -> room.stage().getRenderScaleX());
                ImageIO.write(
                        image,
                        "png",
                        Path.of(shots, "scale-" + scale + "-" + name + ".png").toFile());
            }
        }
    }

    /** A part of the screen, and where the image has to be on it. */
    private record Patch(WritableImage screen, ResolvedView view, CanvasPoint origin) {
        Patch {
            if (screen.getWidth() != ACROSS || screen.getHeight() != ACROSS) {
                throw new IllegalStateException("taken: " + screen.getWidth() + " x " + screen.getHeight());
            }
        }

        int x(double column) {
            return (int) Math.rint(view.canvasPoint(new ImagePoint(column, 0)).x()) + (int) Math.round(origin.x());
        }

        int y(double row) {
            return (int) Math.rint(view.canvasPoint(new ImagePoint(0, row)).y()) + (int) Math.round(origin.y());
        }

        int argb(int x, int y) {
            return screen.getPixelReader().getArgb(x, y);
        }

        boolean isColoured(int x, int row) {
            int argb = argb(x, y(row));
            return (argb >> 16 & 0xFF) != (argb & 0xFF);
        }
    }

    private static final class Tables implements DisplayLuts {
        @Override
        public DisplayLut lutFor(ScreenId screen) {
            return table(screen.value());
        }

        @Override
        public DisplayStanding standing(ScreenId screen) {
            return DisplayStanding.UNCALIBRATED;
        }

        @Override
        public void onChange(Consumer<ScreenId> listener) {
            // Nothing changes.
        }
    }
}
