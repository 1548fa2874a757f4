package org.candela.dicom.object.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.object.Code;
import org.candela.dicom.object.DisplayColor;
import org.candela.dicom.object.ObjectReference;
import org.candela.dicom.object.UnsupportedObjectException;
import org.candela.dicom.object.region.Segmentation.Coding;
import org.candela.dicom.object.region.Segmentation.Kind;
import org.candela.image.PixelSpacing;
import org.candela.image.SlicePlane;
import org.candela.image.Vector3;

/**
 * Reads segmentations without their pixels: BINARY, FRACTIONAL and LABELMAP (PS3.3 A.51, A.90; C.8.20). Stateless; safe
 * from any thread.
 */
public final class SegmentationReader {
    private static final Uid SEGMENTATION = new Uid("1.2.840.10008.5.1.4.1.1.66.4");
    private static final Uid LABEL_MAP = new Uid("1.2.840.10008.5.1.4.1.1.66.7");
    private static final int MOST_SEGMENTS = 65536;
    private static final int MOST_FRACTION = 255;

    private final Attributes dataSet;
    private final List<String> warnings = new ArrayList<>();

    private SegmentationReader(Attributes dataSet) {
        this.dataSet = dataSet;
    }

    /** Whether objects of {@code sopClassUid} are segmentations of pixels; surfaces are none. */
    public static boolean reads(Uid sopClassUid) {
        return SEGMENTATION.equals(sopClassUid) || LABEL_MAP.equals(sopClassUid);
    }

    // [impl->req~dicom-object.segment-read~1]
    /**
     * The segmentation in {@code dataSet}.
     *
     * @throws UnsupportedObjectException when it is none, or its pixels cannot be meant as it says
     */
    public static Segmentation read(Attributes dataSet) throws UnsupportedObjectException {
        return new SegmentationReader(dataSet).read();
    }

    private Segmentation read() throws UnsupportedObjectException {
        if (dataSet.uid(Tag.SOPClassUID).filter(SegmentationReader::reads).isEmpty()) {
            throw new UnsupportedObjectException(Tag.SOPClassUID, "no segmentation");
        }
        Uid instance = dataSet.uid(Tag.SOPInstanceUID)
                .orElseThrow(() -> new UnsupportedObjectException(Tag.SOPInstanceUID, "missing"));
        Coding coding = coding();
        return new Segmentation(
                new Segmentation.Identity(
                        instance,
                        dataSet.string(RegionTag.ContentLabel).orElse(""),
                        dataSet.uid(Tag.FrameOfReferenceUID)),
                coding,
                grid(),
                segments(),
                frames(coding.kind()),
                warnings);
    }

    private Coding coding() throws UnsupportedObjectException {
        String type = dataSet.string(RegionTag.SegmentationType).orElse("");
        return switch (type) {
            case "BINARY" -> new Coding(Kind.BINARY, 1);
            case "LABELMAP" -> new Coding(Kind.LABELMAP, 0);
            case "FRACTIONAL" -> new Coding(fraction(), maximum());
            default ->
                throw new UnsupportedObjectException(
                        RegionTag.SegmentationType, "a segmentation neither BINARY, FRACTIONAL nor LABELMAP");
        };
    }

    private Kind fraction() throws UnsupportedObjectException {
        String type = dataSet.string(RegionTag.SegmentationFractionalType).orElse("");
        return switch (type) {
            case "PROBABILITY" -> Kind.PROBABILITY;
            case "OCCUPANCY" -> Kind.OCCUPANCY;
            default ->
                throw new UnsupportedObjectException(
                        RegionTag.SegmentationFractionalType, "fractions neither of PROBABILITY nor of OCCUPANCY");
        };
    }

    private int maximum() throws UnsupportedObjectException {
        return dataSet.integer(RegionTag.MaximumFractionalValue)
                .filter(value -> value >= 1 && value <= MOST_FRACTION)
                .orElseThrow(() ->
                        new UnsupportedObjectException(RegionTag.MaximumFractionalValue, "no whole from 1 to 255"));
    }

    private ImageTarget.Grid grid() throws UnsupportedObjectException {
        try {
            return new ImageTarget.Grid(
                    dataSet.integer(Tag.Rows).orElse(0),
                    dataSet.integer(Tag.Columns).orElse(0));
        } catch (IllegalArgumentException e) {
            throw new UnsupportedObjectException(Tag.Rows, "no size of an image");
        }
    }

