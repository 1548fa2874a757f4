package org.candela.image;

/** Whether the picture is shown as the file means it or as its negative, by the wish of the reader. */
public enum Polarity {
    NORMAL,
    INVERTED;

    /** The other one. */
    public Polarity toggled() {
        return this == NORMAL ? INVERTED : NORMAL;
    }
}
