package org.candela.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.candela.audit.AuditVerifier;
import org.candela.delivery.DeliveryChannel.Need;
import org.candela.delivery.DeliveryChannel.Way;
import org.candela.demo.HomeLink.Moment;
import org.candela.demo.HomeLink.Pull;
import org.candela.demo.HomeLink.Trouble;
import org.candela.report.ReportDraft;
import org.candela.report.ReportSamples;
import org.candela.report.SignatureMeaning;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * With the network down a report is written, signed as preliminary and as final; when the network is back the facility has
 * both, in order, once. By every kind of channel, with the line cut before, and at each part of each exchange.
 */
// [utest->req~delivery.journey~1]
class DeliveryJourneyTest {
    private static final List<Trouble> GONE =
            List.of(Trouble.RESET, Trouble.SILENT, Trouble.HALF_CLOSED, Trouble.REFUSED);
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    private static Path common;

    private static ExecutorService threads;
    private static ScheduledExecutorService scheduler;
    private static ExecutorService runs;
    private static HttpClient http;

    @BeforeAll
    static void prepare() throws Exception {
        threads = Executors.newCachedThreadPool();
        scheduler = Executors.newScheduledThreadPool(4);
        runs = Executors.newFixedThreadPool(4);
        http = HttpClient.newBuilder().executor(threads).build();
        try (DeliveryDesk desk = new DeliveryDesk(common, Clock.systemUTC())) {
            desk.deliverNowhere();
        }
    }

    @AfterAll
    static void stop() {
        runs.shutdownNow();
        scheduler.shutdownNow();
        threads.shutdownNow();
    }

    @TestFactory
    Stream<DynamicTest> theFacilityHasBothInOrderOnce() {
        Map<String, Run> wanted = new LinkedHashMap<>();
        for (Way way : Way.values()) {
            wanted.put(way + " cut before anything is signed", new Run(way, Optional.empty()));
        }
        for (Way way : List.of(Way.HL7, Way.DICOM_WEB, Way.FHIR, Way.DICOM_STORE)) {
            int exchanges = way == Way.DICOM_STORE ? 4 : 2;
            for (int exchange = 1; exchange <= exchanges; exchange++) {
                for (Moment moment : Moment.values()) {
                    Trouble trouble = GONE.get(wanted.size() % GONE.size());
                    Pull pull = new Pull("site", exchange, moment, trouble);
                    wanted.put(way + " " + pull, new Run(way, Optional.of(pull)));
                }
            }
        }
        List<DynamicTest> tests = new ArrayList<>();
        wanted.forEach((name, run) -> {
            Future<Void> played = runs.submit(() -> {
                run.play();
                return null;
            });
            tests.add(DynamicTest.dynamicTest(name, () -> played.get(PATIENCE_SECONDS, TimeUnit.SECONDS)));
        });
        return tests.stream();
    }

    /** @param pull where the line goes by itself; before anything is signed where it is empty */
    private record Run(Way way, Optional<Pull> pull) {
        void play() throws Exception {
            Path folder = Files.createTempDirectory(common, "run");
            Files.copy(common.resolve("candela.db"), folder.resolve("candela.db"));
            try (DeliverySite site = new DeliverySite(new DeliverySite.Means(folder, threads, scheduler, http));
                    DeliveryDesk desk = new DeliveryDesk(folder, Clock.systemUTC())) {
                DeliverySite.Access access = site.open(way, desk.ledger);
                new Channels(desk.ledger)
                        .save(new DeliveryChannel(
                                ReportSamples.CLINIC, "site", way, access.address(), Need.REQUIRED, Map.of()));
                try (OutboxPump pump = new OutboxPump(desk.outbox, Map.of(way, access.carrier()), threads, scheduler)) {
                    play(site, desk, pump);
                }
                requireBothInOrderOnce(site, desk);
            }
        }

        private void play(DeliverySite site, DeliveryDesk desk, OutboxPump pump) throws Exception {
            Semaphore changed = new Semaphore(0);
            desk.outbox.onChange(changed::release);
            pull.ifPresentOrElse(site.link::pullAt, site::cut);
            pump.start();
            ReportDraft draft = ReportSamples.draft().withText("findings", "Dictated while the line was cut.");

            desk.sign(draft, SignatureMeaning.PRELIMINARY);
            desk.sign(draft, SignatureMeaning.FINAL);

            while (pull.isPresent() ? !site.link.wasPulled() : attempts(desk) == 0) {
                await(changed);
            }
            if (pull.isEmpty()) {
                assertEquals(List.of(), site.arrivals);
            }
            site.mend();
            while (desk.count("SELECT count(*) AS n FROM outbox WHERE state = 'ACKED'") < 2) {
                await(changed);
            }
        }

        private static long attempts(DeliveryDesk desk) throws Exception {
            return desk.count("SELECT count(*) AS n FROM outbox WHERE attempts > 0 AND state = 'QUEUED'");
        }

        /** A change, or a moment in which none was told. */
        private static void await(Semaphore changed) throws InterruptedException {
            boolean unused = changed.tryAcquire(100, TimeUnit.MILLISECONDS);
        }

        private void requireBothInOrderOnce(DeliverySite site, DeliveryDesk desk) throws Exception {
            assertEquals(2, desk.count("SELECT count(*) AS n FROM outbox"));
            assertEquals(2, desk.count("SELECT count(*) AS n FROM delivery_receipt WHERE length(parcel_sha256) = 64"));
            assertTrue(AuditVerifier.verify(desk.ledger.database()).isIntact());
            if (way == Way.FOLDER) {
                return; // a folder says nothing of the order in which it was filled
            }
            List<String> inOrder = site.arrivals.stream().distinct().toList();
            assertEquals(2, inOrder.size(), site.arrivals::toString);
            assertTrue(inOrder.get(0).startsWith("P ") && inOrder.get(1).startsWith("F "), site.arrivals::toString);
            assertTrue(
                    site.arrivals.lastIndexOf(inOrder.get(0)) < site.arrivals.indexOf(inOrder.get(1)),
                    () -> "a preliminary report after its final one: " + site.arrivals);
        }
    }
}
