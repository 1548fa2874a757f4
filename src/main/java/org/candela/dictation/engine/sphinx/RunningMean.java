package org.candela.dictation.engine.sphinx;

import edu.cmu.sphinx.frontend.BaseDataProcessor;
import edu.cmu.sphinx.frontend.Data;
import edu.cmu.sphinx.frontend.DoubleData;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Takes from each cepstrum the mean of those before it, which is what a voice, microphone and room add. Words can so be told
 * while somebody speaks; the mean of earlier utterances is where the next begins.
 */
final class RunningMean extends BaseDataProcessor {
    /** cmninit of the acoustic model. */
    private static final double[] FIRST = {40, 3, -1};
    /** How many frames of 10 ms the beginning counts for. */
    private static final double TRUST = 100;
    /** Frames after which older ones are half forgotten. */
    private static final double LONG = 800;

    private double[] sum = new double[0];
    private double frames;

    @Override
    @SuppressWarnings("NullAway") // null is how a front end says that nothing is there
    public @Nullable Data getData() {
        Data data = getPredecessor().getData();
        if (data instanceof DoubleData cepstrum) {
            subtract(cepstrum.getValues());
        }
        return data;
    }

    private void subtract(double[] cepstrum) {
        if (sum.length != cepstrum.length) {
            begin(cepstrum.length);
        }
        // [0] is the energy; frames of digital silence say nothing of a voice
        if (cepstrum[0] >= 0) {
            for (int at = 0; at < cepstrum.length; at++) {
                sum[at] += cepstrum[at];
            }
            frames++;
        }
        for (int at = 0; at < cepstrum.length; at++) {
            cepstrum[at] -= sum[at] / frames;
        }
        if (frames > LONG) {
            for (int at = 0; at < sum.length; at++) {
                sum[at] /= 2;
            }
            frames /= 2;
        }
    }

    private void begin(int length) {
        sum = new double[length];
        Arrays.fill(sum, 0);
        for (int at = 0; at < FIRST.length; at++) {
            sum[at] = FIRST[at] * TRUST;
        }
        frames = TRUST;
    }
}
