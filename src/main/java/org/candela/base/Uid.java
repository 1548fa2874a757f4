package org.candela.base;

import java.math.BigInteger;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A DICOM unique identifier: digits and dots, 1 to 64 characters (PS3.5 §9.1).
 *
 * <p>Leading zeros within a component are accepted because real archives hold such UIDs and a study must not be lost
 * over them.
 */
public record Uid(String value) implements Comparable<Uid> {
    private static final Pattern FORM = Pattern.compile("[0-9]+(\\.[0-9]+)*");
    private static final int MAX_LENGTH = 64;

    public Uid {
        if (value.length() > MAX_LENGTH || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a UID (digits and dots, at most 64 characters): \"" + value + "\"");
        }
    }

    /** A new UID under 2.25, derived from a random UUID (PS3.5 Annex B.2). */
    public static Uid random() {
        UUID uuid = UUID.randomUUID();
        BigInteger high = new BigInteger(Long.toUnsignedString(uuid.getMostSignificantBits()));
        BigInteger low = new BigInteger(Long.toUnsignedString(uuid.getLeastSignificantBits()));
        return new Uid("2.25." + high.shiftLeft(Long.SIZE).or(low));
    }

    /** Whether {@code text} can become a {@code Uid}. */
    public static boolean isValid(String text) {
        return text.length() <= MAX_LENGTH && FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(Uid other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
