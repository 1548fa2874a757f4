package org.candela.app;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.stage.Stage;
import org.candela.base.CandelaException;
import org.candela.displayqa.ui.DisplayQaViewModel;
import org.candela.displayqa.ui.RunProgress;
import org.candela.pad.Pads;
import org.candela.readiness.ui.ReadinessViewModel;
import org.candela.report.ReportedStudy;
import org.candela.report.ui.ReportView;
import org.candela.report.ui.ReportViewModel;
import org.candela.shell.CaseDesk;
import org.candela.shell.CommandBus;
import org.candela.shell.DeskPlan;
import org.candela.shell.OpenedCase.Purpose;
import org.candela.shell.ReadingBlockedException;
import org.candela.shell.ReadingRoom;
import org.candela.shell.ScreenRole;
import org.candela.ui.Dialogs;
import org.candela.ui.Messages;
import org.candela.ui.UiExecutor;
import org.candela.viewer.ReadingSession;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.ui.WorklistViewModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The room with its views, as it stands open: what the user's commands reach. FX thread.
 *
 * @param models state behind the views, which outlive their monitors
 * @param watch over the displays; empty where no driver reaches them
 * @param lock hides everything while nobody is here
 */
record OpenRoom(
        House house,
        ReadingRoom room,
        CommandBus bus,
        Reading reading,
        Models models,
        Optional<DisplayWatch> watch,
        LockRoom lock)
        implements AutoCloseable {
    private static final long REFRESH_SECONDS = 30;
    /** How soon a pad that was plugged in is read. */
    private static final long PADS_SECONDS = 2;

    private static final long SECONDS_TO_LET_GO = 3;
    private static final Logger LOG = LoggerFactory.getLogger(OpenRoom.class);

    /** The one case: its desk, its images, its report, and what becomes of claims. */
    record Reading(CaseDesk cases, ReadingSession session, ReportView report, ClaimRoom claims) {}

    /** State behind the work screen. */
    record Models(
            WorklistViewModel worklist,
            ReadinessViewModel readiness,
            ReportViewModel report,
            DisplayQaViewModel displayQa) {}

    /** Opens the windows, asks facilities and displays, and keeps asking the facilities. */
    CompletableFuture<DeskPlan> open(Executors executors, Runnable whenClosed) {
        Runnable leave = () -> reading.claims().leaving(whenClosed);
        RoomCommands.register(this, new HangingSaver(house.protocols(), executors.io()), leave);
        reading.claims().follow(this);
        reading.cases().blockedProperty().addListener((value, before, now) -> now.ifPresent(this::offerReview));
        reading.cases().currentProperty().addListener((value, before, now) -> {
            now.ifPresent(opened -> room.focusImages());
            reload();
        });
        models.report().onTakeUp(this::takeUp);
        models.report().onSigned(() -> {
            reload();
            reading.claims().signed();
        });
        models.displayQa().progressProperty().addListener((value, before, now) -> askWhenMeasured(now));
        UiExecutor ui = new UiExecutor();
        var unused = executors
                .scheduler()
                .scheduleWithFixedDelay(
                        () -> ui.execute(this::poll), REFRESH_SECONDS, REFRESH_SECONDS, TimeUnit.SECONDS);
        Pads pads = new Pads(
                Pads.LINUX,
                event -> ui.execute(() -> room.pad().take(event)),
                executors.pads(),
                executors.scheduler()::isShutdown);
        var unusedToo = executors
                .scheduler()
                .scheduleWithFixedDelay(() -> executors.io().execute(pads::look), 0, PADS_SECONDS, TimeUnit.SECONDS);
        return room.open().thenApply(plan -> {
            room.desk()
                    .windowOf(ScreenRole.WORK)
                    .ifPresent(window -> window.setOnCloseRequest(request -> {
                        request.consume(); // there may be a question first
                        leave.run();
                    }));
            refresh();
            check();
            takeStock();
            return plan;
        });
    }

    /** Opens the most urgent study that nobody has. */
    void readNext() {
        models.worklist().next().ifPresent(row -> reading.cases().open(row.item(), Purpose.DIAGNOSIS));
    }

    /** Asks the facilities; the list tells of failures itself. */
    void refresh() {
        var unused = models.worklist().refresh();
    }

    /** What an earlier session left, by its reader's will or not. */
    private void takeStock() {
        var unused = models.report().lookForUnfinished();
    }

    private void askWhenMeasured(RunProgress progress) {
        if (!progress.isRunning()) {
            var unused = models.readiness().check();
        }
    }

    private void poll() {
        var unused = models.worklist().poll();
    }

    private void reload() {
        var unused = models.worklist().reload();
    }

    /** Asks about the desk; the card tells of failures itself. */
    void check() {
        var unused = CompletableFuture.allOf(
                models.readiness().check(), models.displayQa().refresh());
    }

    /** Closes the case and the windows. Any thread. */
    @Override
    public void close() {
        reading.claims().close();
        CompletableFuture.runAsync(
                        () -> {
                            reading.cases().close();
                            room.desk().close();
                            lock.close();
                        },
                        new UiExecutor())
                .join();
        letGoOfDevices();
        watch.ifPresent(DisplayWatch::close);
    }

    /** A meter that hangs is left behind: displays are put back all the same. */
    private void letGoOfDevices() {
        try {
            CompletableFuture.completedFuture(true)
                    .thenComposeAsync(room -> models.displayQa().close(), new UiExecutor())
                    .get(SECONDS_TO_LET_GO, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("the meter was not let go of [app.meter]", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** An unfinished report is gone on with beside its images, never alone. */
    private void takeUp(ReportedStudy study) {
        models.worklist()
                .itemOf(new ReadingItem.Id(study.facility(), study.studyInstanceUid()))
                .ifPresentOrElse(item -> reading.cases().open(item, Purpose.DIAGNOSIS), () -> models.report()
                        .refuse(new CandelaException(
                                "report.not-listed", Messages.of(OpenRoom.class).text("report.not-listed"))));
    }

    /** A desk that is not ready can still show images, for review and marked so. */
    private void offerReview(CaseDesk.Blocked blocked) {
        Messages words = Messages.of(OpenRoom.class);
        Dialogs.Question question = new Dialogs.Question(
                words.text("blocked.title"),
                words.text("blocked.consequence", String.join("\n", blocked.reasons())),
                words.text("blocked.action"));
        Dialogs dialogs = new Dialogs(window());
        var unused = blocked.way() == ReadingBlockedException.Way.MEND
                ? dialogs.confirm(question).thenAccept(isWanted -> {
                    if (isWanted) {
                        reading.cases().open(blocked.item(), Purpose.REVIEW);
                    }
                })
                : dialogs.askWithWords(
                                question,
                                new Dialogs.Words(words.text("blocked.reason"), words.text("blocked.overrule")))
                        .thenAccept(answer -> goOn(blocked, answer));
    }

    private void goOn(CaseDesk.Blocked blocked, Dialogs.Answer answer) {
        switch (answer.choice()) {
            case ACTION -> reading.cases().open(blocked.item(), Purpose.REVIEW);
            case WITH_WORDS -> reading.cases().overrule(blocked, answer.words());
            case NOTHING -> {}
        }
    }

    /** The work window, over which questions are asked. */
    private Stage window() {
        return room.desk().windowOf(ScreenRole.WORK).orElseThrow();
    }
}
