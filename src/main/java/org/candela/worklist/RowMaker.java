package org.candela.worklist;

import java.time.Instant;
import java.util.Map;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.facility.ReadingPriority;
import org.candela.study.StudySummary;
import org.candela.worklist.ListedRepository.Listed;
import org.candela.worklist.ReadingItem.Urgency;

/** Makes rows of what is listed. Safe from any thread. */
final class RowMaker {
    private final Map<FacilityId, Facility> facilities;
    private final SharedWords words = new SharedWords();

    RowMaker(Map<FacilityId, Facility> facilities) {
        this.facilities = Map.copyOf(facilities);
    }

    ReadingItem row(Listed listed) {
        StudySummary study = words.shared(listed.study());
        return new ReadingItem(
                study,
                urgency(study, listed.reading().firstSeen()),
                listed.reading().state(),
                listed.reading().claim(),
                listed.listing());
    }

    private Urgency urgency(StudySummary study, Instant firstSeen) {
        Facility facility = facilities.get(study.facility());
        if (facility == null) {
            throw new IllegalStateException("a study of a facility that is not on the list: " + study.facility());
        }
        ReadingPriority priority = study.priority().orElse(ReadingPriority.ROUTINE);
        Instant received = study.receivedAt().orElse(firstSeen);
        return new Urgency(
                priority,
                study.priority().isPresent(),
                received,
                received.plus(facility.turnaround().of(priority)));
    }
}
