package org.candela.calibration;

import java.util.Arrays;
import java.util.Set;

/**
 * One limit of a standard.
 *
 * @param limit NaN when the standard limits this quantity but its number could not be read: such a limit is never met
 * @param clause where in the standard, in words where its number is not known
 * @param source where the number was read
 * @param verifiedBy who compared it with the standard's own text; {@code "none"} when nobody did
 */
public record ProfileLimit(
        Quantity quantity, Operator operator, double limit, String clause, String source, String verifiedBy) {
    private static final String NOBODY = "none";
    private static final Set<String> KEYS =
            Set.of("quantity", "operator", "limit", "unit", "clause", "source", "verified-by");

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

        /** Whether {@code value} satisfies {@code limit}; never for NaN. */
        public boolean holds(double value, double limit) {
            return switch (this) {
                case AT_LEAST -> value >= limit;
                case MORE_THAN -> value > limit;
                case AT_MOST -> value <= limit;
                case LESS_THAN -> value < limit;
            };
        }
    }

    /** Whether somebody compared the number with the standard's own text. */
    public boolean isVerified() {
        return !verifiedBy.equals(NOBODY);
    }

    /** Whether the number is known; without it nothing can be judged, and nothing passes. */
    public boolean isKnown() {
        return !Double.isNaN(limit);
    }

    /** Whether {@code value} is within the limit; never when the limit is not known. */
    public boolean isMetBy(double value) {
        return operator.holds(value, limit);
    }

    static ProfileLimit read(ProfileFile entry) throws CalibrationException {
        entry.refuseOtherKeys(KEYS);
        Quantity quantity = Quantity.named(entry.text("quantity"))
                .orElseThrow(() -> entry.broken("quantity", "is none that can be measured here"));
        if (!entry.text("unit").equals(quantity.unit())) {
            throw entry.broken("unit", "must be " + quantity.unit() + " for " + quantity.symbol());
        }
        String sign = entry.text("operator");
        Operator operator = Arrays.stream(Operator.values())
                .filter(candidate -> candidate.sign().equals(sign))
                .findFirst()
                .orElseThrow(() -> entry.broken("operator", "must be one of >= > <= <"));
        return new ProfileLimit(
                quantity,
                operator,
                entry.positive("limit"),
                entry.text("clause"),
                entry.text("source"),
                entry.text("verified-by"));
    }
}
