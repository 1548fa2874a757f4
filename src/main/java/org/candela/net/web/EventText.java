package org.candela.net.web;

/** A message as it comes in pieces, within bounds. One thread at a time. */
final class EventText {
    static final int MOST_CHARS = 1 << 20;
    private final StringBuilder text = new StringBuilder();

    /** False when the message grows too long. */
    boolean append(CharSequence data) {
        boolean fits = text.length() + data.length() <= MOST_CHARS;
        if (fits) {
            text.append(data);
        }
        return fits;
    }

    /** The message, and begins the next. */
    String take() {
        String whole = text.toString();
        text.setLength(0);
        return whole;
    }
}
