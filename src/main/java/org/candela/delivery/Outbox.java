package org.candela.delivery;

import ca.uhn.hl7v2.HL7Exception;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.candela.audit.AuditAction;
import org.candela.audit.AuditEvent;
import org.candela.facility.Facilities;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.facility.MllpEndpoint;
import org.candela.report.Ledger;
import org.candela.report.ReportId;
import org.candela.report.SignedReport;
import org.candela.report.SignedReportListener;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/**
 * Signed versions on their way. A row is written by the transaction that signs, with the finished message and its one
 * control id; from then on only its state moves, each step committed before the next act. So after a kill the row says
 * what is known: queued, or perhaps sent.
 *
 * <p>Any thread; blocks on the disk.
 */
// [impl->req~delivery.outbox~1]
public final class Outbox implements SignedReportListener {
    private static final String ACTOR = "delivery";

    private final Ledger ledger;
    private final Facilities facilities;
    private final RetryPolicy retries;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    public Outbox(Ledger ledger, Facilities facilities, RetryPolicy retries) {
        this.ledger = ledger;
        this.facilities = facilities;
        this.retries = retries;
    }

    @Override
    public void inTx(Tx tx, SignedReport report) throws StoreException {
        Facility facility = facilities
                .find(report.study().facility())
                .orElseThrow(() -> new StoreException(
                        "delivery.facility-unknown", "report " + report.id() + " is for a facility that is not known"));
        Instant now = report.signature().signedAt();
        boolean hasAddress = facility.mllp().isPresent();
        OutboxMessage.Progress progress = new OutboxMessage.Progress(
                hasAddress ? OutboxState.QUEUED : OutboxState.PARKED,
                now,
                0,
                0,
                now,
                hasAddress ? "" : "no address for reports is set for this facility");
        OutboxRepository.insert(tx, content(report, facility), progress);
    }

    /**
     * Puts messages that count as on the wire, but whose facility nobody sends to, back in the queue under the same control
     * id: the program was killed, or could not record how an attempt ended.
     */
    // [impl->req~delivery.kill~1]
    void recover(Set<FacilityId> busy) throws StoreException {
        List<OutboxMessage> lost =
                ledger.database().read(tx -> OutboxRepository.inState(tx, OutboxState.SENDING)).stream()
                        .filter(message -> !busy.contains(message.content().facility()))
                        .toList();
        for (OutboxMessage message : lost) {
            OutboxMessage.Progress queued = message.progress().queuedAgain(now(), "interrupted; sent again");
            ledger.database().change(tx -> OutboxRepository.move(tx, message.id(), OutboxState.SENDING, queued));
        }
    }

    /** The moment by the clock that dates the rows. */
    Instant now() {
        return ledger.clock().instant();
    }

    /** Where the facility takes reports now; its address may have changed since the message was written. */
    Optional<MllpEndpoint> endpointOf(FacilityId facility) throws StoreException {
        return facilities.find(facility).flatMap(Facility::mllp);
    }

    /** Calls {@code listener} after each change, on the thread that made it. */
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    void tellListeners() {
        listeners.forEach(Runnable::run);
    }

    List<OutboxMessage> messagesOf(ReportId report) throws StoreException {
        return ledger.database().read(tx -> OutboxRepository.ofReport(tx, report));
    }

    List<OutboxMessage> due() throws StoreException {
        Instant now = ledger.clock().instant();
        return ledger.database().read(tx -> OutboxRepository.due(tx, now));
    }

    /** How many reports no facility has acknowledged yet. */
    public int waiting() throws StoreException {
        return unacknowledged().size();
    }

    List<OutboxMessage> unacknowledged() throws StoreException {
        return ledger.database().read(OutboxRepository::unacknowledged);
    }

