package org.candela.viewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.image.ImagePoint;
import org.candela.measure.Figure;
import org.candela.measure.FigureDraft;
import org.candela.measure.FigureKind;
import org.candela.viewer.mark.MarkBoard;
import org.candela.viewer.picture.CanvasPoint;
import org.candela.viewer.picture.ResolvedView;
import org.jspecify.annotations.Nullable;

/**
 * Draws marks on one viewport, by pointer or by keys alone. Nothing is kept until it is finished. Used on the thread of the
 * {@code ui} executor.
 */
public final class MarkPen {
    /** Two clicks so near to one another, device pixels, are on one place: they end an outline. */
    private static final double ONE_PLACE = 6;

    private final MeasuringLayer layer;
    private final MarkBoard board;
    private final Runnable changed;
    private @Nullable FigureDraft draft;
    private Purpose purpose = Purpose.MARK;
    private @Nullable CanvasCursor cursor;

    /** What a line is drawn for. */
    enum Purpose {
        /** To stay on the image. */
        MARK,
        /** To tell its true length. */
        CALIBRATION,
        /** To window over the values within. */
        WINDOW
    }

    MarkPen(MeasuringLayer layer, MarkBoard board, Runnable changed) {
        this.layer = layer;
        this.board = board;
        this.changed = changed;
    }

    /** What is being drawn, once it is a figure; also while it waits for its words. */
    public Optional<Figure> drawing() {
        return Optional.ofNullable(draft).flatMap(FigureDraft::seen).or(() -> layer.prompts()
                .waiting());
    }

    /** Points of what is being drawn. */
    public List<ImagePoint> points() {
        return draft == null ? List.of() : draft.all();
    }

    /** Where the crosshair of the keys is, device pixels; empty while it is away. */
    public Optional<CanvasPoint> crosshair() {
        return Optional.ofNullable(cursor).map(CanvasCursor::at);
    }

    boolean isDrawing() {
        return draft != null;
    }

    /** A click or the press that begins a drag: places a point, or ends what can be ended here. */
    void press(FigureKind kind, Purpose wanted, CanvasPoint at) {
        if (layer.prompts().prompt().isPresent()) {
            return;
        }
        layer.frame().ifPresent(frame -> layer.view().ifPresent(view -> {
            ImagePoint point = view.imagePoint(at);
            FigureDraft now = draft == null || draft.kind() != kind || purpose != wanted
                    ? FigureDraft.begin(kind, point, frame.aspect())
                    : draft;
            purpose = wanted;
            board.deselect();
            if (endsAt(now, at, view)) {
                draft = now;
                finish();
            } else {
                draft = now.movedTo(point).placedNext();
                finishIfComplete();
            }
            changed.run();
        }));
    }

    /** The pointer moves, with the button down or up. */
    void moveTo(CanvasPoint at) {
        FigureDraft now = draft;
        if (now != null) {
            layer.view().ifPresent(view -> draft = now.movedTo(view.imagePoint(at)));
            changed.run();
        }
    }

    /** The pointer moves with the button up: freehand lines do not grow by it. */
    void hover(CanvasPoint at) {
        if (draft != null && draft.kind() != FigureKind.FREEHAND) {
            moveTo(at);
        }
    }

    /** The button goes up after a drag to {@code at}: the point is placed. */
    void releaseAfterDrag(CanvasPoint at) {
        FigureDraft now = draft;
        if (now != null) {
            layer.view()
                    .ifPresent(view -> draft = now.movedTo(view.imagePoint(at)).placedNext());
            if (now.kind() == FigureKind.FREEHAND) {
                finish();
            } else {
                finishIfComplete();
            }
            changed.run();
        }
    }

