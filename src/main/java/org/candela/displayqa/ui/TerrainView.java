package org.candela.displayqa.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Point2D;
import javafx.geometry.Point3D;
import javafx.scene.AmbientLight;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.PerspectiveCamera;
import javafx.scene.PointLight;
import javafx.scene.SceneAntialiasing;
import javafx.scene.SubScene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.PhongMaterial;
import javafx.scene.shape.Box;
import javafx.scene.shape.CullFace;
import javafx.scene.shape.Sphere;
import javafx.scene.transform.Rotate;
import org.candela.calibration.Uniformity;
import org.candela.ui.Theme;
import org.fxyz3d.scene.paint.Palette.FunctionColorPalette;
import org.fxyz3d.shapes.primitives.SurfacePlotMesh;

/**
 * The nine places of a screen as a surface in space: height is the deviation from the median, 1 % the same height on every
 * screen. Turned by dragging and by arrow keys, Home brings it back. FX thread; drawn where there is SCENE3D.
 */
// [impl->req~displayqa.terrain~1]
final class TerrainView extends Region {
    private static final double LONGER_SIDE = 300;
    private static final double HEIGHT_OF_A_PERCENT = 3;
    /** Deviation at which the shades end; the same on every screen, as the heights are. */
    private static final double SHADED_PERCENT = 20;

    private static final int DIVISIONS = 48;
    private static final double DISTANCE = 620;
    /** How far the eye is lowered, since the near edge looks larger than the far one. */
    private static final double BELOW = 14;

    private static final double TILT = 42;
    private static final double TURN = -24;
    private static final double STEP = 6;
    private static final double DEGREES_PER_PIXEL = 0.4;
    /** Of a side, from the edge of the screen to the first place. */
    private static final double EDGE = 1 / 6.0;

    private static final Color DARKEST = Color.web("#22454a");
    private static final Color BRIGHTEST = Color.web("#8fbdb6");
    /** Darkest to brightest place; dim, since it stands in a dark room, and fine, so that no step looks like an edge. */
    private static final FunctionColorPalette SHADES = new FunctionColorPalette(256, TerrainView::shade);

    private final Uniformity uniformity;
    private final BilinearPlaces surface;
    private final double width;
    private final double height;
    private final Rotate tilt = new Rotate(TILT, Rotate.X_AXIS);
    private final Rotate turn = new Rotate(TURN, Rotate.Y_AXIS);
    private final SubScene scene;
    private final List<Sphere> marks = new ArrayList<>();
    private final List<Label> values = new ArrayList<>();
    private final Pane labels = new Pane();
    private Point2D grip = Point2D.ZERO;

    /** @param aspect width by height of the screen */
    TerrainView(Uniformity uniformity, double aspect) {
        this.uniformity = uniformity;
        this.surface = new BilinearPlaces(uniformity);
        this.width = aspect < 1 ? LONGER_SIDE * aspect : LONGER_SIDE;
        this.height = aspect < 1 ? LONGER_SIDE : LONGER_SIDE / aspect;
        this.scene = new SubScene(world(), 0, 0, true, SceneAntialiasing.BALANCED);
        scene.setCamera(camera());
        labels.setMouseTransparent(true);
        getChildren().addAll(scene, labels);
        setFocusTraversable(true);
        getStyleClass().add("terrain");
        setOnMousePressed(this::grip);
        setOnMouseDragged(this::drag);
        setOnKeyPressed(this::key);
    }

    /** Angle about the screen's own axis, in degrees. */
    double turnDegrees() {
        return turn.getAngle();
    }

    /** How steeply one looks down on it, in degrees: 0 along the screen, 90 straight at it. */
    double tiltDegrees() {
        return tilt.getAngle();
    }

    /** The surface, for looking at what was built. */
    SurfacePlotMesh mesh() {
        return (SurfacePlotMesh) scene.getRoot().lookup("#terrain-surface");
    }

    @Override
    protected void layoutChildren() {
        scene.setWidth(getWidth());
        scene.setHeight(getHeight());
        labels.resizeRelocate(0, 0, getWidth(), getHeight());
        for (int i = 0; i < marks.size(); i++) {
            Point2D onScreen = labels.sceneToLocal(flat(marks.get(i).localToScene(Point3D.ZERO, true)));
            Label value = values.get(i);
            value.autosize();
            value.relocate(onScreen.getX() - value.getWidth() / 2, onScreen.getY() - value.getHeight() - 6);
        }
    }

    private static Point2D flat(Point3D point) {
        return new Point2D(point.getX(), point.getY());
    }

