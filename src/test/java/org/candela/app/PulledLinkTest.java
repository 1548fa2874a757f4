package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.candela.OrthancServer;
import org.candela.audit.AuditLog;
import org.candela.base.AppPaths;
import org.candela.base.Cancellation;
import org.candela.demo.DemoFacility;
import org.candela.demo.HomeLink;
import org.candela.demo.HomeLink.Moment;
import org.candela.demo.HomeLink.Pull;
import org.candela.demo.HomeLink.Trouble;
import org.candela.facility.Facilities;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.facility.MllpEndpoint;
import org.candela.facility.ServiceEndpoint;
import org.candela.net.web.DicomWebClient;
import org.candela.net.web.WebEndpoint;
import org.candela.practice.PapersInOrder;
import org.candela.practice.Practice;
import org.candela.report.FastPins;
import org.candela.report.Ledger;
import org.candela.report.ReportDraft;
import org.candela.report.ReportId;
import org.candela.report.SignatureMeaning;
import org.candela.report.Signer;
import org.candela.store.Database;
import org.candela.worklist.ReadingItem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The line is pulled at every step of a shift, and between request and answer of every exchange: nothing is lost, and every
 * report is acknowledged once.
 */
// [utest->req~app.pulled-link~1]
class PulledLinkTest {
    private static final Logger LOG = LoggerFactory.getLogger(PulledLinkTest.class);
    private static final Clock CLOCK = Clock.systemUTC();
    /** A run waits more than it works. */
    private static final int AT_A_TIME = 4;

    private static final long PATIENCE_SECONDS = 120;
    /** How a line goes, in turn; slow ones break nothing and are tried by steps alone. */
    private static final List<Trouble> GONE =
            List.of(Trouble.REFUSED, Trouble.RESET, Trouble.HALF_CLOSED, Trouble.SERVER_ERROR, Trouble.SILENT);

    /** South keeps none, so that each shift has studies of both kinds. */
    private static final Set<String> KEEPERS = Set.of("north");

    @TempDir
    private static Path common;

    private static ExecutorService threads;
    private static ExecutorService runs;
    private static final List<OrthancServer> SERVERS = new ArrayList<>();

    @BeforeAll
    static void prepare() throws Exception {
        threads = java.util.concurrent.Executors.newCachedThreadPool();
        runs = java.util.concurrent.Executors.newFixedThreadPool(AT_A_TIME);
        ShiftFiles.write(common.resolve("files"), CLOCK.instant());
        AuditLog audit = new AuditLog();
        try (Database database =
                Database.open(AppPaths.under(common.resolve("home")).database(), CLOCK)) {
            FastPins.enrol(
                    new Ledger(database, audit, CLOCK),
                    new Signer(TestRoom.READER, "READER", "TEST"),
                    TestRoom.PIN.toCharArray());
            Practice practice = new Practice(database, audit, CLOCK);
            for (String facility : List.of("north", "south")) {
                practice.enter(PapersInOrder.at(new FacilityId(facility), CLOCK.instant()), TestRoom.READER);
            }
        }
    }

    @AfterAll
    static void stop() throws Exception {
        for (OrthancServer server : SERVERS) {
            server.close();
        }
        runs.shutdownNow();
        threads.shutdownNow();
    }

    @TestFactory
    Stream<DynamicTest> pulledBeforeEachStepOfTheReader() {
        List<Trouble> all = List.of(
                Trouble.REFUSED,
                Trouble.SILENT,
                Trouble.SERVER_ERROR,
                Trouble.SLOW,
                Trouble.HALF_CLOSED,
                Trouble.RESET,
                Trouble.DELAYED);
        Map<String, Run> wanted = new LinkedHashMap<>();
        for (int step = 0; step < PulledShift.STEPS; step++) {
            for (Trouble trouble : List.of(all.get(step % all.size()), all.get((step + 3) % all.size()))) {
                PulledShift.Cut cut = new PulledShift.Cut(step, trouble);
                wanted.put(
                        "step " + step + " " + trouble, new Run(Optional.of(cut), Optional.empty(), Map.of(), KEEPERS));
            }
        }
        return play(wanted);
    }

