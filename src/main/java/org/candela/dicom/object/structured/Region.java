package org.candela.dicom.object.structured;

import java.util.List;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.dicom.object.ObjectReference;
import org.candela.image.ImagePoint;
import org.candela.image.Vector3;

/** What was measured: on an image, in the patient, a segment, or a whole image. */
public sealed interface Region {
    /** The image it is on; empty where no image is named. */
    Optional<ObjectReference> source();

    /** SCOORD selected from an image. */
    record OnImage(GraphicShape shape, List<ImagePoint> points, ObjectReference image) implements Region {
        public OnImage {
            points = List.copyOf(points);
        }

        @Override
        public Optional<ObjectReference> source() {
            return Optional.of(image);
        }
    }

    /** SCOORD3D: points in mm. */
    record InPatient(
            GraphicShape shape, List<Vector3> points, Uid frameOfReferenceUid, Optional<ObjectReference> source)
            implements Region {
        public InPatient {
            points = List.copyOf(points);
        }
    }

    /** An image without coordinates. */
    record WholeImage(ObjectReference image) implements Region {
        @Override
        public Optional<ObjectReference> source() {
            return Optional.of(image);
        }
    }

    /** Segments of a segmentation. */
    record OfSegments(ObjectReference segmentation, List<Integer> segments) implements Region {
        public OfSegments {
            segments = List.copyOf(segments);
        }

        @Override
        public Optional<ObjectReference> source() {
            return Optional.empty();
        }
    }
}
