package org.candela.delivery;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.candela.audit.AuditLog;
import org.candela.base.CandelaException;
import org.candela.delivery.DeliveryChannel.Way;
import org.candela.delivery.hl7.Hl7Carriers;
import org.candela.facility.Facilities;
import org.candela.facility.Facility;
import org.candela.facility.MllpEndpoint;
import org.candela.report.Ledger;
import org.candela.report.ReportDraft;
import org.candela.report.ReportSamples;
import org.candela.report.SignResult;
import org.candela.report.SignatureMeaning;
import org.candela.report.SignedReport;
import org.candela.report.Signing;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.store.StorePlace;

/** A desk that signs into a real outbox, for tests. */
final class DeliveryDesk implements AutoCloseable {
    /** Short waits; the third error parks. */
    static final RetryPolicy RETRIES = new RetryPolicy(Duration.ofMillis(50), Duration.ofMillis(200), 3);

    final Ledger ledger;
    final Facilities facilities;
    final Outbox outbox;
    private final Signing signing;

    DeliveryDesk(Path folder, Clock clock) throws Exception {
        this(() -> folder.resolve("candela.db"), clock);
    }

    DeliveryDesk(StorePlace place, Clock clock) throws Exception {
        ledger = new Ledger(Database.open(place, clock), new AuditLog(), clock);
        facilities = new Facilities(ledger.database(), ledger.audit(), clock);
        outbox = new Outbox(ledger, facilities, RETRIES);
        signing = ReportSamples.signing(ledger, outbox);
    }

    /** A pump for HL7, not started; each attempt ends within {@code limit}. */
    OutboxPump pump(Duration limit, Executor senders, ScheduledExecutorService scheduler) {
        return new OutboxPump(outbox, Map.of(Way.HL7, Hl7Carriers.plain(ledger, limit)), senders, scheduler);
    }

    void deliverTo(MllpEndpoint endpoint) throws StoreException {
        facilities.add(clinic().withMllp(endpoint));
    }

    void deliverNowhere() throws StoreException {
        facilities.add(clinic());
    }

    SignedReport sign(ReportDraft draft, SignatureMeaning meaning) throws CandelaException {
        return signing.sign(ReportSamples.request(draft, meaning))
                .match(
                        SignResult.Signed::report,
                        unready -> {
                            throw new AssertionError("unready: " + unready);
                        },
                        refused -> {
                            throw new AssertionError("PIN refused");
                        },
                        superseded -> {
                            throw new AssertionError("superseded");
                        });
    }

    List<OutboxState> states(ReportDraft draft) throws StoreException {
        return outbox.messagesOf(draft.id()).stream()
                .map(message -> message.progress().state())
                .toList();
    }

    long count(String sql) throws StoreException {
        return ledger.database()
                .read(tx -> tx.one(sql, row -> row.longValue("n")).orElseThrow());
    }

    @Override
    public void close() throws StoreException {
        ledger.database().close();
    }

    private static Facility clinic() {
        return Facility.of(ReportSamples.CLINIC, "County Clinic", URI.create("https://pacs.example/dicom-web"));
    }
}
