package org.candela.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.candela.audit.AuditVerifier;
import org.candela.delivery.DeliveryChannel.Need;
import org.candela.delivery.DeliveryChannel.Way;
import org.candela.delivery.hl7.LoopbackReceiver;
import org.candela.delivery.hl7.LoopbackReceiver.Act;
import org.candela.report.Refusal;
import org.candela.report.ReportDraft;
import org.candela.report.ReportSamples;
import org.candela.report.ReportState;
import org.candela.report.ReportStates;
import org.candela.report.SignatureMeaning;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a report that its facility refuses, by the wire. */
// [utest->req~delivery.refused-state~1]
class FacilityWordTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final long PATIENCE_SECONDS = 20;

    private final ExecutorService senders = Executors.newCachedThreadPool();
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final Semaphore changed = new Semaphore(0);
    private final ReportDraft draft = ReportSamples.draft();

    @TempDir
    private Path folder;

    private DeliveryDesk desk;
    private ReportStates states;

    @BeforeEach
    void open() throws Exception {
        desk = new DeliveryDesk(folder, Clock.systemUTC());
        desk.outbox.onChange(changed::release);
        states = new ReportStates(desk.ledger);
    }

    @AfterEach
    void close() throws Exception {
        scheduler.shutdownNow();
        senders.shutdownNow();
        assertTrue(senders.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS));
        desk.close();
    }

    @ParameterizedTest
    @CsvSource({
        "REJECT, UNKNOWN_ORDER",
        "COMMIT_REJECT, OTHER",
        "WRONG_PATIENT, WRONG_PATIENT",
        "UNKNOWN_ACCESSION, UNKNOWN_ORDER"
    })
    void aRefusalRejectsTheReportAtOnceAndSendingAgainMendsIt(Act act, Refusal refusal) throws Exception {
        try (LoopbackReceiver facility = new LoopbackReceiver(act)) {
            desk.deliverTo(facility.endpoint());
            desk.sign(draft, SignatureMeaning.FINAL);
            try (OutboxPump pump = desk.pump(LIMIT, senders, scheduler)) {
                pump.start();
                await(ReportState.REJECTED);

                assertEquals(1, facility.messages().size());
                DeliveryBoard board = new DeliveryBoard(desk.outbox, desk.ledger);
                assertEquals(refusal, board.of(draft.id()).get(0).refusal());
                ReportStates.Refused refused = states.refused().get(0);
                assertEquals(ReportSamples.STUDY, refused.study());
                board.retry(draft.id(), 1);
                await(ReportState.FINAL);
            }
        }
        assertEquals(List.of(), states.refused());
        assertEquals(
                List.of("1999", "facility:clinic", "facility:clinic"),
                states.steps(draft.id()).stream().map(ReportStates.Step::by).toList());
        assertEquals(
                2,
                desk.count("SELECT count(*) AS n FROM audit_event WHERE actor = 'facility:clinic'"
                        + " AND action = 'READING_STATE_CHANGED' AND detail NOT LIKE '%patient%'"));
        assertTrue(AuditVerifier.verify(desk.ledger.database()).isIntact());
    }

    @Test
    void errorsWithoutAnEndRejectTheReportToo() throws Exception {
        try (LoopbackReceiver facility = new LoopbackReceiver(Act.ERROR, Act.ERROR, Act.ERROR)) {
            desk.deliverTo(facility.endpoint());
            desk.sign(draft, SignatureMeaning.PRELIMINARY);
            try (OutboxPump pump = desk.pump(LIMIT, senders, scheduler)) {
                pump.start();
                await(ReportState.REJECTED);
            }
            assertEquals(3, facility.messages().size());
        }
    }

    @Test
    void aCorrectionTakesTheReportOnAndAnOldRefusalNoLongerCounts() throws Exception {
        try (LoopbackReceiver facility = new LoopbackReceiver(Act.REJECT)) {
            desk.deliverTo(facility.endpoint());
            desk.sign(draft, SignatureMeaning.PRELIMINARY);
            desk.sign(draft, SignatureMeaning.FINAL);
            try (OutboxPump pump = desk.pump(LIMIT, senders, scheduler)) {
                pump.start();
                while (desk.count("SELECT count(*) AS n FROM outbox WHERE state IN ('ACKED', 'REJECTED')") < 2) {
                    change();
                }
            }
        }

        assertEquals(ReportState.FINAL, states.of(draft.id()), "the refused preliminary is not the newest");
    }

    @Test
    void whatIsHeldAfterARefusalIsTakenUpAgainAsRefused() throws Exception {
        try (LoopbackReceiver facility = new LoopbackReceiver(Act.REJECT)) {
            desk.deliverTo(facility.endpoint());
            desk.sign(draft, SignatureMeaning.FINAL);
            try (OutboxPump pump = desk.pump(LIMIT, senders, scheduler)) {
                pump.start();
                await(ReportState.REJECTED);
                states.move(draft.id(), ReportState.HELD, "1999", "The order is to come.");
                assertEquals(ReportState.HELD, states.refused().get(0).state());

                assertEquals(ReportState.REJECTED, states.resume(draft.id(), "1999"));
                assertEquals(1, states.refused().size());
                states.move(draft.id(), ReportState.HELD, "1999", "Not yet.");
                new DeliveryBoard(desk.outbox, desk.ledger).retry(draft.id(), 1);
                await(ReportState.FINAL);
            }
        }
    }

    @Test
    void aChannelThatIsNotNeededRejectsNothing() throws Exception {
        try (LoopbackReceiver facility = new LoopbackReceiver(Act.REJECT)) {
            desk.deliverNowhere();
            new Channels(desk.ledger)
                    .save(new DeliveryChannel(
                            ReportSamples.CLINIC,
                            "copy",
                            Way.HL7,
                            "mllp://127.0.0.1:" + facility.endpoint().port(),
                            Need.OPTIONAL,
                            Map.of()));
            desk.sign(draft, SignatureMeaning.FINAL);
            try (OutboxPump pump = desk.pump(LIMIT, senders, scheduler)) {
                pump.start();
                while (!desk.states(draft).equals(List.of(OutboxState.REJECTED))) {
                    change();
                }
            }
        }
        assertEquals(ReportState.FINAL, states.of(draft.id()));
    }

    private void await(ReportState wanted) throws Exception {
        while (states.of(draft.id()) != wanted) {
            change();
        }
    }

    private void change() throws InterruptedException {
        assertTrue(changed.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS), "nothing changed any more");
    }
}
