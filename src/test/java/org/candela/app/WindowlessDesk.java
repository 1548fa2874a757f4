package org.candela.app;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.candela.audit.AuditVerification;
import org.candela.audit.AuditVerifier;
import org.candela.base.AppPaths;
import org.candela.base.CandelaException;
import org.candela.base.EditHistory;
import org.candela.base.Uid;
import org.candela.codec.video.FfmpegSearch.Places;
import org.candela.delivery.DeliveryBoard;
import org.candela.delivery.DeliveryChannel.Way;
import org.candela.delivery.Outbox;
import org.candela.delivery.OutboxPump;
import org.candela.delivery.hl7.Hl7Carriers;
import org.candela.dictation.SpeechEngine;
import org.candela.facility.Facilities;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.image.ImagePoint;
import org.candela.measure.Figure;
import org.candela.measure.FigureKind;
import org.candela.net.web.DicomWebClient;
import org.candela.net.web.RetryPolicy;
import org.candela.net.web.WebEndpoint;
import org.candela.readiness.ReadinessBoard;
import org.candela.readiness.ReadinessItem;
import org.candela.report.DeliveryStanding;
import org.candela.report.DraftAutosave;
import org.candela.report.Ledger;
import org.candela.report.Pins;
import org.candela.report.ReportId;
import org.candela.report.Reports;
import org.candela.report.SignGate;
import org.candela.report.SignatureMeaning;
import org.candela.report.Signer;
import org.candela.report.Signing;
import org.candela.report.WorklistProgress;
import org.candela.report.check.SignRules;
import org.candela.report.template.Templates;
import org.candela.report.ui.ReportServices;
import org.candela.report.ui.ReportViewModel;
import org.candela.shell.CaseDesk;
import org.candela.shell.CaseOpener;
import org.candela.shell.CasePriors;
import org.candela.shell.CaseReport;
import org.candela.shell.OpenedCase;
import org.candela.shell.OpenedCase.Purpose;
import org.candela.shell.StudyLayouts;
import org.candela.study.RemoteStudies;
import org.candela.study.StudySource;
import org.candela.study.prior.PriorConfirmations;
import org.candela.viewer.ManualLoader;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.TestImages;
import org.candela.viewer.TestSessions;
import org.candela.viewer.mark.Marks;
import org.candela.viewer.stack.ImageStack;
import org.candela.worklist.ReadingState;
import org.candela.worklist.Worklist;
import org.candela.worklist.ui.WorklistRow;
import org.candela.worklist.ui.WorklistViewModel;

/**
 * The product's desk without its windows: list, case, marks, report and outbox over a real home, with hands for a reader.
 * Limits of time are short, and pauses too.
 */
final class WindowlessDesk implements AutoCloseable {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Duration ANSWER = Duration.ofMillis(900);
    private static final RetryPolicy WEB_RETRIES = new RetryPolicy(3, Duration.ofMillis(10), Duration.ofMillis(20));
    private static final org.candela.delivery.RetryPolicy SENDING =
            new org.candela.delivery.RetryPolicy(Duration.ofMillis(20), Duration.ofMillis(150), 1000);
    private static final long PATIENCE_SECONDS = 20;

    private final Executors executors = new Executors();
    private final QuickScheduler scheduler = new QuickScheduler();
    private final ExecutorService ui = java.util.concurrent.Executors.newSingleThreadExecutor();
    private final House house;
    private final Worklist worklist;
    private final WindowlessClaims claims;
    private final OutboxPump pump;
    private final ReportServices services;
    private final ReadingSession session;
    private final CaseDesk cases;
    private final WorklistViewModel list;
    private final ReportViewModel report;
    /** What the reader was told. */
    final List<Throwable> told = new CopyOnWriteArrayList<>();

