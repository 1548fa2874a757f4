package org.candela.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.candela.MovableClock;
import org.candela.audit.AuditVerifier;
import org.candela.base.Sha256;
import org.candela.base.Uid;
import org.candela.delivery.Answer.Kind;
import org.candela.delivery.DeliveryChannel.Need;
import org.candela.delivery.DeliveryChannel.Way;
import org.candela.facility.Facility;
import org.candela.facility.MllpEndpoint;
import org.candela.facility.ReadingPriority;
import org.candela.report.DeliveryStanding;
import org.candela.report.DeliveryStanding.Alarm;
import org.candela.report.ReportDraft;
import org.candela.report.ReportSamples;
import org.candela.report.SignatureMeaning;
import org.candela.report.SignedReport;
import org.candela.store.StoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~delivery.outbox~1]
class OutboxTest {
    private static final Answer ACCEPTED = Answer.accepted("", "MSH|...\rMSA|AA|x\r");
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
        assertEquals(1, due().size());
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

        assertEquals(other.id(), due().get(0).content().version().orElseThrow().report());
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

        outbox.recover(new HashSet<>(Set.of("clinic/hl7")));
        assertEquals(List.of(OutboxState.SENDING), desk.states(draft));
        outbox.recover(new HashSet<>());

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
                "UPDATE outbox SET control_id = 'other'",
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

    // [utest->req~delivery.channels~1]
    @Test
    void aReportIsDeliveredWhenAllRequiredChannelsHaveItAndEachCountsForItself() throws Exception {
        channel("archive", Way.DICOM_WEB, "https://pacs.example/dicom-web", Need.REQUIRED);
        channel("hl7", Way.HL7, "mllp://127.0.0.1:2575", Need.REQUIRED);
        channel("paper", Way.PRINT, "desk", Need.OPTIONAL);
        SignedReport signed = desk.sign(draft, SignatureMeaning.FINAL);
        DeliveryBoard board = new DeliveryBoard(outbox, desk.ledger);

        assertEquals(
                3,
                due().stream().map(one -> one.content().controlId()).distinct().count());
        attempt(ACCEPTED);
        assertEquals(Optional.empty(), board.acknowledgedAt(signed), "the other required one has not");
        attempt(ACCEPTED);

        assertEquals(Optional.of(clock.instant()), board.acknowledgedAt(signed));
        attempt(REJECTED);
        assertEquals(Alarm.AMBER, board.of(draft.id()).get(2).alarm(), "paper is not needed");
    }

    // [utest->req~delivery.marks-back~1]
    @Test
    void marksOnImagesGoBackOnceByEachDicomChannel() throws Exception {
        channel("archive", Way.DICOM_WEB, "https://pacs.example/dicom-web", Need.REQUIRED);
        Facility clinic = desk.facilities.find(ReportSamples.CLINIC).orElseThrow();
        Parcel object = new Parcel("application/dicom", new byte[] {1, 2, 3});

        assertEquals(1, outbox.queue(clinic, ReportSamples.STUDY, object));
        assertEquals(1, outbox.queue(clinic, ReportSamples.STUDY, object));

        OutboxMessage queued = due().get(0);
        assertEquals(1, due().size(), "the same object is queued once");
        assertEquals("archive", queued.content().lane().channel());
        OutboxMessage taken = outbox.take(queued).orElseThrow();
        assertEquals(
                object,
                outbox.parcel(taken, outbox.ticket(taken), new NoCarrier()),
                "it was packed when it was queued");
        outbox.settle(taken, "https://pacs.example/dicom-web", ACCEPTED);
        assertEquals(1, desk.count("SELECT count(*) AS n FROM delivery_receipt WHERE length(parcel_sha256) = 64"));
    }

