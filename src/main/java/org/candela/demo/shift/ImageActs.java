package org.candela.demo.shift;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.candela.base.Uid;
import org.candela.image.ImagePoint;
import org.candela.image.Measurement;
import org.candela.image.PixelSpacing;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.Viewport;
import org.candela.viewer.layout.Place;
import org.candela.viewer.mark.Marks;
import org.candela.viewer.picture.CanvasPoint;
import org.candela.viewer.picture.DataPresentation;
import org.candela.viewer.picture.ResolvedView;

/** What one does with images. */
final class ImageActs {
    private static final int NOTCHES = 5;
    /** Images that one press of a page key goes on. */
    private static final int PAGE = 10;

    private static final Duration MOMENT = Duration.ofSeconds(2);
    private static final double LENGTH_MM = 40;
    private static final double LENGTH_PX = 40;

    private final ShiftStage stage;
    private final Hands hands;
    private final ReadingSession session;

    ImageActs(ShiftStage stage, Hands hands) {
        this.stage = stage;
        this.hands = hands;
        this.session = stage.reading().session();
    }

    List<Act> acts() {
        return List.of(
                new Act("scroll", "Scroll with wheel and keys", this::scroll),
                new Act("window", "Choose another window, invert", this::window),
                new Act("zoom", "Zoom with the pointer, and back", this::zoom),
                new Act("measure", "Measure a length", this::measure));
    }

    private Viewport left() {
        return session.viewport(Place.LEFT);
    }

    private String scroll() throws ShiftException {
        Node view = hands.see(() -> Images.left(stage));
        hands.press(KeyCode.F10);
        int count = hands.see(() -> left().frameCount());
        hands.press(KeyCode.HOME);
        hands.until("the first image", () -> left().frameIndex() == 0);
        hands.roll(view, NOTCHES);
        hands.until("the wheel scrolls", () -> left().frameIndex() == Math.min(NOTCHES, count - 1));
        int before = hands.see(() -> left().frameIndex());
        int pages = Math.max(0, (count / 2 - before) / PAGE);
        for (int i = 0; i < pages; i++) {
            hands.press(KeyCode.PAGE_DOWN);
        }
        hands.until("the keys scroll", () -> left().frameIndex() == Math.min(before + PAGE * pages, count - 1));
        Images.untilDrawn(stage, hands);
        return "image " + (1 + hands.see(() -> left().frameIndex())) + " of " + count + " is on the screen";
    }

    private String window() throws ShiftException {
        DataPresentation before = presentation();
        hands.press(KeyCode.DIGIT3);
        hands.press(KeyCode.I);
        hands.until("window and polarity change", () -> {
            DataPresentation now = left().presentation().orElseThrow();
            return !now.window().equals(before.window()) && now.polarity() != before.polarity();
        });
        Images.untilDrawn(stage, hands);
        DataPresentation chosen = presentation();
        hands.press(KeyCode.R);
        hands.until("both come back", () -> left().presentation().orElseThrow().equals(before));
        Images.untilDrawn(stage, hands);
        return "from " + before.window() + " to " + chosen.window() + " inverted, and back";
    }

    private DataPresentation presentation() throws ShiftException {
        return hands.see(() -> left().presentation().orElseThrow());
    }

    private String zoom() throws ShiftException {
        double before = hands.see(() -> left().viewState().zoom());
        Point2D middle = hands.see(() -> middle(Images.left(stage)));
        hands.press(KeyCode.Z);
        hands.drag(middle, middle.add(0, -200));
        hands.until("the zoom changes", () -> left().viewState().zoom() != before);
        double zoomed = hands.see(() -> left().viewState().zoom());
        Images.untilDrawn(stage, hands);
        hands.press(KeyCode.R);
        hands.until("the view comes back", () -> left().viewState().zoom() == before);
        Images.untilDrawn(stage, hands);
        return String.format(Locale.ROOT, "zoom %.2f → %.2f → %.2f", before, zoomed, before);
    }

    private static Point2D middle(Node view) {
        return view.localToScreen(
                view.getBoundsInLocal().getWidth() / 2, view.getBoundsInLocal().getHeight() / 2);
    }

    /** Draws a line of a known length across the middle of the image. */
    // [impl->req~demo.shift-length~1]
    private String measure() throws ShiftException {
        Line line = hands.see(this::lineToDraw);
        hands.press(KeyCode.L);
        hands.drag(line.from(), line.to());
        hands.until("the length is measured", () -> left().measuring().latest().isPresent());
        Measurement measured = hands.see(() -> left().measuring().latest().orElseThrow());
        ShiftException.require(
                Math.abs(measured.value() - line.length()) <= line.tolerance(),
                "drawn " + line.length() + ", measured " + measured.text());
        hands.press(KeyCode.S);
        ShiftException.require(isKept(), "the length is not in the store");
        Images.untilDrawn(stage, hands);
        return String.format(Locale.ROOT, "drawn %.1f, measured %s; kept in the store", line.length(), measured.text());
    }

    /** It is kept the moment it is finished, by a thread of its own. */
    private boolean isKept() throws ShiftException {
        Uid series = hands.see(() -> left().stack().orElseThrow()).seriesUid();
        Marks store = new Marks(
                stage.behind().database(), Runnable::run, stage.behind().clock());
        long end = System.nanoTime() + MOMENT.toNanos();
        boolean isKept = !store.ofSeries(series).join().marks().isEmpty();
        while (!isKept && System.nanoTime() < end) {
            hands.settle();
            isKept = !store.ofSeries(series).join().marks().isEmpty();
        }
        return isKept;
    }

    /**
     * A line to draw.
     *
     * @param tolerance of its length: a pixel of the screen at each end
     */
    private record Line(Point2D from, Point2D to, double length, double tolerance) {}

    private Line lineToDraw() throws ShiftException {
        Node view = Images.left(stage);
        ResolvedView resolved = left().resolvedView().orElseThrow();
        Viewport.Shown shown = left().shown().orElseThrow();
        double column = (shown.loaded().frame().layout().columns() - 1) / 2.0;
        double row = (shown.loaded().frame().layout().rows() - 1) / 2.0;
        double size = shown.loaded()
                .description()
                .place()
                .spacing()
                .spacing()
                .map(PixelSpacing::columnSpacingMm)
                .orElse(1.0);
        double length = size == 1.0 ? LENGTH_PX : LENGTH_MM;
        double half = length / size / 2;
        return new Line(
                onScreen(view, resolved.canvasPoint(new ImagePoint(column - half, row))),
                onScreen(view, resolved.canvasPoint(new ImagePoint(column + half, row))),
                length,
                2 * size / resolved.scale());
    }

    /** Device pixels count from the middle of the first one; one is one unit of the toolkit on this desk. */
    private static Point2D onScreen(Node view, CanvasPoint point) {
        return view.localToScreen(point.x() + 0.5, point.y() + 0.5);
    }
}
