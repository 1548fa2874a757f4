package org.candela.dicom.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;

/**
 * What the frames of a nuclear medicine image are (PS3.3 C.8.4.8): Frame Increment Pointer names vectors, the most
 * significant first, each of which has a number a frame, from 1.
 */
final class NuclearFrames {
    /** The vectors and what their numbers count; the order is that of Table C.8-8. */
    private enum Kind {
        ENERGY_WINDOW(Tag.EnergyWindowVector, "energy window"),
        DETECTOR(Tag.DetectorVector, "detector"),
        PHASE(Tag.PhaseVector, "phase"),
        ROTATION(Tag.RotationVector, "rotation"),
        RR_INTERVAL(Tag.RRIntervalVector, "R-R interval"),
        TIME_SLOT(Tag.TimeSlotVector, "time slot"),
        SLICE(Tag.SliceVector, "slice"),
        ANGULAR_VIEW(Tag.AngularViewVector, "view"),
        TIME_SLICE(Tag.TimeSliceVector, "time slice");

        private final int tag;
        private final String word;

        Kind(int tag, String word) {
            this.tag = tag;
            this.word = word;
        }
    }

    private record Vector(Kind kind, List<Double> numbers) {
        boolean varies() {
            return numbers.stream().distinct().count() > 1;
        }
    }

    private final Attributes dataSet;
    private final List<Vector> vectors;

    private NuclearFrames(Attributes dataSet, List<Vector> vectors) {
        this.dataSet = dataSet;
        this.vectors = vectors;
    }

    /** Of an image with vectors for all its frames; one too short or not pointed to tells nothing. */
    static NuclearFrames of(Attributes dataSet) {
        int frames = dataSet.integer(Tag.NumberOfFrames).orElse(1);
        List<Vector> vectors = new ArrayList<>();
        for (String pointer : dataSet.strings(Tag.FrameIncrementPointer)) {
            for (Kind kind : Kind.values()) {
                if (Tag.toHex(kind.tag).equals(pointer)) {
                    List<Double> numbers = dataSet.numbers(kind.tag);
                    if (numbers.size() == frames) {
                        vectors.add(new Vector(kind, numbers));
                    }
                }
            }
        }
        return new NuclearFrames(dataSet, vectors);
    }

    // [impl->req~dicom-image.nuclear-frames~1]
    /** Numbers of a frame, from 0, in the order of the pointer; those of slices only where they are counted. */
    List<Integer> numbers(int frame, Slices slices) {
        return vectors.stream()
                .filter(vector -> slices == Slices.COUNTED || vector.kind() != Kind.SLICE)
                .map(vector -> vector.numbers().get(frame).intValue())
                .toList();
    }

    /** Whether slices are told apart by their number, or by the place they have anyway. */
    enum Slices {
        COUNTED,
        PLACED
    }

    // [impl->req~dicom-image.nuclear-frames~1]
    /** What sets a frame, from 0, apart from others: {@code "energy window 2 (Tc99m), phase 3"}; may be empty. */
    Optional<String> label(int frame) {
        List<String> words = new ArrayList<>();
        for (Vector vector : vectors) {
            if (vector.varies()) {
                int number = vector.numbers().get(frame).intValue();
                words.add(vector.kind().word + " " + number + name(vector.kind(), number));
            }
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", words));
    }

    /** Energy windows have names, views codes. */
    private String name(Kind kind, int number) {
        List<Attributes> items = kind == Kind.ENERGY_WINDOW
                ? dataSet.items(Tag.EnergyWindowInformationSequence)
                : kind == Kind.DETECTOR ? dataSet.items(Tag.DetectorInformationSequence) : List.of();
        if (number < 1 || number > items.size()) {
            return "";
        }
        Attributes item = items.get(number - 1);
        return item.string(Tag.EnergyWindowName)
                .or(() -> item.item(Tag.ViewCodeSequence).flatMap(code -> code.string(Tag.CodeMeaning)))
                .map(name -> " (" + name + ")")
                .orElse("");
    }
}
