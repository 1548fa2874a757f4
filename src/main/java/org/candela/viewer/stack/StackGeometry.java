package org.candela.viewer.stack;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.candela.base.Uid;
import org.candela.image.SliceAlignment;
import org.candela.image.SlicePlane;
import org.candela.image.SliceSteps;
import org.candela.image.Vector3;

/**
 * Where the frames of a stack lie in the patient.
 *
 * @param steps how the frames follow one another
 * @param alignment how they lie over one another
 * @param frameOfReference the space of {@code planes}; empty when not all frames are stated to lie in one
 * @param planes one a frame, all parallel; empty when that is not so or not known
 */
public record StackGeometry(
        SliceSteps steps, SliceAlignment alignment, Optional<Uid> frameOfReference, List<SlicePlane> planes) {
    /** Nothing is known. */
    public static final StackGeometry UNKNOWN =
            new StackGeometry(SliceSteps.NONE, SliceAlignment.STRAIGHT, Optional.empty(), List.of());

    public StackGeometry {
        planes = List.copyOf(planes);
    }

    /** Known steps and alignment alone. */
    public StackGeometry(SliceSteps steps, SliceAlignment alignment) {
        this(steps, alignment, Optional.empty(), List.of());
    }

    /** The principal plane that the slices are nearest to; empty when no plane is known. */
    public Optional<BodyPlane> bodyPlane() {
        return planes.stream().findFirst().map(BodyPlane::nearest);
    }

    /** Index of the frame whose plane is nearest to a point of the patient, mm; empty when no plane is known. */
    public Optional<Integer> nearest(Vector3 point) {
        return IntStream.range(0, planes.size())
                .boxed()
                .min((one, other) -> Double.compare(distance(one, point), distance(other, point)));
    }

    /** Distance of a frame's plane from a point of the patient, mm. */
    public double distance(int index, Vector3 point) {
        SlicePlane plane = planes.get(index);
        return Math.abs(point.minus(plane.origin()).dot(plane.normal()));
    }
}
