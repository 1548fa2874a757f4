package org.candela.dicom.image;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;

/** How long a frame of a cine is shown (PS3.3 C.7.6.5). Stateless. */
final class FrameTiming {
    private static final double MILLISECONDS = 1000;
    private static final double NANOSECONDS = 1e6;

    private FrameTiming() {}

    /**
     * Time from frame {@code frameIndex} to the next: of Frame Time Vector or Frame Time, as Frame Increment Pointer says;
     * without a pointer the one that is there. Else what Recommended Display Frame Rate or Cine Rate ask for.
     */
    // [impl->req~dicom-image.frame-time~1]
    static Optional<Duration> of(Attributes dataSet, int frameIndex) {
        Optional<Double> rate = dataSet.number(Tag.RecommendedDisplayFrameRate).or(() -> dataSet.number(Tag.CineRate));
        Optional<Double> uniform = dataSet.number(Tag.FrameTime).filter(FrameTiming::isPositive);
        Optional<Double> own = ofVector(dataSet.numbers(Tag.FrameTimeVector), frameIndex);
        boolean isByVector = dataSet.strings(Tag.FrameIncrementPointer).contains(Tag.toHex(Tag.FrameTimeVector));
        Optional<Double> stated = isByVector ? own.or(() -> uniform) : uniform.or(() -> own);
        return stated.or(() -> rate.map(framesPerSecond -> MILLISECONDS / framesPerSecond))
                .filter(FrameTiming::isPositive)
                .map(milliseconds -> Duration.ofNanos(Math.round(milliseconds * NANOSECONDS)));
    }

    /** The first value is 0, each next one the time since the frame before (C.7.6.5.1.2); the last frame has no next. */
    private static Optional<Double> ofVector(List<Double> increments, int frameIndex) {
        if (increments.size() < 2) {
            return Optional.empty();
        }
        int next = Math.min(frameIndex + 1, increments.size() - 1);
        return Optional.of(increments.get(next)).filter(FrameTiming::isPositive);
    }

    private static boolean isPositive(double milliseconds) {
        return milliseconds > 0 && Double.isFinite(milliseconds);
    }
}
