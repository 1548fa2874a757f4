package org.candela.purge;

/** An age that a facility's policy sets, beside that of its images. */
public enum Age {
    /** Days after which rows of a study, its orders and messages go: after the last thing that happened to it. */
    ROW_DAYS(30, 3650, "days"),
    /**
     * Years after which a signed report goes, with signatures, states, conditions, proofs of delivery and records of critical
     * results. Never less than ten: six years ask 45 CFR 164.316(b)(2)(i) and 164.530(j), ten some states and the longest
     * limit for mammograms (21 CFR 900.12(c)(4)(i)). Of who was a child or has no known birth date it begins later.
     */
    RECORD_YEARS(10, 99, "years"),
    /** Days after which exported files that still lie in this home go; of all facilities at once. */
    EXPORT_DAYS(1, 3650, "days");

    private final int least;
    private final int most;
    private final String unit;

    Age(int least, int most, String unit) {
        this.least = least;
        this.most = most;
        this.unit = unit;
    }

    /** Smallest amount that may be set. */
    public int least() {
        return least;
    }

    /** Largest amount that may be set. */
    public int most() {
        return most;
    }

    /** What is counted: {@code "days"}. */
    public String unit() {
        return unit;
    }
}
