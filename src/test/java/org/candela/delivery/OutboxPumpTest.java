package org.candela.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.candela.base.CandelaException;
import org.candela.delivery.DeliveryChannel.Way;
import org.candela.delivery.hl7.Hl7Carriers;
import org.candela.delivery.hl7.LoopbackReceiver;
import org.candela.delivery.hl7.LoopbackReceiver.Act;
import org.candela.report.Killed;
import org.candela.report.ReportDraft;
import org.candela.report.ReportSamples;
import org.candela.report.SignatureMeaning;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

// [utest->req~delivery.outbox~1]
class OutboxPumpTest {
    private static final Duration LIMIT = Duration.ofMillis(500);

    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService senders = Executors.newCachedThreadPool();

    @TempDir
    private Path folder;

    private DeliveryDesk desk;

    @BeforeEach
    void open() throws Exception {
        desk = new DeliveryDesk(folder, Clock.systemUTC());
    }

    @AfterEach
    void close() throws Exception {
        scheduler.shutdownNow();
        senders.shutdownNow();
        senders.awaitTermination(5, TimeUnit.SECONDS);
        desk.close();
    }

    @Test
    void aSignedReportReachesTheFacilityWithoutAnotherAct() throws Exception {
        try (LoopbackReceiver receiver = new LoopbackReceiver();
                OutboxPump pump = pump()) {
            desk.deliverTo(receiver.endpoint());
            pump.start();
            ReportDraft draft = ReportSamples.draft();

            desk.sign(draft, SignatureMeaning.PRELIMINARY);
            desk.sign(draft, SignatureMeaning.FINAL);

            assertTrue(receiver.awaitMessage().contains("|RAD|P|"));
            assertTrue(receiver.awaitMessage().contains("|RAD|F|"));
            awaitStates(draft, OutboxState.ACKED, OutboxState.ACKED);
        }
    }

    // [utest->req~delivery.at-once~1]
    @Test
    void aSignatureIsSentWithoutWaitingForThePace() throws Exception {
        ScheduledExecutorService withoutPace = new ScheduledThreadPoolExecutor(1) {
            @Override
            public ScheduledFuture<?> scheduleWithFixedDelay(Runnable work, long first, long pace, TimeUnit unit) {
                return super.schedule(() -> {}, 0, unit);
            }
        };
        try (LoopbackReceiver receiver = new LoopbackReceiver();
                OutboxPump pump = desk.pump(LIMIT, senders, withoutPace)) {
            desk.deliverTo(receiver.endpoint());
            pump.start();

            desk.sign(ReportSamples.draft(), SignatureMeaning.PRELIMINARY);

            assertTrue(receiver.awaitMessage().contains("|RAD|P|"));
        } finally {
            withoutPace.shutdownNow();
        }
    }

