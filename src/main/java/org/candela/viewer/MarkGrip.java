package org.candela.viewer;

import java.util.List;
import java.util.Optional;
import org.candela.image.ImagePoint;
import org.candela.measure.Figure;
import org.candela.measure.Strokes;
import org.candela.viewer.MeasuringLayer.Drawn;
import org.candela.viewer.mark.Mark;
import org.candela.viewer.picture.CanvasPoint;
import org.candela.viewer.picture.ResolvedView;

/**
 * A part of a mark that a pointer can take hold of.
 *
 * @param part index of a point, {@link #WHOLE} or {@link #LABEL}
 */
record MarkGrip(Mark mark, int part) {
    static final int WHOLE = -1;
    static final int LABEL = -2;

    /** As far from a line or a point, device pixels, a pointer still means it. */
    private static final double NEAR = 8;

    /** What lies under the pointer: points of the selected mark first, then labels, then lines, the newest first. */
    static Optional<MarkGrip> at(CanvasPoint point, ResolvedView view, List<Drawn> drawn, List<MarkHand.Label> labels) {
        return handle(point, view, drawn).or(() -> label(point, drawn, labels)).or(() -> line(point, view, drawn));
    }

    private static Optional<MarkGrip> handle(CanvasPoint point, ResolvedView view, List<Drawn> drawn) {
        return drawn.stream()
                .filter(one -> one.role() == MeasuringLayer.Role.SELECTED && one.isOwn())
                .flatMap(one -> one.figure().handles().stream()
                        .filter(index -> distance(
                                        point,
                                        view.canvasPoint(one.figure().points().get(index)))
                                <= NEAR)
                        .map(index -> new MarkGrip(one.mark().orElseThrow(), index)))
                .findFirst();
    }

    private static Optional<MarkGrip> label(CanvasPoint point, List<Drawn> drawn, List<MarkHand.Label> labels) {
        return labels.stream()
                .filter(box -> box.contains(point))
                .flatMap(box -> drawn.stream()
                        .flatMap(one -> one.mark().stream())
                        .filter(mark -> mark.id().equals(box.mark())))
                .reduce((older, newer) -> newer)
                .map(mark -> new MarkGrip(mark, LABEL));
    }

    private static Optional<MarkGrip> line(CanvasPoint point, ResolvedView view, List<Drawn> drawn) {
        return drawn.stream()
                .filter(one -> one.mark().isPresent() && isNear(one.figure(), point, view))
                .reduce((older, newer) -> newer)
                .map(one -> new MarkGrip(one.mark().orElseThrow(), WHOLE));
    }

    private static boolean isNear(Figure figure, CanvasPoint point, ResolvedView view) {
        boolean isOnPoint = figure.points().size() <= 1
                && distance(point, view.canvasPoint(figure.points().get(0))) <= NEAR;
        return isOnPoint || Strokes.of(figure, 1).stream().anyMatch(stroke -> isNear(stroke.points(), point, view));
    }

    private static boolean isNear(List<ImagePoint> line, CanvasPoint point, ResolvedView view) {
        CanvasPoint from = view.canvasPoint(line.get(0));
        for (ImagePoint next : line.subList(1, line.size())) {
            CanvasPoint to = view.canvasPoint(next);
            if (distance(point, from, to) <= NEAR) {
                return true;
            }
            from = to;
        }
        return false;
    }

    private static double distance(CanvasPoint one, CanvasPoint other) {
        return Math.hypot(one.x() - other.x(), one.y() - other.y());
    }

    private static double distance(CanvasPoint point, CanvasPoint from, CanvasPoint to) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double square = dx * dx + dy * dy;
        double part = square == 0 ? 0 : ((point.x() - from.x()) * dx + (point.y() - from.y()) * dy) / square;
        double held = Math.max(0, Math.min(1, part));
        return Math.hypot(point.x() - from.x() - held * dx, point.y() - from.y() - held * dy);
    }
}
