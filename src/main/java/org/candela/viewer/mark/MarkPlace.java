package org.candela.viewer.mark;

import java.util.List;
import java.util.Optional;
import org.candela.image.ImagePoint;
import org.candela.image.SlicePlane;
import org.candela.image.Vector3;
import org.candela.measure.Figure;
import org.candela.study.FrameKey;

/** Which marks belong to a frame, whatever its pixels. */
public record MarkPlace(FrameKey key, MarkedFrame.Place place) {
    /** Cosine of the angle, about half a degree, up to which planes are parallel. */
    private static final double PARALLEL = 0.99996;

    /** What {@code mark} is here; empty where it does not belong. */
    // [impl->req~viewer.marks-in-patient~1]
    public Optional<Figure> figure(Mark mark) {
        return mark.reference().match(this::inPatient, this::inImage).map(points -> new Figure(mark.kind(), points));
    }

    private Optional<List<ImagePoint>> inImage(Reference.InImage reference) {
        return reference.frame().equals(key) ? Optional.of(reference.points()) : Optional.empty();
    }

    private Optional<List<ImagePoint>> inPatient(Reference.InPatient reference) {
        return place.plane()
                .filter(plane -> reference.frame().equals(key) || belongs(reference, plane))
                .map(plane -> reference.points().stream()
                        .map(point -> new ImagePoint(plane.column(point), plane.row(point)))
                        .toList());
    }

    /** In the same space, in a parallel plane, every point nearer to this slice than to the next. */
    private boolean belongs(Reference.InPatient reference, SlicePlane plane) {
        return reference
                .space()
                .filter(space -> place.frameOfReference()
                        .filter(space.frameOfReference()::equals)
                        .isPresent())
                .filter(space -> Math.abs(space.normal().dot(plane.normal())) > PARALLEL)
                .filter(space -> reference.points().stream().allMatch(point -> isNear(point, plane)))
                .isPresent();
    }

    private boolean isNear(Vector3 point, SlicePlane plane) {
        return Math.abs(point.minus(plane.origin()).dot(plane.normal())) <= place.reachMm();
    }
}
