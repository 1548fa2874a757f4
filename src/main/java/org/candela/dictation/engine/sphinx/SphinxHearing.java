package org.candela.dictation.engine.sphinx;

import edu.cmu.sphinx.linguist.dictionary.Word;
import edu.cmu.sphinx.result.Edge;
import edu.cmu.sphinx.result.Lattice;
import edu.cmu.sphinx.result.LatticeOptimizer;
import edu.cmu.sphinx.result.Node;
import edu.cmu.sphinx.result.Result;
import edu.cmu.sphinx.util.LogMath;
import edu.cmu.sphinx.util.TimeFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.candela.dictation.SpokenWord;
import org.candela.dictation.Transcript;
import org.candela.dictation.language.ReportModel;
import org.jspecify.annotations.Nullable;

/** Results of sphinx4 as transcripts. */
final class SphinxHearing {
    /** Of a word of which nothing more is known. */
    private static final double UNJUDGED = 0.5;
    /**
     * By which the scores of a lattice are divided. A search weighs language tenfold and takes the frames of a sound to be
     * independent, so that the best reading has all of the share; divided so, shares say something (docs/speech.md).
     */
    private static final double SCALE = 20;

    private SphinxHearing() {}

    /**
     * A word of the best reading.
     *
     * @param spelling as the language has it, with the mark of a command
     * @param share of all readings that have it there, 0 to 1
     */
    record Read(String spelling, double share) {}

    /** How sure each of the words is, 0 to 1, in their order. */
    interface Judge {
        List<Double> of(List<Read> words);
    }

    /** The words so far, which may change; each as sure as the other. */
    static Transcript partial(@Nullable Result result, long originMillis) {
        List<SpokenWord> words = new ArrayList<>();
        if (result != null) {
            result.getTimedBestResult(false).stream()
                    .filter(one -> !one.isFiller())
                    .forEach(one -> words.add(word(one.getWord(), one.getTimeFrame(), UNJUDGED, originMillis)));
        }
        return new Transcript(words);
    }

    /** The words that stay, each as sure as {@code judge} says. */
    static Transcript whole(@Nullable Result result, long originMillis, Judge judge) {
        if (result == null || result.getBestToken() == null) {
            return new Transcript(List.of());
        }
        if (result.getBestFinalToken() == null) {
            // cut off within a word: there is no lattice to the end
            return partial(result, originMillis);
        }
        List<Node> path = best(result);
        List<Double> sure = judge.of(path.stream()
                .map(node -> new Read(node.getWord().getSpelling(), share(node)))
                .toList());
        List<SpokenWord> words = new ArrayList<>();
        for (int at = 0; at < path.size(); at++) {
            Node node = path.get(at);
            words.add(word(node.getWord(), node.getTimeFrame(), sure.get(at), originMillis));
        }
        return new Transcript(words);
    }

    /** The words of the best reading, without silences, in a lattice whose shares are known. */
    private static List<Node> best(Result result) {
        Lattice lattice = new Lattice(result);
        new LatticeOptimizer(lattice).optimize();
        for (Edge edge : lattice.getEdges()) {
            edge.setAcousticScore(edge.getAcousticScore() / SCALE);
            edge.setLMScore(edge.getLMScore() / SCALE);
        }
        lattice.computeNodePosteriors(1);
        return lattice.getViterbiPath().stream()
                .filter(node -> isSpoken(node.getWord()))
                .toList();
    }

    private static boolean isSpoken(Word word) {
        return !word.isFiller() && !word.isSentenceStartWord() && !word.isSentenceEndWord();
    }

    private static double share(Node node) {
        double share = LogMath.getLogMath().logToLinear((float) node.getPosterior());
        return Math.max(0, Math.min(1, share));
    }

    private static SpokenWord word(Word word, TimeFrame frame, double confidence, long originMillis) {
        long start = Math.max(0, frame.getStart() - originMillis);
        long end = Math.max(start, frame.getEnd() - originMillis);
        return new SpokenWord(
                ReportModel.written(word.getSpelling()), confidence, Duration.ofMillis(start), Duration.ofMillis(end));
    }
}
