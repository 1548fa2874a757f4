package org.candela.viewer.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.scene.image.WritableImage;
import org.candela.Fx;
import org.candela.image.ImagePoint;
import org.candela.image.VoiWindow;
import org.candela.store.StoreException;
import org.candela.study.FrameKey;
import org.candela.study.LoadedFrame;
import org.candela.viewer.BesideImages;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.TestImages;
import org.candela.viewer.ViewerAction;
import org.candela.viewer.ViewerActions;
import org.candela.viewer.layout.Place;
import org.candela.viewer.picture.CanvasPoint;
import org.candela.viewer.stack.ImageStack;
import org.candela.viewer.state.Framing;
import org.candela.viewer.state.SentState;
import org.candela.viewer.state.StateGraphics;
import org.candela.viewer.state.StatePresentation;
import org.candela.viewer.state.StatedView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Graphics of presentation states with a real toolkit. */
class StateViewTest {
    private static final ImagePoint CORNER = new ImagePoint(20, 30);

    private ViewRoom room;
    private ReadingSession session;
    private ViewerView view;
    private ImageStack stack;

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @BeforeEach
    void open(@TempDir Path folder) throws StoreException {
        room = ViewRoom.over(ViewRoom.RAMP).onPanels(0, 1).open(folder);
        session = room.session;
        view = room.view();
        stack = room.stacks().get(0);
    }

    @AfterEach
    void close() throws StoreException {
        room.close();
    }

    // [utest->req~viewer.state-graphics~1]
    @Test
    void theLineOfAStateIsOnTheScreenWhereItLiesInTheImageAndGoesWithTheState() {
        int before = underCorner();
        FrameKey first = stack.frames().get(0);
        Fx.run(() -> session.beside().take(new BesideImages(Set.of(first), List.of(new Drawing(first)), 0)));

        assertEquals(1, lines("Presentation states: 1 (Shift+X)"));
        next();
        int drawn = underCorner();
        assertEquals(1, lines("State NODULE, graphics only"));
        next();
        next();

        assertNotEquals(before, drawn);
        assertEquals(before, underCorner());
    }

    // [utest->req~viewer.state-whole~1]
    @Test
    void whatIsAppliedAndWhatTheReaderChangedIsWrittenAndAlsoThatAnotherImageIsAsItIs() {
        FrameKey first = stack.frames().get(0);
        Fx.run(() -> session.beside().take(new BesideImages(Set.of(), List.of(new Drawing(first)), 0)));
        next();
        next();

        assertEquals(List.of("State NODULE, applied whole:", "window, mirrored, graphics"), tail(3).subList(0, 2));
        Fx.run(() -> session.activeViewport().moveWindow(10, 20));
        assertEquals(1, lines("Changed by reader: window"));
        Fx.run(() -> new ViewerActions(session).run(ViewerAction.TURN));
        assertEquals(1, lines("Changed by reader: window, view"));
        Fx.run(() -> session.activeViewport().scrollTo(1));
        assertEquals(1, lines("State NODULE: not made for this image"));
        settle();
    }

    private List<String> tail(int count) {
        List<String> lines = Fx.call(() -> new ViewportCaption(session, Place.LEFT).viewLines());
        return lines.subList(lines.size() - count, lines.size());
    }

    private long lines(String text) {
        return Fx.call(() -> new ViewportCaption(session, Place.LEFT)
                .viewLines().stream().filter(text::equals).count());
    }

    private void next() {
        Fx.run(() -> new ViewerActions(session).run(ViewerAction.NEXT_STATE));
        settle();
    }

    private int underCorner() {
        CanvasPoint at = session.viewport(Place.LEFT)
                .resolvedView()
                .map(shown -> shown.canvasPoint(CORNER))
                .orElseThrow();
        WritableImage seen = Fx.call(() -> Objects.requireNonNull(view.lookup("#viewport-left .viewport-stage"))
                .snapshot(null, null));
        return seen.getPixelReader().getArgb((int) Math.round(at.x()), (int) Math.round(at.y()));
    }

    private record Drawing(FrameKey frame) implements SentState {
        @Override
        public Label label() {
            return new Label("NODULE", "Reader^Test", Optional.of(LocalDateTime.of(2026, 1, 2, 10, 0)));
        }

        @Override
        public boolean appliesTo(FrameKey other) {
            return frame.equals(other);
        }

        @Override
        public StatePresentation on(FrameKey other, LoadedFrame loaded) {
            StatedView mirrored =
                    new StatedView(0, true, Framing.whole(loaded.frame().layout(), 1), new StatedView.Fit());
            return new StatePresentation.Applied(
                    TestImages.withWindows(loaded, VoiWindow.linear(20, 30)),
                    mirrored,
                    Set.of(
                            StatePresentation.Part.WINDOW,
                            StatePresentation.Part.MIRRORED,
                            StatePresentation.Part.GRAPHICS),
                    List.of());
        }

        @Override
        public StateGraphics graphicsOn(FrameKey other) {
            ImagePoint far = new ImagePoint(60, 30);
            return new StateGraphics(
                    List.of(
                            new StateGraphics.Line(List.of(CORNER, far, new ImagePoint(60, 70), CORNER)),
                            new StateGraphics.Line(List.of(new ImagePoint(75, 40)))),
                    List.of(new StateGraphics.Text(
                            "nodule 8 mm\nnew since 2025", List.of(new ImagePoint(70, 60)), Optional.of(far))),
                    0);
        }
    }

    private void settle() {
        room.settle();
    }
}