    // [utest->req~delivery.marks-back~1]
    @Test
    void marksGoToTheArchiveOfTheStudiesWhereNoChannelTakesObjects() throws Exception {
        Facility clinic = desk.facilities.find(ReportSamples.CLINIC).orElseThrow();

        outbox.queue(clinic, ReportSamples.STUDY, new Parcel("application/dicom", new byte[] {4}));

        DeliveryChannel channel = outbox.ticket(due().get(0)).channel();
        assertEquals(clinic.dicomWeb().toString(), channel.address());
        assertEquals(Way.DICOM_WEB, channel.way());
    }

    // [utest->req~delivery.late-answer~1]
    @Test
    void anAcceptanceThatComesLateCountsForItsMessage() throws Exception {
        ReportDraft other =
                ReportSamples.draft(ReportSamples.study(new Uid("2.25.8"), "AC100", ReadingPriority.ROUTINE));
        desk.sign(draft, SignatureMeaning.FINAL);
        String late = due().get(0).content().controlId();
        attempt(NONE);
        desk.sign(other, SignatureMeaning.FINAL);

        attempt(ERROR.with(List.of(new Answer.Late(late, "MSA|AA|" + late), new Answer.Late("STRANGER", "x"))));

        assertEquals(List.of(OutboxState.ACKED), desk.states(draft));
        assertEquals(List.of(OutboxState.QUEUED), desk.states(other));
        assertEquals(1, desk.count("SELECT count(*) AS n FROM delivery_receipt WHERE control_id = '" + late + "'"));
    }

    @Test
    void whatWasRefusedIsPackedAnewAndWhatWasNotAnsweredIsNot() throws Exception {
        desk.sign(draft, SignatureMeaning.FINAL);
        CountingCarrier carrier = new CountingCarrier();

        attempt(carrier, NONE);
        clock.advance(Duration.ofSeconds(1));
        attempt(carrier, REJECTED);
        assertEquals(1, carrier.packed);
        new DeliveryBoard(outbox, desk.ledger).retry(draft.id(), 1);
        attempt(carrier, ACCEPTED);

        assertEquals(2, carrier.packed);
        assertEquals(2, desk.count("SELECT count(*) AS n FROM outbox_parcel"));
        assertEquals(1, desk.count("SELECT count(DISTINCT control_id) AS n FROM outbox"));
    }

    /** Packs another text each time. */
    private static final class CountingCarrier implements Carrier {
        private int packed;

        @Override
        public Parcel pack(Consignment consignment) {
            packed++;
            return new Parcel("text/plain", new byte[] {(byte) packed});
        }

        @Override
        public Answer send(Consignment.Ticket ticket, Parcel parcel) {
            throw new AssertionError("nothing is sent here");
        }
    }

    /** Must not be asked. */
    private static final class NoCarrier implements Carrier {
        @Override
        public Parcel pack(Consignment consignment) {
            throw new AssertionError("packed again");
        }

        @Override
        public Answer send(Consignment.Ticket ticket, Parcel parcel) {
            throw new AssertionError("nothing is sent here");
        }
    }

    private void attempt(Carrier carrier, Answer answer) throws Exception {
        OutboxMessage taken = outbox.take(due().get(0)).orElseThrow();
        Parcel unused = outbox.parcel(taken, outbox.ticket(taken), carrier);
        outbox.settle(taken, "mllp://127.0.0.1:2575", answer);
    }

    private void channel(String name, Way way, String address, Need need) throws StoreException {
        new Channels(desk.ledger).save(new DeliveryChannel(ReportSamples.CLINIC, name, way, address, need, Map.of()));
    }

    private void attempt(Answer answer) throws StoreException {
        OutboxMessage taken = outbox.take(due().get(0)).orElseThrow();
        outbox.settle(taken, "mllp://127.0.0.1:2575", answer);
    }

    private List<OutboxMessage> due() throws StoreException {
        return outbox.due();
    }

    private List<Integer> versionsDue() throws StoreException {
        return due().stream()
                .map(message -> message.content().version().orElseThrow().number())
                .toList();
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
