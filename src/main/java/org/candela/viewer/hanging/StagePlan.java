package org.candela.viewer.hanging;

import java.util.List;

/**
 * What hangs at one time.
 *
 * @param name what the stage is for; may be empty
 * @param least the stage is left out where it would hang fewer stacks; 1 or more
 * @param panels from left to right; at least one
 */
public record StagePlan(String name, int least, List<PanelPlan> panels) {
    public StagePlan {
        panels = List.copyOf(panels);
        if (panels.isEmpty()) {
            throw new IllegalArgumentException("a stage needs a panel");
        }
        if (least < 1) {
            throw new IllegalArgumentException("a stage hangs at least 1 stack, not " + least);
        }
    }
}
