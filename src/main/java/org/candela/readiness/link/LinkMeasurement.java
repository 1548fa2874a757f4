package org.candela.readiness.link;

import java.time.Instant;
import java.util.Optional;
import org.candela.facility.FacilityId;

/**
 * The way to a facility as it was once.
 *
 * @param link over which
 * @param device interface of the default route meanwhile; empty where the system does not tell
 * @param greeting empty where a proxy is the only way
 * @param down empty where it was not measured, {@code notes} says why
 * @param up empty where it was not measured
 * @param notes what was left out and why, in words
 */
public record LinkMeasurement(
        FacilityId facility,
        Link link,
        String device,
        Instant at,
        Optional<Greeting> greeting,
        Delay idle,
        Optional<Throughput> down,
        Optional<Throughput> up,
        String notes) {
    /** Which of the ways out. */
    public enum Link {
        MAIN,
        BACKUP
    }
}
