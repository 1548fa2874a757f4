package org.candela.worklist;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.facility.ReadingPriority;
import org.candela.facility.UrgencyRules;
import org.candela.order.OrderFacts;
import org.candela.order.OrderFacts.Standing;
import org.candela.order.OrderedStudy;
import org.candela.study.StudySummary;
import org.candela.worklist.ListedRepository.Listed;
import org.candela.worklist.ReadingItem.Listing;
import org.candela.worklist.ReadingItem.Urgency;

/** Makes rows of what is listed. Safe from any thread. */
final class RowMaker {
    private final Map<FacilityId, Facility> facilities;
    private final SharedWords words = new SharedWords();

    RowMaker(Map<FacilityId, Facility> facilities) {
        this.facilities = Map.copyOf(facilities);
    }

    ReadingItem row(Listed listed, UrgencyRules rules) {
        StudySummary study = words.shared(listed.study());
        return new ReadingItem(
                study,
                urgency(study, listed.reading().firstSeen(), rules),
                listed.reading().state(),
                listed.reading().claim(),
                listed.listing());
    }

    /** The row of a study with what its orders say; a deadline that they name goes before what was promised. */
    ReadingItem ordered(ReadingItem row, OrderedStudy ordered, UrgencyRules rules) {
        StudySummary study = words.shared(ordered.study());
        OrderFacts facts = ordered.facts();
        ReadingState state = facts.standing() == Standing.CANCELLED && row.state() == ReadingState.READY
                ? ReadingState.CANCELLED
                : row.state();
        Urgency promised = urgency(study, row.urgency().receivedAt(), rules);
        return new ReadingItem(study, due(promised, facts), state, row.claim(), row.listing(), facts);
    }

    /** The row of an examination whose images are not here. */
    ReadingItem awaited(OrderedStudy ordered, UrgencyRules rules) {
        StudySummary study = words.shared(ordered.study());
        OrderFacts facts = ordered.facts();
        Instant since = study.receivedAt().orElse(Instant.EPOCH);
        ReadingState state = facts.standing() == Standing.CANCELLED ? ReadingState.CANCELLED : ReadingState.NEW;
        return new ReadingItem(
                study,
                due(urgency(study, since, rules), facts),
                state,
                Optional.empty(),
                new Listing(since, true),
                facts);
    }

    private static Urgency due(Urgency promised, OrderFacts facts) {
        return facts.deadline()
                .map(deadline -> new Urgency(promised.priority(), promised.isStated(), promised.receivedAt(), deadline))
                .orElse(promised);
    }

    private Urgency urgency(StudySummary study, Instant firstSeen, UrgencyRules rules) {
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
                received.plus(rules.promised(priority, study.modalities(), facility.turnaround())));
    }
}
