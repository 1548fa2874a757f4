package org.candela.study;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.candela.base.Uid;

/**
 * One admitted DICOM object.
 *
 * @param sopInstanceUid its identity, unique in the world
 * @param number Instance Number
 * @param frameCount frames of its pixel data; 0 for an object without pixels, such as a report
 * @param place where it lies among its siblings; empty without a plane
 * @param file where its bytes are
 */
public record Instance(
        Uid sopInstanceUid,
        Uid sopClassUid,
        Optional<Integer> number,
        int frameCount,
        Optional<Place> place,
        Path file) {
    /**
     * Position for sorting.
     *
     * @param orientation six direction cosines rounded to three digits, separated by backslashes
     * @param positionMm distance from the patient origin along the normal, mm
     */
    public record Place(String orientation, double positionMm) {
        /** One step of the last digit kept: equal cosines can be rounded to neighbours. */
        private static final double ROUNDING = 1.5e-3;

        /** Whether a slice here and one there are parallel, but for the rounding of their cosines. */
        public boolean isParallelTo(Place other) {
            double[] mine = cosines();
            double[] theirs = other.cosines();
            return mine.length == theirs.length
                    && IntStream.range(0, mine.length).allMatch(i -> Math.abs(mine[i] - theirs[i]) < ROUNDING);
        }

        private double[] cosines() {
            return Stream.of(orientation.split("\\\\"))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        }
    }

    public Instance {
        if (frameCount < 0) {
            throw new IllegalArgumentException("an object cannot have " + frameCount + " frames");
        }
    }

    Stream<FrameKey> frames() {
        return IntStream.range(0, frameCount).mapToObj(index -> new FrameKey(sopInstanceUid, index));
    }
}
