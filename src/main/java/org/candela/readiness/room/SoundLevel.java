package org.candela.readiness.room;

import java.time.Duration;
import java.util.function.DoubleConsumer;
import org.candela.base.Cancellation;

/**
 * Equivalent continuous level over a window, weighted A, in dB below full scale: 10 lg of the mean square, where a square wave of
 * full scale is 0 and a sine is -3.01. What that is in dB(A) of sound a calibration against a sound level meter says.
 *
 * @param dbFullScale the level
 * @param clipped share of samples at full scale, 0 to 1
 */
// [impl->req~readiness.noise~1]
public record SoundLevel(double dbFullScale, double clipped) {
    /** The filter rings in while the microphone settles. */
    private static final double SETTLE_SECONDS = 0.5;

    private static final double FULL = 0.999;
    private static final int BLOCK = 4800;

    /**
     * Listens for a window.
     *
     * @param progress told the share that is done, 0 to 1
     * @throws SoundException {@code readiness.silence} for a microphone that is muted, and when it cannot be read
     * @throws java.util.concurrent.CancellationException when cancelled
     */
    public static SoundLevel listen(
            Microphone microphone, Duration window, Cancellation cancellation, DoubleConsumer progress)
            throws SoundException {
        Sum sum = new Sum(microphone.sampleRate());
        long wanted = (long) (window.toMillis() / 1000.0 * microphone.sampleRate());
        double[] block = new double[BLOCK];
        while (sum.counted < wanted) {
            cancellation.throwIfRequested();
            int read = microphone.read(block);
            for (int i = 0; i < read && sum.counted < wanted; i++) {
                sum.add(block[i]);
            }
            progress.accept((double) sum.counted / wanted);
        }
        return sum.level(microphone.name());
    }

    /** Squares so far. */
    private static final class Sum {
        private final AWeighting weighting;
        private long settling;
        private double squares;
        private double loudest;
        private long counted;
        private long full;

        Sum(double sampleRate) {
            this.weighting = new AWeighting(sampleRate);
            this.settling = (long) (SETTLE_SECONDS * sampleRate);
        }

        void add(double sample) {
            double weighted = weighting.next(sample);
            if (settling > 0) {
                settling--;
                return;
            }
            counted++;
            squares += weighted * weighted;
            loudest = Math.max(loudest, Math.abs(sample));
            full += Math.abs(sample) >= FULL ? 1 : 0;
        }

        SoundLevel level(String name) throws SoundException {
            if (loudest == 0) {
                throw new SoundException(
                        "readiness.silence",
                        name + " gives nothing but zeros; switch it on, and take it off mute in the system's settings");
            }
            return new SoundLevel(10 * Math.log10(squares / counted), (double) full / counted);
        }
    }
}