    /** Opens it on a home that knows its facilities and its reader. */
    WindowlessDesk(Path home) throws Exception {
        house = House.open(
                new Config(AppPaths.under(home), "", false, Places.NONE, TestRoom.READER, 30, 0), CLOCK, executors);
        Map<Facility, StudySource> sources = reached();
        worklist = new Worklist(sources, house.base().database(), house.base().audit(), CLOCK);
        claims = WindowlessClaims.of(
                house,
                worklist,
                HttpClient.newBuilder().executor(executors.web()).build());
        Outbox outbox = new Outbox(ledger(), facilities(), SENDING);
        pump = new OutboxPump(
                outbox, Map.of(Way.HL7, Hl7Carriers.plain(ledger(), ANSWER)), executors.delivery(), scheduler);
        services = services(outbox);
        session = TestSessions.session(
                ManualLoader.answering(TestImages.slice(1, 1, 1)),
                new TestSessions.Store(house.base().database(), executors.db(), CLOCK),
                new EditHistory(),
                scheduler,
                ui);
        list = new WorklistViewModel(worklist, new WorklistViewModel.Threads(executors.io(), ui), CLOCK, 30);
        report = new ReportViewModel(services, new ReportViewModel.Threads(executors.io(), ui), CLOCK);
        cases = new CaseDesk(opener(sources), session, ui, told::add);
        onUi(() -> {
            CaseReport.bind(cases, session, report);
            return true;
        });
        pump.start();
    }

    private Map<Facility, StudySource> reached() {
        HttpClient http = HttpClient.newBuilder().executor(executors.web()).build();
        Map<Facility, StudySource> sources = new LinkedHashMap<>();
        for (Facility facility : house.reached().sources().keySet()) {
            DicomWebClient client = new DicomWebClient(
                    WebEndpoint.of(facility.dicomWeb()).within(ANSWER, ANSWER).retrying(WEB_RETRIES), http);
            sources.put(
                    facility,
                    new RemoteStudies(
                            facility.id(),
                            client,
                            house.library(),
                            house.base().paths().incoming(),
                            executors.io()));
        }
        return sources;
    }

    private Ledger ledger() {
        return new Ledger(house.base().database(), house.base().audit(), CLOCK);
    }

    private Facilities facilities() {
        return new Facilities(house.base().database(), house.base().audit(), CLOCK);
    }

    private ReportServices services(Outbox outbox) throws CandelaException {
        Pins pins = new Pins(ledger());
        return new ReportServices(
                new Reports(house.base().database(), Templates.shipped()),
                new DraftAutosave(house.base().database(), scheduler, CLOCK),
                new Signing(
                        ledger(),
                        pins,
                        SignRules.standard(),
                        SignGate.both(claims.desk(), house.gate(TestRoom.READER)),
                        List.of(new WorklistProgress(worklist), claims.desk(), outbox)),
                new DeliveryBoard(outbox, ledger()),
                SpeechEngine.NONE,
                pins.enrolled(TestRoom.READER).orElseGet(() -> new Signer(TestRoom.READER, "NOBODY", "")));
    }

    private CaseOpener opener(Map<Facility, StudySource> sources) {
        Map<FacilityId, StudySource> byId = new LinkedHashMap<>();
        sources.forEach((facility, source) -> byId.put(facility.id(), source));
        ReadinessItem ready = ReadinessItem.ready("displays", "Displays", "calibrated");
        return new CaseOpener(
                new CaseOpener.Services(
                        worklist,
                        byId,
                        house.library(),
                        new ReadinessBoard(List.of(() -> ready), CLOCK),
                        new StudyLayouts(),
                        house.gate(TestRoom.READER),
                        CasePriors.of(
                                byId,
                                new PriorConfirmations(
                                        house.base().database(), house.base().audit(), CLOCK),
                                CLOCK,
                                executors.io()),
                        claims.desk()),
                executors.io(),
                TestRoom.READER);
    }

