package org.candela.dicom.object.structured;

import java.util.List;
import java.util.stream.DoubleStream;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.image.ImagePoint;
import org.candela.image.Vector3;

/** Writes a content tree (PS3.3 C.17.3). */
final class ContentWriter {
    private ContentWriter() {}

    /** Sets the value, name and children of {@code item} on {@code target}, a data set or an item. */
    static void write(ContentItem item, Attributes target) {
        if (item.relationship() != Relationship.NONE) {
            target.set(Tag.RelationshipType, VR.CS, item.relationship().code());
        }
        item.name().ifPresent(name -> name.putInto(target, Tag.ConceptNameCodeSequence));
        writeValue(item.value(), target);
        if (!item.children().isEmpty()) {
            target.setItems(
                    Tag.ContentSequence,
                    item.children().stream().map(ContentWriter::itemOf).toList());
        }
    }

    private static Attributes itemOf(ContentItem item) {
        Attributes target = new Attributes();
        write(item, target);
        return target;
    }

    private static void writeValue(ContentValue value, Attributes target) {
        if (value instanceof ContentValue.Container container) {
            target.set(Tag.ValueType, VR.CS, "CONTAINER")
                    .set(DocumentTag.ContinuityOfContent, VR.CS, container.isContinuous() ? "CONTINUOUS" : "SEPARATE");
        } else if (value instanceof ContentValue.Text text) {
            target.set(Tag.ValueType, VR.CS, "TEXT").set(Tag.TextValue, VR.UT, text.text());
        } else if (value instanceof ContentValue.Numeric numeric) {
            writeNumeric(numeric, target);
        } else if (value instanceof ContentValue.Coded coded) {
            target.set(Tag.ValueType, VR.CS, "CODE");
            coded.code().putInto(target, DocumentTag.ConceptCodeSequence);
        } else if (value instanceof ContentValue.Plain plain) {
            writePlain(plain, target);
        } else if (value instanceof ContentValue.UidReference reference) {
            target.set(Tag.ValueType, VR.CS, "UIDREF")
                    .set(DocumentTag.UID, VR.UI, reference.uid().value());
        } else if (value instanceof ContentValue.Referenced referenced) {
            writeReferenced(referenced, target);
        } else if (value instanceof ContentValue.ImageCoordinates coordinates) {
            target.set(Tag.ValueType, VR.CS, "SCOORD")
                    .set(DocumentTag.GraphicType, VR.CS, coordinates.shape().name())
                    .setNumbers(
                            DocumentTag.GraphicData,
                            VR.FL,
                            coordinates.points().stream()
                                    .flatMapToDouble(ContentWriter::coded)
                                    .toArray());
        } else if (value instanceof ContentValue.PatientCoordinates coordinates) {
            target.set(Tag.ValueType, VR.CS, "SCOORD3D")
                    .set(DocumentTag.GraphicType, VR.CS, coordinates.shape().name())
                    .setNumbers(
                            DocumentTag.GraphicData,
                            VR.FL,
                            coordinates.points().stream()
                                    .flatMapToDouble(ContentWriter::coded)
                                    .toArray())
                    .set(
                            DocumentTag.ReferencedFrameOfReferenceUID,
                            VR.UI,
                            coordinates.frameOfReferenceUid().value());
        } else {
            throw new IllegalArgumentException(
                    "not written: " + value.getClass().getSimpleName());
        }
    }

    private static DoubleStream coded(ImagePoint point) {
        return DoubleStream.of(point.column() + 0.5, point.row() + 0.5);
    }

    private static DoubleStream coded(Vector3 point) {
        return DoubleStream.of(point.x(), point.y(), point.z());
    }

    private static void writePlain(ContentValue.Plain plain, Attributes target) {
        target.set(Tag.ValueType, VR.CS, plain.type().name());
        switch (plain.type()) {
            case DATE -> target.set(DocumentTag.Date, VR.DA, plain.text());
            case TIME -> target.set(DocumentTag.Time, VR.TM, plain.text());
            case DATETIME -> target.set(DocumentTag.DateTime, VR.DT, plain.text());
            case PNAME -> target.set(DocumentTag.PersonName, VR.PN, plain.text());
        }
    }

    /** With the exact value beside the decimal one, which has 16 characters (C.18.1). */
    private static void writeNumeric(ContentValue.Numeric numeric, Attributes target) {
        target.set(Tag.ValueType, VR.CS, "NUM");
        if (numeric.value().isEmpty()) {
            target.setItems(DocumentTag.MeasuredValueSequence, List.of());
        } else {
            double value = numeric.value().orElseThrow();
            Attributes measured = new Attributes()
                    .setNumbers(DocumentTag.NumericValue, VR.DS, value)
                    .setNumbers(DocumentTag.FloatingPointValue, VR.FD, value);
            numeric.unit()
                    .orElseThrow(() -> new IllegalArgumentException("a measured value without a unit"))
                    .putInto(measured, Tag.MeasurementUnitsCodeSequence);
            target.setItems(DocumentTag.MeasuredValueSequence, List.of(measured));
        }
        numeric.qualifier().ifPresent(code -> code.putInto(target, DocumentTag.NumericValueQualifierCodeSequence));
    }

    private static void writeReferenced(ContentValue.Referenced referenced, Attributes target) {
        Attributes object = referenced.object().item();
        if (!referenced.segments().isEmpty()) {
            object.setNumbers(
                    DocumentTag.ReferencedSegmentNumber,
                    VR.US,
                    referenced.segments().stream()
                            .mapToDouble(Integer::doubleValue)
                            .toArray());
        }
        target.set(Tag.ValueType, VR.CS, referenced.type().name()).setItems(Tag.ReferencedSOPSequence, List.of(object));
    }
}
