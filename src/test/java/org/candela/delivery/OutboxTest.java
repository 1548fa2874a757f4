package org.candela.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.candela.MovableClock;
import org.candela.audit.AuditVerifier;
import org.candela.base.Sha256;
import org.candela.base.Uid;
import org.candela.delivery.Answer.Kind;
import org.candela.facility.MllpEndpoint;
import org.candela.facility.ReadingPriority;
import org.candela.report.DeliveryStanding;
import org.candela.report.DeliveryStanding.Alarm;
import org.candela.report.ReportDraft;
import org.candela.report.ReportSamples;
import org.candela.report.SignatureMeaning;
import org.candela.store.StoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~delivery.outbox~1]
class OutboxTest {
    private static final Answer ACCEPTED = new Answer(Kind.ACCEPTED, "", "MSH|...\rMSA|AA|x\r");
    private static final Answer ERROR = Answer.of(Kind.ERROR, "AE database busy");
    private static final Answer REJECTED = Answer.of(Kind.REJECTED, "AR unknown order");
    private static final Answer NONE = Answer.of(Kind.NONE, "no answer within 10 s");

    private final MovableClock clock = new MovableClock();
    private final ReportDraft draft = ReportSamples.draft();

    @TempDir
    private Path folder;

    private DeliveryDesk desk;
    private Outbox outbox;

