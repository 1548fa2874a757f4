package org.candela.calibration.pattern;

/**
 * One thing that an observer is asked of a pattern.
 *
 * @param id stable within the test, for example {@code "patches"}
 * @param text the question, to be answered by yes (pass) or no (fail), or by places where something is asked for
 * @param passRule when it is passed, and who says so; rules from memory say "unverified"
 * @param choice what has to be found, or nothing
 */
public record VisualQuestion(String id, String text, String passRule, Choice choice) {
    public VisualQuestion {
        if (id.isBlank() || text.isBlank() || passRule.isBlank()) {
            throw new IllegalArgumentException("a question has an id, a text and a rule");
        }
    }

    /** A question of yes or no. */
    static VisualQuestion of(String id, String text, String passRule) {
        return new VisualQuestion(id, text, passRule, Choice.NONE);
    }

    /** Whether the observer says where an object is, picture by picture. */
    public boolean isForcedChoice() {
        return choice.alternatives() > 1;
    }

    /**
     * The pictures of a sequence that are shown, one after the other, and among how many places the observer chooses.
     *
     * @param firstStep the first picture
     * @param trials how many
     * @param alternatives places to choose from; 1 where nothing has to be found
     */
    public record Choice(int firstStep, int trials, int alternatives) {
        /** Nothing has to be found. */
        public static final Choice NONE = new Choice(0, 0, 1);

        public Choice {
            if (firstStep < 0 || trials < 0 || alternatives < 1 || (trials > 0) != (alternatives > 1)) {
                throw new IllegalArgumentException(
                        trials + " trials from " + firstStep + " with " + alternatives + " alternatives");
            }
        }
    }
}
