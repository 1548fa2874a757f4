package org.candela.readiness;

/** One question of the pre-shift card, answered by the feature that knows. */
@FunctionalInterface
public interface ReadinessCheck {
    /** Answers now; may block on a disk or a network for a few seconds, so never on the FX thread. */
    ReadinessItem evaluate();
}
