package org.candela.app;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.candela.audit.AuditVerification;
import org.candela.audit.AuditVerifier;
import org.candela.base.Async;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.readiness.ReadinessBoard;
import org.candela.readiness.ReadinessItem;
import org.candela.report.DeliveryStanding;
import org.candela.report.OpenReport;
import org.candela.report.ReportDraft;
import org.candela.report.ReportId;
import org.candela.report.SignContext;
import org.candela.report.SignFinding;
import org.candela.report.SignRequest;
import org.candela.report.SignResult;
import org.candela.report.SignatureMeaning;
import org.candela.report.template.Template;
import org.candela.report.template.TemplateField;
import org.candela.report.template.Templates;
import org.candela.shell.CaseOpener;
import org.candela.shell.OpenedCase;
import org.candela.shell.OpenedCase.Purpose;
import org.candela.shell.ReportedCases;
import org.candela.shell.StudyLayouts;
import org.candela.worklist.FacilityHealth;
import org.candela.worklist.ReadingItem;

/** The workstation below its windows, in the folder of a drill, with hands that read. Blocks; one thread. */
final class DrillDesk implements AutoCloseable {
    private static final Duration LONGEST_ACT = Duration.ofSeconds(90);
    private static final long MILLIS_BETWEEN_LOOKS = 50;

    private final Clock clock;
    private final char[] pin;
    private final Executors executors = new Executors();
    private final House house;
    private final Reporting reporting;
    private final CaseOpener opener;
    private final String reader;

    /** Opens the house of {@code config}, and sends what waits there. */
    DrillDesk(Config config, Clock clock, String pin) throws CandelaException {
        this.clock = clock;
        this.pin = pin.toCharArray();
        this.reader = config.reader();
        this.house = House.open(config, clock, executors);
        this.reporting = Reporting.of(house, executors, reader);
        ReadinessItem ready = ReadinessItem.ready("displays", "Displays", "A drill asks no displays.");
        this.opener = new CaseOpener(
                new CaseOpener.Services(
                        house.worklist(),
                        house.sources(),
                        house.library(),
                        new ReadinessBoard(List.of(() -> ready), clock),
                        new StudyLayouts(),
                        house.gate(reader),
                        house.priors(executors),
                        reporting.claims()),
                executors.io(),
                reader);
        reporting.pump().start();
    }

    /** A look that may fail as the store does. */
    @FunctionalInterface
    interface Look {
        boolean isSo() throws CandelaException;
    }

    /** Looks again and again; whether it came to be within {@code limit}. */
    static boolean until(Look look, Duration limit) throws CandelaException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        CountDownLatch never = new CountDownLatch(1);
        while (!look.isSo()) {
            if (System.nanoTime() > end || never.await(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return true;
    }

    /** The list after all facilities were asked, most urgent first. */
    List<ReadingItem> refresh() throws CandelaException, InterruptedException {
        LocalDate since = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .minusDays(house.base().listedDays());
        get(house.worklist().refresh(since, new Cancellation()));
        return house.worklist().snapshot().items();
    }

    /** What the list says of facilities that are away. */
    List<String> silence() throws CandelaException {
        return house.worklist().snapshot().health().stream()
                .map(FacilityHealth::failure)
                .flatMap(Optional::stream)
                .toList();
    }

    ReadingItem now(ReadingItem item) throws CandelaException {
        return house.worklist().find(item.id()).orElse(item);
    }

    OpenedCase open(ReadingItem item) throws CandelaException, InterruptedException {
        return get(opener.open(item, Purpose.DIAGNOSIS, (here, total) -> {}, new Cancellation()));
    }

    /** The report of an open case with words in all fields that need some; on the disk. */
    ReportDraft write(OpenedCase opened, String words) throws CandelaException {
        OpenReport begun = reporting.services().reports().open(ReportedCases.of(opened));
        ReportDraft draft = begun.draft();
        for (TemplateField field : begun.template().fields()) {
            if (field.isUnfilled(draft.text(field.id()))) {
                draft = draft.withText(field.id(), fill(field, words));
            }
        }
        for (SignFinding finding : reporting.services().signing().checks().check(context(draft, begun.template()))) {
            if (!finding.fieldId().isEmpty() && finding.severity() == SignFinding.Severity.BLOCK) {
                draft = draft.withText(finding.fieldId(), words);
            }
        }
        keep(draft);
        return draft;
    }

    private static String fill(TemplateField field, String words) {
        return switch (field.content().kind()) {
            case PROSE, LINE -> words;
            case NUMBER -> "12";
            case CHOICE -> field.content().options().get(0);
        };
    }

    /** Saves a draft as the room does, and waits until it is on the disk. */
    void keep(ReportDraft draft) {
        reporting.services().autosave().edited(draft);
        reporting.services().autosave().flush();
    }

    List<ReportDraft> drafts() throws CandelaException {
        return reporting.services().reports().unsignedDrafts();
    }

    void sign(ReportDraft draft) throws CandelaException {
        Template template = Templates.shipped().withId(draft.templateId()).orElseThrow();
        SignContext context = context(draft, template);
        SignRequest request = new SignRequest(
                context, new HashSet<>(reporting.services().signing().checks().check(context)), reader, pin.clone());
        SignResult result = reporting.services().signing().sign(request);
        if (!(result instanceof SignResult.Signed)) {
            throw new CandelaException("drill.not-signed", "the report of the drill could not be signed: " + result);
        }
    }

    private static SignContext context(ReportDraft draft, Template template) {
        return new SignContext(
                draft, template, SignatureMeaning.FINAL, List.of(draft.study().studyInstanceUid()));
    }

    List<DeliveryStanding> deliveries(ReportId report) throws CandelaException {
        return reporting.services().deliveries().of(report);
    }

    boolean isAcknowledged(ReportId report) throws CandelaException {
        List<DeliveryStanding> standings = deliveries(report);
        return !standings.isEmpty()
                && standings.stream().allMatch(each -> each.state() == DeliveryStanding.State.ACKNOWLEDGED);
    }

    boolean isAuditIntact() throws CandelaException {
        return AuditVerifier.verify(house.base().database()) instanceof AuditVerification.Intact;
    }

    private static <T> T get(CompletableFuture<T> future) throws CandelaException, InterruptedException {
        try {
            return future.get(LONGEST_ACT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            Throwable cause = Async.causeOf(e.getCause() == null ? e : e.getCause());
            throw cause instanceof CandelaException known
                    ? known
                    : new CandelaException("drill.failed", "the drill ended in a fault of the program: " + cause, e);
        } catch (TimeoutException e) {
            throw new CandelaException("drill.too-late", "nothing within " + LONGEST_ACT.toSeconds() + " s", e);
        }
    }

    /** Leaves everything as a program that ends does; claims and drafts stay. */
    @Override
    public void close() throws CandelaException {
        reporting.close();
        executors.close();
        house.base().database().close();
    }
}
