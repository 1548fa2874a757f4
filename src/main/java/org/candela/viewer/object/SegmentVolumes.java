package org.candela.viewer.object;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.candela.base.CandelaException;
import org.candela.dicom.image.FrameReader;
import org.candela.dicom.object.region.SegmentFrame;
import org.candela.dicom.object.region.Segmentation;
import org.candela.image.Frame;
import org.candela.image.SlicePlane;

/**
 * Volumes of the segments of a segmentation: Σ pixels · row spacing · column spacing · distance of slices, mm³. A pixel
 * counts where its value is half of the whole or more. The distance is that of neighbouring planes of the segmentation,
 * where all of them are equally far apart and parallel; else there is no volume. Counted once; safe from any thread.
 */
// [impl->req~viewer.regions-measured~1]
final class SegmentVolumes {
    /** More is not counted: it would take seconds, and memory is taken frame by frame. */
    private static final long MOST_PIXELS = 1L << 30;

    private static final double PARALLEL = 0.9995;
    private static final double SAME_MM = 1e-3;
    /** Distances may differ by so much of the least. */
    private static final double EVEN = 0.02;

    private final Segmentation segmentation;
    private final FrameReader frames;
    private Map<Integer, Double> counted = Map.of();
    private boolean isCounted;
    private final Map<Integer, Integer> most = new HashMap<>();
    private final Map<Integer, SegmentFrame> largest = new HashMap<>();

    SegmentVolumes(Segmentation segmentation, FrameReader frames) {
        this.segmentation = segmentation;
        this.frames = frames;
    }

    /** By number of the segment; none where planes do not tell it. */
    synchronized Map<Integer, Double> mm3() throws IOException, CandelaException {
        if (!isCounted) {
            isCounted = true;
            counted = count();
        }
        return counted;
    }

    /** The frame with most pixels of each segment, by its number; none where too many pixels would have to be read. */
    synchronized Map<Integer, SegmentFrame> largest() throws IOException, CandelaException {
        mm3();
        return Map.copyOf(largest);
    }

    private Map<Integer, Double> count() throws IOException, CandelaException {
        long pixels = (long) segmentation.grid().rows() * segmentation.grid().columns() * frames.frameCount();
        OptionalDouble step = step();
        if (pixels > MOST_PIXELS) {
            return Map.of();
        }
        Map<Integer, Double> volumes = new TreeMap<>();
        for (SegmentFrame frame : segmentation.frames()) {
            Map<Integer, Integer> counts = counts(frame);
            counts.forEach((segment, count) -> take(frame, segment, count));
            if (step.isPresent()) {
                double pixel = frame.plane()
                        .map(plane ->
                                plane.spacing().rowSpacingMm() * plane.spacing().columnSpacingMm())
                        .orElseThrow();
                counts.forEach(
                        (segment, count) -> volumes.merge(segment, count * pixel * step.orElseThrow(), Double::sum));
            }
        }
        return volumes;
    }

    private void take(SegmentFrame frame, int segment, int count) {
        if (count > most.getOrDefault(segment, 0)) {
            most.put(segment, count);
            largest.put(segment, frame);
        }
    }

    private Map<Integer, Integer> counts(SegmentFrame frame) throws IOException, CandelaException {
        Map<Integer, Integer> counts = new HashMap<>();
        Frame values = frames.read(frame.index());
        OptionalInt segment = frame.segment();
        int half = Math.max(1, (segmentation.coding().maximum() + 1) / 2);
        boolean isLabelMap = segmentation.coding().kind() == Segmentation.Kind.LABELMAP;
        for (int i = 0; i < values.samples().length; i++) {
            int value = values.value(i);
            if (isLabelMap && value != 0) {
                counts.merge(value, 1, Integer::sum);
            } else if (!isLabelMap && segment.isPresent() && value >= half) {
                counts.merge(segment.orElseThrow(), 1, Integer::sum);
            }
        }
        return counts;
    }

    /** Distance of the planes; empty where one is missing, all are one, or they are uneven. */
    private OptionalDouble step() {
        TreeSet<Double> places = new TreeSet<>();
        SlicePlane first = null;
        for (SegmentFrame frame : segmentation.frames()) {
            if (frame.plane().isEmpty()) {
                return OptionalDouble.empty();
            }
            SlicePlane plane = frame.plane().orElseThrow();
            first = first == null ? plane : first;
            if (Math.abs(first.normal().dot(plane.normal())) < PARALLEL) {
                return OptionalDouble.empty();
            }
            double place = plane.origin().minus(first.origin()).dot(first.normal());
            boolean isKnown = !places.subSet(place - SAME_MM, place + SAME_MM).isEmpty();
            if (!isKnown) {
                places.add(place);
            }
        }
        return even(List.copyOf(places));
    }

    private static OptionalDouble even(List<Double> places) {
        int steps = places.size() - 1;
        double[] distances = IntStream.range(0, Math.max(0, steps))
                .mapToDouble(i -> places.get(i + 1) - places.get(i))
                .sorted()
                .toArray();
        return steps > 0 && distances[steps - 1] <= distances[0] * (1 + EVEN)
                ? OptionalDouble.of((places.get(steps) - places.get(0)) / steps)
                : OptionalDouble.empty();
    }
}