    private List<Segment> segments() throws UnsupportedObjectException {
        List<Attributes> items = dataSet.items(RegionTag.SegmentSequence);
        if (items.size() > MOST_SEGMENTS) {
            throw new UnsupportedObjectException(RegionTag.SegmentSequence, items.size() + " segments");
        }
        List<Segment> segments = new ArrayList<>();
        for (Attributes item : items) {
            Optional<Integer> number = item.integer(RegionTag.SegmentNumber);
            if (number.isPresent()) {
                segments.add(segment(item, number.orElseThrow()));
            } else {
                warnings.add("a segment without a number is not shown");
            }
        }
        return segments;
    }

    private static Segment segment(Attributes item, int number) {
        Optional<Code> category = Code.in(item, RegionTag.SegmentedPropertyCategoryCodeSequence);
        Optional<Code> type = Code.in(item, RegionTag.SegmentedPropertyTypeCodeSequence);
        return new Segment(
                number,
                item.string(RegionTag.SegmentLabel).orElse(""),
                category.flatMap(of -> type.map(kind -> new Segment.Property(of, kind))),
                DisplayColor.in(item, RegionTag.RecommendedDisplayCIELabValue),
                new Segment.Origin(
                        item.string(RegionTag.SegmentAlgorithmType).orElse(""),
                        item.string(RegionTag.SegmentAlgorithmName).orElse(""),
                        item.uid(RegionTag.TrackingUID)));
    }

    private List<SegmentFrame> frames(Kind kind) throws UnsupportedObjectException {
        List<Attributes> items = dataSet.items(Tag.PerFrameFunctionalGroupsSequence);
        int stated = dataSet.integer(Tag.NumberOfFrames).orElse(1);
        if (stated < 1 || items.size() < stated) {
            throw new UnsupportedObjectException(
                    Tag.PerFrameFunctionalGroupsSequence, items.size() + " items for " + stated + " frames");
        }
        if (items.size() > stated) {
            warnings.add("frames are described that there are not");
        }
        Attributes shared = dataSet.item(Tag.SharedFunctionalGroupsSequence).orElseGet(Attributes::new);
        List<SegmentFrame> frames = new ArrayList<>();
        for (int i = 0; i < stated; i++) {
            frames.add(new SegmentFrame(
                    i,
                    kind == Kind.LABELMAP ? OptionalInt.empty() : segmentOf(items.get(i), shared),
                    sources(items.get(i), shared),
                    plane(items.get(i), shared)));
        }
        return frames;
    }

    private OptionalInt segmentOf(Attributes own, Attributes shared) {
        Optional<Integer> number = group(own, shared, RegionTag.SegmentIdentificationSequence)
                .flatMap(item -> item.integer(RegionTag.ReferencedSegmentNumber));
        if (number.isEmpty()) {
            warnings.add("a frame of no segment is not shown");
        }
        return number.map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    private static List<ObjectReference> sources(Attributes own, Attributes shared) {
        List<Attributes> derivations =
                own.items(RegionTag.DerivationImageSequence).isEmpty()
                        ? shared.items(RegionTag.DerivationImageSequence)
                        : own.items(RegionTag.DerivationImageSequence);
        return derivations.stream()
                .flatMap(item -> ObjectReference.all(item, Tag.SourceImageSequence).stream())
                .toList();
    }

    private static Optional<Attributes> group(Attributes own, Attributes shared, int sequence) {
        return own.item(sequence).or(() -> shared.item(sequence));
    }

    /** PS3.3 C.7.6.16.2.1, C.7.6.16.2.3, C.7.6.16.2.4. */
    private Optional<SlicePlane> plane(Attributes own, Attributes shared) {
        List<Double> position = numbers(own, shared, Tag.PlanePositionSequence, Tag.ImagePositionPatient, 3);
        List<Double> orientation = numbers(own, shared, Tag.PlaneOrientationSequence, Tag.ImageOrientationPatient, 6);
        List<Double> spacing = numbers(own, shared, Tag.PixelMeasuresSequence, Tag.PixelSpacing, 2);
        if (position.isEmpty() || orientation.isEmpty() || spacing.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SlicePlane(
                    vector(position, 0),
                    vector(orientation, 0),
                    vector(orientation, 3),
                    new PixelSpacing(spacing.get(0), spacing.get(1))));
        } catch (IllegalArgumentException e) {
            warnings.add("the plane of a frame cannot be read");
            return Optional.empty();
        }
    }

    private static Vector3 vector(List<Double> numbers, int from) {
        return new Vector3(numbers.get(from), numbers.get(from + 1), numbers.get(from + 2));
    }

    private static List<Double> numbers(Attributes own, Attributes shared, int sequence, int tag, int count) {
        List<Double> found =
                group(own, shared, sequence).map(item -> item.numbers(tag)).orElse(List.of());
        return found.size() == count && found.stream().allMatch(Double::isFinite) ? found : List.of();
    }
}
