package org.candela.calibration.pattern;

/**
 * A code of PS3.16 Annex D (scheme DCM) for the published pattern or method that one of ours is after.
 *
 * @param value code value, for example {@code "109801"}
 * @param meaning code meaning
 */
public record PatternCode(String value, String meaning) {
    /** Coding Scheme Designator of all of them. */
    public static final String SCHEME = "DCM";

    private static final int LEAST = 109701;
    private static final int MOST = 109943;

    public PatternCode {
        if (!value.matches("\\d{6}") || Integer.parseInt(value) < LEAST || Integer.parseInt(value) > MOST) {
            throw new IllegalArgumentException("no code of a display test in PS3.16: " + value);
        }
    }

    /** The code of a pattern of AAPM On-line Report 03. */
    static PatternCode pattern(int value, String name) {
        return new PatternCode(Integer.toString(value), name + " Pattern");
    }
}
