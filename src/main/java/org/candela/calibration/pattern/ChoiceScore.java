package org.candela.calibration.pattern;

/**
 * How many choices were right, and what that says against guessing.
 *
 * @param right how many were right
 * @param trials of how many
 * @param alternatives places to choose from; one guess is right with probability 1 / alternatives
 */
public record ChoiceScore(int right, int trials, int alternatives) {
    /** Objects count as seen when so many right ones come by guessing at most once in twenty. */
    public static final double GUESSING_LIMIT = 0.05;

    public ChoiceScore {
        if (trials < 1 || right < 0 || right > trials || alternatives < 2) {
            throw new IllegalArgumentException(right + " right of " + trials + " among " + alternatives);
        }
    }

    /** Probability that one guess is right. */
    public double guessing() {
        return 1.0 / alternatives;
    }

    /** Probability of at least so many right ones by guessing: Σ C(n, k) pᵏ (1 − p)ⁿ⁻ᵏ, k from {@code right}. */
    public double chance() {
        double p = guessing();
        double sum = 0;
        for (int k = right; k <= trials; k++) {
            sum += binomial(trials, k) * Math.pow(p, k) * Math.pow(1 - p, trials - k);
        }
        return Math.min(1, sum);
    }

    /** Whether guessing does not explain it. */
    public boolean isSeen() {
        return chance() <= GUESSING_LIMIT;
    }

    private static double binomial(int n, int k) {
        double value = 1;
        for (int i = 1; i <= k; i++) {
            value = value * (n - k + i) / i;
        }
        return value;
    }
}
