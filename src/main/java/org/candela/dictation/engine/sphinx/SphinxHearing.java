package org.candela.dictation.engine.sphinx;

import edu.cmu.sphinx.result.Lattice;
import edu.cmu.sphinx.result.LatticeOptimizer;
import edu.cmu.sphinx.result.Result;
import edu.cmu.sphinx.result.WordResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.candela.dictation.SpokenWord;
import org.candela.dictation.Transcript;
import org.candela.dictation.language.ReportModel;
import org.jspecify.annotations.Nullable;

/** Results of sphinx4 as transcripts. */
final class SphinxHearing {
    private SphinxHearing() {}

    /** The words so far, which may change; each as sure as the other. */
    static Transcript partial(@Nullable Result result, long originMillis) {
        return result == null ? new Transcript(List.of()) : of(result.getTimedBestResult(false), originMillis, false);
    }

    /** The words that stay, each as sure as the share of all readings that have it. */
    static Transcript whole(@Nullable Result result, long originMillis) {
        if (result == null || result.getBestToken() == null) {
            return new Transcript(List.of());
        }
        if (result.getBestFinalToken() == null) {
            // cut off within a word: there is no lattice to the end
            return partial(result, originMillis);
        }
        Lattice lattice = new Lattice(result);
        new LatticeOptimizer(lattice).optimize();
        lattice.computeNodePosteriors(1);
        return of(lattice.getWordResultPath(), originMillis, true);
    }

    private static Transcript of(List<WordResult> results, long originMillis, boolean areJudged) {
        List<SpokenWord> words = new ArrayList<>();
        for (WordResult result : results) {
            if (!result.isFiller()) {
                long start = Math.max(0, result.getTimeFrame().getStart() - originMillis);
                long end = Math.max(start, result.getTimeFrame().getEnd() - originMillis);
                words.add(new SpokenWord(
                        ReportModel.written(result.getWord().getSpelling()),
                        areJudged ? share(result) : 0.5,
                        Duration.ofMillis(start),
                        Duration.ofMillis(end)));
            }
        }
        return new Transcript(words);
    }

    private static double share(WordResult result) {
        double share = edu.cmu.sphinx.util.LogMath.getLogMath().logToLinear((float) result.getConfidence());
        return Math.max(0, Math.min(1, share));
    }
}
