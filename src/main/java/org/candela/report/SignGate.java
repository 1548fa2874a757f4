package org.candela.report;

import java.util.List;
import org.candela.base.CandelaException;

/** What is asked once more before a signature, beyond the report itself: whether its reader may sign it now. */
@FunctionalInterface
public interface SignGate {
    /** Lets everything through. */
    SignGate OPEN = (study, meaning) -> List.of();

    /**
     * What keeps the report from being signed; empty when nothing does. Keeps what is decided; blocks on the disk.
     *
     * @throws CandelaException when it cannot be told, so that nothing is signed
     */
    List<Obstacle> obstacles(ReportedStudy study, SignatureMeaning meaning) throws CandelaException;

    /** Asks {@code first} and, if it lets the report through, {@code second}. */
    static SignGate both(SignGate first, SignGate second) {
        return (study, meaning) -> {
            List<Obstacle> obstacles = first.obstacles(study, meaning);
            return obstacles.isEmpty() ? second.obstacles(study, meaning) : obstacles;
        };
    }

    /**
     * What keeps a report from being signed.
     *
     * @param ruleId stable, as {@code claim.licence}
     * @param message for the reader, with the evidence
     */
    record Obstacle(String ruleId, String message) {}
}
