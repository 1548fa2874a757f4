package org.candela.displayqa.measure;

import java.util.Optional;

/**
 * Something that a run states of its surroundings, or why it cannot.
 *
 * @param value empty where it could not be read
 * @param whyNot one sentence; empty where there is a value
 */
public record Fact(Optional<String> value, String whyNot) {
    /** What a run says where nobody was there to ask. */
    public static final Fact NOT_ASKED = notRead("nothing here was asked for it");

    /** A value that was read; blank is none. */
    public static Fact of(String value) {
        return value.isBlank() ? notRead("it is empty") : new Fact(Optional.of(value.strip()), "");
    }

    /** None, and why. */
    public static Fact notRead(String whyNot) {
        return new Fact(Optional.empty(), whyNot);
    }

    /** The value, or {@code "not read: "} and the reason. */
    public String text() {
        return value.orElseGet(() -> "not read: " + whyNot);
    }
}
