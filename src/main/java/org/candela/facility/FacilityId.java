package org.candela.facility;

import java.util.regex.Pattern;

/** Short name of a facility for files, keys and command lines: lower-case letters, digits, dashes, at most 32. */
public record FacilityId(String value) implements Comparable<FacilityId> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

    public FacilityId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a facility id has lower-case letters, digits and dashes, at most 32: \"" + value + "\"");
        }
    }

    @Override
    public int compareTo(FacilityId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
