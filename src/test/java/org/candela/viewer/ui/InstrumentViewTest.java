package org.candela.viewer.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.candela.Fx;
import org.candela.image.ImagePoint;
import org.candela.image.VoiWindow;
import org.candela.store.StoreException;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.ViewTool;
import org.candela.viewer.ViewerAction;
import org.candela.viewer.ViewerActions;
import org.candela.viewer.layout.Place;
import org.candela.viewer.picture.CanvasPoint;
import org.candela.viewer.picture.ResolvedView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loupe, histogram, presets and questions with a real toolkit, over a ramp of −50 to 49 across 100 columns. */
class InstrumentViewTest {
    private ViewRoom room;
    private ReadingSession session;
    private ViewerView view;

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @BeforeEach
    void open(@TempDir Path folder) throws StoreException {
        room = ViewRoom.over(ViewRoom.RAMP).open(folder);
        session = room.session;
        view = room.view();
    }

    @AfterEach
    void close() throws StoreException {
        room.close();
    }

    // [utest->req~viewer.magnifier~1]
    @Test
    void theLoupeLiesOverTheImageAndShowsItLarger() {
        int before = grey(400, 300);
        run(ViewerAction.MAGNIFIER);
        Fx.run(() -> session.hover(Place.LEFT, new CanvasPoint(320, 300)));
        settle();

        assertTrue(isSeen("#magnifier"));
        assertNotEquals(before, grey(400, 300), "what lies beside the middle is seen larger");
        run(ViewerAction.MAGNIFIER);
        assertFalse(isSeen("#magnifier"));
        assertEquals(before, grey(400, 300));
    }

    /** A line of 60 pixels across the middle; seen twice as large its end lies twice as far from the middle. */
    // [utest->req~viewer.magnifier~1]
    @Test
    void marksAreSeenThroughTheLoupeWhereTheyLieInIt() {
        ResolvedView view = session.activeViewport().resolvedView().orElseThrow();
        CanvasPoint middle = view.canvasPoint(new ImagePoint(50, 50));
        CanvasPoint end = new CanvasPoint(middle.x() + 40, middle.y());
        Fx.run(() -> {
            session.press(Place.LEFT, ViewTool.LENGTH, new CanvasPoint(middle.x() - 40, middle.y()));
            session.drag(end);
            session.release();
        });
        settle();
        assertFalse(isColoured(middle.x() + 70, middle.y()));

        run(ViewerAction.MAGNIFIER);
        Fx.run(() -> session.hover(Place.LEFT, middle));
        settle();

        assertTrue(
                isColoured(middle.x() + 70, middle.y()), "the line, of 40 device pixels to each side, twice as long");
        assertFalse(isColoured(middle.x() + 100, middle.y()));
    }

    private boolean isColoured(double x, double y) {
        int argb = Fx.call(() -> node(".viewport-stage").snapshot(null, null))
                .getPixelReader()
                .getArgb((int) Math.round(x), (int) Math.round(y));
        return Math.abs((argb >> 16 & 0xFF) - (argb & 0xFF)) > 20;
    }

    // [utest->req~viewer.histogram~1]
    @Test
    void theHistogramSaysOfWhatItIsInWhichUnitAndWhereTheWindowLies() {
        run(ViewerAction.HISTOGRAM);
        assertEquals("Image: 10000 pixels  \u00b7  linear", text("#histogram-title"));
        assertEquals("\u221250 to 49 HU  \u00b7  window \u221250 to 50", text("#histogram-range"));

        Fx.run(() -> {
            session.press(Place.LEFT, ViewTool.RECTANGLE, new CanvasPoint(300, 200));
            session.drag(new CanvasPoint(400, 260));
            session.release();
        });
        run(ViewerAction.HISTOGRAM_SCALE);

        assertTrue(text("#histogram-title").startsWith("Region: "), text("#histogram-title"));
        assertTrue(text("#histogram-title").endsWith("logarithmic"));
        run(ViewerAction.HISTOGRAM);
        assertFalse(isSeen("#histogram"));
    }

    // [utest->req~viewer.window-typed~1]
    @Test
    void aWindowIsTypedOverTheImageAndAnAnswerThatWillNotDoIsToldWhy() {
        run(ViewerAction.WINDOW_BY_NUMBERS);
        assertEquals("Centre and width, as 40 400", text("#question-asked"));

        type("#question", "40");
        assertEquals("Two numbers, apart by a blank", text("#question-asked"));
        type("#question", "40 400");

        assertEquals(VoiWindow.linear(40, 400), window());
        assertTrue(Fx.call(() -> !node("#question").getParent().isVisible()));
    }

    // [utest->req~viewer.window-presets~1]
    @Test
    void presetsAreUsedAddedMovedAndRemovedByKeysAlone() {
        run(ViewerAction.PRESETS);
        press(KeyCode.DOWN, false);
        press(KeyCode.DOWN, false);
        press(KeyCode.ENTER, false);
        assertEquals(VoiWindow.linear(-600, 1500), window());
        assertFalse(isSeen("#presets"));

        run(ViewerAction.PRESETS);
        Fx.run(() -> ((TextField) node("#preset-name")).setText("Mine"));
        press(KeyCode.ENTER, false);
        int count = presets();
        press(KeyCode.UP, true);
        assertEquals(
                "Mine", session.instruments().presets().list().get(count - 2).name());
        press(KeyCode.DELETE, false);

        assertEquals(count - 1, presets());
        press(KeyCode.ESCAPE, false);
        assertFalse(isSeen("#presets"));
    }

    private int presets() {
        return Fx.call(
                () -> ((ListView<?>) node("#presets .list-view")).getItems().size());
    }

    private void type(String id, String text) {
        Fx.run(() -> {
            TextField field = (TextField) node(id);
            field.setText(text);
            field.getOnAction().handle(new javafx.event.ActionEvent());
        });
        settle();
    }

    private void press(KeyCode code, boolean isShift) {
        Fx.run(() -> node("#preset-name")
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, isShift, false, false, false)));
        settle();
    }

    private void run(ViewerAction action) {
        Fx.run(() -> new ViewerActions(session).run(action));
        settle();
    }

    private VoiWindow window() {
        return Fx.call(
                () -> session.activeViewport().presentation().orElseThrow().window());
    }

    private boolean isSeen(String id) {
        return Fx.call(() -> node(id).isVisible());
    }

    private String text(String id) {
        return Fx.call(() -> ((Label) node(id)).getText());
    }

    private Node node(String id) {
        return Objects.requireNonNull(view.lookup(id), id);
    }

    private int grey(int x, int y) {
        WritableImage seen = Fx.call(() -> node(".viewport-stage").snapshot(null, null));
        return seen.getPixelReader().getArgb(x, y) & 0xFF;
    }

    private void settle() {
        room.settle();
    }
}
