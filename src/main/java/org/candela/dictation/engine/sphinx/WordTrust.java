package org.candela.dictation.engine.sphinx;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.candela.dictation.SpokenWord;
import org.candela.dictation.Transcript;
import org.candela.dictation.engine.sphinx.SphinxHearing.Read;
import org.candela.dictation.language.ReportModel;
import org.candela.dictation.language.TrigramModel;

/**
 * How sure a word is, as the probability that it is right: from its share of all readings, how likely the language has it behind
 * the two words before it, and whether the first pass heard it too. Fitted by logistic regression on one voice of a synthesiser
 * and measured on two others (docs/speech.md), so an order of words more than a promise. Immutable; any thread.
 */
// [impl->req~dictation.confidence~1]
final class WordTrust {
    private static final double BASE = -1.11;
    /** Of the natural logarithm of share : rest. */
    private static final double OF_SHARE = 0.63;
    /** Of the decimal logarithm of what the language expects. */
    private static final double OF_LANGUAGE = 0.71;
    /** Where both passes heard it. */
    private static final double OF_AGREEMENT = 3.91;

    private static final double LEAST_SHARE = 1e-4;
    private static final double LEAST_EXPECTED = 1e-6;

    private final ReportModel model;

    WordTrust(ReportModel model) {
        this.model = model;
    }

    /** How sure each of {@code heard} is, in their order; {@code before} is what the first pass heard. */
    List<Double> of(List<Read> heard, Transcript before) {
        List<String> words =
                heard.stream().map(one -> ReportModel.written(one.spelling())).toList();
        BitSet both = inBoth(before.words().stream().map(SpokenWord::text).toList(), words);
        List<Double> sure = new ArrayList<>();
        int a = 0;
        int b = model.id(TrigramModel.START);
        for (int at = 0; at < heard.size(); at++) {
            int word = model.id(heard.get(at).spelling());
            sure.add(probability(heard.get(at).share(), model.probability(a, b, word), both.get(at)));
            a = b;
            b = word;
        }
        return sure;
    }

    private static double probability(double share, double expected, boolean isInBoth) {
        double held = Math.max(LEAST_SHARE, Math.min(1 - LEAST_SHARE, share));
        double sum = BASE
                + OF_SHARE * Math.log(held / (1 - held))
                + OF_LANGUAGE * Math.log10(Math.max(LEAST_EXPECTED, expected))
                + (isInBoth ? OF_AGREEMENT : 0);
        return 1 / (1 + Math.exp(-sum));
    }

    /** Which of {@code other} stand on the shortest way of insertions, deletions and substitutions from the one to the other. */
    static BitSet inBoth(List<String> one, List<String> other) {
        int[][] cost = new int[one.size() + 1][other.size() + 1];
        for (int at = 0; at <= one.size(); at++) {
            for (int to = 0; to <= other.size(); to++) {
                cost[at][to] = at == 0 || to == 0 ? at + to : least(one, other, cost, at, to);
            }
        }
        BitSet both = new BitSet();
        int at = one.size();
        int to = other.size();
        while (at > 0 && to > 0) {
            boolean isSame = one.get(at - 1).equals(other.get(to - 1));
            if (cost[at][to] == cost[at - 1][to - 1] + (isSame ? 0 : 1)) {
                both.set(to - 1, isSame);
                at--;
                to--;
            } else if (cost[at][to] == cost[at - 1][to] + 1) {
                at--;
            } else {
                to--;
            }
        }
        return both;
    }

    private static int least(List<String> one, List<String> other, int[][] cost, int at, int to) {
        int step = one.get(at - 1).equals(other.get(to - 1)) ? 0 : 1;
        return Math.min(cost[at - 1][to - 1] + step, Math.min(cost[at - 1][to], cost[at][to - 1]) + 1);
    }
}
