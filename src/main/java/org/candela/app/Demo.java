package org.candela.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.candela.audit.AuditLog;
import org.candela.base.AppPaths;
import org.candela.base.CandelaException;
import org.candela.cli.DemoCommand.Order;
import org.candela.cli.DemoCommand.Step;
import org.candela.demo.DemoFacility;
import org.candela.demo.shift.ScriptedShift;
import org.candela.demo.shift.ShiftReport;
import org.candela.demo.shift.ShiftReport.Played;
import org.candela.demo.shift.ShiftStage;
import org.candela.facility.Facilities;
import org.candela.report.Ledger;
import org.candela.report.Pins;
import org.candela.report.Signer;
import org.candela.store.Database;

/** Puts up a house of its own with two demo facilities, opens the workstation in it and lets the shift be played. */
final class Demo {
    private static final Signer READER = new Signer("DEMO-1", "READER", "DEMO");
    private static final String PIN = "2580";
    private static final Duration TIME_TO_CLOSE = Duration.ofSeconds(10);
    private static final long TIME_TO_OPEN_SECONDS = 60;
    /** A reader's own study may be of any age. */
    private static final int ANY_AGE = 200 * 365;

    private final Config config;
    private final Clock clock;

    Demo(Config config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** Plays the shift in {@code order}'s folder; whether all of it held. */
    boolean play(Order order, Consumer<Step> told) throws Exception {
        AppPaths paths = AppPaths.under(order.out().resolve("home"));
        Files.createDirectories(paths.home());
        try (Shutdown shutdown = new Shutdown(TIME_TO_CLOSE)) {
            List<DemoFacility> facilities = new DemoServices(order, paths, clock).start(shutdown);
            settle(paths, facilities);
            Workstation workstation = shutdown.closing(
                    "workstation",
                    new Workstation(
                            new Config(
                                    paths,
                                    config.xDisplay(),
                                    config.needsXDisplay(),
                                    config.video(),
                                    READER.id(),
                                    listedDays(order),
                                    config.casesAhead()),
                            clock));
            OpenRoom room = workstation.open().get(TIME_TO_OPEN_SECONDS, TimeUnit.SECONDS);
            ShiftReport report =
                    new ScriptedShift(stage(room, facilities, order.out()), played -> told.accept(step(played))).play();
            return report.isHeld();
        } finally {
            keepLog(order.out());
        }
    }

    private int listedDays(Order order) {
        return order.study().isPresent() ? ANY_AGE : config.listedDays();
    }

    /** The reader moves in: facilities and PIN. */
    private void settle(AppPaths paths, List<DemoFacility> facilities) throws CandelaException {
        AuditLog audit = new AuditLog();
        try (Database database = Database.open(paths.database(), clock)) {
            Facilities known = new Facilities(database, audit, clock);
            for (DemoFacility facility : facilities) {
                known.add(facility.facility());
            }
            new Pins(new Ledger(database, audit, clock)).enrol(READER, PIN.toCharArray());
        }
    }

    private ShiftStage stage(OpenRoom open, List<DemoFacility> facilities, Path out) {
        return new ShiftStage(
                open.room(),
                new ShiftStage.Case(open.reading().cases(), open.reading().session()),
                new ShiftStage.WorkScreen(
                        open.models().worklist(),
                        open.models().readiness(),
                        open.models().report(),
                        open.models().displayQa()),
                new ShiftStage.Behind(
                        open.house().base().database(),
                        open.house().displays().ledger(),
                        clock,
                        new ShiftStage.Reader(READER.id(), PIN),
                        facilities),
                out);
    }

    private static Step step(Played played) {
        return new Step(played.title(), played.at(), played.isHeld(), played.found(), played.pictures());
    }

    private static void keepLog(Path out) throws IOException {
        if (LogFiles.current().isPresent()) {
            Files.copy(
                    LogFiles.current().orElseThrow(), out.resolve("candela.log"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
