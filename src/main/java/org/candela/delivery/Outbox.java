package org.candela.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.candela.audit.AuditAction;
import org.candela.audit.AuditEvent;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.delivery.DeliveryChannel.Need;
import org.candela.delivery.DeliveryChannel.Way;
import org.candela.facility.Facilities;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.report.Ledger;
import org.candela.report.ReportId;
import org.candela.report.Reports;
import org.candela.report.SignedReport;
import org.candela.report.SignedReportListener;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/**
 * Signed versions on their way. A row for each channel is written by the transaction that signs, with its one control id;
 * from then on only its state moves, each step committed before the next act. What goes over the wire is made and kept
 * before the first attempt. So after a kill the row says what is known: queued, or perhaps sent.
 *
 * <p>Any thread; blocks on the disk.
 */
// [impl->req~delivery.outbox~1]
// [impl->req~delivery.crash-points~1]
// [impl->req~delivery.kill-points~1]
public final class Outbox implements SignedReportListener {
    private static final String ACTOR = "delivery";
    private static final String NO_CHANNEL = "no address for reports is set for this facility";

    private final Ledger ledger;
    private final Facilities facilities;
    private final RetryPolicy retries;
    private final Channels channels;
    private final FacilityWord word;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> wakers = new CopyOnWriteArrayList<>();

    public Outbox(Ledger ledger, Facilities facilities, RetryPolicy retries) {
        this.ledger = ledger;
        this.facilities = facilities;
        this.retries = retries;
        this.channels = new Channels(ledger);
        this.word = new FacilityWord(ledger);
    }

    // [impl->req~delivery.at-once~1]
    @Override
    public void inTx(Tx tx, SignedReport report) throws StoreException {
        Facility facility = facilities
                .find(report.study().facility())
                .orElseThrow(() -> unknown(report.study().facility()));
        Instant now = report.signature().signedAt();
        List<DeliveryChannel> ways = Channels.of(tx, facility);
        for (DeliveryChannel channel : ways) {
            OutboxRepository.insert(
                    tx,
                    OutboxContents.of(report, channel.name(), channel.way(), channel.need()),
                    OutboxMessage.Progress.begin(now));
        }
        if (ways.isEmpty()) {
            OutboxRepository.insert(
                    tx,
                    OutboxContents.of(report, Channels.FIRST, Way.HL7, Need.REQUIRED),
                    new OutboxMessage.Progress(OutboxState.PARKED, now, 0, 0, 1, now, NO_CHANNEL));
        }
        tx.afterCommit(this::wake);
    }

    private static StoreException unknown(FacilityId facility) {
        return new StoreException("delivery.facility-unknown", "facility " + facility + " is not known");
    }

    /**
     * Queues an object that belongs to no version, as marks on images, for each DICOM channel of the facility, or for its
     * archive where there is none. The same object is queued once, whoever asks how often.
     *
     * @param object a DICOM file
     * @return on how many channels it is on its way
     */
    // [impl->req~delivery.marks-back~1]
    public int queue(Facility facility, Uid study, Parcel object) throws StoreException {
        Instant now = now();
        List<DeliveryChannel> ways = channels.forObjects(facility, facilities.services(facility.id()));
        ledger.database().change(tx -> {
            for (DeliveryChannel channel : ways) {
                OutboxMessage.Content content = OutboxContents.of(facility, study, object, channel, now);
                if (!OutboxRepository.isQueued(tx, content.controlId())) {
                    long id = OutboxRepository.insert(tx, content, OutboxMessage.Progress.begin(now));
                    ParcelRepository.insert(tx, id, 1, object, now);
                }
            }
            tx.afterCommit(this::wake);
        });
        tellListeners();
        return ways.size();
    }

    /**
     * Puts messages that count as on the wire, but that nobody sends, back in the queue under the same control id: the
     * program was killed, or could not record how an attempt ended.
     *
     * @param busy lines that somebody is sending on; of several threads. While a message is judged its line is among them, so
     *     that nobody begins to send what is just taken for lost
     */
    // [impl->req~delivery.kill~1]
    void recover(Set<String> busy) throws StoreException {
        for (OutboxMessage message : ledger.database().read(tx -> OutboxRepository.inState(tx, OutboxState.SENDING))) {
            String line = message.content().lane().sender();
            if (busy.add(line)) {
                try {
                    OutboxMessage.Progress queued = message.progress().queuedAgain(now(), "interrupted; sent again");
                    ledger.database()
                            .change(tx -> OutboxRepository.move(tx, message.id(), OutboxState.SENDING, queued));
                } finally {
                    busy.remove(line);
                }
            }
        }
    }

