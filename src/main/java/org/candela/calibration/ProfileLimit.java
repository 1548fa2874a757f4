package org.candela.calibration;

import java.util.Arrays;
import java.util.Optional;

/**
 * One limit of a standard.
 *
 * @param limit NaN when the standard limits this quantity but its number could not be read: such a limit is never met
 * @param measuredAt at how many levels or places
 */
public record ProfileLimit(Quantity quantity, Operator operator, double limit, MeasuredAt measuredAt, Origin origin) {
    private static final String NOBODY = "none";

    /**
     * Where a limit comes from.
     *
     * @param clause where in the standard, in words where its number is not known
     * @param edition of the standard
     * @param source where the number was read
     * @param verifiedBy who compared it with the standard's own text; {@code "none"} when nobody did
     */
    public record Origin(String clause, String edition, String source, String verifiedBy) {}

    /** How a value is held against a limit. Standards and vendors differ in whether the limit itself passes. */
    public enum Operator {
        AT_LEAST(">="),
        MORE_THAN(">"),
        AT_MOST("<="),
        LESS_THAN("<");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        /** The sign as profiles and reports write it. */
        public String sign() {
            return sign;
        }

        /** Whether it bounds from above. */
        public boolean isUpperBound() {
            return this == AT_MOST || this == LESS_THAN;
        }

        /** Whether {@code value} satisfies {@code limit}; never for NaN. */
        public boolean holds(double value, double limit) {
            return switch (this) {
                case AT_LEAST -> value >= limit;
                case MORE_THAN -> value > limit;
                case AT_MOST -> value <= limit;
                case LESS_THAN -> value < limit;
            };
        }

        static Optional<Operator> ofSign(String sign) {
            return Arrays.stream(values())
                    .filter(operator -> operator.sign.equals(sign))
                    .findFirst();
        }
    }

    /** Where in the standard. */
    public String clause() {
        return origin.clause();
    }

    /** Edition of the standard that the number is of. */
    public String edition() {
        return origin.edition();
    }

    /** Where the number was read. */
    public String source() {
        return origin.source();
    }

    /** Who compared the number with the standard's own text. */
    public String verifiedBy() {
        return origin.verifiedBy();
    }

    /** Whether somebody compared the number with the standard's own text. */
    public boolean isVerified() {
        return !verifiedBy().equals(NOBODY);
    }

    /** Whether the number is known; without it nothing can be judged, and nothing passes. */
    public boolean isKnown() {
        return !Double.isNaN(limit);
    }

    /** Whether {@code value} is within the limit; never when the limit is not known. */
    public boolean isMetBy(double value) {
        return operator.holds(value, limit);
    }

    /** What this limit says of a value; NaN is a quantity that was not measured. */
    // [impl->req~calibration.not-known~1]
    public Assessment assess(double value) {
        if (Double.isNaN(value) || !isKnown()) {
            return Assessment.NOT_ASSESSED;
        }
        return isMetBy(value) ? Assessment.PASS : Assessment.FAIL;
    }
}