    /**
     * Enter: with a tool that draws, shows the crosshair and then places points under it, or ends an outline drawn by
     * pointer; otherwise takes hold of the selected mark, and lets it go.
     */
    // [impl->req~viewer.measuring-by-keys~1]
    void enter(ViewTool tool) {
        if (layer.hand().isHolding()) {
            cursor = null;
            layer.hand().letGo();
        } else if (draft != null && cursor == null && draft.kind().isOpenEnded()) {
            finish();
            changed.run();
        } else if (tool.drawn().isPresent() && board.selected().isEmpty()) {
            enterDrawing(tool.drawn().orElseThrow(), tool.purpose());
        } else {
            showAt(layer.hand().holdSelected(MarkGrip.WHOLE));
        }
    }

    private void enterDrawing(FigureKind kind, Purpose wanted) {
        CanvasCursor now = cursor;
        if (now == null) {
            layer.view().ifPresent(view -> cursor = CanvasCursor.inMiddleOf(view.canvas()));
            changed.run();
        } else {
            press(kind, wanted, now.at());
        }
    }

    /** Takes hold of the next point of the selected mark, after the last one of the whole. */
    void nextPart() {
        showAt(layer.hand().holdNextPart());
    }

    private void showAt(Optional<CanvasPoint> held) {
        cursor = held.map(CanvasCursor::at).orElse(cursor);
        changed.run();
    }

    /** An arrow key: moves what is held, or the crosshair, and tells whether there was one. */
    boolean step(int dx, int dy) {
        CanvasCursor from = cursor;
        Optional<ResolvedView> view = layer.view();
        if (from == null || view.isEmpty()) {
            return false;
        }
        CanvasCursor to = from.moved(dx, dy, view.orElseThrow().canvas());
        cursor = to;
        if (layer.hand().isHolding()) {
            layer.hand().moveHeld(to.at());
        } else {
            moveTo(to.at());
        }
        changed.run();
        return true;
    }

    /** Escape: takes back the latest of what is not finished, step by step, and the selection at last. */
    public void cancel() {
        if (layer.prompts().prompt().isPresent()) {
            layer.prompts().drop();
        } else if (layer.hand().isHolding()) {
            layer.hand().drop();
            cursor = null;
        } else if (draft != null) {
            draft = null;
        } else if (cursor != null) {
            cursor = null;
        } else {
            board.deselect();
        }
        changed.run();
    }

    /** Backspace: the last point that was placed follows the pointer again; without a point before it nothing is drawn. */
    void back() {
        draft = draft == null ? null : draft.withoutLast().orElse(null);
        changed.run();
    }

    /** Drops all that is not finished. */
    void drop() {
        draft = null;
        cursor = null;
    }

    /** A click on the last point, or on the first of an outline, ends what has points enough. */
    private static boolean endsAt(FigureDraft now, CanvasPoint at, ResolvedView view) {
        if (!now.kind().isOpenEnded() || now.finished().isEmpty()) {
            return false;
        }
        List<ImagePoint> ends =
                new ArrayList<>(List.of(now.placed().get(now.placed().size() - 1)));
        if (now.kind() != FigureKind.POLYLINE) {
            ends.add(now.placed().get(0));
        }
        return ends.stream()
                .map(view::canvasPoint)
                .anyMatch(end -> Math.hypot(end.x() - at.x(), end.y() - at.y()) <= ONE_PLACE);
    }

    private void finishIfComplete() {
        if (draft != null && draft.isComplete()) {
            finish();
        }
    }

    private void finish() {
        FigureDraft now = draft;
        draft = null;
        if (now != null) {
            now.finished().ifPresent(this::finished);
        }
    }

    private void finished(Figure figure) {
        if (purpose == Purpose.CALIBRATION) {
            layer.prompts().ask(MarkPrompt.Asked.TRUE_LENGTH, figure);
        } else if (purpose == Purpose.WINDOW) {
            layer.windowOver(figure);
        } else if (figure.kind() == FigureKind.TEXT || figure.kind() == FigureKind.ARROW) {
            layer.prompts().ask(MarkPrompt.Asked.NEW_TEXT, figure);
        } else {
            layer.frame().ifPresent(frame -> board.add(figure, frame, ""));
        }
    }
}
