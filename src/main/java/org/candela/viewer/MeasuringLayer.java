package org.candela.viewer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.candela.base.Uid;
import org.candela.image.GrayscalePipeline;
import org.candela.image.ImagePoint;
import org.candela.image.Measurement;
import org.candela.measure.Figure;
import org.candela.measure.FigureKind;
import org.candela.measure.Magnitude;
import org.candela.measure.Quantity;
import org.candela.measure.Reading;
import org.candela.measure.ValueField;
import org.candela.study.LoadedFrame;
import org.candela.viewer.mark.Mark;
import org.candela.viewer.mark.MarkBoard;
import org.candela.viewer.mark.MarkedFrame;
import org.candela.viewer.picture.Picture;
import org.candela.viewer.picture.ResolvedView;
import org.candela.viewer.stack.ImageStack;
import org.jspecify.annotations.Nullable;

/** The marks on the images of one viewport and what they measure. Used on the thread of the {@code ui} executor. */
public final class MeasuringLayer {
    private final MarkBoard board;
    private final Sight sight;
    private final MarkPen pen;
    private final MarkHand hand;
    private final MarkPrompts prompts;
    private final Map<Uid, Read> readings = new HashMap<>();
    private @Nullable Framed framed;
    private Consumer<Figure> windowed = region -> {};

    /** What a layer sees of its viewport. */
    record Sight(
            Supplier<Optional<Viewport.Shown>> shown,
            Supplier<Optional<ImageStack>> stack,
            Supplier<Optional<ResolvedView>> view,
            Supplier<Optional<Picture>> picture) {}

    private record Framed(Viewport.Shown shown, MarkedFrame frame) {
        boolean isOf(Viewport.Shown other) {
            return shown.key().equals(other.key())
                    && shown.loaded().frame().equals(other.loaded().frame());
        }
    }

    /** A reading is made anew when anything it rests on is another. */
    private record Read(Mark mark, MarkedFrame frame, Optional<?> calibration, Reading reading) {
        boolean rests(Mark now, MarkedFrame on, Optional<?> by) {
            return mark.equals(now) && frame.equals(on) && calibration.equals(by);
        }
    }

    MeasuringLayer(MarkBoard board, Sight sight, Runnable changed) {
        this.board = board;
        this.sight = sight;
        this.pen = new MarkPen(this, board, changed);
        this.hand = new MarkHand(this, board, changed);
        this.prompts = new MarkPrompts(this, board, changed);
        board.onChange(changed);
    }

    /** How a mark is to be drawn. */
    public enum Role {
        /** One of several. */
        PLAIN,
        /** The one that keys act on; it has handles. */
        SELECTED,
        /** Not finished and not kept yet. */
        DRAFT
    }

    /**
     * A mark as it is on the screen.
     *
     * @param mark empty for what is being drawn
     * @param isOwn whether it was drawn on this very frame and is measured here; another frame shows it as it was measured
     */
    public record Drawn(Optional<Mark> mark, Figure figure, Reading reading, Role role, boolean isOwn) {
        /** The reader's words; may be empty. */
        public String text() {
            return mark.map(Mark::text).orElse("");
        }

        /** How far the label was moved, image pixels. */
        public ImagePoint labelShift() {
            return mark.map(Mark::labelShift).orElse(Mark.UNMOVED);
        }
    }

    /** What is on the frame on the screen, oldest first; what is being drawn comes last. */
    public List<Drawn> onScreen() {
        return frame().map(this::onFrame).orElse(List.of());
    }

    /** The length drawn last on the frame on the screen; of what is being drawn, that. */
    public Optional<Measurement> latest() {
        return frame().flatMap(now -> {
            Optional<Measurement> drawing = pen.drawing().flatMap(figure -> board.length(figure, now));
            return drawing.or(() -> board.on(now).stream()
                    .flatMap(mark -> board.length(mark, now).stream())
                    .reduce((older, newer) -> newer));
        });
    }

    /** Why a mark could not be kept or read; it is still on the screen. */
    public Optional<ViewportProblem> problem() {
        return board.failure().map(ViewportProblem::of);
    }

    /** Draws marks here. */
    public MarkPen pen() {
        return pen;
    }

    /** Selects and moves marks here. */
    public MarkHand hand() {
        return hand;
    }

