package org.candela.dictation.engine;

import org.candela.dictation.Pcm;

/**
 * Other rates to {@value Pcm#SAMPLE_RATE_HZ} Hz by a windowed sinc, whose cut-off is the lower of the two Nyquist frequencies: a
 * rate that is merely thinned out folds what lies above 8 kHz into speech.
 */
final class Resampling {
    /** Zero crossings on each side. */
    private static final int REACH = 16;

    private Resampling() {}

    static short[] to16kHz(short[] samples, double rate) {
        if (rate == Pcm.SAMPLE_RATE_HZ) {
            return samples;
        }
        double step = rate / Pcm.SAMPLE_RATE_HZ;
        double cutoff = Math.min(1, 1 / step);
        short[] converted = new short[(int) Math.floor(samples.length / step)];
        for (int at = 0; at < converted.length; at++) {
            converted[at] = (short)
                    Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(at(samples, at * step, cutoff))));
        }
        return converted;
    }

    private static double at(short[] samples, double place, double cutoff) {
        int reach = (int) Math.ceil(REACH / cutoff);
        int from = Math.max(0, (int) Math.ceil(place - reach));
        int to = Math.min(samples.length - 1, (int) Math.floor(place + reach));
        double sum = 0;
        double weights = 0;
        for (int near = from; near <= to; near++) {
            double weight = weight((near - place) * cutoff);
            sum += samples[near] * weight;
            weights += weight;
        }
        return weights == 0 ? 0 : sum / weights;
    }

    /** sinc(x) under a Hann window of {@value #REACH} zero crossings. */
    private static double weight(double x) {
        if (x == 0) {
            return 1;
        }
        return Math.sin(Math.PI * x) / (Math.PI * x) * (0.5 + 0.5 * Math.cos(Math.PI * x / REACH));
    }
}
