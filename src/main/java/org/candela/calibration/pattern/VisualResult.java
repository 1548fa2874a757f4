package org.candela.calibration.pattern;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.candela.calibration.Assessment;

/**
 * What came of one visual test, ready to be kept: all of it is values.
 *
 * @param test what was asked
 * @param shown what was drawn; its size, seed, scale and version
 * @param match whether a pixel of the pattern was a pixel of the panel, as far as the program can tell
 * @param conditions who, from where, in what light
 * @param answers at most one to a question; what has none was skipped
 */
public record VisualResult(
        VisualTest test, Shown shown, PixelMatch match, VisualConditions conditions, List<VisualAnswer> answers) {
    public VisualResult {
        answers = List.copyOf(answers);
        Set<String> asked = test.questions().stream().map(VisualQuestion::id).collect(Collectors.toSet());
        Set<String> answered = answers.stream().map(VisualAnswer::questionId).collect(Collectors.toSet());
        if (answered.size() != answers.size() || !asked.containsAll(answered)) {
            throw new IllegalArgumentException("answers to other questions than those of " + test.id());
        }
    }

    /**
     * What was drawn.
     *
     * @param facts of the pattern: id, version, synthetic
     * @param request size, depth and seed
     * @param statement what was said of it while it was shown
     */
    public record Shown(PatternFacts facts, PatternRequest request, String statement) {
        /** Of a picture. */
        public static Shown of(PatternImage image) {
            return new Shown(image.facts(), image.request(), image.statement());
        }
    }

    /** How pixels of the pattern lay on those of the panel. */
    public enum PixelMatch {
        /** One to one. */
        EXACT,
        /** Scaled or moved by the window system: fine patterns prove nothing. */
        NOT_ONE_TO_ONE,
        /** One to one, with the rim of the pattern beyond the screen. */
        CUT_OFF
    }

    /**
     * FAIL when an answer is; PASS only when every question was answered so over a whole pattern shown one to one. What was
     * skipped, or not shown whole and one to one, is not assessed.
     */
    // [impl->req~calibration.visual-result~1]
    public Assessment outcome() {
        if (answers.stream().anyMatch(answer -> answer.outcome() == VisualAnswer.Outcome.FAIL)) {
            return Assessment.FAIL;
        }
        long passed = answers.stream()
                .filter(answer -> answer.outcome() == VisualAnswer.Outcome.PASS)
                .count();
        boolean isComplete = passed == test.questions().size() && match == PixelMatch.EXACT;
        return isComplete ? Assessment.PASS : Assessment.NOT_ASSESSED;
    }
}
