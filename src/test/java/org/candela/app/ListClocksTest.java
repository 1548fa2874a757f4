package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.candela.delivery.DeliveryBoard;
import org.candela.delivery.Outbox;
import org.candela.delivery.RetryPolicy;
import org.candela.facility.Facilities;
import org.candela.facility.Facility;
import org.candela.facility.ReadingPriority;
import org.candela.report.Ledger;
import org.candela.report.ReportDraft;
import org.candela.report.ReportSamples;
import org.candela.report.Reports;
import org.candela.report.SignatureMeaning;
import org.candela.report.template.Templates;
import org.candela.study.Patient;
import org.candela.study.StudyIdentity;
import org.candela.study.StudySummary;
import org.candela.worklist.ReadingClocks;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.ReadingState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~worklist.clocks~1]
class ListClocksTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void theClocksOfARowComeFromItsClaimItsReportsAndTheAnswersToThem() throws Exception {
        Ledger ledger = ReportSamples.ledger(folder, Clock.fixed(NOON, ZoneOffset.UTC));
        try (var database = ledger.database()) {
            Facilities facilities = new Facilities(database, ledger.audit(), ledger.clock());
            facilities.add(Facility.of(ReportSamples.CLINIC, "Clinic", URI.create("http://localhost/web")));
            Outbox outbox = new Outbox(ledger, facilities, RetryPolicy.START);
            ListClocks clocks =
                    new ListClocks(new Reports(database, Templates.shipped()), new DeliveryBoard(outbox, ledger));
            ReadingItem row = row();
            assertEquals(
                    new ReadingClocks(
                            NOON.minusSeconds(600),
                            Optional.of(NOON.minusSeconds(60)),
                            Optional.empty(),
                            Optional.empty()),
                    clocks.of(row));

            ReportDraft draft = ReportSamples.draft();
            var signing = ReportSamples.signing(ledger, outbox);
            signing.sign(ReportSamples.request(draft, SignatureMeaning.PRELIMINARY));
            signing.sign(ReportSamples.request(draft, SignatureMeaning.FINAL));
            database.change(tx -> tx.update(
                    "UPDATE outbox SET state = 'ACKED', changed_at = ? WHERE version = 1", NOON.plusSeconds(2)));

            ReadingClocks told = clocks.of(row);
            assertEquals(
                    Optional.of(new ReadingClocks.Signed(NOON, Optional.of(NOON.plusSeconds(2)))), told.preliminary());
            assertEquals(Optional.of(new ReadingClocks.Signed(NOON, Optional.empty())), told.finalReport());
        }
    }

    private static ReadingItem row() {
        StudyIdentity identity = new StudyIdentity(
                ReportSamples.STUDY,
                new Patient("MRN123", "CLINIC", "Zebedee^Quillon", Optional.empty(), "F"),
                "AC99",
                Optional.of(LocalDateTime.of(2026, 11, 24, 1, 5)),
                "CT CHEST",
                "");
        return new ReadingItem(
                new StudySummary(identity, ReportSamples.CLINIC, Set.of("CT"), 1, Optional.empty(), Optional.empty()),
                new ReadingItem.Urgency(ReadingPriority.ROUTINE, false, NOON.minusSeconds(600), NOON.plusSeconds(600)),
                ReadingState.OPEN,
                Optional.of(new ReadingItem.Claim("reader", NOON.minusSeconds(60))),
                new ReadingItem.Listing(NOON, true));
    }
}
