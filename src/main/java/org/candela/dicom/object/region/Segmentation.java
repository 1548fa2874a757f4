package org.candela.dicom.object.region;

import java.util.List;
import java.util.Optional;
import org.candela.base.Uid;

/**
 * A segmentation without its pixels (PS3.3 A.51, C.8.20).
 *
 * <p>Immutable.
 *
 * @param identity which it is
 * @param coding how pixels are meant
 * @param grid size of each frame
 * @param segments in the order of the file
 * @param frames in the order of the file
 * @param warnings what could not be understood; in English and without patient data
 */
public record Segmentation(
        Identity identity,
        Coding coding,
        ImageTarget.Grid grid,
        List<Segment> segments,
        List<SegmentFrame> frames,
        List<String> warnings) {
    public Segmentation {
        segments = List.copyOf(segments);
        frames = List.copyOf(frames);
        warnings = warnings.stream().distinct().toList();
    }

    /**
     * Which segmentation it is.
     *
     * @param label Content Label; may be empty
     * @param frameOfReferenceUid empty where only source images say where it is
     */
    public record Identity(Uid sopInstanceUid, String label, Optional<Uid> frameOfReferenceUid) {}

    /** Segmentation Type (0062,0001), Segmentation Fractional Type (0062,0010). */
    public enum Kind {
        BINARY,
        /** How likely a pixel is of the segment. */
        PROBABILITY,
        /** How much of a pixel the segment takes. */
        OCCUPANCY,
        /** Each value is the number of a segment. */
        LABELMAP
    }

    /**
     * How pixels are meant.
     *
     * @param maximum value that stands for all of a pixel: 1 for BINARY, 1 to 255 for fractions; 0 for LABELMAP
     */
    public record Coding(Kind kind, int maximum) {}

    /** The segment of that number; empty where the file does not describe it. */
    public Optional<Segment> segment(int number) {
        return segments.stream().filter(segment -> segment.number() == number).findFirst();
    }

    // [impl->req~dicom-object.segment-place~1]
    /**
     * Frames that lie on an image: those derived from it; where there are none, those parallel to it within half a slice in
     * its frame of reference. A frame derived from many images, as resampled ones are, lies on none that its plane is not on.
     */
    public List<SegmentFrame> framesOn(ImageTarget target) {
        List<SegmentFrame> derived = frames.stream()
                .filter(frame -> frame.isOf(target.sopInstanceUid(), target.frame()))
                .filter(frame -> !liesElsewhere(frame, target))
                .toList();
        return derived.isEmpty() ? target.place().map(this::framesAt).orElse(List.of()) : derived;
    }

    /** Only where both planes are known. */
    private static boolean liesElsewhere(SegmentFrame frame, ImageTarget target) {
        return frame.plane()
                .flatMap(plane -> target.place().map(place -> !place.holds(plane)))
                .orElse(false);
    }

    private List<SegmentFrame> framesAt(ImageTarget.Place place) {
        if (!identity.frameOfReferenceUid().equals(Optional.of(place.frameOfReferenceUid()))) {
            return List.of();
        }
        return frames.stream()
                .filter(frame -> frame.plane().filter(place::holds).isPresent())
                .toList();
    }
}
