package org.candela.dicom.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.candela.base.Uid;
import org.candela.dicom.image.ImageDescription.ImagePlace;
import org.candela.image.SeriesGeometry;
import org.candela.image.SliceAlignment;
import org.candela.image.SlicePlane;
import org.candela.image.SliceSteps;
import org.candela.image.Vector3;

/**
 * The frames of a multi-frame image in the order to be read: a stack after the other, in it a point in time after the
 * other, in it by position along the normal.
 *
 * <p>Where several frames lie at one place for another reason, as echoes or b-values do, one kind follows the other; where
 * nothing tells them apart the first of every place come first, then the second. Nuclear medicine has vectors instead of
 * stacks and times. Without a plane for every frame these alone decide, and without any the order of the file, as with more
 * than 32,768 frames.
 *
 * @param frames frame indices, from 0, through all parts of an image that was sent in several
 * @param steps distances of the frames; {@link SliceSteps#NONE} unless all are one pass through the patient
 * @param alignment how they lie over one another; {@link SliceAlignment#STRAIGHT} unless all are parallel
 * @param frameOfReference the space of {@code planes}; empty when the file states none
 * @param planes of the frames in this order; empty unless every frame lies in the patient and all are parallel
 */
public record FrameOrder(
        List<Integer> frames,
        SliceSteps steps,
        SliceAlignment alignment,
        Optional<Uid> frameOfReference,
        List<SlicePlane> planes) {
    /** More frames than any stack of slices has: to place them all takes longer than a file may. */
    private static final int MOST_PLACED = 1 << 15;

    private static final Comparator<Part> BY_PART = Comparator.comparing(
                    (Part part) -> part.content().stackId())
            .thenComparing(part -> part.content().temporalPosition())
            .thenComparing(Part::numbers, Arrays::compare);

    public FrameOrder {
        frames = List.copyOf(frames);
        planes = List.copyOf(planes);
    }

    /** An order of frames that lie nowhere. */
    private FrameOrder(List<Integer> frames) {
        this(frames, SliceSteps.NONE, SliceAlignment.STRAIGHT, Optional.empty(), List.of());
    }

    /** A frame in the instance that holds it, by its index there. */
    private record Source(FrameReader reader, int index) {
        Optional<SlicePlane> plane(ImageDescription description) {
            return description.place().plane().or(() -> reader.volumePlane(index));
        }
    }

    /** A frame and where it lies. */
    private record Placed(int index, SeriesGeometry.Slice slice, SliceKind kind) {}

    /** Frames that are scrolled through before those of the next. */
    @SuppressWarnings("ArrayRecordComponent") // a key of the comparator alone
    private record Part(FrameContent content, int[] numbers) {
        static Part of(Source frame, NuclearFrames.Slices slices) {
            return new Part(
                    frame.reader().content(frame.index()),
                    frame.reader().part(frame.index(), slices).stream()
                            .mapToInt(number -> number)
                            .toArray());
        }
    }

    // [impl->req~dicom-image.frame-order~1]
    /** The order of all frames of {@code reader}; reads no pixels. */
    public static FrameOrder of(FrameReader reader) throws UnsupportedImageException {
        return of(List.of(reader));
    }

    /**
     * The order of all frames of an image that was sent in {@code parts}, the first part first: its frames are counted
     * through all of them.
     */
    public static FrameOrder of(List<FrameReader> parts) throws UnsupportedImageException {
        int count = parts.stream().mapToInt(FrameReader::frameCount).sum();
        if (count > MOST_PLACED) {
            return inFile(count);
        }
        return of(
                parts.get(0),
                parts.stream()
                        .flatMap(reader ->
                                IntStream.range(0, reader.frameCount()).mapToObj(index -> new Source(reader, index)))
                        .toList());
    }

    private static FrameOrder of(FrameReader first, List<Source> sources) throws UnsupportedImageException {
        Map<Part, List<Placed>> parts = new TreeMap<>(BY_PART);
        for (int i = 0; i < sources.size(); i++) {
            Source source = sources.get(i);
            ImageDescription description = source.reader().describe(source.index());
            Optional<SlicePlane> plane = source.plane(description);
            if (plane.isEmpty()) {
                return byNumbers(sources);
            }
            SeriesGeometry.Slice slice = new SeriesGeometry.Slice(
                    plane.orElseThrow(),
                    description.layout().rows(),
                    description.layout().columns());
            Part part = Part.of(source, NuclearFrames.Slices.PLACED);
            parts.computeIfAbsent(part, none -> new ArrayList<>())
                    .add(new Placed(i, slice, source.reader().kind(source.index())));
        }
        List<List<Placed>> passes = new ArrayList<>();
        parts.values().forEach(part -> passes.addAll(passes(part)));
        List<Integer> frames =
                passes.stream().flatMap(List::stream).map(Placed::index).toList();
        SeriesGeometry all = geometry(passes.stream().flatMap(List::stream).toList());
        ImagePlace place = first.describe(0).place();
        boolean isVolume = place.plane().isPresent() && !all.hasMixedOrientations();
        return new FrameOrder(
                frames,
                passes.size() == 1 ? all.steps() : SliceSteps.NONE,
                all.alignment(),
                place.frameOfReference(),
                isVolume ? planes(passes) : List.of());
    }

    private static List<SlicePlane> planes(List<List<Placed>> passes) {
        return passes.stream()
                .flatMap(List::stream)
                .map(frame -> frame.slice().plane())
                .toList();
    }

    private static FrameOrder inFile(int count) {
        return new FrameOrder(IntStream.range(0, count).boxed().toList());
    }

    // [impl->req~dicom-image.nuclear-frames~1]
    private static FrameOrder byNumbers(List<Source> sources) {
        List<int[]> numbers = sources.stream()
                .map(source -> Part.of(source, NuclearFrames.Slices.COUNTED).numbers())
                .toList();
        List<Integer> frames = IntStream.range(0, sources.size())
                .boxed()
                .sorted(Comparator.comparing(numbers::get, Arrays::compare)) // stable: else as in the file
                .toList();
        return new FrameOrder(frames);
    }

    /** Frames in order of position, those that lie where another of them lies in a pass of their own. */
    private static List<List<Placed>> passes(List<Placed> part) {
        SeriesGeometry geometry = geometry(part);
        if (geometry.hasMixedOrientations()) {
            return List.of(part);
        }
        List<Placed> byPosition = geometry.order().stream().map(part::get).toList();
        Vector3 normal = part.get(0).slice().plane().normal();
        List<Double> positions = byPosition.stream()
                .map(frame -> frame.slice().plane().origin().dot(normal))
                .toList();
        List<SliceKind> kinds = byPosition.stream().map(Placed::kind).toList();
        return SliceKind.passes(positions, kinds).passes().stream()
                .map(pass -> pass.stream().map(byPosition::get).toList())
                .toList();
    }

    private static SeriesGeometry geometry(List<Placed> frames) {
        return SeriesGeometry.of(frames.stream().map(Placed::slice).toList());
    }
}
