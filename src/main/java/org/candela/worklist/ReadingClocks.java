package org.candela.worklist;

import java.time.Instant;
import java.util.Optional;
import org.candela.base.CandelaException;

/**
 * When each step of a reading was done, from receipt to the facility's last answer: the turnaround as it was. A value.
 *
 * @param received when the facility had the study, or it was first seen here
 * @param opened when this workstation took it; empty while nobody here has
 * @param preliminary its preliminary report; empty while there is none
 * @param finalReport its final report; empty while there is none
 */
// [impl->req~worklist.clocks~1]
public record ReadingClocks(
        Instant received, Optional<Instant> opened, Optional<Signed> preliminary, Optional<Signed> finalReport) {

    /** Tells them; blocks on the disk. */
    @FunctionalInterface
    public interface Source {
        ReadingClocks of(ReadingItem item) throws CandelaException;
    }

    /**
     * A signed report.
     *
     * @param acknowledged when the facility said that it has it; empty while it has not
     */
    public record Signed(Instant at, Optional<Instant> acknowledged) {}
}
