package org.candela.drill;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.candela.drill.DrillStep.Mark;

/** One drill: when it was, and its steps in order; at least one. */
public record DrillRecord(Instant at, List<DrillStep> steps) {
    public DrillRecord {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a drill has steps");
        }
    }

    /** The worst mark of its steps. */
    public Mark mark() {
        return steps.stream()
                .map(DrillStep::mark)
                .max(Comparator.naturalOrder())
                .orElse(Mark.FAILED);
    }
}