    private Group world() {
        Group plate = new Group(surface(), median());
        for (int row = 0; row < Uniformity.SIDE; row++) {
            for (int column = 0; column < Uniformity.SIDE; column++) {
                plate.getChildren().addAll(place(row, column));
            }
        }
        plate.getTransforms().setAll(tilt, turn);
        PointLight light = new PointLight(Color.gray(0.5));
        move(light, -400, -700, -600);
        return new Group(plate, light, new AmbientLight(Color.gray(0.7)));
    }

    private SurfacePlotMesh surface() {
        SurfacePlotMesh mesh =
                new SurfacePlotMesh(place -> y(place.getX(), place.getY()), width, height, DIVISIONS, DIVISIONS, 1);
        mesh.setId("terrain-surface");
        mesh.setCullFace(CullFace.NONE);
        mesh.setMinGlobal(-SHADED_PERCENT);
        mesh.setMaxGlobal(SHADED_PERCENT);
        mesh.setTextureModeVertices3D(SHADES, vertex -> percent(-vertex.y / HEIGHT_OF_A_PERCENT));
        return mesh;
    }

    /**
     * Height over a point of the screen, which lies with its top edge away from the viewer; less is higher, as y goes
     * down. The places lie on a sixth, a half and five sixths of each side.
     */
    private double y(double x, double z) {
        double across = (x / width + 0.5 - EDGE) / (1 - 2 * EDGE);
        double down = (0.5 - z / height - EDGE) / (1 - 2 * EDGE);
        return -100 * surface.deviation(across, down) * HEIGHT_OF_A_PERCENT;
    }

    /** The level of the median, as a frame around the screen. */
    private Node median() {
        PhongMaterial line = new PhongMaterial(Theme.MUTED);
        Group frame = new Group(
                bar(width, 1, 0, -height / 2),
                bar(width, 1, 0, height / 2),
                bar(1, height, -width / 2, 0),
                bar(1, height, width / 2, 0));
        frame.getChildren().forEach(bar -> ((Box) bar).setMaterial(line));
        return frame;
    }

    private static Box bar(double wide, double deep, double x, double z) {
        Box bar = new Box(wide, 1, deep);
        move(bar, x, 0, z);
        return bar;
    }

    /** A measured place: a ball on the surface, and a needle down or up to the median. */
    private List<Node> place(int row, int column) {
        double x = ((2 * column + 1) * EDGE - 0.5) * width;
        double z = (0.5 - (2 * row + 1) * EDGE) * height;
        double y = y(x, z);
        Sphere ball = new Sphere(4);
        ball.setMaterial(new PhongMaterial(Theme.TEXT));
        Box needle = new Box(1, Math.max(0.1, Math.abs(y)), 1);
        needle.setMaterial(new PhongMaterial(Theme.MUTED));
        move(ball, x, y, z);
        move(needle, x, y / 2, z);
        marks.add(ball);
        Label value = new Label(String.format(Locale.ROOT, "%.1f", uniformity.luminance(row, column)));
        value.getStyleClass().add("terrain-value");
        values.add(value);
        labels.getChildren().add(value);
        return List.of(ball, needle);
    }

    private static double percent(double deviation) {
        return Math.max(-SHADED_PERCENT, Math.min(SHADED_PERCENT, deviation));
    }

    private static Color shade(double share) {
        return DARKEST.interpolate(BRIGHTEST, share);
    }

    private static void move(Node node, double x, double y, double z) {
        node.setTranslateX(x);
        node.setTranslateY(y);
        node.setTranslateZ(z);
    }

    private static PerspectiveCamera camera() {
        PerspectiveCamera camera = new PerspectiveCamera(true);
        move(camera, 0, BELOW, -DISTANCE);
        camera.setNearClip(1);
        camera.setFarClip(4 * DISTANCE);
        return camera;
    }

    private void grip(MouseEvent event) {
        requestFocus();
        grip = new Point2D(event.getX(), event.getY());
        event.consume();
    }

    private void drag(MouseEvent event) {
        turnBy((grip.getX() - event.getX()) * DEGREES_PER_PIXEL, (event.getY() - grip.getY()) * DEGREES_PER_PIXEL);
        grip = new Point2D(event.getX(), event.getY());
        event.consume();
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> turnBy(STEP, 0);
            case RIGHT -> turnBy(-STEP, 0);
            case UP -> turnBy(0, -STEP);
            case DOWN -> turnBy(0, STEP);
            case HOME -> turnBy(TURN - turn.getAngle(), TILT - tilt.getAngle());
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** The tilt stays between looking along the screen and straight at it, so that up stays up. */
    private void turnBy(double about, double up) {
        turn.setAngle(turn.getAngle() + about);
        tilt.setAngle(Math.max(2, Math.min(90, tilt.getAngle() + up)));
        requestLayout();
    }
}
