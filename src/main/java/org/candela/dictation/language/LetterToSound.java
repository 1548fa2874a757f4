package org.candela.dictation.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Guesses how a word sounds from its letters, for words that no list has. It learns from a dictionary: each letter is aligned
 * with none, one or two phones (the most probable alignment, found by dynamic programming, counted anew {@value #ROUNDS}
 * times), then each letter takes the phones that it most often had between the same letters around it, as many of them as were
 * seen. Immutable once it has learned; any thread. Holds about 12 MB.
 */
// [impl->req~dictation.letters~1]
public final class LetterToSound {
    private static final int ROUNDS = 3;
    private static final int WORDS = 12_000;
    private static final int LONGEST = 24;
    /** Letters looked at before and after, the most telling first. */
    private static final int[][] WINDOWS = {{3, 3}, {2, 3}, {2, 2}, {1, 2}, {1, 1}, {0, 1}, {0, 0}};

    private static final double NEVER = 1e-6;

    private final Map<Character, List<String>> groups = new LinkedHashMap<>();
    private final LongCounts seen = new LongCounts();

    private LetterToSound() {}

    /** Letters and phones of one word of the dictionary. */
    private record Example(String letters, List<String> phones) {}

    /** Learns from lines as {@link Pronunciations} reads them; of a long list from every n-th alone. */
    public static LetterToSound learn(BufferedReader dictionary) throws IOException {
        List<Example> all = new ArrayList<>();
        for (String line = dictionary.readLine(); line != null; line = dictionary.readLine()) {
            int space = line.indexOf(' ');
            if (space > 0 && line.substring(0, space).chars().allMatch(LetterToSound::isLetter)) {
                all.add(new Example(line.substring(0, space), Pronunciations.phones(line.substring(space))));
            }
        }
        int step = Math.max(1, all.size() / WORDS);
        List<Example> some = new ArrayList<>();
        for (int at = 0; at < all.size(); at += step) {
            Example example = all.get(at);
            if (example.letters.length() <= LONGEST) {
                some.add(example);
            }
        }
        LetterToSound learned = new LetterToSound();
        learned.learn(some);
        return learned;
    }

    /** Of a figure, or a word with one, nothing is learned. */
    private static boolean isLetter(int sign) {
        return (sign >= 'a' && sign <= 'z') || sign == '\'';
    }

    private void learn(List<Example> examples) {
        Map<String, Double> weights = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, Double> counts = new HashMap<>();
            for (Example example : examples) {
                String[] aligned = align(example, weights);
                for (int at = 0; at < aligned.length; at++) {
                    counts.merge(example.letters.charAt(at) + aligned[at], 1.0, Double::sum);
                }
            }
            weights = shares(counts);
        }
        for (Example example : examples) {
            remember(example.letters, align(example, weights));
        }
    }

    private static Map<String, Double> shares(Map<String, Double> counts) {
        Map<Character, Double> totals = new HashMap<>();
        counts.forEach((pair, count) -> totals.merge(pair.charAt(0), count, Double::sum));
        Map<String, Double> shares = new HashMap<>();
        counts.forEach((pair, count) -> shares.put(pair, count / totals.getOrDefault(pair.charAt(0), 1.0)));
        return shares;
    }

    /** Which phones each letter has; empty when there are more than two phones a letter. */
    private static String[] align(Example example, Map<String, Double> weights) {
        int letters = example.letters.length();
        int phones = example.phones.size();
        double[][] best = new double[letters + 1][phones + 1];
        int[][] taken = new int[letters + 1][phones + 1];
        for (double[] row : best) {
            Arrays.fill(row, Double.NEGATIVE_INFINITY);
        }
        best[0][0] = 0;
        for (int letter = 1; letter <= letters; letter++) {
            for (int phone = 0; phone <= phones; phone++) {
                for (int take = 0; take <= Math.min(2, phone); take++) {
                    double score = best[letter - 1][phone - take]
                            + Math.log(weight(example, letter - 1, phone - take, take, weights));
                    if (score > best[letter][phone]) {
                        best[letter][phone] = score;
                        taken[letter][phone] = take;
                    }
                }
            }
        }
        return best[letters][phones] == Double.NEGATIVE_INFINITY ? new String[0] : trace(example, taken);
    }

    private static String[] trace(Example example, int[][] taken) {
        String[] aligned = new String[example.letters.length()];
        int phone = example.phones.size();
        for (int letter = aligned.length; letter > 0; letter--) {
            int take = taken[letter][phone];
            aligned[letter - 1] = String.join(" ", example.phones.subList(phone - take, phone));
            phone -= take;
        }
        return aligned;
    }

    private static double weight(Example example, int letter, int phone, int take, Map<String, Double> weights) {
        String group = String.join(" ", example.phones.subList(phone, phone + take));
        if (weights.isEmpty()) {
            return first(example.letters.charAt(letter), group, take);
        }
        return weights.getOrDefault(example.letters.charAt(letter) + group, NEVER);
    }

    /** Before anything was counted: vowels sound as vowels, consonants as consonants, and mostly one by one. */
    private static double first(char letter, String group, int take) {
        boolean isVowel = "aeiouy".indexOf(letter) >= 0;
        boolean soundsAsVowel = !group.isEmpty() && "AEIOU".indexOf(group.charAt(0)) >= 0;
        return switch (take) {
            case 0 -> 0.1;
            case 1 -> isVowel == soundsAsVowel ? 0.8 : 0.05;
            default -> 0.02;
        };
    }

    private void remember(String letters, String[] aligned) {
        for (int at = 0; at < aligned.length; at++) {
            List<String> known = groups.computeIfAbsent(letters.charAt(at), unknown -> new ArrayList<>());
            if (!known.contains(aligned[at])) {
                known.add(aligned[at]);
            }
            for (int window = 0; window < WINDOWS.length; window++) {
                seen.add(key(letters, at, window, known.indexOf(aligned[at])), 1);
            }
        }
    }

    /** How the word most likely sounds; letters that are none of a to z are left out, and it may be empty then. */
    public List<String> phones(String word) {
        String letters = word.toLowerCase(Locale.ROOT);
        List<String> phones = new ArrayList<>();
        for (int at = 0; at < letters.length(); at++) {
            String group = group(letters, at);
            if (!group.isEmpty()) {
                phones.addAll(Pronunciations.phones(group));
            }
        }
        return phones;
    }

    private String group(String letters, int at) {
        List<String> known = groups.getOrDefault(letters.charAt(at), List.of());
        for (int window = 0; window < WINDOWS.length; window++) {
            int most = 0;
            String best = "";
            for (int group = 0; group < known.size(); group++) {
                int count = seen.get(key(letters, at, window, group));
                if (count > most) {
                    most = count;
                    best = known.get(group);
                }
            }
            if (most > 0) {
                return best;
            }
        }
        return "";
    }

    /** A hash of the letters around, the window and the group; 64 bits, so that two seldom meet. */
    private static long key(String letters, int at, int window, int group) {
        long hash = 31L * window + 7L * group * 1_000_003L + 17;
        for (int near = at - WINDOWS[window][0]; near <= at + WINDOWS[window][1]; near++) {
            char letter = near < 0 || near >= letters.length() ? '#' : letters.charAt(near);
            hash = hash * 1_099_511_628_211L + letter;
        }
        return hash;
    }
}
