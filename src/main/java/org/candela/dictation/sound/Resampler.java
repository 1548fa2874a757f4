package org.candela.dictation.sound;

import java.util.Arrays;
import org.candela.dictation.Pcm;

/**
 * From the rate and channels of a device to mono at {@value Pcm#SAMPLE_RATE_HZ} Hz, as the sound comes: a windowed sinc (Hann)
 * around each new sample, that cuts off what the lower rate cannot hold. Delay: {@value #ZEROS} samples of the lower rate.
 * One thread.
 */
// [impl->req~dictation.rates~1]
final class Resampler {
    /** Zero crossings of the sinc on either side. */
    private static final int ZEROS = 16;
    /** Of half the lower rate: leaves room for the slope. */
    private static final double PASSED = 0.92;

    private static final int STEPS = 512;

    private final SoundFormat from;
    /** Samples of the device for each of ours. */
    private final double ratio;
    /** Of the lower rate, in cycles a sample of the device. */
    private final double cutoff;
    /** Samples of the device on either side of a new one. */
    private final int reach;

    private final double[] kernel;
    private double[] heard;
    private int count;
    /** Where the next new sample lies in {@link #heard}. */
    private double next;

    Resampler(SoundFormat from) {
        this.from = from;
        this.ratio = (double) from.rateHz() / Pcm.SAMPLE_RATE_HZ;
        this.cutoff = PASSED / 2 / Math.max(1, ratio);
        this.reach = (int) Math.ceil(ZEROS / (2 * cutoff));
        this.kernel = kernel();
        this.heard = new double[reach * 4];
        this.count = reach; // silence before the first sample
        this.next = reach;
    }

    private double[] kernel() {
        double[] table = new double[reach * STEPS + 2];
        for (int i = 0; i < table.length; i++) {
            double x = (double) i / STEPS;
            double angle = 2 * Math.PI * cutoff * x;
            double sinc = i == 0 ? 1 : Math.sin(angle) / angle;
            double window = x >= reach ? 0 : 0.5 + 0.5 * Math.cos(Math.PI * x / reach);
            table[i] = 2 * cutoff * sinc * window;
        }
        return table;
    }

    /** The samples that are complete now; the others come with what follows. */
    short[] take(byte[] bytes, int length) {
        if (from.rateHz() == Pcm.SAMPLE_RATE_HZ && from.channels() == 1) {
            return Pcm.ofBytes(Arrays.copyOf(bytes, length)).samples();
        }
        add(bytes, length);
        int ready = (int) Math.max(0, Math.floor((count - reach - 1 - next) / ratio) + 1);
        short[] made = new short[ready];
        for (int i = 0; i < ready; i++) {
            made[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(at(next))));
            next += ratio;
        }
        forget();
        return made;
    }

    private void add(byte[] bytes, int length) {
        int moments = length / from.frameBytes();
        if (count + moments > heard.length) {
            heard = Arrays.copyOf(heard, Math.max(heard.length * 2, count + moments));
        }
        for (int i = 0; i < moments; i++) {
            int sum = 0;
            for (int channel = 0; channel < from.channels(); channel++) {
                int at = i * from.frameBytes() + channel * Short.BYTES;
                sum += (bytes[at + 1] << 8) | (bytes[at] & 0xFF);
            }
            heard[count] = (double) sum / from.channels();
            count++;
        }
    }

    private double at(double position) {
        int first = Math.max(0, (int) Math.ceil(position - reach));
        int last = Math.min(count - 1, (int) Math.floor(position + reach));
        double sum = 0;
        for (int i = first; i <= last; i++) {
            double step = Math.abs(position - i) * STEPS;
            int below = (int) step;
            double share = step - below;
            sum += heard[i] * (kernel[below] * (1 - share) + kernel[below + 1] * share);
        }
        return sum;
    }

    /** What no new sample reaches back to. */
    private void forget() {
        int done = (int) Math.floor(next) - reach;
        if (done > 0) {
            System.arraycopy(heard, done, heard, 0, count - done);
            count -= done;
            next -= done;
        }
    }
}
