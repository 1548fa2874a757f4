package org.candela.readiness;

import java.util.List;

/** One question of the pre-shift card, answered by the feature that knows. */
@FunctionalInterface
public interface ReadinessCheck {
    /** Answers now; may block on a disk or a network for a few seconds, so never on the FX thread. */
    ReadinessItem evaluate();

    /** Every answer, worst or not, where one question has several, as one for each facility; as {@link #evaluate}. */
    default List<ReadinessItem> answers() {
        return List.of(evaluate());
    }
}