    /** The moment by the clock that dates the rows. */
    Instant now() {
        return ledger.clock().instant();
    }

    /** Calls {@code listener} after each change, on the thread that made it. */
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Calls {@code waker} when something new is queued, on the thread that queued it; quick, and without a throw. */
    void onQueued(Runnable waker) {
        wakers.add(waker);
    }

    private void wake() {
        wakers.forEach(Runnable::run);
    }

    void tellListeners() {
        listeners.forEach(Runnable::run);
    }

    List<OutboxMessage> messagesOf(ReportId report) throws StoreException {
        return ledger.database().read(tx -> OutboxRepository.ofReport(tx, report));
    }

    List<OutboxMessage> due() throws StoreException {
        Instant now = now();
        return ledger.database().read(tx -> OutboxRepository.due(tx, now));
    }

    /** How many reports and objects wait for the acknowledgement of a channel. */
    public int waiting() throws StoreException {
        return unacknowledged().size();
    }

    /** Studies of which a report or an object waits for the acknowledgement of a channel. */
    public Map<Uid, FacilityId> studiesUnderWay() throws StoreException {
        return ledger.database().read(OutboxRepository::studiesUnderWay);
    }

    List<OutboxMessage> unacknowledged() throws StoreException {
        return ledger.database().read(OutboxRepository::unacknowledged);
    }

