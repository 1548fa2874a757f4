package org.candela.calibration;

/** Student's t distribution with a whole number of degrees of freedom, by its finite series (Abramowitz and Stegun 26.7.3 and 26.7.4). */
final class StudentT {
    private StudentT() {}

    /** Probability that |T| exceeds {@code t} ≥ 0 with {@code freedom} ≥ 1 degrees of freedom. */
    static double twoSided(double t, int freedom) {
        double theta = Math.atan(t / Math.sqrt(freedom));
        double inside = freedom % 2 == 0
                ? Math.sin(theta) * series(theta, 0, freedom)
                : 2 / Math.PI * (theta + (freedom == 1 ? 0 : Math.sin(theta) * series(theta, 1, freedom)));
        return Math.max(0, 1 - inside);
    }

    /** Even: 1 + 1/2·cos² + 1·3/(2·4)·cos⁴ + … to cos^(ν−2); odd: cos + 2/3·cos³ + … to cos^(ν−2). */
    private static double series(double theta, int first, int freedom) {
        double cosine = Math.cos(theta);
        double term = first == 0 ? 1 : cosine;
        double sum = term;
        for (int power = first + 2; power <= freedom - 2; power += 2) {
            term *= cosine * cosine * (power - 1) / power;
            sum += term;
        }
        return sum;
    }
}