    /** Two servers that many home readers have, behind the same line; reports go to receivers of our own. */
    @TestFactory
    Stream<DynamicTest> pulledAtEachExchangeAndEverySecondStepWithOrthancTwice() throws Exception {
        Map<String, URI> archives = Map.of("north", orthanc("north"), "south", orthanc("south"));
        Map<String, Integer> exchanges =
                new Run(Optional.empty(), Optional.empty(), archives, Set.of()).play("undisturbed");
        Map<String, Run> wanted = new LinkedHashMap<>();
        for (int step = 0; step < PulledShift.STEPS; step += 2) {
            PulledShift.Cut cut = new PulledShift.Cut(step, GONE.get(step % GONE.size()));
            wanted.put("step " + step, new Run(Optional.of(cut), Optional.empty(), archives, Set.of()));
        }
        for (String service : List.of("north-web", "south-web")) {
            for (int exchange = 1; exchange <= exchanges.getOrDefault(service, 0); exchange++) {
                Moment moment = List.of(Moment.values()).get(exchange % Moment.values().length);
                Pull pull = new Pull(service, exchange, moment, GONE.get(exchange % GONE.size()));
                wanted.put(pull.toString(), new Run(Optional.empty(), Optional.of(pull), archives, Set.of()));
            }
        }
        return play(wanted);
    }

    private static URI orthanc(String id) throws Exception {
        OrthancServer server = OrthancServer.start(common.resolve("orthanc-" + id));
        SERVERS.add(server);
        assertTrue(new DicomWebClient(WebEndpoint.of(server.dicomWeb()), HttpClient.newHttpClient())
                .store(ShiftFiles.of(common.resolve("files"), id), new Cancellation())
                .isComplete());
        return server.dicomWeb();
    }

    /** The facility acts on a question, and nobody hears its answer. */
    @TestFactory
    Stream<DynamicTest> pulledBetweenQuestionAndAnswerOfEachClaim() throws Exception {
        Run undisturbed = new Run(Optional.empty(), Optional.empty(), Map.of(), KEEPERS);
        int exchanges = undisturbed.play("undisturbed, with claims").getOrDefault("north-ups", 0);
        assertTrue(exchanges >= 2 * 3, "each task is looked for, claimed and completed: " + exchanges);
        Map<String, Run> wanted = new LinkedHashMap<>();
        for (int exchange = 1; exchange <= exchanges; exchange++) {
            Pull pull = new Pull("north-ups", exchange, Moment.BEFORE_ANSWER, GONE.get(exchange % GONE.size()));
            wanted.put(pull.toString(), new Run(Optional.empty(), Optional.of(pull), Map.of(), KEEPERS));
        }
        return play(wanted);
    }

    @Test
    void aStudyThatAnotherTookWhileTheLineWasAwayIsToldAndNotSigned() throws Exception {
        new Run(Optional.empty(), Optional.empty(), Map.of(), KEEPERS).loseTheFirstToAnother();
    }

    @TestFactory
    Stream<DynamicTest> pulledAtEachExchangeWithEachService() throws Exception {
        Map<String, Integer> exchanges =
                new Run(Optional.empty(), Optional.empty(), Map.of(), Set.of()).play("undisturbed");
        LOG.info("exchanges of an undisturbed shift: {}", exchanges);
        Map<String, Run> wanted = new LinkedHashMap<>();
        for (Map.Entry<String, Integer> service : exchanges.entrySet()) {
            for (int exchange = 1; exchange <= service.getValue(); exchange++) {
                for (Moment moment : Moment.values()) {
                    Trouble trouble = GONE.get(wanted.size() % GONE.size());
                    Pull pull = new Pull(service.getKey(), exchange, moment, trouble);
                    wanted.put(pull.toString(), new Run(Optional.empty(), Optional.of(pull), Map.of(), Set.of()));
                }
            }
        }
        return play(wanted);
    }

    private static Stream<DynamicTest> play(Map<String, Run> wanted) {
        List<DynamicTest> tests = new ArrayList<>();
        wanted.forEach((name, run) -> {
            Future<Map<String, Integer>> played = runs.submit(() -> run.play(name));
            tests.add(DynamicTest.dynamicTest(name, () -> played.get(PATIENCE_SECONDS, TimeUnit.SECONDS)));
        });
        return tests.stream();
    }

