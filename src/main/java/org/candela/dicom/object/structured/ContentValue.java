package org.candela.dicom.object.structured;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.candela.base.Uid;
import org.candela.dicom.object.Code;
import org.candela.dicom.object.ObjectReference;
import org.candela.image.ImagePoint;
import org.candela.image.Vector3;

/** What a content item says, by its value type (PS3.3 Table C.17.3-7). */
public sealed interface ContentValue {

    /** CONTAINER: a heading for what it contains. */
    record Container(boolean isContinuous) implements ContentValue {}

    /** TEXT: lines parted as coded. */
    record Text(String text) implements ContentValue {}

    /**
     * NUM.
     *
     * @param value empty where no value could be had; then a qualifier may say why
     * @param unit empty where there is no value
     */
    record Numeric(OptionalDouble value, Optional<Code> unit, Optional<Code> qualifier) implements ContentValue {}

    /** CODE. */
    record Coded(Code code) implements ContentValue {}

    /** DATE, TIME and DATETIME as coded, and PNAME. */
    record Plain(Plain.Type type, String text) implements ContentValue {
        /** Value types that are one plain value. */
        public enum Type {
            DATE,
            TIME,
            DATETIME,
            PNAME
        }
    }

    /** UIDREF. */
    record UidReference(Uid uid) implements ContentValue {}

    /**
     * IMAGE, COMPOSITE and WAVEFORM.
     *
     * @param segments of a segmentation, where only some are meant; else empty
     */
    record Referenced(Referenced.Type type, ObjectReference object, List<Integer> segments) implements ContentValue {
        public Referenced {
            segments = List.copyOf(segments);
        }

        /** Value types that point at an object. */
        public enum Type {
            IMAGE,
            COMPOSITE,
            WAVEFORM
        }
    }

    /** SCOORD: points of the image that the item is selected from. */
    record ImageCoordinates(GraphicShape shape, List<ImagePoint> points) implements ContentValue {
        public ImageCoordinates {
            points = List.copyOf(points);
            if (!shape.takes(points.size())) {
                throw new IllegalArgumentException(shape + " of " + points.size() + " points");
            }
        }
    }

    /** SCOORD3D: points of the patient, mm. */
    record PatientCoordinates(GraphicShape shape, List<Vector3> points, Uid frameOfReferenceUid)
            implements ContentValue {
        public PatientCoordinates {
            points = List.copyOf(points);
            if (!shape.takes(points.size())) {
                throw new IllegalArgumentException(shape + " of " + points.size() + " points");
            }
        }
    }

    /** TCOORD: a range in time, as coded. */
    record TemporalCoordinates(String rangeType, List<String> values) implements ContentValue {
        public TemporalCoordinates {
            values = List.copyOf(values);
        }
    }

    /** A relationship by reference (C.17.3.2.5): the place of the item that is meant, as {@code [1, 2, 1]}. */
    record ItemReference(List<Integer> place) implements ContentValue {
        public ItemReference {
            place = List.copyOf(place);
        }
    }

    /** A value that cannot be read, or of a type that is not known. */
    record Unreadable(String valueType) implements ContentValue {}
}
