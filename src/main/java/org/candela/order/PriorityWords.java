package org.candela.order;

import java.util.Locale;
import java.util.Optional;
import org.candela.facility.FacilityId;
import org.candela.facility.ReadingPriority;

/** What the words of a facility mean for how soon a study is read. Pure; any thread. */
@FunctionalInterface
public interface PriorityWords {
    /**
     * The words of the standards: HL7 table 0485 (S, A, R, P, C, T), Requested Procedure Priority (0040,1003: STAT, HIGH,
     * ROUTINE, MEDIUM, LOW), Scheduled Procedure Step Priority (0074,1200: HIGH, MEDIUM, LOW).
     */
    PriorityWords STANDARD = (facility, word) -> switch (word.strip().toUpperCase(Locale.ROOT)) {
        case "S", "STAT" -> Optional.of(ReadingPriority.STAT);
        case "A", "ASAP", "P", "T", "HIGH", "URGENT" -> Optional.of(ReadingPriority.URGENT);
        case "R", "C", "ROUTINE", "MEDIUM", "LOW" -> Optional.of(ReadingPriority.ROUTINE);
        default -> Optional.empty();
    };

    /** The priority meant; empty where the word says nothing. */
    Optional<ReadingPriority> meaning(FacilityId facility, String word);
}
