package org.candela.practice;

/** What a facility lets a reader sign. */
public enum ReadType {
    PRELIMINARY,
    /** Preliminary reports too. */
    FINAL;

    /** Whether a reader who may sign this may sign {@code asked}. */
    public boolean allows(ReadType asked) {
        return compareTo(asked) >= 0;
    }
}
