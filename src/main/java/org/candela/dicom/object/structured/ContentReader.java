package org.candela.dicom.object.structured;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.object.Code;
import org.candela.dicom.object.LargeValues;
import org.candela.dicom.object.ObjectReference;
import org.candela.dicom.object.UnsupportedObjectException;
import org.candela.image.ImagePoint;
import org.candela.image.Vector3;

/** Reads a content tree (PS3.3 C.17.3), within bounds of depth and size. */
final class ContentReader {
    static final int MOST_DEPTH = 60;
    private static final int MOST_ITEMS = 200_000;
    private static final int MOST_POINTS = 1 << 20;

    private final List<String> warnings;
    private int items;
    private int points;

    ContentReader(List<String> warnings) {
        this.warnings = warnings;
    }

    ContentItem readRoot(Attributes dataSet) throws UnsupportedObjectException {
        return read(dataSet, Relationship.NONE, 1);
    }

    private ContentItem read(Attributes item, Relationship relationship, int depth) throws UnsupportedObjectException {
        if (depth > MOST_DEPTH || ++items > MOST_ITEMS) {
            throw new UnsupportedObjectException(
                    Tag.ContentSequence,
                    "the content has more than " + MOST_ITEMS + " items or " + MOST_DEPTH + " levels");
        }
        ContentValue value = value(item);
        if (value instanceof ContentValue.Unreadable unreadable) {
            warnings.add("a content item cannot be read: " + unreadable.valueType());
        }
        List<ContentItem> children = new ArrayList<>();
        for (Attributes child : item.items(Tag.ContentSequence)) {
            Relationship own = Relationship.of(
                            child.string(Tag.RelationshipType).orElse(""))
                    .orElse(Relationship.NONE);
            children.add(read(child, own, depth + 1));
        }
        return new ContentItem(relationship, Code.in(item, Tag.ConceptNameCodeSequence), value, children);
    }

    private ContentValue value(Attributes item) throws UnsupportedObjectException {
        String type = item.string(Tag.ValueType).orElse("");
        Optional<? extends ContentValue> value =
                switch (type) {
                    case "CONTAINER" ->
                        Optional.of(new ContentValue.Container(item.string(DocumentTag.ContinuityOfContent)
                                .filter("CONTINUOUS"::equals)
                                .isPresent()));
                    case "TEXT" -> LargeValues.text(item, Tag.TextValue).map(ContentValue.Text::new);
                    case "NUM" -> Optional.of(numeric(item));
                    case "CODE" ->
                        Code.in(item, DocumentTag.ConceptCodeSequence).map(ContentValue.Coded::new);
                    case "DATE" -> plain(item, ContentValue.Plain.Type.DATE, DocumentTag.Date);
                    case "TIME" -> plain(item, ContentValue.Plain.Type.TIME, DocumentTag.Time);
                    case "DATETIME" -> plain(item, ContentValue.Plain.Type.DATETIME, DocumentTag.DateTime);
                    case "PNAME" -> plain(item, ContentValue.Plain.Type.PNAME, DocumentTag.PersonName);
                    case "UIDREF" -> item.uid(DocumentTag.UID).map(ContentValue.UidReference::new);
                    case "IMAGE" -> referenced(item, ContentValue.Referenced.Type.IMAGE);
                    case "COMPOSITE" -> referenced(item, ContentValue.Referenced.Type.COMPOSITE);
                    case "WAVEFORM" -> referenced(item, ContentValue.Referenced.Type.WAVEFORM);
                    case "SCOORD" -> imageCoordinates(item);
                    case "SCOORD3D" -> patientCoordinates(item);
                    case "TCOORD" -> Optional.of(temporal(item));
                    case "" -> reference(item);
                    default -> Optional.empty();
                };
        return value.isPresent() ? value.orElseThrow() : new ContentValue.Unreadable(type);
    }

    private static Optional<ContentValue> plain(Attributes item, ContentValue.Plain.Type type, int tag) {
        return item.string(tag).map(text -> new ContentValue.Plain(type, text));
    }

