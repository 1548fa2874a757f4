package org.candela.app;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.candela.audit.AuditLog;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.ScreenId;
import org.candela.cli.FacilityCommand;
import org.candela.delivery.trial.Asking;
import org.candela.dictation.SpeechEngine;
import org.candela.dictation.check.DictationCheck;
import org.candela.displayqa.watch.LutAlarmCheck;
import org.candela.displayqa.watch.LutWatchdog;
import org.candela.displayqa.watch.WatchBook;
import org.candela.facility.Facilities;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.facility.Secrets;
import org.candela.facility.ServiceEndpoint;
import org.candela.facility.UrgencyRules;
import org.candela.facility.trial.TrialResult;
import org.candela.net.web.DeviceLogin;
import org.candela.readiness.Readiness;
import org.candela.readiness.ReadinessCheck;
import org.candela.report.Ledger;
import org.candela.report.Pins;
import org.candela.report.Signer;
import org.candela.report.template.Templates;
import org.candela.shell.ScreenRole;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.study.ImportReport;
import org.candela.study.StudyImport;
import org.candela.viewer.export.ExportLedger;
import org.candela.viewer.export.ExportRecord;
import org.candela.viewer.print.PrintLedger;
import org.candela.viewer.print.PrintRecord;
import org.candela.worklist.WorklistSnapshot;

/** What the commands of the terminal do: each opens the house, works in it, and closes it. */
final class Commands implements FacilityCommand.Directory {
    private static final Duration TIME_TO_CLOSE = Duration.ofSeconds(5);

    /** Imported studies come from no service; names below this domain never exist (RFC 2606). */
    private static final URI NOWHERE = URI.create("http://imported.invalid/");

    private final Config config;
    /** For a room with windows, which asks in one of them. */
    private final Config atDesk;

    private final Clock clock;

    Commands(Config config, Clock clock) {
        this.atDesk = config;
        this.config = config.asking(new KeyStores.Terminal());
        this.clock = clock;
    }

    /** With a key store that is opened at the terminal too, by one answer for all that one command opens. */
    Config atTerminal() {
        return config;
    }

    /** What was imported is listed under a facility of its own, whose reports wait until it is given an address for them. */
    ImportReport take(List<Path> sources) throws CandelaException {
        return inHouse((house, executors) -> {
            ImportReport report =
                    new StudyImport(house.library()).importAll(sources, StudyImport.LOCAL, new Cancellation());
            Facilities known =
                    new Facilities(house.base().database(), house.base().audit(), clock);
            if (!report.studies().isEmpty() && known.find(StudyImport.LOCAL).isEmpty()) {
                known.add(Facility.of(StudyImport.LOCAL, "Imported", NOWHERE));
            }
            return report;
        });
    }

    WorklistSnapshot worklist() throws CandelaException {
        return inHouse((house, executors) -> {
            LocalDate since =
                    LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(config.listedDays());
            OrderRoom.of(house, executors).askOnce();
            house.worklist().refresh(since, new Cancellation()).join();
            return house.worklist().snapshot();
        });
    }

    /** Asks about the displays that were diagnostic when the workstation last stood open. */
    Readiness check() throws CandelaException {
        return inHouse((house, executors) -> {
            Optional<ScreenId> left = remembered(house, ScreenRole.DIAGNOSTIC_LEFT);
            Optional<ScreenId> right = remembered(house, ScreenRole.DIAGNOSTIC_RIGHT);
            Optional<DisplayDriver> driver = DisplayDriver.open(config.desktop());
            try {
                List<ScreenId> both =
                        Stream.concat(left.stream(), right.stream()).toList();
                SpeechEngine engine =
                        SpeechEngines.ofReader(house.base().ledger(), config.reader(), Templates.shipped());
                List<ReadinessCheck> more = Stream.concat(
                                driver.map(opened -> ramps(house, opened, both)).stream(),
                                Stream.of(new DictationCheck(DictationSenses.of(house, executors, engine), clock)))
                        .toList();
                return house.readiness(() -> left, () -> right, more).evaluate();
            } finally {
                driver.ifPresent(DisplayDriver::close);
            }
        });
    }

    /** Looks once; that a workstation which is not open has loaded nothing is no alarm to be kept. */
    private static ReadinessCheck ramps(House house, DisplayDriver driver, List<ScreenId> which) {
        House.Base base = house.base();
        LutWatchdog watchdog = new LutWatchdog(
                new LutWatchdog.Watched(house.displays().ledger(), driver.graphicsLut(), driver.inventory()),
                new WatchBook(base.database(), base.audit(), base.clock()));
        return new LutAlarmCheck(watchdog::glance, () -> which);
    }

    /** Opens the workstation and waits until the user has left it. */
    int workstation() throws Exception {
        try (Workstation workstation = new Workstation(atDesk, clock)) {
            workstation.open().get();
            workstation.awaitEnd();
            return 0;
        }
    }

