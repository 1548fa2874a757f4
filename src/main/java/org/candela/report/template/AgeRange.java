package org.candela.report.template;

/**
 * Ages in whole years, both ends included.
 *
 * @param fromYears 0 or more
 * @param toYears not below {@code fromYears}
 */
public record AgeRange(int fromYears, int toYears) {
    /** Every age. */
    public static final AgeRange ALL = new AgeRange(0, 200);

    public AgeRange {
        if (fromYears < 0 || toYears < fromYears) {
            throw new IllegalArgumentException("ages from " + fromYears + " to " + toYears);
        }
    }

    /** Reads {@code 0-17}, {@code 40-}; empty is every age. */
    public static AgeRange of(String text) {
        if (text.isBlank()) {
            return ALL;
        }
        String[] ends = text.strip().split("-", -1);
        try {
            if (ends.length == 2) {
                return new AgeRange(
                        ends[0].isBlank() ? 0 : Integer.parseInt(ends[0].strip()),
                        ends[1].isBlank() ? ALL.toYears : Integer.parseInt(ends[1].strip()));
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("ages are written 0-17, 40- or -39, not \"" + text + "\"", e);
        }
        throw new IllegalArgumentException("ages are written 0-17, 40- or -39, not \"" + text + "\"");
    }

    /** Whether a patient of this age is meant; an unknown age is. */
    public boolean admits(PatientAge age) {
        return !age.isKnown() || (age.years() >= fromYears && age.years() <= toYears);
    }

    /** As {@link #of} reads it; empty for every age. */
    public String inWords() {
        return equals(ALL) ? "" : fromYears + "-" + (toYears == ALL.toYears ? "" : toYears);
    }
}
