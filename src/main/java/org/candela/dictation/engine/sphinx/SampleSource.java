package org.candela.dictation.engine.sphinx;

import edu.cmu.sphinx.frontend.BaseDataProcessor;
import edu.cmu.sphinx.frontend.Data;
import edu.cmu.sphinx.frontend.DataStartSignal;
import edu.cmu.sphinx.frontend.DoubleData;
import edu.cmu.sphinx.frontend.endpoint.SpeechEndSignal;
import java.util.ArrayDeque;
import java.util.Queue;
import org.candela.dictation.Pcm;
import org.jspecify.annotations.Nullable;

/**
 * Samples in blocks for the front end of sphinx4, which pulls. It answers null where nothing more came yet, and the search
 * goes on from there later; blocks are longer than a window, since the windower waits for ever for the rest of one.
 */
final class SampleSource extends BaseDataProcessor {
    /** Samples of a block: 100 ms. */
    static final int BLOCK = Pcm.SAMPLE_RATE_HZ / 10;

    private final Queue<Data> waiting = new ArrayDeque<>();
    private final double[] rest = new double[2 * BLOCK];
    private int resting;
    private long firstSample;

    /** Begins an utterance whose samples are numbered from {@code first}; sphinx4 takes equal numbers for equal frames. */
    void begin(long first) {
        waiting.clear();
        resting = 0;
        firstSample = first;
        waiting.add(new DataStartSignal(Pcm.SAMPLE_RATE_HZ));
    }

    void add(short[] samples) {
        for (short sample : samples) {
            rest[resting++] = sample;
            if (resting == rest.length) {
                pass(BLOCK);
            }
        }
    }

    /** Passes what is left, and the end. */
    void end() {
        if (resting > 0) {
            pass(resting);
        }
        waiting.add(new SpeechEndSignal());
    }

    /** The first {@code count} samples go on; the others move up. At least a block stays until the end. */
    private void pass(int count) {
        double[] block = new double[count];
        System.arraycopy(rest, 0, block, 0, count);
        waiting.add(new DoubleData(block, Pcm.SAMPLE_RATE_HZ, firstSample));
        firstSample += count;
        resting -= count;
        System.arraycopy(rest, count, rest, 0, resting);
    }

    /** How many samples went on so far, from the beginning of numbers. */
    long passedTo() {
        return firstSample;
    }

    @Override
    @SuppressWarnings("NullAway") // null is how a front end says that nothing is there
    public @Nullable Data getData() {
        return waiting.poll();
    }
}
