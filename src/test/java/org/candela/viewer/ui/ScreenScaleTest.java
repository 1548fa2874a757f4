package org.candela.viewer.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import org.candela.Fx;
import org.candela.VirtualDesk;
import org.candela.image.ImagePoint;
import org.candela.viewer.ViewTool;
import org.candela.viewer.ViewerAction;
import org.candela.viewer.layout.Place;
import org.candela.viewer.picture.CanvasSize;
import org.candela.viewer.picture.ResolvedView;
import org.candela.viewer.picture.ScreenPitch;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Screens that are scaled. A change while a case hangs is made on the window; what arrives on the screen at a scale is read
 * from a process of its own, since the toolkit knows one scale a process under X.
 */
class ScreenScaleTest {
    /** Bounds are floats of the toolkit; pixels. */
    private static final double FLOAT = 1e-3;

    private static final ScreenPitch PITCH = new ScreenPitch(0.25, 0.25);

    @TempDir
    Path folder;

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    // [utest->req~viewer.device-pixels~1]
    // [utest->req~viewer.true-size~1]
    @ParameterizedTest
    @ValueSource(doubles = {1.25, 1.5, 2})
    void aCaseThatHangsHasAPixelForEachOfTheMonitorAfterItsScaleChangedAndAfterItChangedBack(double scale)
            throws Exception {
        try (ViewRoom room =
                ViewRoom.over(ViewRoom.RAMP).onPanels(0, 1).ofPitch(PITCH).open(folder)) {
            CanvasSize before = canvas(room);
            room.run(ViewerAction.TRUE_SIZE);

            scaled(room, scale);

            assertDevicePixels(room, scale);
            assertEquals(0.5 / 0.25, view(room).scale(), 1e-9, "device pixels to an image pixel of 0.5 mm");
            room.run(ViewerAction.ONE_TO_ONE);
            assertEquals(1, view(room).scale(), 1e-9);
            scaled(room, 1);
            assertDevicePixels(room, 1);
            assertEquals(before, canvas(room));
        }
    }

    // [utest->req~viewer.device-pixels~1]
    @Test
    void marksAreWhereTheyWereDrawnAndArePickedUpThereAfterTheScaleChanged() throws Exception {
        try (ViewRoom room = ViewRoom.over(ViewRoom.RAMP).open(folder)) {
            ImagePoint from = new ImagePoint(20, 50);
            ImagePoint to = new ImagePoint(80, 50);
            Fx.run(() -> {
                room.session.press(Place.LEFT, ViewTool.LENGTH, view(room).canvasPoint(from));
                room.session.drag(view(room).canvasPoint(to));
                room.session.release();
            });
            room.settle();

            scaled(room, 2);
            Fx.run(() -> {
                room.session.press(Place.LEFT, ViewTool.SELECT, view(room).canvasPoint(to));
                room.session.drag(view(room).canvasPoint(new ImagePoint(60, 50)));
                room.session.release();
            });

            assertEquals(
                    40 * 0.5,
                    room.session
                            .activeViewport()
                            .measuring()
                            .latest()
                            .orElseThrow()
                            .value(),
                    1e-6);
        }
    }

    /** Two monitors, each through its own table, read from the pixels of the X server. */
    // [utest->req~viewer.device-pixels~1]
    // [utest->req~viewer.true-size~1]
    @ParameterizedTest
    @ValueSource(strings = {"1", "1.25", "1.5", "2"})
    @Timeout(120)
    void atAnyScaleBothMonitorsShowTheGreysOfTheirOwnTablesPixelForPixel(String scale) throws Exception {
        Assumptions.assumeTrue(VirtualDesk.ownDesk().isPresent(), VirtualDesk::absence);

        Map<String, String> told = tell(scale);

        for (String head : List.of("left", "right")) {
            assertEquals(Double.parseDouble(scale), Double.parseDouble(told.get(head + ".scale")), head);
            assertEquals("0 of 10000", told.get(head + ".wrong"), head);
            assertEquals("120", told.get(head + ".bar"), "60 pixels of 0.5 mm on device pixels of 0.25 mm");
            assertEquals("true", told.get(head + ".mark"), head);
        }
        // Black and white of the image as the two tables of ScaledDesk present them.
        assertEquals("10 120", told.get("left.greys"));
        assertEquals("50 250", told.get("right.greys"));
    }

    private Map<String, String> tell(String scale) throws IOException, InterruptedException {
        Path complaints = folder.resolve("complaints.txt");
        Path facts = folder.resolve("facts.txt");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dglass.gtk.uiScale=" + scale,
                        "-Dprism.order=sw",
                        "-Dcandela.test.display=" + VirtualDesk.ownDesk().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ScaledDesk.class.getName(),
                        folder.toString(),
                        System.getProperty("candela.shots", ""))
                .redirectError(complaints.toFile())
                .redirectOutput(facts.toFile());
        builder.environment().put("DISPLAY", VirtualDesk.ownDesk().orElseThrow());
        Process process = builder.start();
        try {
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), () -> read(complaints));
            assertEquals(0, process.exitValue(), () -> read(complaints));
            return Files.readAllLines(facts).stream()
                    .filter(line -> line.contains("="))
                    .collect(Collectors.toMap(
                            line -> line.substring(0, line.indexOf('=')),
                            line -> line.substring(line.indexOf('=') + 1)));
        } finally {
            process.destroyForcibly();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** What a monitor of another scale, or another setting of the same, does to a window. */
    private static void scaled(ViewRoom room, double scale) {
        Fx.run(() -> {
            room.stage().setRenderScaleX(scale);
            room.stage().setRenderScaleY(scale);
        });
        Fx.settle();
        room.settle();
    }

    private static void assertDevicePixels(ViewRoom room, double scale) {
        Region stage = (Region) room.node("#viewport-left .viewport-stage");
        ImageView picture = (ImageView) stage.getChildrenUnmodifiable().stream()
                .flatMap(child -> child.lookupAll("ImageView").stream())
                .filter(node -> ((ImageView) node).getImage() != null)
                .findFirst()
                .orElseThrow();
        Image image = Fx.call(picture::getImage);
        Function<Double, Integer> pixels = units -> (int) Math.round(units * scale);
        assertEquals(new CanvasSize(pixels.apply(stage.getWidth()), pixels.apply(stage.getHeight())), canvas(room));
        assertEquals(canvas(room), new CanvasSize((int) image.getWidth(), (int) image.getHeight()));
        assertEquals(image.getWidth(), picture.getBoundsInParent().getWidth() * scale, FLOAT);
        assertEquals(image.getHeight(), picture.getBoundsInParent().getHeight() * scale, FLOAT);
    }

    private static CanvasSize canvas(ViewRoom room) {
        return view(room).canvas();
    }

    private static ResolvedView view(ViewRoom room) {
        return room.session.viewport(Place.LEFT).resolvedView().orElseThrow();
    }
}
