package org.candela.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.candela.dicom.image.BodyWeightSuv;
import org.candela.image.VoiWindow;
import org.candela.store.StoreException;
import org.candela.study.LoadedFrame;
import org.candela.viewer.layout.Place;
import org.candela.viewer.picture.CanvasPoint;
import org.candela.viewer.picture.CanvasSize;
import org.candela.viewer.window.WindowPreset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a slice of 100 × 100 pixels shown one to one, each with the value of its column. */
class WindowsTest {
    private static final LoadedFrame COLUMNS = TestImages.slice(
            100, 100, IntStream.range(0, 10_000).map(i -> i % 100).toArray());
    private static final VoiWindow OF_FILE = VoiWindow.linear(0, 100);

    private SessionRoom room;

    @BeforeEach
    void open(@TempDir Path folder) throws StoreException {
        room = new SessionRoom(folder, ManualLoader.answering(COLUMNS));
        room.open();
        room.session.activeViewport().resize(new CanvasSize(100, 100));
    }

    @AfterEach
    void close() throws StoreException {
        room.close();
    }

    // [utest->req~viewer.window-typed~1]
    @Test
    void aTypedWindowIsUsedAndTakenBackWithOneKey() {
        room.run(ViewerAction.WINDOW_BY_EDGES);

        assertEquals("-50 .. 50", asked());
        assertEquals(Optional.of("viewer.refused.EDGES"), answer("50 .. -50"));
        assertEquals(OF_FILE, window());
        assertEquals(Optional.empty(), answer("10 .. 30"));
        assertEquals(VoiWindow.linear(20, 20), window());
        assertTrue(room.session.instruments().asking().question().isEmpty());
        room.history.undo();

        assertEquals(OF_FILE, window());
    }

    /** At a factor of 0.05, SUV 0 to 2 is 0 to 40. */
    @Test
    void aWindowIsTypedInSuvWhereThatIsKnownAndRefusedWhereNot(@TempDir Path other) throws StoreException {
        room.run(ViewerAction.WINDOW_BY_EDGES);
        assertEquals(Optional.of("viewer.refused.suv"), answer("0 2 SUV"));
        room.close();
        room = new SessionRoom(
                other, ManualLoader.answering(TestImages.withUptake(COLUMNS, new BodyWeightSuv.Known(0.05, "test"))));
        room.open();

        room.run(ViewerAction.WINDOW_BY_EDGES);
        assertEquals(Optional.empty(), answer("0 .. 2 suv"));

        assertEquals(20, window().center(), 1e-12);
        assertEquals(40, window().width(), 1e-12);
    }

    @Test
    void whatIsAskedIsDroppedWithTheCase() {
        room.run(ViewerAction.WINDOW_BY_NUMBERS);
        assertEquals("0 100", asked());

        room.session.close();

        assertTrue(room.session.instruments().asking().question().isEmpty());
    }

    /** A hundredth of 100 is 1. */
    @Test
    void fineStepsMoveAndWidenTheWindow() {
        room.run(ViewerAction.WINDOW_DARKER);
        room.run(ViewerAction.WINDOW_DARKER);
        room.run(ViewerAction.WINDOW_WIDER);
        assertEquals(VoiWindow.linear(2, 101), window());
        room.run(ViewerAction.WINDOW_BRIGHTER);
        room.run(ViewerAction.WINDOW_NARROWER);

        assertEquals(1, window().center());
        assertEquals(100, window().width());
    }

    @Test
    void theAutomaticWindowSpansWhatTheImageHolds() {
        room.run(ViewerAction.WINDOW_AUTOMATIC);

        assertEquals(0, window().apply(0));
        assertEquals(1, window().apply(99));
        assertTrue(window().apply(50) > 0.4 && window().apply(50) < 0.6);
    }

    /** Columns 20 to 69 are 50 values; the 2nd percentile is the first of them, the 98th the 49th: 20 and 68. */
    // [utest->req~viewer.window-of-region~1]
    @Test
    void aRectangleThatIsDrawnWindowsFromTheSecondToTheNinetyEighthPercentileAndLeavesNoMark() {
        drag(ViewTool.WINDOW_REGION, 19.5, 69.5);

        assertEquals(VoiWindow.linear(44, 48), window());
        assertTrue(room.session.activeViewport().measuring().onScreen().isEmpty());
        room.history.undo();
        assertEquals(OF_FILE, window());
    }

    @Test
    void aRegionThatIsMarkedWindowsByAKey() {
        drag(ViewTool.RECTANGLE, 19.5, 69.5);

        room.run(ViewerAction.WINDOW_OF_REGION);

        assertEquals(VoiWindow.linear(44, 48), window());
    }

    @Test
    void aRegionOfOneValueLeavesTheWindowAndSaysSo() {
        drag(ViewTool.WINDOW_REGION, 19.5, 20.5);

        assertEquals(OF_FILE, window());
        assertEquals("The region holds no two different values: window unchanged", room.session.notice());
    }

    @Test
    void withoutARegionTheKeySaysWhatToDraw() {
        room.run(ViewerAction.WINDOW_OF_REGION);

        assertTrue(room.session.notice().startsWith("Draw a region first"));
    }

    // [utest->req~viewer.window-presets~1]
    @Test
    void aPresetByItsKeyIsOneStepBackAndIsNamedWhileItsWindowIsUsed() {
        room.run(ViewerAction.PRESET_3);
        assertEquals(VoiWindow.linear(-600, 1500), window());
        assertEquals(Optional.of("Lung"), named());
        room.run(ViewerAction.WINDOW_WIDER);
        assertEquals(Optional.empty(), named());
        room.history.undo();
        assertEquals(Optional.of("Lung"), named());
        room.history.undo();

        assertEquals(OF_FILE, window());
    }

    private Optional<String> named() {
        return ShownWindow.of(room.session.activeViewport())
                .flatMap(room.session.instruments().presets()::presetOf)
                .map(WindowPreset::name);
    }

    private String asked() {
        return room.session.instruments().asking().question().orElseThrow().text();
    }

    private Optional<String> answer(String text) {
        return room.session.instruments().asking().answer(text);
    }

    private void drag(ViewTool tool, double left, double right) {
        room.session.press(Place.LEFT, tool, new CanvasPoint(left, 20));
        room.session.drag(new CanvasPoint(right, 60));
        room.session.release();
    }

    private VoiWindow window() {
        return room.session.activeViewport().presentation().orElseThrow().window();
    }
}