    /** Marks the message as on the wire and counts the attempt; empty when somebody else has it. */
    Optional<OutboxMessage> take(OutboxMessage message) throws StoreException {
        Instant now = now();
        OutboxMessage.Progress sending = message.progress().sending(now);
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

    /** Where a message goes now. */
    Consignment.Ticket ticket(OutboxMessage message) throws CandelaException {
        OutboxMessage.Lane lane = message.content().lane();
        Facility facility = facilities.find(lane.facility()).orElseThrow(() -> unknown(lane.facility()));
        DeliveryChannel channel = message.content().version().isPresent()
                ? channels.find(facility, lane.channel())
                        .orElseThrow(() -> new CandelaException("delivery.no-channel", NO_CHANNEL))
                : channels.forObjects(facility, facilities.services(facility.id())).stream()
                        .filter(one -> one.name().equals(lane.channel()))
                        .findFirst()
                        .orElseThrow(() -> new CandelaException("delivery.no-channel", NO_CHANNEL));
        if (channel.way() != lane.way()) {
            throw new CandelaException(
                    "delivery.other-way",
                    "the channel " + lane.channel() + " goes by "
                            + channel.way().word() + " now, and this was queued for "
                            + lane.way().word() + ": tell the channel as it was, then send it again");
        }
        return new Consignment.Ticket(facility, channel, message.content().controlId());
    }

    /** What goes over the wire, made now where it was not made before; it is on the disk when this returns. */
    Parcel parcel(OutboxMessage message, Consignment.Ticket ticket, Carrier carrier) throws CandelaException {
        int packing = message.progress().packing();
        Optional<Parcel> made = ledger.database().read(tx -> ParcelRepository.find(tx, message.id(), packing));
        if (made.isPresent()) {
            return made.orElseThrow();
        }
        OutboxMessage.Version version = message.content().version().orElseThrow();
        List<SignedReport> versions = ledger.database().read(tx -> Reports.versions(tx, version.report()));
        Parcel parcel = carrier.pack(
                new Consignment(ticket, versions.get(version.number() - 1), versions.subList(0, version.number() - 1)));
        ledger.database().change(tx -> ParcelRepository.insert(tx, message.id(), packing, parcel, now()));
        return parcel;
    }

    /**
     * Records how the attempt ended. With an acceptance the receipt and the audit event are part of the transaction.
     *
     * @param address where it went
     */
    void settle(OutboxMessage sent, String address, Answer answer) throws StoreException {
        Instant now = now();
        ledger.database().change(tx -> {
            OutboxMessage.Progress next = progressAfter(sent.progress(), answer, now);
            boolean isMoved = OutboxRepository.move(tx, sent.id(), OutboxState.SENDING, next);
            if (isMoved && next.state() == OutboxState.ACKED) {
                receive(tx, sent, new ReceiptRepository.Received(address, answer.received(), now));
            } else if (answer.kind() == Answer.Kind.ACCEPTED) {
                settleLost(tx, sent, next, new ReceiptRepository.Received(address, answer.received(), now));
            } else if (isMoved && isRefused(next, answer)) {
                word.refused(tx, sent, answer.words());
            }
            for (Answer.Late late : answer.late()) {
                settleLate(tx, sent, address, late);
            }
        });
        tellListeners();
    }

    /** An acceptance counts, whatever was made of its message meanwhile: taken for lost, or told to be sent again. */
    private void settleLost(
            Tx tx, OutboxMessage sent, OutboxMessage.Progress acked, ReceiptRepository.Received received)
            throws StoreException {
        Optional<OutboxState> state = OutboxRepository.withControlId(
                        tx, sent.content().controlId())
                .map(message -> message.progress().state())
                .filter(now -> now != OutboxState.ACKED);
        if (state.isPresent() && OutboxRepository.move(tx, sent.id(), state.orElseThrow(), acked)) {
            receive(tx, sent, received);
        }
    }

    /** Refused for good, or answered with errors until no more is tried. */
    private static boolean isRefused(OutboxMessage.Progress next, Answer answer) {
        return next.state() == OutboxState.REJECTED
                || (next.state() == OutboxState.PARKED && answer.kind() == Answer.Kind.ERROR);
    }

    // [impl->req~delivery.late-answer~1]
    /** An acceptance that came after its attempt was given up, along with the answer to another message of the channel. */
    private void settleLate(Tx tx, OutboxMessage along, String address, Answer.Late late) throws StoreException {
        Optional<OutboxMessage> meant = OutboxRepository.withControlId(tx, late.controlId())
                .filter(message -> message.progress().state() != OutboxState.ACKED)
                .filter(message -> message.progress().attempts() > 0)
                .filter(message -> message.content()
                        .lane()
                        .sender()
                        .equals(along.content().lane().sender()));
        if (meant.isPresent()) {
            OutboxMessage message = meant.orElseThrow();
            OutboxMessage.Progress was = message.progress();
            OutboxMessage.Progress acked = new OutboxMessage.Progress(
                    OutboxState.ACKED, now(), was.attempts(), was.errors(), was.packing(), now(), "");
            if (OutboxRepository.move(tx, message.id(), was.state(), acked)) {
                receive(tx, message, new ReceiptRepository.Received(address, late.received(), now()));
            }
        }
    }

    private void receive(Tx tx, OutboxMessage message, ReceiptRepository.Received received) throws StoreException {
        ReceiptRepository.insert(tx, message, received);
        audit(tx, message, AuditAction.REPORT_ACKNOWLEDGED, received.at());
        word.accepted(tx, message);
    }

    /**
     * Puts a rejected or parked message back in the queue; it is packed anew, under its own control id.
     *
     * @throws StoreException {@code delivery.overtaken} when a later version has gone out already: this one must not
     *     arrive after it
     */
    void requeue(OutboxMessage message) throws StoreException {
        Instant now = now();
        OutboxMessage.Progress was = message.progress();
        int packing = message.content().version().isPresent() && was.attempts() > 0 ? was.packing() + 1 : was.packing();
        ledger.database().change(tx -> {
            if (OutboxRepository.isOvertaken(tx, message)) {
                throw new StoreException("delivery.overtaken", "a later version of this report was already sent");
            }
            OutboxMessage.Progress queued =
                    new OutboxMessage.Progress(OutboxState.QUEUED, now, was.attempts(), 0, packing, now, "");
            OutboxRepository.move(tx, message.id(), was.state(), queued);
            tx.afterCommit(this::wake);
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
                    case UNSENT -> OutboxState.PARKED;
                };
        Instant nextAttempt = now.plus(retries.waitAfter(sent.attempts()));
        return new OutboxMessage.Progress(
                state, now, sent.attempts(), errors, sent.packing(), nextAttempt, answer.words());
    }

    private void audit(Tx tx, OutboxMessage message, AuditAction action, Instant at) throws StoreException {
        OutboxMessage.Content content = message.content();
        Map<String, String> detail = Map.of(
                "facility",
                content.facility().value(),
                "channel",
                content.lane().channel(),
                "controlId",
                content.controlId(),
                "sha256",
                content.sha256());
        ledger.audit().append(tx, new AuditEvent(at, ACTOR, action, content.name(), detail));
    }
}
