package org.candela.report.spelling;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Words of a list that differ by one or two letters: added, left out, changed, or two that changed places. */
final class NearWords {
    private static final int FARTHEST = 2;
    private static final int MOST = 3;

    private NearWords() {}

    /** The nearest first, then by the alphabet. */
    static List<String> of(String word, Set<String> words) {
        return words.stream()
                .filter(one -> Math.abs(one.length() - word.length()) <= FARTHEST)
                .map(one -> new Near(one, distance(one, word)))
                .filter(near -> near.distance <= FARTHEST && near.distance < word.length() / 2)
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::word))
                .limit(MOST)
                .map(Near::word)
                .toList();
    }

    /** Damerau's distance of adjacent changes. */
    static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : least(cost, one, other, new int[] {i, j});
            }
        }
        return cost[one.length()][other.length()];
    }

    private static int least(int[][] cost, String one, String other, int[] at) {
        int i = at[0];
        int j = at[1];
        int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + same);
        boolean isSwap =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return isSwap ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }

    private record Near(String word, int distance) {}
}