    /** The floating point value where there is one: it is exact (C.18.1). */
    private static ContentValue numeric(Attributes item) {
        Optional<Attributes> measured = item.item(DocumentTag.MeasuredValueSequence);
        Optional<Double> value = measured.flatMap(found ->
                        found.number(DocumentTag.FloatingPointValue).or(() -> found.number(DocumentTag.NumericValue)))
                .filter(Double::isFinite);
        return new ContentValue.Numeric(
                value.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                measured.flatMap(found -> Code.in(found, Tag.MeasurementUnitsCodeSequence)),
                Code.in(item, DocumentTag.NumericValueQualifierCodeSequence));
    }

    private static Optional<ContentValue> referenced(Attributes item, ContentValue.Referenced.Type type) {
        Optional<Attributes> object = item.item(Tag.ReferencedSOPSequence);
        return object.flatMap(ObjectReference::of)
                .map(found -> new ContentValue.Referenced(
                        type,
                        found,
                        object.orElseThrow().numbers(DocumentTag.ReferencedSegmentNumber).stream()
                                .map(Double::intValue)
                                .toList()));
    }

    /** 0\0 is the corner of the first pixel (C.18.6.1.1), whose centre is image point (0, 0). */
    private Optional<ContentValue> imageCoordinates(Attributes item) throws UnsupportedObjectException {
        List<Double> numbers = numbers(item, 2);
        List<ImagePoint> found = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i += 2) {
            found.add(new ImagePoint(numbers.get(i) - 0.5, numbers.get(i + 1) - 0.5));
        }
        return GraphicShape.of(item.string(DocumentTag.GraphicType).orElse(""))
                .filter(shape -> shape.takes(found.size()))
                .map(shape -> new ContentValue.ImageCoordinates(shape, found));
    }

    private Optional<ContentValue> patientCoordinates(Attributes item) throws UnsupportedObjectException {
        List<Double> numbers = numbers(item, 3);
        List<Vector3> found = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i += 3) {
            found.add(new Vector3(numbers.get(i), numbers.get(i + 1), numbers.get(i + 2)));
        }
        Optional<Uid> frame = item.uid(DocumentTag.ReferencedFrameOfReferenceUID);
        return GraphicShape.of(item.string(DocumentTag.GraphicType).orElse(""))
                .filter(shape -> shape.takes(found.size()))
                .flatMap(shape -> frame.map(uid -> new ContentValue.PatientCoordinates(shape, found, uid)));
    }

    /** Finite numbers in groups of {@code each}; else none. */
    private List<Double> numbers(Attributes item, int each) throws UnsupportedObjectException {
        List<Double> numbers = LargeValues.numbers(item, DocumentTag.GraphicData);
        points += numbers.size() / each;
        if (points > MOST_POINTS) {
            throw new UnsupportedObjectException(
                    DocumentTag.GraphicData, "more than " + MOST_POINTS + " points of coordinates");
        }
        boolean isWhole = numbers.size() % each == 0 && numbers.stream().allMatch(Double::isFinite);
        return isWhole ? numbers : List.of();
    }

    private static ContentValue temporal(Attributes item) {
        List<String> values = item.strings(DocumentTag.ReferencedSamplePositions);
        values = values.isEmpty() ? item.strings(DocumentTag.ReferencedTimeOffsets) : values;
        values = values.isEmpty() ? item.strings(DocumentTag.ReferencedDateTime) : values;
        return new ContentValue.TemporalCoordinates(
                item.string(DocumentTag.TemporalRangeType).orElse(""), values);
    }

    private static Optional<ContentValue> reference(Attributes item) {
        List<Integer> place = item.numbers(DocumentTag.ReferencedContentItemIdentifier).stream()
                .map(Double::intValue)
                .toList();
        return place.isEmpty() ? Optional.empty() : Optional.of(new ContentValue.ItemReference(place));
    }
}
