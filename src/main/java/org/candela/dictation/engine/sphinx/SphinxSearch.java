package org.candela.dictation.engine.sphinx;

import edu.cmu.sphinx.decoder.pruner.SimplePruner;
import edu.cmu.sphinx.decoder.scorer.SimpleAcousticScorer;
import edu.cmu.sphinx.decoder.search.ActiveListFactory;
import edu.cmu.sphinx.decoder.search.PartitionActiveListFactory;
import edu.cmu.sphinx.decoder.search.SimpleActiveListManager;
import edu.cmu.sphinx.decoder.search.WordPruningBreadthFirstSearchManager;
import edu.cmu.sphinx.frontend.AutoCepstrum;
import edu.cmu.sphinx.frontend.BaseDataProcessor;
import edu.cmu.sphinx.frontend.DataProcessor;
import edu.cmu.sphinx.frontend.FrontEnd;
import edu.cmu.sphinx.frontend.feature.DeltasFeatureExtractor;
import edu.cmu.sphinx.frontend.feature.FeatureTransform;
import edu.cmu.sphinx.frontend.filter.Preemphasizer;
import edu.cmu.sphinx.frontend.transform.DiscreteFourierTransform;
import edu.cmu.sphinx.frontend.window.RaisedCosineWindower;
import edu.cmu.sphinx.linguist.Linguist;
import edu.cmu.sphinx.result.Result;
import java.io.IOException;
import java.util.List;
import org.candela.dictation.SpeechException;
import org.jspecify.annotations.Nullable;

/** One search of sphinx4 through one language, fed sample by sample. One thread. */
final class SphinxSearch {
    private static final double PREEMPHASIS = 0.97;
    private static final double HAMMING = 0.46;
    private static final float WINDOW_MS = 25.625f;
    private static final float SHIFT_MS = 10;
    private static final int DELTAS = 3;
    private static final int EDGES = 100;
    /** Frames of look-ahead that sphinx4 recommends. */
    private static final float ACOUSTIC_LOOKAHEAD = 1.7f;

    private final SphinxVoice voice;
    private final SampleSource source = new SampleSource();
    private final WordPruningBreadthFirstSearchManager search;
    private long first;
    private boolean isStarted;

    /** What the search is to leave behind. */
    enum Depth {
        /** The best words alone. */
        BEST,
        /** Also what else it could have been, for confidence. */
        ALTERNATIVES
    }

    SphinxSearch(SphinxVoice voice, Linguist linguist, BaseDataProcessor mean, Beams beams, Depth depth)
            throws SpeechException {
        this.voice = voice;
        ActiveListFactory states = new PartitionActiveListFactory(beams.tokens(), beams.share());
        ActiveListFactory words = new PartitionActiveListFactory(beams.words(), beams.wordShare());
        boolean keeps = depth == Depth.ALTERNATIVES;
        search = new WordPruningBreadthFirstSearchManager(
                linguist,
                new SimplePruner(),
                new SimpleAcousticScorer(frontEnd(mean), null),
                new SimpleActiveListManager(List.of(states, words, words, states, states, states), false),
                false,
                beams.share(),
                0,
                false,
                keeps,
                EDGES,
                ACOUSTIC_LOOKAHEAD,
                keeps);
        search.allocate();
    }

    private FrontEnd frontEnd(BaseDataProcessor mean) throws SpeechException {
        try {
            List<DataProcessor> pipeline = List.of(
                    source,
                    new Preemphasizer(PREEMPHASIS),
                    new RaisedCosineWindower(HAMMING, WINDOW_MS, SHIFT_MS),
                    new DiscreteFourierTransform(-1, false),
                    new AutoCepstrum(voice.loader()),
                    mean,
                    new DeltasFeatureExtractor(DELTAS),
                    new FeatureTransform(voice.loader()));
            FrontEnd frontEnd = new FrontEnd(pipeline);
            frontEnd.initialize();
            return frontEnd;
        } catch (IOException e) {
            throw new SpeechException("speech.no-voice", "the voice in sphinx4-data cannot be read", e);
        }
    }

    void begin() {
        if (isStarted) {
            search.stopRecognition();
        }
        first = voice.utterance();
        source.begin(first);
        voice.loader().clearGauScores();
        search.startRecognition();
        isStarted = true;
    }

    /** Hears samples and follows them as far as whole frames are there. */
    void add(short[] samples) {
        source.add(samples);
        if (source.passedTo() - first >= 2L * SampleSource.BLOCK) {
            search.recognize(Integer.MAX_VALUE);
        }
    }

    /** Hears the whole utterance; nothing is followed before {@link #end}. */
    void feedAll(short[] samples) {
        source.add(samples);
    }

    /** The words so far; null before the first. */
    @Nullable
    Result soFar() {
        return search.recognize(0);
    }

    /** Follows the rest; what was said. */
    @Nullable
    Result end() {
        source.end();
        Result result = search.recognize(Integer.MAX_VALUE);
        search.stopRecognition();
        isStarted = false;
        return result;
    }

    /** Leaves the utterance. */
    void stop() {
        if (isStarted) {
            search.stopRecognition();
            isStarted = false;
        }
    }

    /** The time at which samples of this utterance begin, in ms of sphinx4. */
    long originMillis() {
        return first * 1000 / org.candela.dictation.Pcm.SAMPLE_RATE_HZ;
    }
}
