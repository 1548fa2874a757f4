package org.candela.shell;

import java.util.List;
import org.candela.base.CandelaException;

/** Primary reading is not allowed at this desk now; nothing was claimed. */
public final class ReadingBlockedException extends CandelaException {
    private static final long serialVersionUID = 1L;
    private final transient List<String> reasons;
    private final Way way;

    /** What the reader can do about it, beside looking at the images for review. */
    public enum Way {
        /** What is wrong has to be put right. */
        MEND,
        /** Or go on for a typed reason. */
        GIVE_A_REASON
    }

    /** One sentence for each reason. */
    public ReadingBlockedException(List<String> reasons, Way way) {
        super("shell.reading-blocked", String.join(" ", reasons));
        this.reasons = List.copyOf(reasons);
        this.way = way;
    }

    /** What the reader can do about it. */
    public Way way() {
        return way;
    }

    /** Why, one sentence each. */
    public List<String> reasons() {
        return reasons;
    }
}
