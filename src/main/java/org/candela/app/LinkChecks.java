package org.candela.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.facility.Facility;
import org.candela.order.OrderSource;
import org.candela.order.Orders;
import org.candela.readiness.FeedCheck;
import org.candela.readiness.ReadinessCheck;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessLimits;
import org.candela.readiness.journal.Journal;
import org.candela.readiness.link.BackupCheck;
import org.candela.readiness.link.CertificateCheck;
import org.candela.readiness.link.Greeter;
import org.candela.readiness.link.LinkBook;
import org.candela.readiness.link.LinkCheck;
import org.candela.readiness.link.LinkException;
import org.candela.readiness.link.LinkMeasurement.Link;
import org.candela.readiness.link.LinkRecords;
import org.candela.readiness.link.Network;
import org.candela.readiness.link.NextCase;
import org.candela.readiness.link.VpnCheck;
import org.candela.store.StoreException;
import org.candela.study.StudyImport;
import org.candela.study.StudySummary;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.ReadingState;

/** What the card asks about the ways to real facilities; the demonstration and imported files have none. */
final class LinkChecks {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final House house;
    private final FacilityWeb web;
    private final ReadinessLimits limits;

    LinkChecks(House house, FacilityWeb web, ReadinessLimits limits) {
        this.house = house;
        this.web = web;
        this.limits = limits;
    }

    static boolean isReal(Facility facility) {
        return !facility.isDemo() && !facility.id().equals(StudyImport.LOCAL);
    }

    List<ReadinessCheck> checks(Collection<Facility> all) {
        List<Facility> facilities = all.stream().filter(LinkChecks::isReal).toList();
        House.Base base = house.base();
        Clock clock = base.clock();
        LinkRecords records = new LinkRecords(base.database(), base.audit());
        LinkBook book = new LinkBook(new Journal(base.database(), base.audit(), clock));
        Orders orders = new Orders(base.database(), base.audit(), clock);
        List<ReadinessCheck> checks = new ArrayList<>();
        for (Facility facility : facilities) {
            checks.add(new FeedCheck(facility.id().value(), facility.name(), () -> heard(orders, facility), clock));
            checks.add(new LinkCheck(facility, records, limits.link(), clock));
            checks.add(new VpnCheck(facility, book, Network.OF_THIS_MACHINE, VpnCheck.Names.SYSTEM));
            checks.add(new CertificateCheck(
                    facility, () -> greeter(facility).greet(facility.dicomWeb()), limits.certificateDays(), clock));
        }
        if (!facilities.isEmpty()) {
            checks.add(new BackupCheck(book, limits.backupHolds(), clock));
            checks.add(() -> nextCase(records));
        }
        return checks;
    }

    /** From whichever of its sources of orders answered last. */
    private static Optional<Instant> heard(Orders orders, Facility facility) throws StoreException {
        Optional<Instant> last = Optional.empty();
        for (OrderSource source : OrderSource.values()) {
            Optional<Instant> answered = orders.lastAnswer(facility.id(), source);
            if (answered.isPresent()
                    && last.filter(answered.orElseThrow()::isBefore).isEmpty()) {
                last = answered;
            }
        }
        return last;
    }

    private Greeter greeter(Facility facility) throws LinkException {
        try {
            return new Greeter(web.trust(facility), house.base().clock(), PATIENCE);
        } catch (CandelaException e) {
            throw new LinkException("link.no-greeting", String.valueOf(e.getMessage()), e);
        }
    }

    /** The most urgent case of a real facility that nobody has. */
    private ReadinessItem nextCase(LinkRecords records) {
        try {
            Optional<StudySummary> next = house.worklist().snapshot().items().stream()
                    .filter(item -> item.state() == ReadingState.READY && isOfRealFacility(item))
                    .min(Comparator.comparing(item -> item.urgency().deadline()))
                    .map(ReadingItem::study);
            return next.isPresent()
                    ? judge(next.orElseThrow(), records)
                    : ReadinessItem.ready("network.next-case", "Next case", "No case waits.");
        } catch (StoreException e) {
            return new ReadinessItem(
                    "network.next-case",
                    "Next case",
                    ReadinessItem.Status.NOT_ASSESSED,
                    "What is on file cannot be read (" + e.code() + ").",
                    "");
        }
    }

    private boolean isOfRealFacility(ReadingItem item) {
        return house.reached().sources().keySet().stream()
                .anyMatch(facility ->
                        isReal(facility) && facility.id().equals(item.id().facility()));
    }

    private ReadinessItem judge(StudySummary study, LinkRecords records) throws StoreException {
        String modality = study.modalities().stream().sorted().findFirst().orElse("");
        NextCase next = NextCase.estimated(study.facility(), study.instanceCount(), modality);
        return next.item(records.latest(study.facility(), Link.MAIN), limits.link());
    }
}
