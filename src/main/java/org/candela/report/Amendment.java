package org.candela.report;

/**
 * What a version that follows a signed one says about the change.
 *
 * @param text of an addendum, what is added; of a correction, what changed; of a withdrawal, why
 * @param told who was told of it, how and when; may be empty for an addendum alone
 */
public record Amendment(String text, String told) {
    /** A version that changes nothing signed. */
    public static final Amendment NONE = new Amendment("", "");

    public Amendment {
        text = text.strip();
        told = told.strip();
    }

    /** Whether nothing is said. */
    public boolean isEmpty() {
        return text.isEmpty() && told.isEmpty();
    }
}
