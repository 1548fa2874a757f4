package org.candela.shell;

import java.util.List;
import org.candela.base.CandelaException;

/** Primary reading is not allowed at this desk now; nothing was claimed. */
public final class ReadingBlockedException extends CandelaException {
    private static final long serialVersionUID = 1L;
    private final transient List<String> reasons;

    ReadingBlockedException(List<String> reasons) {
        super("shell.reading-blocked", String.join(" ", reasons));
        this.reasons = List.copyOf(reasons);
    }

    /** Why, one sentence each. */
    public List<String> reasons() {
        return reasons;
    }
}