    @Override
    public void add(Facility facility, Map<Secrets.Use, String> given) throws CandelaException {
        Secrets secrets = config.secrets();
        for (Map.Entry<Secrets.Use, String> secret : given.entrySet()) {
            secrets.keep(facility.id(), secret.getKey(), secret.getValue());
        }
        try (Executors executors = new Executors();
                Database database = Database.open(config.store(), clock)) {
            new FacilityWeb(secrets, executors.web(), clock).requireAccess(facility);
            new Facilities(database, new AuditLog(), clock).add(facility);
        }
    }

    @Override
    public void signIn(FacilityId id, DeviceLogin.Prompt prompt) throws CandelaException {
        try (Executors executors = new Executors();
                Database database = Database.open(config.store(), clock)) {
            Facility facility = new Facilities(database, new AuditLog(), clock)
                    .find(id)
                    .orElseThrow(() -> new CandelaException(
                            "app.no-facility", id + " is no facility here; see candela facility list"));
            new FacilityWeb(config.secrets(), executors.web(), clock).signIn(facility, prompt, new Cancellation());
        }
    }

    @Override
    public List<Facility> list() throws CandelaException {
        try (Database database = Database.open(config.store(), clock)) {
            return new Facilities(database, new AuditLog(), clock).list();
        }
    }

    @Override
    public UrgencyRules urgency(FacilityId facility) throws CandelaException {
        try (Database database = Database.open(config.store(), clock)) {
            return new Facilities(database, new AuditLog(), clock).urgency(facility);
        }
    }

    @Override
    public void save(FacilityId facility, UrgencyRules rules) throws CandelaException {
        try (Database database = Database.open(config.store(), clock)) {
            new Facilities(database, new AuditLog(), clock).saveUrgency(facility, rules);
        }
    }

    @Override
    public List<ServiceEndpoint> services(FacilityId facility) throws CandelaException {
        try (Database database = Database.open(config.store(), clock)) {
            return new Facilities(database, new AuditLog(), clock).services(facility);
        }
    }

    @Override
    public List<TrialResult> test(Facility facility, Asking asking, Consumer<TrialResult> progress)
            throws CandelaException {
        List<ServiceEndpoint> services = services(facility.id());
        try (Executors executors = new Executors();
                Database database = Database.open(config.store(), clock)) {
            FacilityTrials trials = new FacilityTrials(
                    new FacilityWeb(config.secrets(), executors.web(), clock),
                    executors,
                    new HomeImages(config).incoming(),
                    new Ledger(database, new AuditLog(), clock));
            return trials.run(new FacilityTrials.Tried(facility, services, asking), progress, new Cancellation());
        }
    }

    @Override
    public void save(ServiceEndpoint endpoint) throws CandelaException {
        try (Database database = Database.open(config.store(), clock)) {
            new Facilities(database, new AuditLog(), clock).saveService(endpoint);
        }
    }

    @Override
    public void drop(ServiceEndpoint endpoint) throws CandelaException {
        try (Database database = Database.open(config.store(), clock)) {
            new Facilities(database, new AuditLog(), clock).dropService(endpoint);
        }
    }

    /** Keeps that pictures may leave; whoever works at the terminal is the reader. */
    void recordExport(ExportRecord.Confirmation confirmation) throws CandelaException {
        try (Database database = Database.open(config.store(), clock)) {
            new ExportLedger(database, clock, config.reader()).confirmed(confirmation);
        }
    }

    /** The same of sheets. */
    void recordPrint(PrintRecord.Confirmation confirmation) throws CandelaException {
        try (Database database = Database.open(config.store(), clock)) {
            new PrintLedger(database, clock, config.reader()).confirmed(confirmation);
        }
    }

    void enrol(Signer signer, char[] pin) throws CandelaException {
        try (Database database = Database.open(config.store(), clock)) {
            new Pins(new Ledger(database, new AuditLog(), clock)).enrol(signer, pin);
        }
    }

    /** Something done in the house. */
    interface Work<T> {
        T in(House house, Executors executors) throws CandelaException;
    }

    <T> T inHouse(Work<T> work) throws CandelaException {
        try (Shutdown shutdown = new Shutdown(TIME_TO_CLOSE)) {
            Executors executors = new Executors();
            House house = House.open(config, clock, executors);
            shutdown.closing("database", house.base().database());
            shutdown.closing("executors", executors);
            return work.in(house, executors);
        }
    }

    private static Optional<ScreenId> remembered(House house, ScreenRole role) throws StoreException {
        return house.displays().roles().remembered().entrySet().stream()
                .filter(entry -> entry.getValue() == role)
                .map(entry -> entry.getKey())
                .sorted()
                .findFirst();
    }
}
