package org.candela.dicom.object.region;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.object.LargeValues;
import org.candela.dicom.object.ObjectReference;
import org.candela.dicom.object.UnsupportedObjectException;
import org.candela.image.Vector3;

/** Reads radiotherapy structure sets (PS3.3 A.19). Stateless; safe from any thread. */
public final class StructureSetReader {
    private static final Uid SOP_CLASS = new Uid("1.2.840.10008.5.1.4.1.1.481.3");
    private static final int MOST_POINTS = 2_000_000;
    private static final int OPAQUE = 0xFF000000;
    private static final int MOST_COLOR = 255;

    private final Attributes dataSet;
    private final List<String> warnings = new ArrayList<>();
    private int points;

    private StructureSetReader(Attributes dataSet) {
        this.dataSet = dataSet;
    }

    /** Whether objects of {@code sopClassUid} are structure sets. */
    public static boolean reads(Uid sopClassUid) {
        return SOP_CLASS.equals(sopClassUid);
    }

    // [impl->req~dicom-object.contour-read~1]
    /**
     * The structure set in {@code dataSet}. A contour that cannot be read is left out with a warning.
     *
     * @throws UnsupportedObjectException when it is none, or has more than two million points
     */
    public static StructureSet read(Attributes dataSet) throws UnsupportedObjectException {
        return new StructureSetReader(dataSet).read();
    }

    private StructureSet read() throws UnsupportedObjectException {
        if (dataSet.uid(Tag.SOPClassUID).filter(StructureSetReader::reads).isEmpty()) {
            throw new UnsupportedObjectException(Tag.SOPClassUID, "no structure set");
        }
        Uid instance = dataSet.uid(Tag.SOPInstanceUID)
                .orElseThrow(() -> new UnsupportedObjectException(Tag.SOPInstanceUID, "missing"));
        Map<Integer, Attributes> drawn = byNumber(RegionTag.ROIContourSequence, RegionTag.ReferencedROINumber);
        Map<Integer, Attributes> observed =
                byNumber(RegionTag.RTROIObservationsSequence, RegionTag.ReferencedROINumber);
        List<RegionOfInterest> regions = new ArrayList<>();
        for (Attributes item : dataSet.items(RegionTag.StructureSetROISequence)) {
            Optional<Integer> number = item.integer(RegionTag.ROINumber);
            if (number.isEmpty()) {
                warnings.add("a region of interest without a number is not shown");
                continue;
            }
            regions.add(region(
                    item,
                    number.orElseThrow(),
                    drawn.getOrDefault(number.orElseThrow(), new Attributes()),
                    observed.getOrDefault(number.orElseThrow(), new Attributes())));
        }
        return new StructureSet(
                instance, dataSet.string(RegionTag.StructureSetLabel).orElse(""), regions, warnings);
    }

    private Map<Integer, Attributes> byNumber(int sequence, int tag) {
        Map<Integer, Attributes> found = new HashMap<>();
        for (Attributes item : dataSet.items(sequence)) {
            item.integer(tag).ifPresent(number -> found.putIfAbsent(number, item));
        }
        return found;
    }

    private RegionOfInterest region(Attributes item, int number, Attributes drawn, Attributes observed)
            throws UnsupportedObjectException {
        List<Contour> contours = new ArrayList<>();
        for (Attributes contour : drawn.items(RegionTag.ContourSequence)) {
            contour(contour).ifPresentOrElse(contours::add, () -> warnings.add("a contour cannot be read, not shown"));
        }
        return new RegionOfInterest(
                number,
                item.string(RegionTag.ROIName).orElse(""),
                observed.string(RegionTag.RTROIInterpretedType).orElse(""),
                color(drawn),
                item.uid(RegionTag.ReferencedFrameOfReferenceUID),
                contours);
    }

    private static OptionalInt color(Attributes drawn) {
        List<Double> rgb = drawn.numbers(RegionTag.ROIDisplayColor);
        boolean isColor = rgb.size() == 3 && rgb.stream().allMatch(value -> value >= 0 && value <= MOST_COLOR);
        return isColor
                ? OptionalInt.of(OPAQUE
                        | rgb.get(0).intValue() << 16
                        | rgb.get(1).intValue() << 8
                        | rgb.get(2).intValue())
                : OptionalInt.empty();
    }

    private Optional<Contour> contour(Attributes item) throws UnsupportedObjectException {
        List<Double> numbers = LargeValues.numbers(item, RegionTag.ContourData);
        points += numbers.size() / 3;
        if (points > MOST_POINTS) {
            throw new UnsupportedObjectException(
                    RegionTag.ContourData, "more than " + MOST_POINTS + " points of contours");
        }
        boolean isWhole = !numbers.isEmpty()
                && numbers.size() % 3 == 0
                && numbers.stream().allMatch(Double::isFinite);
        if (!isWhole) {
            return Optional.empty();
        }
        List<Vector3> found = new ArrayList<>(numbers.size() / 3);
        for (int i = 0; i < numbers.size(); i += 3) {
            found.add(new Vector3(numbers.get(i), numbers.get(i + 1), numbers.get(i + 2)));
        }
        return shape(item.string(RegionTag.ContourGeometricType).orElse(""))
                .map(shape -> new Contour(shape, found, ObjectReference.all(item, RegionTag.ContourImageSequence)));
    }

    private static Optional<Contour.Shape> shape(String name) {
        for (Contour.Shape shape : Contour.Shape.values()) {
            if (shape.name().equals(name)) {
                return Optional.of(shape);
            }
        }
        return Optional.empty();
    }
}