    /** Asks for the words of marks here. */
    public MarkPrompts prompts() {
        return prompts;
    }

    /** The values that are measured here; empty without an image. */
    public Optional<ValueField> values() {
        return frame().map(MarkedFrame::values);
    }

    /** What marks are drawn on now; empty without an image. */
    Optional<MarkedFrame> frame() {
        Optional<Viewport.Shown> now = sight.shown().get();
        if (now.isEmpty()) {
            framed = null;
            return Optional.empty();
        }
        Viewport.Shown shown = now.orElseThrow();
        if (framed == null || !framed.isOf(shown)) {
            framed = sight.stack()
                    .get()
                    .map(stack -> new Framed(shown, MarkedFrames.of(shown.key(), shown.loaded(), stack)))
                    .orElse(null);
            readings.clear();
        }
        return Optional.ofNullable(framed).map(Framed::frame);
    }

    Optional<ResolvedView> view() {
        return sight.view().get();
    }

    /** Another frame is on the screen, or none. */
    void show() {
        pen.drop();
        hand.drop();
        if (prompts.prompt().isPresent()) {
            prompts.drop();
        }
    }

    /** Calls {@code listener} with a region that was drawn to window over its values. */
    void onWindowRegion(Consumer<Figure> listener) {
        windowed = listener;
    }

    /** A region was drawn to window over. */
    void windowOver(Figure region) {
        windowed.accept(region);
    }

    /** What {@code mark} is on the frame on the screen; empty where it does not belong. */
    Optional<Figure> figure(Mark mark) {
        return frame().flatMap(now -> now.figure(mark));
    }

    private List<Drawn> onFrame(MarkedFrame now) {
        List<Drawn> drawn = new ArrayList<>();
        for (Mark mark : board.on(now)) {
            Optional<Figure> held = hand.heldAs(mark);
            Optional<Figure> figure = held.isPresent() ? held : now.figure(mark);
            Role role = board.selected().filter(mark::equals).isPresent() ? Role.SELECTED : Role.PLAIN;
            figure.ifPresent(seen -> {
                Reading reading = held.isPresent() ? board.reading(seen, now) : reading(mark, now);
                Mark shown = hand.labelled(mark);
                drawn.add(new Drawn(Optional.of(shown), seen, presented(seen, reading), role, now.isOwn(mark)));
            });
        }
        pen.drawing()
                .ifPresent(figure ->
                        drawn.add(new Drawn(Optional.empty(), figure, whileDrawing(figure, now), Role.DRAFT, true)));
        return List.copyOf(drawn);
    }

    /** An outline drawn in one go is measured when it is closed. */
    private Reading whileDrawing(Figure figure, MarkedFrame now) {
        return figure.kind() == FigureKind.FREEHAND ? Reading.NONE : presented(figure, board.reading(figure, now));
    }

    private Reading reading(Mark mark, MarkedFrame now) {
        Optional<?> calibration = board.calibration(now.seriesUid());
        Read known = readings.get(mark.id());
        if (known != null && known.rests(mark, now, calibration)) {
            return known.reading();
        }
        Reading read = board.reading(mark, now);
        readings.put(mark.id(), new Read(mark, now, calibration, read));
        return read;
    }

    /** A probe also tells the grey that the reader sees there, as a P-value. */
    // [impl->req~measure.probe~1]
    private Reading presented(Figure figure, Reading reading) {
        boolean isGrey = reading.magnitude(Quantity.MODALITY_VALUE).isPresent();
        Optional<Picture> picture = sight.picture().get();
        if (figure.kind() != FigureKind.PROBE || !isGrey || picture.isEmpty()) {
            return reading;
        }
        LoadedFrame loaded = picture.orElseThrow().loaded(); // under a presentation state not what is measured in
        GrayscalePipeline pipeline = picture.orElseThrow().greys();
        List<Magnitude> all = new ArrayList<>(reading.magnitudes());
        ImagePoint at = figure.points().get(0);
        int pValue = pipeline.pValue(loaded.frame().value((int) Math.round(at.row()), (int) Math.round(at.column())));
        all.add(new Magnitude(Quantity.PRESENTATION_VALUE, pValue, "", ""));
        return new Reading(all, reading.remarks());
    }
}
