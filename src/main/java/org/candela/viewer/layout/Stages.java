package org.candela.viewer.layout;

import java.util.List;
import java.util.Optional;

/** Where a reader is in the stages of a hanging protocol. Used on the thread of the session. */
// [impl->req~viewer.stages~1]
public final class Stages {
    private List<HangingPlan.Stage> all = List.of();
    private int index;

    public Stages() {}

    public void begin(List<HangingPlan.Stage> found) {
        all = List.copyOf(found);
        index = 0;
    }

    /** All of them; empty when no study is open. */
    public List<HangingPlan.Stage> all() {
        return all;
    }

    /** The one asked for last, from 0, whatever was changed since. */
    public int index() {
        return index;
    }

    /** The one asked for last; empty when no study is open. */
    public Optional<HangingPlan.Stage> now() {
        return all.stream().skip(index).findFirst();
    }

    /** Goes {@code steps} further, held at both ends. */
    public Optional<HangingPlan.Stage> move(int steps) {
        index = Math.max(0, Math.min(all.size() - 1, index + steps));
        return now();
    }
}
