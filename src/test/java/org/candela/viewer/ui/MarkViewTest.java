package org.candela.viewer.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Objects;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.candela.Fx;
import org.candela.store.StoreException;
import org.candela.ui.Theme;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.TestImages;
import org.candela.viewer.ViewTool;
import org.candela.viewer.ViewerAction;
import org.candela.viewer.ViewerActions;
import org.candela.viewer.layout.Place;
import org.candela.viewer.mark.Mark;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Marks with a real toolkit: what is painted, what is typed, what is taken hold of. */
class MarkViewTest {
    private ViewRoom room;
    private ReadingSession session;
    private ViewerView view;

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @BeforeEach
    void open(@TempDir Path folder) throws StoreException {
        room = ViewRoom.over(TestImages.slice(100, 100, new int[10_000]))
                .ofSize(900, 700)
                .open(folder);
        session = room.session;
        view = room.view();
    }

    @AfterEach
    void close() throws StoreException {
        room.close();
    }

    @Test
    void aLineIsLightOnADarkOne() {
        drag(ViewTool.LENGTH, 100, 300, 200, 300);

        assertTrue(isLike(Theme.ACCENT, 150, 300), "on the line");
        assertTrue(pixel(150, 298).getBrightness() < 0.25, "beside it");
    }

    // [utest->req~viewer.measuring-by-keys~1]
    @Test
    void theCrosshairOfTheKeysSpansTheImage() {
        Color before = pixel(40, middle());
        run(ViewerAction.LENGTH_TOOL);
        run(ViewerAction.PLACE_POINT);

        assertNotEquals(before, pixel(40, middle()));
        assertTrue(isLike(Theme.ACCENT, 40, middle()));
        run(ViewerAction.CANCEL_DRAWING);
        assertEquals(before, pixel(40, middle()));
    }

    @Test
    void aLabelIsDraggedAwayAndStaysThere() {
        drag(ViewTool.LENGTH, 100, 300, 200, 300);

        drag(ViewTool.SCROLL, 222, 300, 262, 380);

        Mark mark = session.marks().all().get(0);
        double scale = session.activeViewport().resolvedView().orElseThrow().scale();
        assertEquals(40 / scale, mark.labelShift().column(), 1e-6);
        assertEquals(80 / scale, mark.labelShift().row(), 1e-6);
        assertEquals(0, session.activeViewport().frameIndex(), "the label was dragged, not the stack");
    }

    @Test
    void aTextIsTypedWhereItWasPlaced() {
        drag(ViewTool.TEXT, 150, 150, 150, 150);
        TextField field = field();
        assertTrue(Fx.call(() -> field.getParent().isVisible() && field.isFocused()));

        Fx.run(() -> {
            field.setText("nodule");
            field.fireEvent(new ActionEvent());
        });
        settle();

        assertEquals("nodule", session.marks().all().get(0).text());
        assertFalse(Fx.call(() -> field.getParent().isVisible()));
    }

    @Test
    void aLetterOfATextIsNoCommandAndEscapeDropsTheText() {
        drag(ViewTool.TEXT, 150, 150, 150, 150);

        TextField field = field();
        press(field, KeyCode.W);
        assertEquals(ViewTool.TEXT, session.tool());
        press(field, KeyCode.ESCAPE);

        assertTrue(session.marks().all().isEmpty());
        assertFalse(Fx.call(() -> field.getParent().isVisible()));
    }

    // [utest->req~viewer.reader-calibration~1]
    @Test
    void aLengthThatIsNoneIsAskedForAgain() {
        drag(ViewTool.CALIBRATE, 100, 300, 200, 300);
        TextField field = field();
        Fx.run(() -> {
            field.setText("ten");
            field.fireEvent(new ActionEvent());
        });
        settle();

        assertTrue(Fx.call(() -> field.getParent().isVisible()));
        assertTrue(session.marks()
                .calibration(session.activeViewport().stack().orElseThrow().seriesUid())
                .isEmpty());
    }

