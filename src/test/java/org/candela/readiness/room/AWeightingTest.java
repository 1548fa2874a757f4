package org.candela.readiness.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.candela.base.Cancellation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AWeightingTest {
    /** -3.01 dB: a sine of full scale against the mean square of full scale. */
    private static final double SINE = 10 * Math.log10(0.5);

    /** Plays a tone of a known amplitude. */
    static final class Tone implements Microphone {
        private final double hertz;
        private final double amplitude;
        private final double rate;
        private long at;

        Tone(double hertz, double amplitude, double rate) {
            this.hertz = hertz;
            this.amplitude = amplitude;
            this.rate = rate;
        }

        @Override
        public String name() {
            return "tone";
        }

        @Override
        public double sampleRate() {
            return rate;
        }

        @Override
        public int read(double[] samples) {
            for (int i = 0; i < samples.length; i++) {
                samples[i] = amplitude * Math.sin(2 * Math.PI * hertz * at++ / rate);
            }
            return samples.length;
        }

        @Override
        public void close() {}
    }

    private static double level(Microphone microphone) throws SoundException {
        return SoundLevel.listen(microphone, Duration.ofSeconds(2), new Cancellation(), share -> {})
                .dbFullScale();
    }

    /** IEC 61672-1:2013 Table 3: weighting A and the limits of class 1; no lower limit is written as -99. */
    // [utest->req~readiness.noise~1]
    @ParameterizedTest(name = "{0} Hz: {1} dB, +{2}/{3}")
    @CsvSource({
        "10, -70.4, 3.0, -99", "20, -50.5, 2.0, -2.0", "31.5, -39.4, 1.5, -1.5", "50, -30.2, 1.0, -1.0",
        "63, -26.2, 1.0, -1.0", "100, -19.1, 1.0, -1.0", "125, -16.1, 1.0, -1.0", "250, -8.6, 1.0, -1.0",
        "500, -3.2, 1.0, -1.0", "800, -0.8, 1.0, -1.0", "1000, 0, 0.7, -0.7", "2000, 1.2, 1.0, -1.0",
        "4000, 1.0, 1.0, -1.0", "6300, -0.1, 1.5, -2.0", "8000, -1.1, 1.5, -2.5", "10000, -2.5, 2.0, -3.0",
        "12500, -4.3, 2.0, -5.0", "16000, -6.6, 2.5, -16.0", "20000, -9.3, 3.0, -99"
    })
    void aToneIsWeightedWithinTheLimitsOfClassOne(double hertz, double weighting, double above, double below)
            throws Exception {
        for (double rate : new double[] {48_000, 44_100}) {
            double off = level(new Tone(hertz, 0.5, rate)) - (SINE + 20 * Math.log10(0.5)) - weighting;

            assertTrue(off <= above && off >= below, off + " dB off at " + rate);
        }
    }

    // [utest->req~readiness.noise~1]
    @Test
    void tenTimesTheAmplitudeIsTwentyDecibelMore() throws Exception {
        assertEquals(20, level(new Tone(1000, 0.5, 48_000)) - level(new Tone(1000, 0.05, 48_000)), 0.01);
    }

    // [utest->req~readiness.noise~1]
    @Test
    void aMutedMicrophoneIsNoQuietRoom() {
        SoundException e = assertThrows(SoundException.class, () -> level(new Tone(1000, 0, 48_000)));

        assertEquals("readiness.silence", e.code());
    }

    @Test
    void whatIsTooLoudForTheMicrophoneIsCounted() throws Exception {
        SoundLevel heard =
                SoundLevel.listen(new Tone(1000, 1.2, 48_000), Duration.ofSeconds(1), new Cancellation(), share -> {});

        assertTrue(heard.clipped() > 0.2);
    }

    @Test
    void listeningEndsWhenCancelled() {
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();

        assertThrows(
                CancellationException.class,
                () -> SoundLevel.listen(new Tone(1000, 0.5, 48_000), Duration.ofSeconds(10), cancelled, share -> {}));
    }
}
