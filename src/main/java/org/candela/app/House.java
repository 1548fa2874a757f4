package org.candela.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.candela.app.DiagnosticDisplayCheck.Job;
import org.candela.audit.AuditLog;
import org.candela.audit.export.RepositoryCheck;
import org.candela.base.AppPaths;
import org.candela.base.CandelaException;
import org.candela.base.ScreenId;
import org.candela.calibration.device.MeterShelf;
import org.candela.displayqa.Standards;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.drill.DrillCheck;
import org.candela.drill.DrillLog;
import org.candela.facility.Facilities;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.facility.ServiceEndpoint;
import org.candela.net.web.DicomWebClient;
import org.candela.net.web.UpsClient;
import org.candela.practice.Practice;
import org.candela.readiness.ClockCheck;
import org.candela.readiness.DiskEncryptionCheck;
import org.candela.readiness.DiskSpaceCheck;
import org.candela.readiness.ImagesEncryptionCheck;
import org.candela.readiness.MachineCheck;
import org.candela.readiness.QueueCheck;
import org.candela.readiness.ReadinessBoard;
import org.candela.readiness.ReadinessCheck;
import org.candela.readiness.ReadinessLimits;
import org.candela.readiness.StoreEncryptionCheck;
import org.candela.readiness.WiredCheck;
import org.candela.readiness.contingency.ContingencyBook;
import org.candela.readiness.contingency.ContingencyCheck;
import org.candela.readiness.journal.Journal;
import org.candela.report.Ledger;
import org.candela.shell.CasePrefetch;
import org.candela.shell.CasePriors;
import org.candela.shell.ScreenRoles;
import org.candela.shell.StudyLayouts;
import org.candela.store.Database;
import org.candela.study.FacilityReachable;
import org.candela.study.ImportedStudies;
import org.candela.study.Prefetch;
import org.candela.study.StudyImport;
import org.candela.study.StudyLibrary;
import org.candela.study.StudySource;
import org.candela.study.ahead.AheadBudget;
import org.candela.study.prior.PriorConfirmations;
import org.candela.viewer.hanging.ProtocolLibrary;
import org.candela.viewer.window.PresetLibrary;
import org.candela.worklist.Worklist;
import org.candela.worklist.claim.FacilityClaims;
import org.candela.worklist.claim.WorkitemClaims;

/**
 * The workstation below its windows: what the commands of the terminal and the opened room have in common.
 *
 * @param images opens the files of the library
 * @param reached those the list is made of
 */
