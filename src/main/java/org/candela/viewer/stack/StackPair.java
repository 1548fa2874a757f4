package org.candela.viewer.stack;

import org.candela.base.Uid;

/** Two series, whichever was named first. */
public record StackPair(Uid one, Uid other) {
    /** The pair of two series in the order that both ways of naming it have. */
    public static StackPair of(Uid first, Uid second) {
        return first.compareTo(second) <= 0 ? new StackPair(first, second) : new StackPair(second, first);
    }
}