    // [utest->req~viewer.mark-list~1]
    @Test
    void enterInTheListGoesToTheImageAndDeleteTakesTheMarkOff() {
        drag(ViewTool.LENGTH, 100, 300, 200, 300);
        Fx.run(() -> session.activeViewport().scrollTo(9));
        int[] toImages = {0};
        MarkListView list = Fx.call(() -> MarkListView.of(MarkListViewModel.of(session), () -> toImages[0]++));
        Stage other = Fx.call(() -> show(list));
        ListView<?> rows = Fx.call(() -> (ListView<?>) Objects.requireNonNull(list.lookup(".list-view")));

        Fx.run(() -> rows.getSelectionModel().select(0));
        press(rows, KeyCode.ENTER);
        assertEquals(0, session.activeViewport().frameIndex());
        assertEquals(1, toImages[0], "the keyboard went to the images");
        press(rows, KeyCode.DELETE);

        assertTrue(session.marks().all().isEmpty());
        Fx.run(other::hide);
    }

    private static Stage show(javafx.scene.Parent content) {
        Scene scene = new Scene(content, 900, 700);
        Theme.dress(scene);
        Stage shown = new Stage();
        shown.setScene(scene);
        shown.show();
        return shown;
    }

    private void settle() {
        room.settle();
    }

    private void run(ViewerAction action) {
        Fx.run(() -> new ViewerActions(session).run(action));
        settle();
    }

    private int middle() {
        return (int) Math.round(session.viewport(Place.LEFT)
                                .resolvedView()
                                .orElseThrow()
                                .canvas()
                                .height()
                        / 2.0
                - 0.5);
    }

    private boolean isLike(Color wanted, int x, int y) {
        // A line between two pixels is shared by both.
        Color one = pixel(x, y);
        Color next = pixel(x, y + 1);
        return near(wanted, one) || near(wanted, next) || (one.getGreen() > 0.4 && one.getGreen() > one.getRed() + 0.1);
    }

    private static boolean near(Color wanted, Color seen) {
        return Math.abs(wanted.getRed() - seen.getRed())
                        + Math.abs(wanted.getGreen() - seen.getGreen())
                        + Math.abs(wanted.getBlue() - seen.getBlue())
                < 0.3;
    }

    private Color pixel(int x, int y) {
        PixelReader pixels =
                Fx.call(() -> node(".viewport-stage").snapshot(null, null)).getPixelReader();
        return pixels.getColor(x, y);
    }

    private TextField field() {
        return Fx.call(() -> (TextField) node("#mark-field"));
    }

    private void press(Node target, KeyCode code) {
        Fx.run(() -> Event.fireEvent(
                target,
                new KeyEvent(KeyEvent.KEY_PRESSED, code.getChar(), code.getName(), code, false, false, false, false)));
        settle();
    }

    private void drag(ViewTool tool, double fromX, double fromY, double toX, double toY) {
        Node target = Fx.call(() -> node(".viewport-stage"));
        Fx.run(() -> session.choose(tool));
        Fx.run(() -> {
            Point2D from = target.localToScene(fromX, fromY);
            Point2D to = target.localToScene(toX, toY);
            Event.fireEvent(target, mouse(MouseEvent.MOUSE_PRESSED, from));
            Event.fireEvent(target, mouse(MouseEvent.MOUSE_DRAGGED, to));
            Event.fireEvent(target, mouse(MouseEvent.MOUSE_RELEASED, to));
        });
        settle();
    }

    private static MouseEvent mouse(EventType<MouseEvent> type, Point2D at) {
        PickResult nowhere = new PickResult(null, at.getX(), at.getY());
        return new MouseEvent(
                type,
                at.getX(),
                at.getY(),
                at.getX(),
                at.getY(),
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                nowhere);
    }

    private Node node(String selector) {
        return Objects.requireNonNull(view.lookup(selector), selector);
    }
}
