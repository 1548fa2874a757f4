package org.candela.calibration;

/**
 * The grayscale standard display function: luminance in cd/m² by just-noticeable-difference index (PS3.14 §7.1).
 *
 * <p>Two inverses are offered because the standard's polynomial j(L) is a fit, not an inverse: it misses by up to 0.09
 * JND, so that L(j(350)) is 350.057. {@link #polynomialIndex} agrees with other implementations and is what reports
 * state; {@link #index} is exact and is what display LUTs are built with. A luminance outside the function's range is
 * the caller's to refuse: ask {@link #covers} first.
 */
// [impl->req~calibration.gsdf~1]
public final class JndScale {
    /** First and last index of PS3.14 Table B-1. */
    public static final double FIRST_INDEX = 1;

    public static final double LAST_INDEX = 1023;
    /** Range of the standard's polynomial, cd/m². */
    public static final double MIN_LUMINANCE = 0.05;

    public static final double MAX_LUMINANCE = 3993.404;

    private static final double[] NUMERATOR = {-1.3011877, 8.0242636e-2, 1.3646699e-1, -2.5468404e-2, 1.3635334e-3};
    private static final double[] DENOMINATOR = {
        1, -2.5840191e-2, -1.0320229e-1, 2.8745620e-2, -3.1978977e-3, 1.2992634e-4
    };
    private static final double[] INVERSE = {
        71.498068, 94.593053, 41.912053, 9.8247004, 0.28175407, -1.1878455, -0.18014349, 0.14710899, -0.017046845
    };
    private static final int BISECTIONS = 60;

    private JndScale() {}

    /** Whether the function is defined for a luminance in cd/m². False for NaN. */
    public static boolean covers(double luminance) {
        return luminance >= MIN_LUMINANCE && luminance <= MAX_LUMINANCE;
    }

    /**
     * Luminance in cd/m² at an index from 1 to 1023; fractions are meant.
     *
     * <p>log10 L(j) = (a + c·x + e·x² + g·x³ + m·x⁴) / (1 + b·x + d·x² + f·x³ + h·x⁴ + k·x⁵), x = ln j.
     */
    public static double luminance(double index) {
        if (!(index >= FIRST_INDEX && index <= LAST_INDEX)) {
            throw new IllegalArgumentException("JND index must be from 1 to 1023: " + index);
        }
        return luminanceAt(index);
    }

    /** Index by the standard's polynomial j(L) = A + B·y + … + I·y⁸, y = log10 L; within 0.1 JND of the exact one. */
    public static double polynomialIndex(double luminance) {
        requireCovered(luminance);
        return polynomial(INVERSE, Math.log10(luminance));
    }

    /** Index at which {@link #luminance} gives exactly this luminance, by bisection; to 1e-13 relative. */
    public static double index(double luminance) {
        requireCovered(luminance);
        double low = FIRST_INDEX;
        double high = LAST_INDEX + 1; // the range of the polynomial ends 0.07 cd/m² above L(1023)
        for (int step = 0; step < BISECTIONS; step++) {
            double middle = (low + high) / 2;
            if (luminanceAt(middle) < luminance) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double luminanceAt(double index) {
        double x = Math.log(index);
        return Math.pow(10, polynomial(NUMERATOR, x) / polynomial(DENOMINATOR, x));
    }

    private static void requireCovered(double luminance) {
        if (!covers(luminance)) {
            throw new IllegalArgumentException("luminance outside the GSDF range of " + MIN_LUMINANCE + " to "
                    + MAX_LUMINANCE + " cd/m²: " + luminance);
        }
    }

    private static double polynomial(double[] coefficients, double x) {
        double sum = 0;
        for (int power = coefficients.length - 1; power >= 0; power--) {
            sum = sum * x + coefficients[power];
        }
        return sum;
    }
}