    // [utest->req~delivery.alarm-sound~1]
    @Test
    void aDeliveryThatBecomesRedIsToldOnceAndWhatIsWellIsNot() throws Exception {
        Semaphore red = new Semaphore(0);
        try (LoopbackReceiver receiver = new LoopbackReceiver(Act.ACCEPT, Act.REJECT);
                OutboxPump pump = pump()) {
            desk.deliverTo(receiver.endpoint());
            pump.onRed(red::release);
            pump.start();
            ReportDraft draft = ReportSamples.draft();
            desk.sign(draft, SignatureMeaning.PRELIMINARY);
            awaitStates(draft, OutboxState.ACKED);
            assertEquals(0, red.availablePermits());

            desk.sign(draft, SignatureMeaning.FINAL);

            assertTrue(red.tryAcquire(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void afterEveryFaultTheSameMessageIsSentAgainUntilItIsAcknowledged() throws Exception {
        try (LoopbackReceiver receiver =
                        new LoopbackReceiver(Act.DROP, Act.HALF_ANSWER, Act.OTHER_ID, Act.ERROR, Act.GARBAGE);
                OutboxPump pump = pump()) {
            desk.deliverTo(receiver.endpoint());
            pump.start();
            ReportDraft draft = ReportSamples.draft();

            desk.sign(draft, SignatureMeaning.FINAL);

            awaitStates(draft, OutboxState.ACKED);
            assertEquals(6, receiver.messages().size());
            assertEquals(1, receiver.messages().stream().distinct().count(), "byte for byte the same message");
            assertEquals(1, desk.count("SELECT count(*) AS n FROM delivery_receipt"));
        }
    }

    /** Neither may end the looking for good: nobody would notice until a report is missed. */
    @Test
    void aCarrierOrAListenerThatFailsEndsNothing() throws Exception {
        AtomicInteger failures = new AtomicInteger();
        try (LoopbackReceiver receiver = new LoopbackReceiver()) {
            Carrier plain = Hl7Carriers.plain(desk.ledger, LIMIT);
            Carrier failsTwice = new Carrier() {
                @Override
                public Parcel pack(Consignment consignment) throws CandelaException {
                    return plain.pack(consignment);
                }

                @Override
                public Answer send(Consignment.Ticket ticket, Parcel parcel) {
                    if (failures.incrementAndGet() <= 2) {
                        throw new IllegalStateException("a carrier's bug");
                    }
                    return plain.send(ticket, parcel);
                }
            };
            AtomicInteger told = new AtomicInteger();
            desk.outbox.onChange(() -> {
                if (told.incrementAndGet() == 1) {
                    throw new IllegalStateException("a listener's bug");
                }
            });
            try (OutboxPump pump = new OutboxPump(desk.outbox, Map.of(Way.HL7, failsTwice), senders, scheduler)) {
                desk.deliverTo(receiver.endpoint());
                pump.start();
                ReportDraft draft = ReportSamples.draft();

                desk.sign(draft, SignatureMeaning.FINAL);

                awaitStates(draft, OutboxState.ACKED);
                assertEquals(3, failures.get());
            }
        }
    }

    // [utest->req~delivery.kill~1]
    @Test
    void aKillBetweenSendingAndTheAnswerLosesNothingAndDoublesNothing() throws Exception {
        Path home = folder.resolve("killed");
        try (LoopbackReceiver receiver = new LoopbackReceiver(Act.SILENT)) {
            String port = Integer.toString(receiver.endpoint().port());
            String first;
            try (Killed program = Killed.start(DeliveringProgram.class, home.toString(), port)) {
                first = receiver.awaitMessage();
            }

            try (DeliveryDesk restarted = new DeliveryDesk(home, Clock.systemUTC());
                    OutboxPump pump = restarted.pump(LIMIT, senders, scheduler)) {
                assertEquals(1, restarted.count("SELECT count(*) AS n FROM outbox WHERE state = 'SENDING'"));
                assertEquals(1, restarted.count("SELECT count(*) AS n FROM signed_report"));
                Semaphore changed = watch(restarted);
                pump.start();
                String second = receiver.awaitMessage();

                assertEquals(LoopbackReceiver.controlId(first), LoopbackReceiver.controlId(second));
                assertEquals(first, second);
                while (restarted.count("SELECT count(*) AS n FROM outbox WHERE state = 'ACKED'") == 0) {
                    assertTrue(changed.tryAcquire(5, TimeUnit.SECONDS));
                }
                assertEquals(
                        1,
                        receiver.messages().stream()
                                .map(LoopbackReceiver::controlId)
                                .distinct()
                                .count(),
                        "one report for a receiver that heeds MSH-10");
            }
        }
    }

    // [utest->req~delivery.private-log~1]
    @Test
    void noPatientAndNoReportTextIsLogged() throws Exception {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        Semaphore told = new Semaphore(0);
        ListAppender<ILoggingEvent> log = new ListAppender<>() {
            @Override
            protected void append(ILoggingEvent event) {
                super.append(event);
                told.release(event.getFormattedMessage().contains("outbox row") ? 1 : 0);
            }
        };
        log.start();
        root.addAppender(log);
        root.setLevel(Level.DEBUG);
        try (LoopbackReceiver receiver = new LoopbackReceiver(Act.REJECT);
                OutboxPump pump = pump()) {
            desk.deliverTo(receiver.endpoint());
            pump.start();
            ReportDraft draft = ReportSamples.draft().withText("findings", "Xanthogranuloma seen.");
            desk.sign(draft, SignatureMeaning.FINAL);
            awaitStates(draft, OutboxState.REJECTED);
            assertTrue(told.tryAcquire(5, TimeUnit.SECONDS), "the state is stored before it is logged");
        } finally {
            root.detachAppender(log);
            root.setLevel(before);
        }

        String logged = List.copyOf(log.list).toString();
        assertTrue(logged.contains("outbox row"), "the log was captured");
        for (String secret :
                List.of("Zebedee", "Quillon", "MRN123", "19700101", "AC99", "Xanthogranuloma", "unknown order")) {
            assertTrue(!logged.contains(secret), secret + " is in the log");
        }
    }

    private OutboxPump pump() {
        return desk.pump(LIMIT, senders, scheduler);
    }

    private void awaitStates(ReportDraft draft, OutboxState... states) throws Exception {
        Semaphore changed = watch(desk);
        while (!desk.states(draft).equals(List.of(states))) {
            assertTrue(changed.tryAcquire(5, TimeUnit.SECONDS), () -> "still not " + List.of(states));
        }
    }

    private static Semaphore watch(DeliveryDesk desk) {
        Semaphore changed = new Semaphore(0);
        desk.outbox.onChange(changed::release);
        return changed;
    }
}
