package org.candela.study;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.facility.ReadingPriority;

/**
 * A study as a facility lists it, before its images are here.
 *
 * @param modalities Modalities in Study; may be empty
 * @param instanceCount Number of Study Related Instances; 0 when the facility does not tell
 * @param priority what the facility asks for; empty when it does not tell
 * @param receivedAt when the study was complete at the facility; empty when it does not tell
 */
public record StudySummary(
        StudyIdentity identity,
        FacilityId facility,
        Set<String> modalities,
        int instanceCount,
        Optional<ReadingPriority> priority,
        Optional<Instant> receivedAt) {
    public StudySummary {
        modalities = Set.copyOf(modalities);
    }

    /** Study Instance UID. */
    public Uid uid() {
        return identity.uid();
    }

    /** Whose study it is. */
    public Patient patient() {
        return identity.patient();
    }
}
