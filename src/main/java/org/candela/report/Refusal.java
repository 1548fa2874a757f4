package org.candela.report;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * What a facility refuses a report for, as its words tell it: that decides what the reader does next. Pure.
 *
 * <p>Codes are those of HL7 table 0357 as ERR-3 has them ({@code 204^Unknown key identifier^HL70357}), and ERR-1 before
 * version 2.5 ({@code &} between parts); words are matched without case, since every facility writes its own.
 */
// [impl->req~delivery.refusal~1]
public enum Refusal {
    /** The facility says that patient and order do not belong together. */
    WRONG_PATIENT(near(
            "wrong|different|other|another|incorrect|mismatch\\w*|does not match|do not match|not matching",
            "patient|mrn|pid")),
    /** The facility knows no such order, accession number or visit. */
    UNKNOWN_ORDER(code("204")
            + "|"
            + near(
                    "unknown|no such|not found|cannot find|invalid|not exist\\w*|no matching",
                    "accession|order|placer|filler|request|visit|exam\\w*|procedure|study")),
    /** The facility cannot read the message as it is written. */
    FORM(code("10[0-4]|20[0-3]")
            + "|"
            + near("required|missing|invalid|unsupported", "field|segment|data type|version|message type|table value")),
    /** Anything else. */
    OTHER("(?!)"); // matches nothing

    private final Pattern sign;

    Refusal(String sign) {
        this.sign = Pattern.compile(sign, Pattern.CASE_INSENSITIVE);
    }

    /** What these words are about; {@link #OTHER} where they do not tell. */
    public static Refusal of(String words) {
        return Arrays.stream(values())
                .filter(refusal -> refusal.sign.matcher(words).find())
                .findFirst()
                .orElse(OTHER);
    }

    /** Whether the same message, sent again as it is, can only be refused again. */
    public boolean isLasting() {
        return this != OTHER;
    }

    private static String code(String number) {
        return "(" + number + ")[\\^&][^\\^&|]*[\\^&]HL70357";
    }

    /** Both within a few words of each other, in either order. */
    private static String near(String sign, String about) {
        String between = ")\\b[^.;\\u00b7]{0,40}?\\b(";
        return "\\b(" + sign + between + about + ")\\b|\\b(" + about + between + sign + ")\\b";
    }
}
