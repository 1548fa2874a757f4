package org.candela.app;

import java.time.Duration;
import java.time.Instant;
import org.candela.base.CandelaException;
import org.candela.critical.CriticalLoops;
import org.candela.delivery.Outbox;
import org.candela.delivery.RetryPolicy;
import org.candela.facility.Facilities;
import org.candela.practice.Practice;
import org.candela.practice.ReadingLocation;
import org.candela.readiness.Evidence;
import org.candela.readiness.QueueCheck;
import org.candela.readiness.ReadinessCheck;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessItem.Status;
import org.candela.report.Ledger;
import org.candela.report.Reports;
import org.candela.report.template.Templates;
import org.candela.store.StoreException;

/** What the card asks about the reader's own work: what was left behind, and where it is done. */
record WorkChecks(House house) {
    /** No shift is longer: a claim that is older was left behind. */
    private static final Duration SHIFT = Duration.ofHours(12);

    QueueCheck.Left left() throws CandelaException {
        House.Base base = house.base();
        Ledger ledger = base.ledger();
        Outbox outbox =
                new Outbox(ledger, new Facilities(base.database(), base.audit(), base.clock()), RetryPolicy.START);
        Instant before = base.clock().instant().minus(SHIFT);
        long claims = house.worklist().snapshot().items().stream()
                .flatMap(item -> item.claim().stream())
                .filter(claim -> claim.since().isBefore(before))
                .count();
        int drafts = new Reports(base.database(), Templates.shipped())
                .unsignedDrafts()
                .size();
        int critical = CriticalLoops.open(base.database(), base.audit(), base.clock())
                .stillOpen()
                .size();
        return new QueueCheck.Left(outbox.waiting(), drafts, (int) claims, critical);
    }

    ReadinessCheck location(Practice practice) {
        return () -> {
            try {
                Instant now = house.base().clock().instant();
                return practice.records()
                        .location()
                        .map(place -> judge(place, now))
                        .orElseGet(() -> unknown("Nobody said where you read from."));
            } catch (StoreException e) {
                return unknown("What is on file cannot be read (" + e.code() + ").");
            }
        };
    }

    private static ReadinessItem judge(ReadingLocation place, Instant now) {
        String value = place.place() + ", " + place.country();
        return place.holdsAt(now)
                ? ReadinessItem.ready("location", "Place of reading", value + ", attested for this shift.")
                        .with(Evidence.attested(value, place.attestedAt(), "reader"))
                : unknown("Last attested in an earlier shift: " + value + ".");
    }

    private static ReadinessItem unknown(String found) {
        return new ReadinessItem(
                        "location",
                        "Place of reading",
                        Status.NOT_ASSESSED,
                        found,
                        "Say where you read from: candela papers enter location country=US place=STATE.")
                .with(Evidence.MISSING);
    }
}
