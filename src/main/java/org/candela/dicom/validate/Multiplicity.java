package org.candela.dicom.validate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value multiplicity of PS3.6: {@code "1"}, {@code "1-8"}, {@code "2-2n"}.
 *
 * @param least the smallest number of values
 * @param most the largest; {@link Integer#MAX_VALUE} for n
 * @param step what the number of values is a multiple of
 */
record Multiplicity(int least, int most, int step) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,4})(?:-(\\d{0,4})(n?))?");
    private static final Multiplicity ANY = new Multiplicity(0, Integer.MAX_VALUE, 1);

    /** Anything where the text is of another form, as "1-n or 1" of former editions. */
    static Multiplicity of(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return ANY;
        }
        int least = Integer.parseInt(parts.group(1));
        String end = parts.group(2);
        if (end == null) {
            return new Multiplicity(least, least, 1);
        }
        if (parts.group(3).isEmpty()) {
            return end.isEmpty() ? ANY : new Multiplicity(least, Integer.parseInt(end), 1);
        }
        return new Multiplicity(least, Integer.MAX_VALUE, end.isEmpty() ? 1 : Integer.parseInt(end));
    }

    boolean allows(int count) {
        return count >= least && count <= most && count % step == 0;
    }
}
