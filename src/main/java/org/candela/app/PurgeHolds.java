package org.candela.app;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.critical.CriticalLoop;
import org.candela.critical.CriticalLoops;
import org.candela.delivery.Outbox;
import org.candela.delivery.RetryPolicy;
import org.candela.facility.Facilities;
import org.candela.facility.FacilityId;
import org.candela.practice.Engagement;
import org.candela.practice.Practice;
import org.candela.report.ReportDraft;
import org.candela.report.ReportStates;
import org.candela.report.Reports;
import org.candela.report.template.Templates;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.ReadingState;

/**
 * What keeps studies from being deleted: claims, preliminary and unsigned reports, amendments, reports that were refused, held or not yet
 * acknowledged, open critical results. Blocks on the disk.
 */
// [impl->req~purge.holds~1]
record PurgeHolds(House house) {
    /** One study and why it stays. */
    private record Hold(FacilityId facility, Uid study, Why why) {}

    private enum Why {
        CLAIMED("claimed, open or put aside: put them back or finish them"),
        PRELIMINARY("with a preliminary report alone: sign the final one"),
        UNSIGNED("with an unsigned report: sign it or throw it away (candela report discard)"),
        AMENDED("with an amendment that is begun: sign it or empty it (Ctrl+Shift+F8)"),
        REFUSED("whose report the facility refused or that is held: see the row"),
        UNDELIVERED("with something not acknowledged: send it again, or tell another channel (candela delivery add)"),
        CRITICAL("with an open critical result: close it (Shift+F11)");

        private final String words;

        Why(String words) {
            this.words = words;
        }
    }

    /** Studies that stay. */
    Set<Uid> studies() throws CandelaException {
        Set<Uid> held = new HashSet<>();
        all().forEach(hold -> held.add(hold.study()));
        return held;
    }

    /** What is to be done before all of a facility can go, one sentence each; none when it can. */
    List<String> obstacles(FacilityId facility) throws CandelaException {
        List<Hold> holds = all();
        List<String> sentences = new ArrayList<>();
        for (Why why : Why.values()) {
            long count = holds.stream()
                    .filter(hold -> hold.facility().equals(facility) && hold.why() == why)
                    .count();
            if (count > 0) {
                sentences.add(count + (count == 1 ? " study " : " studies ") + why.words);
            }
        }
        inForce(facility)
                .ifPresent(engagement -> sentences.add("a contract is in force until "
                        + engagement.period().through() + ": end it first (candela papers enter engagement)"));
        return sentences;
    }

    private java.util.Optional<Engagement> inForce(FacilityId facility) throws CandelaException {
        House.Base base = house.base();
        LocalDate today = LocalDate.ofInstant(base.clock().instant(), ZoneOffset.UTC);
        return new Practice(base.database(), base.audit(), base.clock())
                .list().stream()
                        .filter(Engagement.class::isInstance)
                        .map(Engagement.class::cast)
                        .filter(engagement -> engagement.facility().equals(facility))
                        .filter(engagement -> engagement.period().covers(today))
                        .findFirst();
    }

    private List<Hold> all() throws CandelaException {
        House.Base base = house.base();
        List<Hold> holds = new ArrayList<>();
        for (ReadingItem item : house.worklist().snapshot().items()) {
            add(holds, item, Why.CLAIMED, one -> one.claim().isPresent());
            add(holds, item, Why.PRELIMINARY, one -> one.state() == ReadingState.PRELIMINARY);
        }
        Reports reports = new Reports(base.database(), Templates.shipped());
        reports.amendedStudies().forEach((study, facility) -> holds.add(new Hold(facility, study, Why.AMENDED)));
        for (ReportDraft draft : reports.unsignedDrafts()) {
            holds.add(new Hold(draft.study().facility(), draft.study().studyInstanceUid(), Why.UNSIGNED));
        }
        for (ReportStates.Refused refused : new ReportStates(base.ledger()).refused()) {
            holds.add(new Hold(refused.facility(), refused.study(), Why.REFUSED));
        }
        Facilities facilities = new Facilities(base.database(), base.audit(), base.clock());
        new Outbox(base.ledger(), facilities, RetryPolicy.START)
                .studiesUnderWay()
                .forEach((study, facility) -> holds.add(new Hold(facility, study, Why.UNDELIVERED)));
        for (CriticalLoop loop :
                CriticalLoops.open(base.database(), base.audit(), base.clock()).stillOpen()) {
            holds.add(new Hold(loop.subject().facility(), loop.subject().study(), Why.CRITICAL));
        }
        return holds;
    }

    private static void add(List<Hold> holds, ReadingItem item, Why why, Predicate<ReadingItem> condition) {
        if (condition.test(item)) {
            holds.add(new Hold(item.id().facility(), item.id().study(), why));
        }
    }
}