record House(
        Base base,
        StudyLibrary library,
        Videos images,
        Reached reached,
        Worklist worklist,
        ProtocolLibrary protocols,
        PresetLibrary presets,
        Displays displays) {
    private static final DiskSpaceCheck.Limits DISK = new DiskSpaceCheck.Limits(20_000_000_000L, 1_000_000_000L);

    /**
     * What everything stands on.
     *
     * @param listedDays how many days back the list looks
     * @param ahead what is made ready before it is opened
     */
    record Base(AppPaths paths, int listedDays, Ahead ahead, Database database, AuditLog audit, Clock clock) {
        /** What signed reports and their way are written with. */
        Ledger ledger() {
            return new Ledger(database, audit, clock);
        }
    }

    /**
     * What is made ready before it is opened.
     *
     * @param cases how many of the next
     * @param bytes how much of the disk they may take
     */
    record Ahead(int cases, long bytes) {}

    /** What the next cases are made ready with; the disk space that is warned of is left alone. */
    CasePrefetch.Services ahead(StudyLayouts layouts, Prefetch frames, CasePriors priors) {
        return new CasePrefetch.Services(
                sources(),
                library,
                layouts,
                protocols,
                frames,
                base.ahead().cases(),
                priors,
                AheadBudget.on(base.paths().home(), base.ahead().bytes(), DISK.warnBytes()));
    }

    /**
     * The facilities and the ways to them.
     *
     * @param checks whether each that is on a network answers
     * @param web how each is entered
     * @param workitems of those that keep claims themselves
     */
    record Reached(
            Map<Facility, StudySource> sources,
            List<FacilityReachable> checks,
            FacilityWeb web,
            Map<FacilityId, UpsClient> workitems) {}

    /** Claims of {@code reader}, kept by the facilities that keep them. */
    FacilityClaims claims(String reader) {
        WorkitemClaims workitems = new WorkitemClaims(reached.workitems(), base.database(), base.audit(), base.clock());
        return new FacilityClaims(
                reached.workitems(),
                workitems,
                new FacilityClaims.Desk(worklist, base.database(), base.clock(), reader));
    }

    /**
     * What is remembered of displays, and the limits they are judged by.
     *
     * @param meters what they can be measured with
     * @param mammography whether those of the desk may show breast images
     */
    record Displays(
            QaLedger ledger, ScreenRoles roles, Standards standards, MeterShelf meters, MammographyDesk mammography) {}

    /** Opens the store and reads who we read for. */
    static House open(Config config, Clock clock, Executors executors) throws CandelaException {
        AppPaths paths = config.paths();
        AuditLog audit = new AuditLog();
        Database database = Database.open(config.store(), clock);
        boolean isOpen = false;
        try {
            House house = furnish(
                    config,
                    new Base(
                            paths,
                            config.listedDays(),
                            new Ahead(config.casesAhead(), config.aheadBytes()),
                            database,
                            audit,
                            clock),
                    executors);
            isOpen = true;
            return house;
        } finally {
            if (!isOpen) {
                database.close();
            }
        }
    }

    private static House furnish(Config config, Base base, Executors executors) throws CandelaException {
        Database database = base.database();
        StudyLibrary library =
                new StudyLibrary(database, base.audit(), new HomeImages(config).files(database), base.clock());
        Reached reached = reach(config, base, library, executors);
        QaLedger ledger = new QaLedger(database, base.audit());
        return new House(
                base,
                library,
                new Videos(config.video(), executors.scheduler()),
                reached,
                new Worklist(reached.sources(), database, base.audit(), base.clock()),
                ProtocolLibrary.open(database, base.clock()),
                PresetLibrary.open(database, base.clock()),
                new Displays(
                        ledger,
                        new ScreenRoles(database),
                        Standards.of(reached.sources().keySet()),
                        Meters.shelf(config.video()),
                        new MammographyDesk(ledger, base.clock())));
    }

    /** The same house, whose displays are measured with other meters. */
    House measuringWith(MeterShelf meters) {
        Displays others =
                new Displays(displays.ledger(), displays.roles(), displays.standards(), meters, displays.mammography());
        return new House(base, library, images, reached, worklist, protocols, presets, others);
    }

    /** Where the studies of each facility come from. */
    Map<FacilityId, StudySource> sources() {
        Map<FacilityId, StudySource> sources = new LinkedHashMap<>();
        reached.sources().forEach((facility, source) -> sources.put(facility.id(), source));
        return sources;
    }

    /** What is known of earlier studies, at all facilities, and what the reader took for the patient's. */
    CasePriors priors(Executors executors) {
        return CasePriors.of(
                sources(),
                new PriorConfirmations(base.database(), base.audit(), base.clock()),
                base.clock(),
                executors.io());
    }

    private Practice practice() {
        return new Practice(base.database(), base.audit(), base.clock());
    }

    /** What stands before each claim and each signature of a reader. */
    PracticeGate gate(String reader) {
        return new PracticeGate(
                practice(),
                reached.sources().keySet(),
                new PracticeGate.Seat(reader, worklist, displays.mammography(), base.clock()));
    }

    /** The pre-shift card. {@code left} and {@code right} tell the diagnostic displays of the moment; {@code more} is asked too. */
    ReadinessBoard readiness(
            Supplier<Optional<ScreenId>> left, Supplier<Optional<ScreenId>> right, List<ReadinessCheck> more) {
        List<ReadinessCheck> checks = new ArrayList<>();
        checks.add(new DiagnosticDisplayCheck(Job.LEFT, left, displays, base.clock()));
        checks.add(new DiagnosticDisplayCheck(Job.RIGHT, right, displays, base.clock()));
        checks.add(displays.standards());
        checks.addAll(more);
        Supplier<List<ScreenId>> both = () -> Stream.of(left.get(), right.get())
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        checks.addAll(new QaReminders(this).checks(both));
        ReadinessLimits limits = ReadinessLimits.shipped();
        checks.addAll(new RoomChecks(this, limits).checks(both));
        checks.add(new PapersCheck(practice(), reached.sources().keySet(), base.clock()));
        checks.add(new WorkChecks(this).location(practice()));
        checks.add(new QueueCheck(new WorkChecks(this)::left));
        checks.add(new ContingencyCheck(
                new ContingencyBook(new Journal(base.database(), base.audit(), base.clock())),
                reached.sources().keySet().stream().filter(LinkChecks::isReal).toList(),
                limits.contingencyMonths(),
                base.clock()));
        checks.add(new RepositoryCheck(base.database(), base.clock()));
        checks.add(new DrillCheck(new DrillLog(base.database(), base.audit()), base.clock()));
        checks.add(new DiskSpaceCheck(base.paths().home(), DISK));
        checks.add(
                new DiskEncryptionCheck(base.paths().home(), DiskEncryptionCheck.MOUNTS, DiskEncryptionCheck.BLOCKS));
        checks.add(new StoreEncryptionCheck(base.database()::isSealed));
        checks.add(new ImagesEncryptionCheck(() -> HomeImages.standing(this)));
        checks.add(new MachineCheck(MachineMemory.total(), Runtime.getRuntime().availableProcessors()));
        checks.add(new WiredCheck(WiredCheck.ROUTES, WiredCheck.INTERFACES));
        checks.addAll(new LinkChecks(this, reached.web(), limits)
                .checks(reached.sources().keySet()));
        checks.addAll(reached.checks());
        checks.add(new ClockCheck(base.clock(), () -> reached.checks().stream()
                .map(FacilityReachable::serverTime)
                .flatMap(Optional::stream)
                .findFirst()));
        return new ReadinessBoard(checks, base.clock());
    }

    private static Reached reach(Config config, Base base, StudyLibrary library, Executors executors)
            throws CandelaException {
        FacilityWeb web = new FacilityWeb(config.secrets(), executors.web(), base.clock());
        Map<Facility, StudySource> sources = new LinkedHashMap<>();
        List<FacilityReachable> checks = new ArrayList<>();
        Map<FacilityId, UpsClient> workitems = new LinkedHashMap<>();
        Facilities known = new Facilities(base.database(), base.audit(), base.clock());
        for (Facility facility : known.list()) {
            if (facility.id().equals(StudyImport.LOCAL)) {
                sources.put(facility, new ImportedStudies(library, executors.io()));
                continue;
            }
            List<ServiceEndpoint> services = known.services(facility.id());
            web.workitems(facility, services).ifPresent(service -> workitems.put(facility.id(), service));
            Optional<StudySource> query =
                    QueryRoute.of(facility, services, new QueryRoute.Places(base, library), executors);
            if (query.isPresent()) {
                sources.put(facility, query.orElseThrow());
                continue;
            }
            DicomWebClient client = web.client(facility);
            checks.add(new FacilityReachable(facility, client, base.clock()));
            sources.put(facility, new StudyRoutes(web, library, base, executors.io()).to(facility, services));
        }
        return new Reached(sources, checks, web, workitems);
    }
}
