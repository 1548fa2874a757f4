package org.candela.calibration.pattern;

import java.time.Duration;
import java.util.List;

/**
 * Visual tests that are made one after the other.
 *
 * @param id stable, for example {@code "daily"}
 * @param tests in order
 */
public record VisualSet(String id, List<VisualTest> tests) {
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(8);
    private static final Duration CHOICE = Duration.ofSeconds(4);

    public VisualSet {
        tests = List.copyOf(tests);
    }

    /** How long it takes an observer who knows it: 5 s a pattern, 8 s a question, 4 s a choice; our estimate. */
    public Duration expectedTime() {
        Duration time = Duration.ZERO;
        for (VisualTest test : tests) {
            time = time.plus(LOOK);
            for (VisualQuestion question : test.questions()) {
                time = time.plus(
                        question.isForcedChoice()
                                ? CHOICE.multipliedBy(question.choice().trials())
                                : ANSWER);
            }
        }
        return time;
    }
}
