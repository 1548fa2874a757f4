package org.candela.viewer.mark;

import java.util.List;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.image.ImageSpacing;
import org.candela.image.SlicePlane;
import org.candela.measure.AxisRegion;
import org.candela.measure.Figure;
import org.candela.measure.ValueField;
import org.candela.study.FrameKey;

/**
 * A frame that marks are drawn on.
 *
 * @param place where it lies in the patient
 * @param spacing size of a pixel and how it is known
 * @param aspect height of a pixel over its width, also where its size is unknown
 * @param values its pixels
 * @param regions parts of an ultrasound image with the units of their axes; none of other images
 */
public record MarkedFrame(
        Uid seriesUid,
        FrameKey key,
        Place place,
        ImageSpacing spacing,
        double aspect,
        ValueField values,
        List<AxisRegion> regions) {
    /** How far from a plane a mark belongs to it where the distance of slices is unknown, mm. */
    private static final double REACH_MM = 0.5;

    /**
     * Where a frame lies.
     *
     * @param plane empty when the file states none
     * @param frameOfReference its space; empty when the file states none
     * @param stepMm usual distance to the next slice, mm; 0 where unknown
     */
    public record Place(Optional<SlicePlane> plane, Optional<Uid> frameOfReference, double stepMm) {
        /** Nowhere in the patient. */
        public static final Place NONE = new Place(Optional.empty(), Optional.empty(), 0);

        /** How far from the plane a mark still belongs to it, mm. */
        double reachMm() {
            return stepMm > 0 ? stepMm / 2 : REACH_MM;
        }
    }

    /** Where {@code figure} belongs when it is drawn here. */
    Reference reference(Figure figure) {
        return place.plane()
                .<Reference>map(plane -> new Reference.InPatient(
                        key,
                        place.frameOfReference().map(space -> new Reference.Space(space, plane.normal())),
                        figure.points().stream()
                                .map(point -> plane.patientPoint(point.column(), point.row()))
                                .toList()))
                .orElseGet(() -> new Reference.InImage(key, figure.points()));
    }

    /** Whether {@code mark} was drawn here. */
    public boolean isOwn(Mark mark) {
        return mark.reference().frame().equals(key);
    }

    /** What {@code mark} is here; empty where it does not belong. */
    public Optional<Figure> figure(Mark mark) {
        return new MarkPlace(key, place).figure(mark);
    }
}