    /** Marks the message as on the wire and counts the attempt; empty when somebody else has it. */
    Optional<OutboxMessage> take(OutboxMessage message) throws StoreException {
        Instant now = ledger.clock().instant();
        OutboxMessage.Progress sending = new OutboxMessage.Progress(
                OutboxState.SENDING,
                now,
                message.progress().attempts() + 1,
                message.progress().errors(),
                now,
                "");
        boolean isOurs = ledger.database().write(tx -> {
            boolean isMoved = OutboxRepository.move(tx, message.id(), OutboxState.QUEUED, sending);
            if (isMoved) {
                audit(tx, message, AuditAction.REPORT_SENT, now);
            }
            return isMoved;
        });
        tellListeners();
        return isOurs ? Optional.of(new OutboxMessage(message.id(), message.content(), sending)) : Optional.empty();
    }

    /** Records how the attempt ended. With an acceptance the receipt and the audit event are part of the transaction. */
    void settle(OutboxMessage sent, Answer answer) throws StoreException {
        Instant now = ledger.clock().instant();
        ledger.database().change(tx -> {
            OutboxMessage.Progress next = progressAfter(sent.progress(), answer, now);
            boolean isMoved = OutboxRepository.move(tx, sent.id(), OutboxState.SENDING, next);
            if (isMoved && next.state() == OutboxState.ACKED) {
                OutboxRepository.insertReceipt(tx, sent, answer.received(), now);
                audit(tx, sent, AuditAction.REPORT_ACKNOWLEDGED, now);
            }
        });
        tellListeners();
    }

    /**
     * Puts a rejected or parked message back in the queue.
     *
     * @throws StoreException {@code delivery.overtaken} when a later version has gone out already: this one must not
     *     arrive after it
     */
    void requeue(OutboxMessage message) throws StoreException {
        Instant now = ledger.clock().instant();
        ledger.database().change(tx -> {
            if (OutboxRepository.isOvertaken(tx, message)) {
                throw new StoreException("delivery.overtaken", "a later version of this report was already sent");
            }
            OutboxMessage.Progress queued = new OutboxMessage.Progress(
                    OutboxState.QUEUED, now, message.progress().attempts(), 0, now, "");
            OutboxRepository.move(tx, message.id(), message.progress().state(), queued);
        });
        tellListeners();
    }

    private OutboxMessage.Progress progressAfter(OutboxMessage.Progress sent, Answer answer, Instant now) {
        int errors = sent.errors() + (answer.kind() == Answer.Kind.ERROR ? 1 : 0);
        boolean isHopeless = errors >= retries.errorLimit();
        OutboxState state =
                switch (answer.kind()) {
                    case ACCEPTED -> OutboxState.ACKED;
                    case REJECTED -> OutboxState.REJECTED;
                    case ERROR -> isHopeless ? OutboxState.PARKED : OutboxState.QUEUED;
                    case NONE -> OutboxState.QUEUED;
                };
        Instant nextAttempt = now.plus(retries.waitAfter(sent.attempts()));
        return new OutboxMessage.Progress(state, now, sent.attempts(), errors, nextAttempt, answer.words());
    }

    private void audit(Tx tx, OutboxMessage message, AuditAction action, Instant at) throws StoreException {
        OutboxMessage.Content content = message.content();
        Map<String, String> detail = Map.of(
                "facility",
                content.facility().value(),
                "controlId",
                content.controlId(),
                "sha256",
                content.reportSha256());
        ledger.audit()
                .append(
                        tx,
                        new AuditEvent(
                                at, ACTOR, action, "report:" + content.report() + "/" + content.version(), detail));
    }

    private static OutboxMessage.Content content(SignedReport report, Facility facility) throws StoreException {
        return new OutboxMessage.Content(
                report.id(),
                report.version(),
                report.meaning(),
                report.sha256(),
                facility.id(),
                OruMessage.orderNumber(report),
                report.study().order().priority(),
                ControlId.of(report).value(),
                text(report, facility),
                report.signature().signedAt());
    }

    private static String text(SignedReport report, Facility facility) throws StoreException {
        try {
            return OruMessage.of(report, facility);
        } catch (HL7Exception | IOException e) {
            // The cause's message may quote the report.
            throw new StoreException(
                    "delivery.message",
                    "report " + report.id() + " cannot be written as HL7: "
                            + e.getClass().getSimpleName());
        }
    }
}
