package org.candela.viewer.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.candela.Fx;
import org.candela.image.DisplayLut;
import org.candela.image.RasterArgb;
import org.candela.image.VoiWindow;
import org.candela.store.StoreException;
import org.candela.ui.Theme;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.ViewTool;
import org.candela.viewer.layout.Grid;
import org.candela.viewer.layout.Place;
import org.candela.viewer.picture.Picture;
import org.candela.viewer.picture.Renderer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The view with a real toolkit: real events in, real pixels out. */
class ViewerViewTest {
    private ViewRoom room;
    private ReadingSession session;
    private ViewerView view;
    private Stage stage;

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @BeforeEach
    void open(@TempDir Path folder) throws StoreException {
        room = ViewRoom.over(ViewRoom.RAMP).onPanels(0, 1).ofSeries(2).open(folder);
        session = room.session;
        view = room.view();
        stage = room.stage();
    }

    @AfterEach
    void close() throws StoreException {
        room.close();
    }

    @Test
    // [utest->req~viewer.device-pixels~1]
    void theScreenShowsTheRendererPixelsUnchanged() {
        Picture picture = session.viewport(Place.LEFT).picture().orElseThrow();
        RasterArgb expected = RasterArgb.ofSize(
                picture.view().canvas().width(), picture.view().canvas().height());
        Renderer.ON_CALLER.render(picture, DisplayLut.IDENTITY, expected);

        WritableImage seen =
                Fx.call(() -> node("#viewport-left .viewport-stage").snapshot(null, null));

        // A row through the image, away from every letter and line.
        int y = expected.height() / 2 - 60;
        for (int x = 40; x < expected.width() - 40; x++) {
            assertEquals(expected.argb(x, y), seen.getPixelReader().getArgb(x, y), "column " + x);
        }
    }

    // [utest->req~viewer.grids~1]
    @Test
    void aGridShowsItsPlacesSideBySideAndGivesTheFirstItsRoomBack() {
        double whole = Fx.call(() -> node("#viewport-left").getBoundsInParent().getWidth());

        Fx.run(() -> session.arrange(new Grid(2, 2)));
        Fx.until("the fourth place", () -> view.lookup("#viewport-0-3") != null);
        Fx.settle();
        assertEquals(
                whole / 2,
                Fx.call(() -> node("#viewport-left").getBoundsInParent().getWidth()),
                1);
        assertEquals(5, Fx.call(() -> view.lookupAll(".viewport").size()), "and one on the other panel");

        Fx.run(() -> session.arrange(Grid.SINGLE));
        Fx.settle();
        assertEquals(
                whole, Fx.call(() -> node("#viewport-left").getBoundsInParent().getWidth()), 1);
    }

    /** Under the captions of the next image the last one would be another patient's, or another slice. */
    @Test
    // [utest->req~viewer.last-good-frame~1]
    void aPictureThatCannotBeDrawnLeavesNoOlderOneInItsPlace() {
        AtomicBoolean isBroken = new AtomicBoolean();
        Renderer renderer = new Renderer(
                task -> {
                    if (isBroken.get()) {
                        throw new IllegalStateException("no thread to draw");
                    }
                    task.run();
                },
                2);
        room.drawBy(renderer);
        view = room.view();
        stage = room.stage();
        ImageView picture =
                (ImageView) Fx.call(() -> node("#viewport-left .viewport-stage").lookup("ImageView"));
        assertNotNull(Fx.call(picture::getImage));
        isBroken.set(true);

        Fx.run(() -> session.viewport(Place.LEFT).invert());

        Label reason = (Label) Fx.call(() -> node("#viewport-left #problem"));
        Fx.until("the reason", () -> reason.getText().startsWith("This image cannot be shown."));
        assertNull(Fx.call(picture::getImage));
        assertTrue(session.viewport(Place.LEFT).shown().isEmpty());
        isBroken.set(false);
        Fx.run(() -> session.viewport(Place.LEFT).scrollBy(1));
        Fx.until("the next image", () -> picture.getImage() != null);
        assertEquals("", text("#viewport-left #problem"));
    }

