package org.candela.study;

import java.util.List;
import org.candela.base.Uid;

/**
 * What a retrieval brought.
 *
 * @param admitted objects new to the library
 * @param alreadyHere objects that had been admitted before
 * @param refused what came and was not admitted, with the reason
 */
public record Retrieval(Uid study, int admitted, int alreadyHere, List<String> refused) {
    public Retrieval {
        refused = List.copyOf(refused);
    }

    /** Whether all the facility lists is here. */
    public boolean isComplete() {
        return refused.isEmpty();
    }
}