    /**
     * One shift in a home of its own.
     *
     * @param archives who has the studies of a facility; its own archive where none is named
     * @param keepers facilities that keep claims themselves
     */
    private record Run(
            Optional<PulledShift.Cut> cut, Optional<Pull> pull, Map<String, URI> archives, Set<String> keepers) {
        /** How often each service was asked. */
        Map<String, Integer> play(String name) throws Exception {
            long begun = System.nanoTime();
            try (Surroundings around = new Surroundings()) {
                try (WindowlessDesk desk = new WindowlessDesk(home(around))) {
                    pull.ifPresent(around.link::pullAt);
                    PulledShift shift = new PulledShift(desk, around.link, cut);
                    shift.play();
                    shift.requireAllWell(around.received());
                    assertTrue(pull.isEmpty() || around.link.wasPulled(), "it was never pulled");
                    LOG.info("{}: {} ms, told {}", name, (System.nanoTime() - begun) / 1_000_000, desk.told.size());
                }
                if (!keepers.isEmpty()) {
                    around.tasks.requireEachCompletedOnce();
                }
                return around.link.exchanges();
            }
        }

        /** Its images were looked at before; it is opened, and written, while nobody can be asked whose it is. */
        void loseTheFirstToAnother() throws Exception {
            ShiftFiles.Listed first = ShiftFiles.STUDIES.get(0);
            try (Surroundings around = new Surroundings();
                    WindowlessDesk desk = new WindowlessDesk(home(around))) {
                desk.refresh();
                desk.lookAt(first.uid());
                around.link.pull(Trouble.REFUSED);
                assertEquals(Optional.of(first.uid()), desk.openNext());
                ReportId report = desk.write("Nodule of 12 mm.");
                around.tasks.takeAsAnother(first);
                around.link.mend();
                desk.refresh();

                assertEquals(0, desk.claims().settle());
                ReadingItem.Id lost = new ReadingItem.Id(new FacilityId(first.facility()), first.uid());
                assertEquals(List.of(lost), desk.claims().lost());
                desk.sign(SignatureMeaning.PRELIMINARY);
                desk.sign(SignatureMeaning.FINAL);

                assertTrue(
                        desk.signed().startsWith("Not signed: north keeps this study for another reader"),
                        desk.signed());
                assertEquals(List.of(), desk.services().reports().versions(report));
                desk.services().autosave().flush();
                assertEquals(
                        List.of(report),
                        desk.services().reports().unsignedDrafts().stream()
                                .map(ReportDraft::id)
                                .toList());
                assertEquals(List.of(), around.received());
                around.tasks.requireAnothers(first);
            }
        }

        /** Facilities and the line to them. */
        private static final class Surroundings implements AutoCloseable {
            private final Path folder = Files.createTempDirectory(common, "run");
            private final HomeLink link = new HomeLink(threads);
            private final DemoFacility north = start("north", folder);
            private final DemoFacility south = start("south", folder);
            private final ShiftTasks tasks = new ShiftTasks("north");

            Surroundings() throws Exception {}

            List<Path> received() throws Exception {
                List<Path> received = new ArrayList<>(north.receivedReports());
                received.addAll(south.receivedReports());
                return received;
            }

            @Override
            public void close() throws Exception {
                link.close();
                north.close();
                south.close();
                tasks.close();
            }
        }

        private static DemoFacility start(String id, Path folder) throws Exception {
            return DemoFacility.start(
                    new DemoFacility.Settings(
                            id,
                            id,
                            common.resolve("files").resolve(id),
                            folder.resolve(id),
                            ShiftFiles.orders(id, CLOCK.instant())),
                    threads,
                    CLOCK);
        }

        private Facility behind(HomeLink link, DemoFacility facility) throws Exception {
            String id = facility.facility().id().value();
            URI archive = archives.getOrDefault(id, facility.dicomWeb());
            int web = link.lead(id + "-web", archive.getPort());
            int reports = link.lead(id + "-reports", facility.mllpPort());
            return Facility.of(new FacilityId(id), id, URI.create("http://127.0.0.1:" + web + archive.getPath()))
                    .withMllp(new MllpEndpoint("127.0.0.1", reports, "RIS", id))
                    .withStates(Set.of(PapersInOrder.STATE));
        }

        private Path home(Surroundings around) throws Exception {
            Path home = around.folder.resolve("home");
            AppPaths paths = AppPaths.under(Files.createDirectories(home));
            Files.copy(AppPaths.under(common.resolve("home")).database(), paths.database());
            try (Database database = Database.open(paths.database(), CLOCK)) {
                Facilities known = new Facilities(database, new AuditLog(), CLOCK);
                known.add(behind(around.link, around.north));
                known.add(behind(around.link, around.south));
                for (String keeper : keepers) {
                    URI root = around.tasks.root();
                    int port = around.link.lead(keeper + "-ups", root.getPort());
                    String address = "http://127.0.0.1:" + port + root.getPath();
                    known.saveService(ServiceEndpoint.of(new FacilityId(keeper), "ups", address));
                }
            }
            return home;
        }
    }
}