    /** Does something on the thread of the desk. */
    <T> T onUi(Callable<T> act) throws Exception {
        return ui.submit(act).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private void until(String what, BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!onUi(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + PATIENCE_SECONDS + " s: " + what + "; told: " + told);
            }
            TimeUnit.MILLISECONDS.sleep(2); // the desk is asked again, nothing is waited for longer than it takes
        }
    }

    private static void await(CompletableFuture<?> done) throws InterruptedException, ExecutionException {
        try {
            done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("not within " + PATIENCE_SECONDS + " s", e);
        }
    }

    /** Asks the facilities for their lists. */
    void refresh() throws Exception {
        await(onUi(list::refresh));
    }

    List<WorklistRow> rows() throws Exception {
        return onUi(() -> List.copyOf(list.rows()));
    }

    /** What the desk says of facilities that are away. */
    List<String> staleWords() throws Exception {
        return worklist.snapshot().health().stream()
                .flatMap(health -> health.failure().stream())
                .toList();
    }

    /** Opens the next study; empty when it did not open, of which the reader is told. */
    Optional<Uid> openNext() throws Exception {
        int before = told.size();
        WorklistRow next = onUi(this::next).orElseThrow(() -> new AssertionError("nothing to read"));
        onUi(() -> {
            cases.open(next.item(), Purpose.DIAGNOSIS);
            return true;
        });
        until("a case, or a reason why there is none", () -> hasOpened() || told.size() > before);
        if (!onUi(this::hasOpened)) {
            return Optional.empty();
        }
        until("its report", () -> report.reportProperty().get().isPresent());
        return Optional.of(next.item().study().uid());
    }

    /** A study that is claimed, and did not open, is gone on with before another. */
    private Optional<WorklistRow> next() {
        return list.rows().stream()
                .filter(row -> row.item().state() == ReadingState.CLAIMED)
                .findFirst()
                .or(list::next);
    }

    /** Only looks at a study, and lays it aside. */
    void lookAt(Uid study) throws Exception {
        WorklistRow row = onUi(() -> list.rows().stream()
                .filter(each -> each.item().study().uid().equals(study))
                .findFirst()
                .orElseThrow());
        ui.execute(() -> cases.open(row.item(), Purpose.REVIEW));
        until("its images", this::hasOpened);
        ui.execute(cases::close);
    }

    private boolean hasOpened() {
        if (cases.blockedProperty().get().isPresent()) {
            throw new AssertionError(cases.blockedProperty().get().orElseThrow().reasons());
        }
        return cases.currentProperty().get().isPresent();
    }

    /** The series of the open case that is measured. */
    private ImageStack stack() {
        return session.study().orElseThrow().stacks().get(0);
    }

    /** Draws a line on the first image. */
    void measure() throws Exception {
        onUi(() -> {
            return session.marks()
                    .add(
                            new Figure(FigureKind.LENGTH, List.of(new ImagePoint(1, 1), new ImagePoint(6, 1))),
                            DrawnFrame.of(stack()),
                            "");
        });
    }

    /** How many marks of a series are on the disk. */
    int marksOf(Uid series) throws Exception {
        return new Marks(house.base().database(), executors.db(), CLOCK)
                .ofSeries(series)
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .marks()
                .size();
    }

    Uid openSeries() throws Exception {
        return onUi(() -> stack().seriesUid());
    }

    /** Types into every field that must be filled. */
    ReportId write(String sentence) throws Exception {
        return onUi(() -> ReportHands.write(report, sentence));
    }

    /** Signs, warnings confirmed. */
    void sign(SignatureMeaning meaning) throws Exception {
        await(onUi(() -> {
            List.copyOf(report.findings()).stream()
                    .filter(finding -> !report.isConfirmed(finding))
                    .forEach(report::toggleConfirmed);
            return report.sign(meaning, TestRoom.PIN.toCharArray());
        }));
    }

    /** What the last signature came to. */
    String signed() throws Exception {
        return onUi(() -> report.noticeProperty().get().text());
    }

    WindowlessClaims claims() {
        return claims;
    }

    /** The standing of all versions of a report. */
    List<DeliveryStanding> deliveries(ReportId id) throws CandelaException {
        return services.deliveries().of(id);
    }

    /** What is done while one waits. */
    interface Meanwhile {
        void act() throws Exception;
    }

    /** Waits until all of these reports are acknowledged. */
    void awaitAcknowledged(List<ReportId> reports, Meanwhile meanwhile) throws Exception {
        until("acknowledgements", () -> {
            try {
                meanwhile.act();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            return reports.stream().allMatch(this::isAcknowledged);
        });
    }

    private boolean isAcknowledged(ReportId id) {
        try {
            return deliveries(id).stream().allMatch(each -> each.state() == DeliveryStanding.State.ACKNOWLEDGED);
        } catch (CandelaException e) {
            throw new AssertionError(e);
        }
    }

    Optional<OpenedCase> openCase() throws Exception {
        return onUi(() -> cases.currentProperty().get());
    }

    Worklist worklist() {
        return worklist;
    }

    ReportServices services() {
        return services;
    }

    /** One figure of the store. */
    long count(String sql) throws CandelaException {
        return house.base().database().read(tx -> tx.one(sql, row -> row.longValue("n"))
                .orElseThrow());
    }

    boolean isAuditIntact() throws CandelaException {
        return AuditVerifier.verify(house.base().database()) instanceof AuditVerification.Intact;
    }

    @Override
    public void close() throws Exception {
        onUi(() -> {
            cases.close();
            return true;
        });
        services.autosave().close();
        pump.close();
        scheduler.shutdownNow();
        executors.close();
        ui.shutdownNow();
        house.base().database().close();
    }
}
