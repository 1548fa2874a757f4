package org.candela.report.wording;

import java.util.Optional;
import java.util.Set;

/** MR sequences and stages: "T two weighted", "T two star", "T one N zero M zero". */
final class SequenceRule implements WordRule {
    private static final Set<String> STAGES = Set.of("is", "x", "a", "b", "c");

    @Override
    public Optional<Written> at(Words words, int at) {
        if (!words.is(at, "t") && !words.at(at).matches("t[0-4]")) {
            return Optional.empty();
        }
        String figure = words.is(at, "t")
                ? NumberWords.digit(words, at + 1).orElse("")
                : words.at(at).substring(1);
        int end = words.is(at, "t") ? at + 2 : at + 1;
        if (figure.isEmpty()) {
            return Optional.empty();
        }
        Optional<Written> stage = stage(words, end, "T" + figure);
        if (stage.isPresent()) {
            return stage;
        }
        boolean isSequence = figure.equals("1") || figure.equals("2");
        if (isSequence && words.is(end, "weighted")) {
            return Optional.of(Written.word(end + 1, "T" + figure + "-weighted"));
        }
        return isSequence && words.is(end, "star")
                ? Optional.of(Written.word(end + 1, "T" + figure + "*"))
                : Optional.empty();
    }

    /** T, N and M together are a stage: T1b N0 M0. */
    private static Optional<Written> stage(Words words, int at, String tumour) {
        boolean hasLetter = words.isOneOf(at, STAGES);
        int next = hasLetter ? at + 1 : at;
        if (!words.is(next, "n")) {
            return Optional.empty();
        }
        Optional<String> nodes = NumberWords.digit(words, next + 1);
        Optional<String> distant = words.is(next + 2, "m") ? NumberWords.digit(words, next + 3) : Optional.empty();
        if (nodes.isEmpty()) {
            return Optional.empty();
        }
        String stage = tumour + (hasLetter ? words.at(at) : "") + " N" + nodes.get();
        return Optional.of(distant.map(figure -> Written.word(next + 4, stage + " M" + figure))
                .orElseGet(() -> Written.word(next + 2, stage)));
    }
}
