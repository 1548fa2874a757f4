package org.candela.viewer;

import java.util.List;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.image.ImagePoint;
import org.candela.measure.Figure;
import org.candela.viewer.mark.Mark;
import org.candela.viewer.mark.MarkBoard;
import org.candela.viewer.mark.MarkedFrame;
import org.candela.viewer.picture.CanvasPoint;
import org.candela.viewer.picture.ResolvedView;
import org.jspecify.annotations.Nullable;

/** Selects marks on one viewport, holds and moves them. Used on the thread of the {@code ui} executor. */
public final class MarkHand {
    private final MeasuringLayer layer;
    private final MarkBoard board;
    private final Runnable changed;
    private List<Label> labels = List.of();
    private @Nullable Held held;

    /** A label on the canvas, device pixels. */
    public record Label(Uid mark, CanvasPoint corner, double width, double height) {
        boolean contains(CanvasPoint point) {
            return point.x() >= corner.x()
                    && point.x() <= corner.x() + width
                    && point.y() >= corner.y()
                    && point.y() <= corner.y() + height;
        }
    }

    /** A mark while it is moved: where it was taken and what it has become. */
    private record Held(MarkGrip grip, ImagePoint from, Figure original, Figure now, ImagePoint labelShift) {
        boolean isChanged() {
            return !now.equals(original) || !labelShift.equals(grip.mark().labelShift());
        }
    }

    MarkHand(MeasuringLayer layer, MarkBoard board, Runnable changed) {
        this.layer = layer;
        this.board = board;
        this.changed = changed;
    }

    /** Where labels were painted, so that they can be taken hold of. */
    public void labelsAre(List<Label> painted) {
        labels = List.copyOf(painted);
    }

    /** Index of the point that is held, {@code −1} for the whole mark; empty while none is held. */
    public Optional<Integer> heldPart() {
        return Optional.ofNullable(held).map(now -> now.grip().part());
    }

    boolean isHolding() {
        return held != null;
    }

    /** Whether the selected mark, or a label, lies under the pointer, so that a drag moves it. */
    boolean reaches(CanvasPoint at) {
        return grip(at).filter(grip -> grip.part() == MarkGrip.LABEL || isSelected(grip.mark()))
                .isPresent();
    }

    /** Selects what lies under the pointer, or nothing. */
    void selectAt(CanvasPoint at) {
        grip(at).ifPresentOrElse(grip -> board.select(grip.mark()), board::deselect);
    }

    /** Takes hold of what lies under the pointer. */
    void take(CanvasPoint at) {
        layer.view().ifPresent(view -> grip(at).ifPresent(grip -> {
            board.select(grip.mark());
            hold(grip, view.imagePoint(at));
        }));
    }

    /** Moves what is held; on another frame than its own a mark cannot be drawn anew, but its label can be moved. */
    void moveHeld(CanvasPoint at) {
        Held now = held;
        if (now != null) {
            layer.view().ifPresent(view -> held = moved(now, view.imagePoint(at).minus(now.from())));
            changed.run();
        }
    }

    /** Lets go; what changed is one edit. */
    void letGo() {
        Held now = held;
        held = null;
        if (now != null && now.isChanged()) {
            Mark mark = now.grip().mark();
            if (now.grip().part() == MarkGrip.LABEL) {
                board.moveLabel(mark, now.labelShift());
            } else {
                layer.frame().ifPresent(frame -> board.move(mark, now.now(), frame));
            }
        }
        changed.run();
    }

    /** What {@code mark} has become while it is held. */
    Optional<Figure> heldAs(Mark mark) {
        return Optional.ofNullable(held)
                .filter(now ->
                        now.grip().mark().id().equals(mark.id()) && now.grip().part() != MarkGrip.LABEL)
                .map(Held::now);
    }

    /** The mark with its label where it is while it is held. */
    Mark labelled(Mark mark) {
        Held now = held;
        return now != null && now.grip().mark().id().equals(mark.id())
                ? mark.labelled(now.labelShift(), mark.changedAt())
                : mark;
    }

    /** Takes hold of a part of the selected mark without a pointer; where it is held, device pixels. */
    Optional<CanvasPoint> holdSelected(int part) {
        Optional<ResolvedView> view = layer.view();
        Optional<Mark> mark = board.selected();
        Optional<ImagePoint> from =
                mark.flatMap(layer::figure).map(figure -> figure.points().get(Math.max(0, part)));
        if (view.isEmpty() || from.isEmpty()) {
            return Optional.empty();
        }
        hold(new MarkGrip(mark.orElseThrow(), part), from.orElseThrow());
        return Optional.of(view.orElseThrow().canvasPoint(from.orElseThrow()));
    }

    /** Takes hold of the next point of the selected mark, after the last one of the whole. */
    Optional<CanvasPoint> holdNextPart() {
        int part = held == null ? MarkGrip.WHOLE : held.grip().part();
        letGo();
        int last = board.selected()
                .flatMap(layer::figure)
                .map(figure -> figure.handles().size() - 1)
                .orElse(-1);
        return holdSelected(part >= last ? MarkGrip.WHOLE : part + 1);
    }

    /** Selects the mark {@code steps} further among those on the image, after the last one the first. */
    void selectNext(int steps) {
        List<Mark> marks = layer.frame().map(board::on).orElse(List.of());
        if (!marks.isEmpty()) {
            drop();
            int here = board.selected().map(marks::indexOf).orElse(-1);
            int next = here < 0 ? (steps > 0 ? 0 : marks.size() - 1) : here + steps;
            board.select(marks.get(Math.floorMod(next, marks.size())));
        }
    }

    /** Takes the selected mark off the images; without one, the newest on this image. */
    void removeSelected() {
        List<Mark> marks = layer.frame().map(board::on).orElse(List.of());
        board.selected()
                .filter(marks::contains)
                .or(() -> marks.isEmpty() ? Optional.empty() : Optional.of(marks.get(marks.size() - 1)))
                .ifPresent(mark -> {
                    held = null;
                    board.remove(mark);
                });
    }

    /** Lets go without a change. */
    void drop() {
        held = null;
    }

    private void hold(MarkGrip grip, ImagePoint from) {
        layer.figure(grip.mark())
                .ifPresent(figure ->
                        held = new Held(grip, from, figure, figure, grip.mark().labelShift()));
        changed.run();
    }

    private Held moved(Held now, ImagePoint delta) {
        MarkGrip grip = now.grip();
        if (grip.part() == MarkGrip.LABEL) {
            ImagePoint shift = grip.mark().labelShift().plus(delta);
            return new Held(grip, now.from(), now.original(), now.now(), shift);
        }
        Optional<MarkedFrame> own = layer.frame().filter(frame -> frame.isOwn(grip.mark()));
        Figure figure = own.map(frame -> moved(now.original(), grip.part(), delta, frame.aspect()))
                .orElse(now.now());
        return new Held(grip, now.from(), now.original(), figure, now.labelShift());
    }

    private static Figure moved(Figure figure, int part, ImagePoint delta, double aspect) {
        return part == MarkGrip.WHOLE
                ? figure.movedBy(delta)
                : figure.withPoint(part, figure.points().get(part).plus(delta), aspect);
    }

    private Optional<MarkGrip> grip(CanvasPoint at) {
        return layer.view().flatMap(view -> MarkGrip.at(at, view, layer.onScreen(), labels));
    }

    private boolean isSelected(Mark mark) {
        return board.selected().filter(now -> now.id().equals(mark.id())).isPresent();
    }
}
