package org.candela.calibration.pattern;

import java.util.List;
import java.util.Optional;

/**
 * What an observer answered to one question.
 *
 * @param questionId id of the question within its test
 * @param outcome never taken for granted: what was not answered is skipped
 * @param comment the observer's words; may be empty
 * @param trials what was chosen where something had to be found, in order; else empty
 */
public record VisualAnswer(String questionId, Outcome outcome, String comment, List<Trial> trials) {
    public VisualAnswer {
        trials = List.copyOf(trials);
    }

    /** An answer by yes or no, or none. */
    public static VisualAnswer of(VisualQuestion question, Outcome outcome, String comment) {
        return new VisualAnswer(question.id(), outcome, comment, List.of());
    }

    /** A forced choice, judged by its score; one that was not carried through is skipped. */
    // [impl->req~calibration.visual-choice~1]
    public static VisualAnswer of(VisualQuestion question, List<Trial> trials, String comment) {
        Optional<ChoiceScore> score = score(question, trials);
        Outcome outcome =
                score.map(s -> s.isSeen() ? Outcome.PASS : Outcome.FAIL).orElse(Outcome.SKIP);
        return new VisualAnswer(question.id(), outcome, comment, trials);
    }

    /** The score of a forced choice to {@code question}; empty where nothing had to be found or trials are missing. */
    public Optional<ChoiceScore> score(VisualQuestion question) {
        return score(question, trials);
    }

    private static Optional<ChoiceScore> score(VisualQuestion question, List<Trial> trials) {
        if (!question.isForcedChoice() || trials.size() < question.choice().trials()) {
            return Optional.empty();
        }
        int right = (int) trials.stream().filter(Trial::isRight).count();
        return Optional.of(
                new ChoiceScore(right, trials.size(), question.choice().alternatives()));
    }

    /** What the answer says. */
    public enum Outcome {
        PASS,
        FAIL,
        SKIP
    }

    /**
     * One choice.
     *
     * @param step which picture was shown
     * @param truth where the object was
     * @param said where the observer said it was
     */
    public record Trial(int step, Direction truth, Direction said) {
        /** Whether the observer was right. */
        public boolean isRight() {
            return truth == said;
        }
    }
}
