package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.candela.Fx;
import org.candela.VirtualDesk;
import org.candela.audit.AuditLog;
import org.candela.base.AppPaths;
import org.candela.base.CandelaException;
import org.candela.calibration.device.randr.RandrDriver;
import org.candela.codec.video.FfmpegSearch.Places;
import org.candela.demo.DemoFacility;
import org.candela.demo.SyntheticStudies;
import org.candela.facility.Facilities;
import org.candela.shell.OpenedCase.Purpose;
import org.candela.shell.ScreenRole;
import org.candela.shell.ScreenShots;
import org.candela.store.Database;
import org.candela.viewer.layout.Place;
import org.candela.viewer.ui.ViewportView;
import org.candela.worklist.ui.WorklistRow;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole room on the desk of three monitors, with a facility on loopback. */
class WorkstationTest {
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    private Path folder;

    @BeforeAll
    static void onTheVirtualDesk() {
        Assumptions.assumeTrue(VirtualDesk.ownDesk().isPresent(), VirtualDesk::absence);
        Fx.start();
    }

    @Test
    void aStudyOfAFacilityOpensForReviewOnBothDiagnosticScreens() throws Exception {
        try (Shutdown shutdown = new Shutdown(Duration.ofSeconds(10))) {
            OpenRoom room = openRoom(shutdown, AppPaths.under(folder.resolve("home")));
            Fx.until("the list", () -> !room.models().worklist().rows().isEmpty());
            WorklistRow row = Fx.call(() -> room.models().worklist().rows().stream()
                    .filter(each -> each.modality().equals("CT"))
                    .findFirst()
                    .orElseThrow());

            Fx.run(() -> room.reading().cases().open(row.item(), Purpose.REVIEW));
            Fx.until("the images", () -> room.reading().session().study().isPresent());
            Fx.until("drawn", () -> views(room).stream().allMatch(ViewportView::isUpToDate));

            assertTrue(room.reading().session().viewport(Place.RIGHT).stack().isPresent(), "the prior hangs right");
            assertTrue(
                    Fx.call(() -> room.reading().cases().lineProperty().get()).startsWith("SYNTHETIC"));
            Fx.settle();
            shoot(room, "review");
        }
    }

    @Test
    void withoutAScreenTheWorkstationSaysSoAndOpensNothing() {
        Config config =
                Config.of(Map.of("CANDELA_HOME", folder.toString()), folder, new Config.Machine("Linux", "amd64"));

        CandelaException refusal = assertThrows(CandelaException.class, () -> new Workstation(config, CLOCK).open());

        assertEquals("app.no-display", refusal.code());
    }

    private OpenRoom openRoom(Shutdown shutdown, AppPaths paths) throws Exception {
        Executors executors = new Executors();
        Executors served = shutdown.closing("facility's threads", new Executors());
        Path studies = folder.resolve("facility");
        DemoFacility facility = shutdown.closing(
                "facility",
                DemoFacility.start(
                        DemoFacility.Settings.of(
                                "north", "North", studies, new SyntheticStudies(1, CLOCK.instant()).write(studies)),
                        served.io(),
                        CLOCK));
        try (Database database = Database.open(paths.database(), CLOCK)) {
            new Facilities(database, new AuditLog(), CLOCK).add(facility.facility());
        }
        House house = House.open(new Config(paths, "", true, Places.NONE, "reader-1", 30, 0), CLOCK, executors);
        shutdown.closing("database", house.base().database());
        RandrDriver driver = shutdown.closing(
                "displays",
                RandrDriver.open(VirtualDesk.ownDesk().orElseThrow()).orElseThrow());
        shutdown.closing("executors", executors);
        OpenRoom room = Fx.call(() -> new RoomBuilder(
                        house,
                        executors,
                        new Screens(driver, Optional.of(driver)),
                        Reporting.of(house, executors, "reader-1"))
                .build());
        shutdown.closing("windows", room);
        Fx.run(() -> {
            var unused = room.open(executors, () -> {});
        });
        Fx.until("the windows", () -> room.room().desk().planProperty().get().isComplete());
        return room;
    }

    private static List<ViewportView> views(OpenRoom room) {
        return Stream.of(ScreenRole.DIAGNOSTIC_LEFT, ScreenRole.DIAGNOSTIC_RIGHT)
                .flatMap(
                        role -> room
                                .room()
                                .desk()
                                .windowOf(role)
                                .orElseThrow()
                                .getScene()
                                .getRoot()
                                .lookupAll(".viewport")
                                .stream())
                .map(ViewportView.class::cast)
                .toList();
    }

    /** Pictures for people: {@code -Dcandela.shots=DIR}. */
    private static void shoot(OpenRoom room, String step) throws Exception {
        String target = System.getProperty("candela.shots", "");
        if (!target.isBlank()) {
            for (ScreenShots.Shot shot : Fx.call(
                    () -> ScreenShots.take(room.room().desk().planProperty().get()))) {
                shot.write(Path.of(target), step);
            }
        }
    }
}
