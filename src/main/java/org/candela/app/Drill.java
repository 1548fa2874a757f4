package org.candela.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.candela.audit.AuditLog;
import org.candela.base.AppPaths;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.cli.DrillCommand;
import org.candela.codec.video.FfmpegSearch.Places;
import org.candela.demo.DemoFacility;
import org.candela.demo.HomeLink;
import org.candela.demo.SyntheticStudies;
import org.candela.demo.SyntheticStudy;
import org.candela.demo.SyntheticStudy.StudyOrder;
import org.candela.drill.DrillLog;
import org.candela.drill.DrillRecord;
import org.candela.drill.DrillStep;
import org.candela.facility.Facilities;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.facility.MllpEndpoint;
import org.candela.report.Ledger;
import org.candela.report.Pins;
import org.candela.report.ReportDraft;
import org.candela.report.Signer;
import org.candela.store.Database;

/**
 * The disconnect drill: a desk of its own in a folder of its own, before a made-up facility behind a line that is pulled. The
 * reader's own store is opened once, at the end, to keep the result.
 */
// [impl->req~app.drill~1]
final class Drill implements DrillCommand.Ground {
    private static final Signer READER = new Signer("DRILL-1", "READER", "DRILL");
    private static final String PIN = "2580";
    private static final String FACILITY = "drill";
    private static final Duration TIME_TO_CLOSE = Duration.ofSeconds(10);
    /** How much the program that is killed may type at most. */
    private static final int MOST_CHARACTERS = 2000;

    private static final String FIELD = "findings";
    private static final long SEED = 11;

    private final Config config;
    private final Clock clock;

    Drill(Config config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** In the home of the reader, whose disk it is that must hold. */
    private Path ground() {
        return config.paths().home().resolve("drill");
    }

    private Config sandbox(Path home) {
        return new Config(AppPaths.under(home), "", false, Places.NONE, READER.id(), config.listedDays(), 0);
    }

    @Override
    public DrillRecord run(Consumer<DrillStep> told) throws Exception {
        clear();
        List<DrillStep> steps = new ArrayList<>();
        try (Shutdown shutdown = new Shutdown(TIME_TO_CLOSE)) {
            Executors threads = shutdown.closing("threads of the facility", new Executors());
            Executors line = shutdown.closing("threads of the line", new Executors());
            DemoFacility facility = shutdown.closing("facility", facility(threads));
            HomeLink link = shutdown.closing("line", new HomeLink(line.web()));
            Path home = ground().resolve("home");
            settle(home, behind(link, facility));
            Consumer<DrillStep> both = step -> {
                steps.add(step);
                told.accept(step);
            };
            DrillCourse course = new DrillCourse(
                    new DrillCourse.Place(link, facility, home), () -> new DrillDesk(sandbox(home), clock, PIN), both);
            course.run();
        } finally {
            clear();
        }
        DrillRecord drill = new DrillRecord(clock.instant(), steps);
        try (Database database = Database.open(config.store(), clock)) {
            new DrillLog(database, new AuditLog()).keep(drill, config.reader());
        }
        return drill;
    }

    @Override
    public void typeUntilKilled(Uid study) throws Exception {
        try (DrillDesk desk = new DrillDesk(sandbox(config.paths().home()), clock, PIN)) {
            ReportDraft draft = desk.drafts().stream()
                    .filter(each -> each.study().studyInstanceUid().equals(study))
                    .findFirst()
                    .orElseThrow(() -> new CandelaException("drill.no-draft", "there is no report to type into"));
            Path mark = DrillCourse.markOf(config.paths().home());
            for (int typed = 1; typed <= MOST_CHARACTERS; typed++) {
                desk.keep(draft.withText(FIELD, "x".repeat(typed)));
                Files.writeString(mark, String.valueOf(typed));
            }
        }
    }

    private DemoFacility facility(Executors threads) throws IOException, CandelaException {
        Path folder = ground().resolve("facility");
        List<SyntheticStudy> studies = new SyntheticStudies(SEED, clock.instant()).writeModality("US", folder);
        List<SyntheticStudy> more = new SyntheticStudies(SEED, clock.instant()).writeModality("CR", folder);
        Map<Uid, StudyOrder> orders = java.util.stream.Stream.concat(studies.stream(), more.stream())
                .collect(Collectors.toMap(SyntheticStudy::uid, SyntheticStudy::order));
        return DemoFacility.start(
                new DemoFacility.Settings(FACILITY, "Drill", folder, ground().resolve("reports"), orders),
                threads.io(),
                clock);
    }

    private static Facility behind(HomeLink link, DemoFacility facility) throws IOException {
        int web = link.lead(DrillCourse.WEB, facility.dicomWeb().getPort());
        int reports = link.lead(DrillCourse.REPORTS, facility.mllpPort());
        URI archive = URI.create("http://127.0.0.1:" + web + facility.dicomWeb().getPath());
        return Facility.of(new FacilityId(FACILITY), "Drill", archive)
                .withMllp(new MllpEndpoint("127.0.0.1", reports, "RIS", FACILITY))
                .asDemo();
    }

    private void settle(Path home, Facility facility) throws IOException, CandelaException {
        AppPaths paths = AppPaths.under(Files.createDirectories(home));
        AuditLog audit = new AuditLog();
        try (Database database = Database.open(paths.database(), clock)) {
            new Facilities(database, audit, clock).add(facility);
            new Pins(new Ledger(database, audit, clock)).enrol(READER, PIN.toCharArray());
        }
    }

    /** What an earlier drill left that was ended in the middle, or this one. */
    private void clear() throws IOException {
        if (!Files.exists(ground())) {
            return;
        }
        Files.walkFileTree(ground(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @org.jspecify.annotations.Nullable IOException e)
                    throws IOException {
                Files.deleteIfExists(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
