package org.candela.displayqa.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.DoubleStream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.TriangleMesh;
import org.candela.Fx;
import org.candela.calibration.Luminance;
import org.candela.calibration.Uniformity;
import org.fxyz3d.shapes.primitives.SurfacePlotMesh;
import org.junit.jupiter.api.Test;

// [utest->req~displayqa.terrain~1]
class TerrainViewTest {
    /** Median 100; brightest in the centre, darkest at the bottom right. */
    private static final Uniformity SCREEN = uniformity(90, 100, 95, 100, 120, 105, 98, 101, 80);

    @Test
    void theSurfaceMeetsEveryMeasuredPlace() {
        BilinearPlaces surface = new BilinearPlaces(SCREEN);

        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                assertEquals(
                        SCREEN.deviationFromMedian(row, column), surface.deviation(column / 2.0, row / 2.0), 1e-12);
            }
        }
    }

    @Test
    void betweenPlacesItStaysBetweenItsNeighboursAndBeyondThemItStaysLevel() {
        BilinearPlaces surface = new BilinearPlaces(SCREEN);

        assertEquals((-0.10 + 0 + 0 + 0.20) / 4, surface.deviation(0.25, 0.25), 1e-12);
        assertEquals(SCREEN.deviationFromMedian(2, 2), surface.deviation(1.4, 1.2), 1e-12);
    }

    @Test
    void heightInSpaceIsThreePointsAPercent() {
        Fx.start();
        SurfacePlotMesh mesh = Fx.call(() -> new TerrainView(SCREEN, 0.75).mesh());

        assertEquals(-60, extreme(mesh, -1), 0.5, "the centre, 20 % above the median");
        assertEquals(60, extreme(mesh, 1), 0.5, "the bottom right, 20 % below it");
    }

    @Test
    void anEvenScreenIsAFlatSurfaceOfTheMiddleShade() {
        Fx.start();
        SurfacePlotMesh mesh =
                Fx.call(() -> new TerrainView(uniformity(200, 200, 200, 200, 200, 200, 200, 200, 200), 1).mesh());

        assertEquals(0, extreme(mesh, 1), 0.01);
        assertEquals(0.5, shadeOf(mesh, 0), 0.01);
    }

    @Test
    void theSameDeviationHasTheSameShadeOnEveryScreen() {
        Fx.start();
        SurfacePlotMesh even =
                Fx.call(() -> new TerrainView(uniformity(90, 100, 100, 100, 100, 100, 100, 100, 100), 1).mesh());
        SurfacePlotMesh uneven =
                Fx.call(() -> new TerrainView(uniformity(90, 120, 80, 100, 100, 100, 100, 100, 100), 1).mesh());

        assertEquals(shadeOf(even, 30), shadeOf(uneven, 30), 1e-6, "30 points below the median: 10 % darker");
    }

    @Test
    void arrowKeysAndDraggingTurnItAndHomeBringsItBack() {
        Fx.start();
        Fx.run(() -> {
            TerrainView view = new TerrainView(SCREEN, 0.75);
            double turn = view.turnDegrees();
            double tilt = view.tiltDegrees();

            press(view, KeyCode.LEFT);
            press(view, KeyCode.UP);
            assertEquals(turn + 6, view.turnDegrees());
            assertEquals(tilt - 6, view.tiltDegrees());
            mouse(view, MouseEvent.MOUSE_PRESSED, 10, 10);
            mouse(view, MouseEvent.MOUSE_DRAGGED, 60, 10);
            assertEquals(turn - 14, view.turnDegrees(), 1e-9);
            press(view, KeyCode.HOME);

            assertEquals(turn, view.turnDegrees(), 1e-9);
            assertEquals(tilt, view.tiltDegrees(), 1e-9);
        });
    }

    @Test
    void itNeverTipsOver() {
        Fx.start();
        Fx.run(() -> {
            TerrainView view = new TerrainView(SCREEN, 0.75);
            for (int i = 0; i < 40; i++) {
                press(view, KeyCode.DOWN);
            }
            assertEquals(90, view.tiltDegrees());
        });
    }

    private static double extreme(SurfacePlotMesh mesh, int sign) {
        TriangleMesh triangles = (TriangleMesh) mesh.getMesh();
        double found = 0;
        for (int i = 1; i < triangles.getPoints().size(); i += 3) {
            found = Math.max(found, sign * triangles.getPoints().get(i));
        }
        return sign * found;
    }

    /** Place in the palette, 0 to 1, of the first corner of a triangle that lies at that height. */
    private static double shadeOf(SurfacePlotMesh mesh, double y) {
        TriangleMesh triangles = (TriangleMesh) mesh.getMesh();
        for (int i = 0; i < triangles.getFaces().size(); i += 2) {
            int point = triangles.getFaces().get(i);
            if (Math.abs(triangles.getPoints().get(3 * point + 1) - y) < 1e-3) {
                int texture = triangles.getFaces().get(i + 1);
                float u = triangles.getTexCoords().get(2 * texture);
                float v = triangles.getTexCoords().get(2 * texture + 1);
                int side = 16; // FXyz3D lays 256 shades out in a square
                return (Math.floor(v * side) * side + u * side) / (side * side);
            }
        }
        throw new AssertionError("no corner at " + y);
    }

    private static void press(TerrainView view, KeyCode code) {
        Event.fireEvent(view, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    private static void mouse(TerrainView view, EventType<MouseEvent> type, double x, double y) {
        Event.fireEvent(
                view,
                new MouseEvent(
                        type,
                        x,
                        y,
                        x,
                        y,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        false,
                        false,
                        false,
                        null));
    }

    private static Uniformity uniformity(double... rowByRow) {
        return Uniformity.of(DoubleStream.of(rowByRow).mapToObj(Luminance::new).toList());
    }
}
