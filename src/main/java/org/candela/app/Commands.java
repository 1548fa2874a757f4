package org.candela.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.candela.audit.AuditLog;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.ScreenId;
import org.candela.cli.FacilityCommand;
import org.candela.facility.Facilities;
import org.candela.facility.Facility;
import org.candela.readiness.Readiness;
import org.candela.report.Ledger;
import org.candela.report.Pins;
import org.candela.report.Signer;
import org.candela.shell.ScreenRole;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.study.ImportReport;
import org.candela.study.StudyImport;
import org.candela.worklist.WorklistSnapshot;

/** What the commands of the terminal do: each opens the house, works in it, and closes it. */
final class Commands implements FacilityCommand.Directory {
    private static final Duration TIME_TO_CLOSE = Duration.ofSeconds(5);

    private final Config config;
    private final Clock clock;

    Commands(Config config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    ImportReport take(List<Path> sources) throws CandelaException {
        return inHouse(
                house -> new StudyImport(house.library()).importAll(sources, StudyImport.LOCAL, new Cancellation()));
    }

    WorklistSnapshot worklist() throws CandelaException {
        return inHouse(house -> {
            LocalDate since =
                    LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(config.listedDays());
            house.worklist().refresh(since, new Cancellation()).join();
            return house.worklist().snapshot();
        });
    }

    /** Asks about the displays that were diagnostic when the workstation last stood open. */
    Readiness check() throws CandelaException {
        return inHouse(house -> house.readiness(
                        remembered(house, ScreenRole.DIAGNOSTIC_LEFT),
                        remembered(house, ScreenRole.DIAGNOSTIC_RIGHT),
                        List.of())
                .evaluate());
    }

    /** Opens the workstation and waits until the user has left it. */
    int workstation() throws Exception {
        try (Workstation workstation = new Workstation(config, clock)) {
            var unused = workstation.open();
            workstation.awaitEnd();
            return 0;
        }
    }

    @Override
    public void add(Facility facility) throws CandelaException {
        try (Database database = Database.open(config.paths().database(), clock)) {
            new Facilities(database, new AuditLog(), clock).add(facility);
        }
    }

    @Override
    public List<Facility> list() throws CandelaException {
        try (Database database = Database.open(config.paths().database(), clock)) {
            return new Facilities(database, new AuditLog(), clock).list();
        }
    }

    void enrol(Signer signer, char[] pin) throws CandelaException {
        try (Database database = Database.open(config.paths().database(), clock)) {
            new Pins(new Ledger(database, new AuditLog(), clock)).enrol(signer, pin);
        }
    }

    private interface Work<T> {
        T in(House house) throws CandelaException;
    }

    private <T> T inHouse(Work<T> work) throws CandelaException {
        try (Shutdown shutdown = new Shutdown(TIME_TO_CLOSE)) {
            Executors executors = new Executors();
            House house = House.open(config, clock, executors);
            shutdown.closing("database", house.base().database());
            shutdown.closing("executors", executors);
            return work.in(house);
        }
    }

    private static Supplier<Optional<ScreenId>> remembered(House house, ScreenRole role) throws StoreException {
        Optional<ScreenId> screen = house.displays().roles().remembered().entrySet().stream()
                .filter(entry -> entry.getValue() == role)
                .map(entry -> entry.getKey())
                .sorted()
                .findFirst();
        return () -> screen;
    }
}
