package org.candela.displayqa.trend;

/** A limit that a series may cross, in the unit of its quantity. */
public record TrendLimit(Side side, double value) {

    /** Which values are allowed. */
    public enum Side {
        /** The limit and what is greater. */
        LEAST,
        /** The limit and what is smaller. */
        MOST
    }

    boolean isBeyond(double other) {
        return side == Side.LEAST ? other < value : other > value;
    }
}
