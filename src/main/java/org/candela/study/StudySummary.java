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
 * @param place where it was made, as far as the facility tells
 */
public record StudySummary(
        StudyIdentity identity,
        FacilityId facility,
        Set<String> modalities,
        int instanceCount,
        Optional<ReadingPriority> priority,
        Optional<Instant> receivedAt,
        Place place) {
    public StudySummary {
        modalities = Set.copyOf(modalities);
    }

    /** A study whose facility does not tell where it was made. */
    public StudySummary(
            StudyIdentity identity,
            FacilityId facility,
            Set<String> modalities,
            int instanceCount,
            Optional<ReadingPriority> priority,
            Optional<Instant> receivedAt) {
        this(identity, facility, modalities, instanceCount, priority, receivedAt, Place.UNTOLD);
    }

    // [impl->req~study.place~1]
    /**
     * Where a study was made and where its patient lives; blank where the facility does not tell.
     *
     * @param institution Institution Name (0008,0080)
     * @param residence Region of Residence (0010,2152)
     */
    public record Place(String institution, String residence) {
        /** Nothing was told. */
        public static final Place UNTOLD = new Place("", "");
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