    @Test
    // [utest->req~viewer.identity-on-screen~1]
    void identityOrientationAndDisplayStandingAreOnEveryViewport() {
        for (String place : List.of("#viewport-left ", "#viewport-right ")) {
            assertEquals("SYNTHETIC, Anna", text(place + "#patient"));
            Node view = node(place.strip());
            assertTrue(Fx.call(() -> String.valueOf(view.queryAccessibleAttribute(AccessibleAttribute.TEXT)))
                    .contains("SYNTHETIC, Anna"));
            assertTrue(text(place + "#identity").contains("C-1042"));
            assertEquals("R", text(place + "#orientation-left"));
            assertEquals("P", text(place + "#orientation-bottom"));
            assertTrue(text(place + "#cautions").contains("Display not calibrated"));
            assertEquals("SYNTHETIC", text(place + "#tag"));
        }
    }

    /** The shell dresses its windows in the theme alone; identity and warnings must not depend on more. */
    @Test
    // [utest->req~viewer.identity-on-screen~1]
    void nameAndIdentityStandApartAndWarningsAreAmberInAnyWindow() {
        Label patient = (Label) Fx.call(() -> node("#viewport-left #patient"));
        Label identity = (Label) Fx.call(() -> node("#viewport-left #identity"));
        Label cautions = (Label) Fx.call(() -> node("#viewport-left #cautions"));

        double gap = Fx.call(() -> identity.getBoundsInParent().getMinX()
                - patient.getBoundsInParent().getMaxX());

        assertTrue(gap >= 10, "name and ID are " + gap + " px apart");
        assertEquals(Theme.AMBER, Fx.call(cautions::getTextFill));
    }

    @Test
    void keysScrollInvertAndSetWindows() {
        List.of(KeyCode.PAGE_DOWN, KeyCode.DOWN, KeyCode.I, KeyCode.DIGIT3).forEach(this::press);

        assertEquals("Image 12 / 20", text("#viewport-left #position"));
        assertTrue(text("#viewport-left #view").startsWith("C -600  W 1500  HU  ·  Lung  ·  inverted"));
        List.of(KeyCode.HOME, KeyCode.R).forEach(this::press);
        assertEquals("Image 1 / 20", text("#viewport-left #position"));
        assertTrue(text("#viewport-left #view").startsWith("C 0  W 100  HU\n"));
    }

    @Test
    void theWheelScrollsTheViewportUnderIt() {
        Fx.run(() -> Event.fireEvent(node("#viewport-right .viewport-stage"), wheel(-40)));
        Fx.run(() -> Event.fireEvent(node("#viewport-right .viewport-stage"), wheel(-20)));
        Fx.run(() -> Event.fireEvent(node("#viewport-right .viewport-stage"), wheel(-20)));
        settle();

        assertEquals("Image 3 / 20", text("#viewport-right #position"));
        assertEquals("Image 1 / 20", text("#viewport-left #position"));
        assertEquals(Place.RIGHT, session.active());
    }

    // [utest->req~viewer.mouse~1]
    @Test
    void withCtrlTheWheelZoomsAndWithShiftItGoesTenImages() {
        Node stageNode = Fx.call(() -> node("#viewport-left .viewport-stage"));
        pointAt(stageNode);

        roll(KeyCode.SHIFT, 1);
        Fx.until("ten images on", () -> isAt("Image 11 / 20"));
        roll(KeyCode.CONTROL, -1);

        Fx.until("zoomed", () -> session.viewport(Place.LEFT).viewState().zoom() > 1);
        assertEquals("Image 11 / 20", text("#viewport-left #position"));
        roll(KeyCode.UNDEFINED, 1);
        Fx.until("one image on", () -> isAt("Image 12 / 20"));
    }

    // [utest->req~viewer.mouse~1]
    @Test
    void theThumbButtonsGoFromSeriesToSeries() {
        Node stageNode = Fx.call(() -> node("#viewport-left .viewport-stage"));
        int before = Fx.call(this::series);
        pointAt(stageNode);

        Fx.run(() -> new Robot().mouseClick(MouseButton.FORWARD));
        Fx.until("another series", () -> series() != before);
        Fx.run(() -> new Robot().mouseClick(MouseButton.BACK));

        Fx.until("the series of before", () -> series() == before);
    }