    @BeforeEach
    void open() throws Exception {
        desk = new DeliveryDesk(folder, clock);
        desk.deliverTo(new MllpEndpoint("127.0.0.1", 2575, "RIS", "FAC"));
        outbox = desk.outbox;
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @Test
    void aSignatureLeavesOneMessageToSend() throws Exception {
        desk.sign(draft, SignatureMeaning.PRELIMINARY);

        OutboxMessage due = due().get(0);
        assertEquals(OutboxState.QUEUED, due.progress().state());
        assertEquals(
                due.content().controlId(),
                LoopbackReceiver.controlId(due.content().text()));
    }

    @Test
    void anAcceptanceIsProofBoundToTheSignedVersion() throws Exception {
        String sha256 = desk.sign(draft, SignatureMeaning.FINAL).sha256();

        attempt(ACCEPTED);

        assertEquals(List.of(OutboxState.ACKED), desk.states(draft));
        assertEquals(List.of(), due());
        assertEquals(
                1,
                desk.count("SELECT count(*) AS n FROM delivery_receipt WHERE report_sha256 = '" + sha256
                        + "' AND answer_sha256 = '" + Sha256.hex(ACCEPTED.received()) + "'"));
        assertEquals(1, desk.count("SELECT count(*) AS n FROM audit_event WHERE action = 'REPORT_ACKNOWLEDGED'"));
        assertTrue(AuditVerifier.verify(desk.ledger.database()).isIntact());
    }

    // [utest->req~delivery.order~1]
    @Test
    void theFinalVersionWaitsUntilThePreliminaryHasArrived() throws Exception {
        desk.sign(draft, SignatureMeaning.PRELIMINARY);
        desk.sign(draft, SignatureMeaning.FINAL);

        assertEquals(List.of(1), versionsDue());
        attempt(NONE);
        assertEquals(List.of(), versionsDue(), "neither before the wait is over");
        clock.advance(Duration.ofSeconds(1));
        assertEquals(List.of(1), versionsDue());
        attempt(ACCEPTED);
        assertEquals(List.of(2), versionsDue());
    }

    // [utest->req~delivery.order~1]
    @Test
    void aRefusedPreliminaryDoesNotHoldUpTheFinalAndCannotArriveAfterIt() throws Exception {
        desk.sign(draft, SignatureMeaning.PRELIMINARY);
        desk.sign(draft, SignatureMeaning.FINAL);
        attempt(REJECTED);

        assertEquals(List.of(2), versionsDue());
        attempt(ACCEPTED);

        OutboxMessage refused = outbox.messagesOf(draft.id()).get(0);
        StoreException overtaken = assertThrows(StoreException.class, () -> outbox.requeue(refused));
        assertEquals("delivery.overtaken", overtaken.code());
    }

    @Test
    void anotherOrderIsNotHeldUp() throws Exception {
        ReportDraft other =
                ReportSamples.draft(ReportSamples.study(new Uid("2.25.8"), "AC100", ReadingPriority.ROUTINE));
        desk.sign(draft, SignatureMeaning.FINAL);
        attempt(NONE);

        desk.sign(other, SignatureMeaning.FINAL);

        assertEquals(other.id(), due().get(0).content().report());
    }

    @Test
    void errorsAreRetriedWithGrowingWaitsAndThenParked() throws Exception {
        desk.sign(draft, SignatureMeaning.FINAL);

        attempt(ERROR);
        clock.advance(Duration.ofMillis(50));
        attempt(ERROR);
        clock.advance(Duration.ofMillis(50));
        assertEquals(List.of(), due(), "the second wait is longer");
        clock.advance(Duration.ofMillis(50));
        attempt(ERROR);

        assertEquals(List.of(OutboxState.PARKED), desk.states(draft));
        assertEquals("AE database busy", standing().answer());
        assertEquals(Alarm.RED, standing().alarm());
    }

    @Test
    void aFacilityThatDoesNotAnswerIsTriedForEver() throws Exception {
        desk.sign(draft, SignatureMeaning.FINAL);

        for (int i = 0; i < 50; i++) {
            attempt(NONE);
            clock.advance(DeliveryDesk.RETRIES.longest());
        }

        assertEquals(List.of(OutboxState.QUEUED), desk.states(draft));
        assertEquals(50, standing().attempts());
    }

    @Test
    void aRefusedMessageGoesOutAgainOnRequestUnderItsOwnControlId() throws Exception {
        desk.sign(draft, SignatureMeaning.FINAL);
        String controlId = due().get(0).content().controlId();
        attempt(REJECTED);
        assertEquals("AR unknown order", standing().answer());

        new DeliveryBoard(outbox, desk.ledger).retry(draft.id(), 1);

        assertEquals(controlId, due().get(0).content().controlId());
    }

    @Test
    void withoutAnAddressTheReportIsKeptAndSaysSo() throws Exception {
        desk.deliverNowhere();

        desk.sign(draft, SignatureMeaning.FINAL);

        assertEquals(List.of(OutboxState.PARKED), desk.states(draft));
        assertEquals(
                "no address for reports is set for this facility", standing().answer());
    }

    @Test
    void whatWasOnTheWireAtAKillIsSentAgainUnlessItIsBeingSent() throws Exception {
        desk.sign(draft, SignatureMeaning.FINAL);
        outbox.take(due().get(0));

        outbox.recover(Set.of(ReportSamples.CLINIC));
        assertEquals(List.of(OutboxState.SENDING), desk.states(draft));
        outbox.recover(Set.of());

        assertEquals(List.of(OutboxState.QUEUED), desk.states(draft));
    }

    @Test
    void twoSendersCannotTakeTheSameMessage() throws Exception {
        desk.sign(draft, SignatureMeaning.FINAL);
        OutboxMessage message = due().get(0);

        assertTrue(outbox.take(message).isPresent());
        assertTrue(outbox.take(message).isEmpty());
    }

    // [utest->req~delivery.proof~1]
    @Test
    void neitherTheMessageNorItsProofCanBeChanged() throws Exception {
        desk.sign(draft, SignatureMeaning.FINAL);
        attempt(ACCEPTED);

        for (String sql : List.of(
                "UPDATE outbox SET message = 'other'",
                "UPDATE outbox SET state = 'QUEUED'",
                "DELETE FROM outbox",
                "UPDATE delivery_receipt SET answer = 'other'",
                "DELETE FROM delivery_receipt")) {
            assertThrows(StoreException.class, () -> desk.ledger.database().change(tx -> tx.update(sql)), sql);
        }
    }

    // [utest->req~delivery.alarm~1]
    @Test
    void anUnacknowledgedReportTurnsAmberAndThenRedForStatInHalfTheTime() throws Exception {
        ReportDraft routine =
                ReportSamples.draft(ReportSamples.study(new Uid("2.25.8"), "AC100", ReadingPriority.ROUTINE));
        desk.sign(draft, SignatureMeaning.FINAL);
        desk.sign(routine, SignatureMeaning.FINAL);

        assertEquals(List.of(Alarm.NONE, Alarm.NONE), alarms(draft, routine));
        clock.advance(Duration.ofSeconds(15));
        assertEquals(List.of(Alarm.AMBER, Alarm.NONE), alarms(draft, routine));
        clock.advance(Duration.ofSeconds(15));
        assertEquals(List.of(Alarm.AMBER, Alarm.AMBER), alarms(draft, routine));
        clock.advance(Duration.ofSeconds(30));
        assertEquals(List.of(Alarm.RED, Alarm.AMBER), alarms(draft, routine));
        clock.advance(Duration.ofMinutes(1));
        assertEquals(List.of(Alarm.RED, Alarm.RED), alarms(draft, routine));
    }

    private void attempt(Answer answer) throws StoreException {
        OutboxMessage taken = outbox.take(due().get(0)).orElseThrow();
        outbox.settle(taken, answer);
    }

    private List<OutboxMessage> due() throws StoreException {
        return outbox.due();
    }

    private List<Integer> versionsDue() throws StoreException {
        return due().stream().map(message -> message.content().version()).toList();
    }

    private DeliveryStanding standing() throws StoreException {
        return new DeliveryBoard(outbox, desk.ledger).of(draft.id()).get(0);
    }

    private List<Alarm> alarms(ReportDraft first, ReportDraft second) throws StoreException {
        DeliveryBoard board = new DeliveryBoard(outbox, desk.ledger);
        return List.of(
                board.of(first.id()).get(0).alarm(),
                board.of(second.id()).get(0).alarm());
    }
}
