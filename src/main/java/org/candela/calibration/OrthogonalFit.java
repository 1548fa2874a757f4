package org.candela.calibration;

/** Least-squares polynomials of rising order through values at 0, 1, 2, …, by terms orthogonal to those below. */
final class OrthogonalFit {
    private final double[][] terms;
    private final double[] factors;
    private final double[] residuals;

    private OrthogonalFit(double[][] terms, double[] factors, double[] residuals) {
        this.terms = terms;
        this.factors = factors;
        this.residuals = residuals;
    }

    /** Fits orders 0 to {@code order}, or as many as there are values for. */
    static OrthogonalFit of(double[] values, int order) {
        int orders = Math.min(order, values.length - 1) + 1;
        double[][] terms = new double[orders][];
        double[] factors = new double[orders];
        double[] residuals = new double[orders];
        double[] rest = values.clone();
        for (int k = 0; k < orders; k++) {
            terms[k] = term(terms, k, values.length);
            factors[k] = dot(rest, terms[k]) / dot(terms[k], terms[k]);
            for (int i = 0; i < rest.length; i++) {
                rest[i] -= factors[k] * terms[k][i];
            }
            residuals[k] = Math.sqrt(dot(rest, rest) / rest.length);
        }
        return new OrthogonalFit(terms, factors, residuals);
    }

    /** Root mean square of what the polynomial of this order leaves. */
    double residual(int order) {
        return residuals[Math.min(order, residuals.length - 1)];
    }

    /** Slope of the straight line, per step of 1. */
    double slope() {
        return factors.length < 2 ? 0 : factors[1] * (terms[1][1] - terms[1][0]);
    }

    /** Values of the polynomial of this order. */
    double[] values(int order) {
        double[] sum = new double[terms[0].length];
        for (int k = 0; k <= Math.min(order, factors.length - 1); k++) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += factors[k] * terms[k][i];
            }
        }
        return sum;
    }

    /** x^k on −1 to 1 without what the lower terms hold of it (Gram–Schmidt). */
    private static double[] term(double[][] lower, int k, int count) {
        double[] term = new double[count];
        for (int i = 0; i < count; i++) {
            term[i] = Math.pow(count < 2 ? 0 : 2.0 * i / (count - 1) - 1, k);
        }
        for (int below = 0; below < k; below++) {
            double share = dot(term, lower[below]) / dot(lower[below], lower[below]);
            for (int i = 0; i < count; i++) {
                term[i] -= share * lower[below][i];
            }
        }
        return term;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
