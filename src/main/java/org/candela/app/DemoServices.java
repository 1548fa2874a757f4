package org.candela.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.candela.audit.AuditLog;
import org.candela.base.AppPaths;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.cli.DemoCommand.Order;
import org.candela.demo.DemoFacility;
import org.candela.demo.SyntheticStudies;
import org.candela.demo.SyntheticStudy.StudyOrder;
import org.candela.facility.FacilityId;
import org.candela.store.Database;
import org.candela.study.ImportReport;
import org.candela.study.StudyImport;
import org.candela.study.StudyLibrary;

/** The facilities of the demonstration, on loopback: north and south with synthetic studies, or north with the reader's own. */
final class DemoServices {
    private static final long SEED = 1;
    /** So urgent and so long there that the reader's own study stands first. */
    private static final Duration WAITING = Duration.ofHours(3);

    private final Order order;
    private final AppPaths paths;
    private final Clock clock;
    private final Path folder;

    DemoServices(Order order, AppPaths paths, Clock clock) {
        this.order = order;
        this.paths = paths;
        this.clock = clock;
        this.folder = order.out().resolve("facilities").toAbsolutePath().normalize();
    }

    /** Starts both; {@code shutdown} ends them. */
    List<DemoFacility> start(Shutdown shutdown) throws IOException, CandelaException {
        DemoFacility.Settings north =
                order.study().isPresent() ? ownStudy(order.study().orElseThrow()) : synthetic("north", "North Clinic");
        List<DemoFacility> facilities = new ArrayList<>();
        for (DemoFacility.Settings settings : List.of(north, synthetic("south", "South Hospital"))) {
            Executors threads = shutdown.closing("threads of " + settings.id(), new Executors());
            facilities.add(shutdown.closing(settings.id(), DemoFacility.start(settings, threads.io(), clock)));
        }
        return facilities;
    }

    private DemoFacility.Settings synthetic(String id, String name) throws IOException {
        SyntheticStudies studies = new SyntheticStudies(SEED, clock.instant());
        return DemoFacility.Settings.of(id, name, folder, studies.writeFacility(id, folder));
    }

    /** Imports the reader's own files into the library, and lets the facility have what was taken. */
    private DemoFacility.Settings ownStudy(Path source) throws IOException, CandelaException {
        try (Database database = Database.open(paths.database(), clock)) {
            StudyLibrary library = new StudyLibrary(database, new AuditLog(), paths, clock);
            ImportReport taken =
                    new StudyImport(library).importAll(List.of(source), new FacilityId("north"), new Cancellation());
            if (taken.studies().isEmpty()) {
                throw new CandelaException("demo.no-study", source + ": holds no DICOM study that can be read");
            }
            Path served = folder.resolve("own");
            copy(paths.studies(), served);
            return new DemoFacility.Settings(
                    "north", "North Clinic", served, folder.resolve("north-reports"), orders(taken.studies()));
        }
    }

    private Map<Uid, StudyOrder> orders(Set<Uid> studies) {
        Map<Uid, StudyOrder> orders = new LinkedHashMap<>();
        Optional<Uid> first = studies.stream().sorted().findFirst();
        studies.forEach(uid -> orders.put(
                uid,
                new StudyOrder(
                        first.filter(uid::equals).isPresent() ? "STAT" : "ROUTINE",
                        clock.instant().minus(WAITING))));
        return orders;
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(from)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
    }
}