    private int series() {
        return session.viewport(Place.LEFT).stack().orElseThrow().hashCode();
    }

    private boolean isAt(String position) {
        return ((Label) node("#viewport-left #position")).getText().equals(position);
    }

    private void pointAt(Node node) {
        Fx.run(() -> {
            stage.requestFocus();
            Bounds bounds = node.localToScreen(node.getBoundsInLocal());
            new Robot().mouseMove(bounds.getCenterX(), bounds.getCenterY());
        });
        Fx.settle();
    }

    private static void roll(KeyCode held, int notches) {
        Fx.run(() -> {
            Robot robot = new Robot();
            if (held != KeyCode.UNDEFINED) {
                robot.keyPress(held);
            }
            robot.mouseWheel(notches);
            if (held != KeyCode.UNDEFINED) {
                robot.keyRelease(held);
            }
        });
    }

    @Test
    void aRightDragWindowsWhateverTheTool() {
        Fx.run(() -> session.choose(ViewTool.LENGTH));
        drag(MouseButton.SECONDARY, 100, 100, 140, 100);

        assertEquals(
                VoiWindow.linear(0, 110),
                session.activeViewport().presentation().orElseThrow().window());
    }

    @Test
    void aLeftDragWithTheLengthToolMeasures() {
        Fx.run(() -> session.choose(ViewTool.LENGTH));
        double scale = session.activeViewport().resolvedView().orElseThrow().scale();

        drag(MouseButton.PRIMARY, 100, 300, 200, 300);

        double expectedMm = 100 / scale * 0.5;
        assertEquals(
                expectedMm,
                session.activeViewport().measuring().latest().orElseThrow().value(),
                1e-6);
    }

    @Test
    void closingLeavesNoPixelsOfThePatient() {
        Fx.run(session::close);
        settle();

        WritableImage seen =
                Fx.call(() -> node("#viewport-left .viewport-stage").snapshot(null, null));

        assertEquals("No study open", text("#viewport-left #patient"));
        assertEquals(0xFF000000, seen.getPixelReader().getArgb(200, (int) seen.getHeight() / 2 - 60));
    }

    private void settle() {
        room.settle();
    }

    private void press(KeyCode code) {
        Fx.run(() -> Event.fireEvent(
                stage.getScene(),
                new KeyEvent(KeyEvent.KEY_PRESSED, code.getChar(), code.getName(), code, false, false, false, false)));
        settle();
    }

    private void drag(MouseButton button, double fromX, double fromY, double toX, double toY) {
        Node target = Fx.call(() -> node("#viewport-left .viewport-stage"));
        Fx.run(() -> Event.fireEvent(target, mouse(MouseEvent.MOUSE_PRESSED, button, fromX, fromY)));
        Fx.run(() -> Event.fireEvent(target, mouse(MouseEvent.MOUSE_DRAGGED, button, toX, toY)));
        Fx.run(() -> Event.fireEvent(target, mouse(MouseEvent.MOUSE_RELEASED, button, toX, toY)));
        settle();
    }

    private static MouseEvent mouse(javafx.event.EventType<MouseEvent> type, MouseButton button, double x, double y) {
        PickResult nowhere = new PickResult(null, x, y);
        return new MouseEvent(
                type, x, y, x, y, button, 1, false, false, false, false, false, false, false, false, false, false,
                nowhere);
    }

    private static ScrollEvent wheel(double deltaY) {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                50,
                50,
                50,
                50,
                false,
                false,
                false,
                false,
                false,
                false,
                0,
                deltaY,
                0,
                deltaY,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }

    private String text(String selector) {
        return Fx.call(() -> ((Label) node(selector)).getText());
    }

    private Node node(String selector) {
        Set<Node> found = view.lookupAll(selector);
        assertEquals(1, found.size(), selector);
        return Objects.requireNonNull(found.iterator().next());
    }
}
