package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.candela.Fx;
import org.candela.VirtualDesk;
import org.candela.app.CountedDevices.Part;
import org.candela.audit.AuditLog;
import org.candela.base.AppPaths;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.device.Typist;
import org.candela.cli.StationOpener;
import org.candela.codec.video.FfmpegSearch.Places;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.ui.DisplayQaViewModel;
import org.candela.store.Database;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was opened is closed at the end, also where something in the middle of a start does not open. */
// [utest->req~app.shutdown~1]
@Timeout(120)
class EverythingIsClosedTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    @TempDir
    private Path folder;

    private final CountedDevices counted = new CountedDevices();

    @SuppressWarnings("NullAway.Init") // set before each test
    private AppPaths paths;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Config config;

    @BeforeAll
    static void onTheVirtualDesk() {
        Assumptions.assumeTrue(VirtualDesk.ownDesk().isPresent(), VirtualDesk::absence);
        Fx.start();
    }

    @BeforeEach
    void setUp() throws Exception {
        paths = AppPaths.under(folder.toRealPath().resolve("home"));
        config = new Config(paths, VirtualDesk.ownDesk().orElseThrow(), true, Places.NONE, "reader-1", 30, 0);
        Files.createDirectories(paths.home());
    }

    @Test
    void theWorkstationClosesDisplaysMonitorsMeterAndDatabaseAtItsEnd() throws Exception {
        try (Workstation workstation = new Workstation(config, CLOCK, counted.devices())) {
            OpenRoom room = workstation.open().get(60, TimeUnit.SECONDS);
            DisplayQaViewModel model = room.models().displayQa();
            Fx.until("the displays", () -> !model.displays().isEmpty());
            Fx.call(model::testConstancy).get(30, TimeUnit.SECONDS); // opens the meter, then finds the display cold
            assertEquals(1, counted.opened(Part.METER));
            assertTrue(openFiles().stream().anyMatch(file -> file.endsWith("candela.db")), "the database is not open");
        }

        counted.requireAllClosed(Part.DISPLAYS, Part.MONITOR_DRIVER, Part.MONITOR, Part.METER);
        assertEquals(List.of(), openFiles());
        DisplayHold.take(paths.home()).close();
    }

    @ParameterizedTest
    @EnumSource(names = {"METERS", "MONITOR_DRIVER"})
    void aStartThatFailsInTheMiddleLeavesNothingOpen(Part part) throws Exception {
        counted.failingAt(part);
        try (Workstation workstation = new Workstation(config, CLOCK, counted.devices())) {
            assertThrows(IllegalStateException.class, workstation::open);
            assertTrue(openFiles().stream().anyMatch(file -> file.endsWith("candela.db")), "it failed too early");
        }

        counted.requireAllClosed(Part.DISPLAYS);
        assertEquals(List.of(), openFiles());
        DisplayHold.take(paths.home()).close();
    }

    @Test
    void aDatabaseThatDoesNotOpenLeavesNothingOpen() throws Exception {
        Files.writeString(
                paths.database(), "no database, but a text that is longer than the header of one\n".repeat(40));
        try (Workstation workstation = new Workstation(config, CLOCK, counted.devices())) {
            assertThrows(CandelaException.class, workstation::open);
        }

        counted.requireAllClosed();
        assertEquals(List.of(), openFiles());
        DisplayHold.take(paths.home()).close();
    }

    @Test
    void whereAnotherProgramHasTheDisplaysNoneIsOpened() throws Exception {
        try (DisplayHold other = DisplayHold.take(paths.home());
                Workstation workstation = new Workstation(config, CLOCK, counted.devices())) {
            assertEquals(
                    "app.displays-held",
                    assertThrows(CandelaException.class, workstation::open).code());
            assertEquals(0, counted.opened(Part.DISPLAYS));
            other.close();
        }

        counted.requireAllClosed();
        assertEquals(List.of(), openFiles());
    }

    @Test
    void aCommandClosesDisplaysMonitorsAndMeterAtItsEnd() throws Exception {
        try (Database database = Database.open(paths.database(), CLOCK)) {
            MeasuringStation station = station(database);
            station.session(station.displays().get(1), CalibrationProfile.shipped("acr-aapm-siim-primary"));
            assertEquals(1, counted.opened(Part.METER));

            station.close();
        }

        counted.requireAllClosed(Part.DISPLAYS, Part.MONITOR_DRIVER, Part.MONITOR, Part.METER);
        assertEquals(List.of(), openFiles());
        DisplayHold.take(paths.home()).close();
    }

    @ParameterizedTest
    @EnumSource(names = {"METERS", "MONITOR_DRIVER"})
    void aCommandWhoseDevicesDoNotAllOpenLeavesNoneOpen(Part part) throws Exception {
        counted.failingAt(part);
        try (Database database = Database.open(paths.database(), CLOCK)) {
            assertThrows(IllegalStateException.class, () -> station(database));
        }

        counted.requireAllClosed(Part.DISPLAYS);
        assertEquals(List.of(), openFiles());
        DisplayHold.take(paths.home()).close();
    }

    private MeasuringStation station(Database database) throws CandelaException {
        return MeasuringStation.open(
                new StationOpener.Measuring(
                        database,
                        new QaLedger(database, new AuditLog()),
                        Optional.empty(),
                        Optional.of(Duration.ofHours(1)),
                        question -> new Typist.Answer.GivenUp(),
                        new Cancellation(),
                        line -> {}),
                new MeasuringStation.Surroundings(config, counted.devices(), CLOCK));
    }

    /** Names of files below the home that this process has open: database and its helpers, locks, journals. */
    private List<String> openFiles() throws IOException {
        try (Stream<Path> descriptors = Files.list(OPEN_FILES)) {
            return descriptors
                    .map(EverythingIsClosedTest::target)
                    .filter(file -> file.startsWith(paths.home().toString()))
                    .sorted()
                    .toList();
        }
    }

    /** One that was closed meanwhile is no longer there. */
    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
