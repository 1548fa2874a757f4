package org.candela.net.web;

/** Told how many bytes have moved. Called often, on network threads as well: be quick. */
@FunctionalInterface
public interface WebProgress {
    /** Wants to know nothing. */
    WebProgress NONE = (direction, bytes) -> {};

    /** Which way. */
    enum Direction {
        RECEIVED,
        SENT
    }

    /** {@code bytes} more than before have moved. */
    void moved(Direction direction, long bytes);
}
