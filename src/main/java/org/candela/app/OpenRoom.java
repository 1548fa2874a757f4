package org.candela.app;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import org.candela.readiness.ui.ReadinessViewModel;
import org.candela.shell.CaseDesk;
import org.candela.shell.Command;
import org.candela.shell.CommandBus;
import org.candela.shell.DeskPlan;
import org.candela.shell.OpenedCase.Purpose;
import org.candela.shell.ReadingRoom;
import org.candela.shell.ScreenRole;
import org.candela.shell.ViewerCommands;
import org.candela.ui.Dialogs;
import org.candela.ui.Messages;
import org.candela.ui.UiExecutor;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.ViewerActions;
import org.candela.viewer.WindowPresets;
import org.candela.worklist.ui.WorklistRow;
import org.candela.worklist.ui.WorklistViewModel;

/**
 * The room with its views, as it stands open: what the user's commands reach. FX thread.
 *
 * @param models state behind the views, which outlive their monitors
 */
record OpenRoom(ReadingRoom room, CommandBus bus, CaseDesk cases, ReadingSession session, Models models)
        implements AutoCloseable {
    private static final long REFRESH_SECONDS = 60;

    /** State behind the work screen. */
    record Models(WorklistViewModel worklist, ReadinessViewModel readiness) {}

    /** Opens the windows, asks facilities and displays, and keeps asking the facilities. */
    CompletableFuture<DeskPlan> open(Executors executors, Runnable whenClosed) {
        registerCommands(whenClosed);
        cases.blockedProperty().addListener((value, before, now) -> now.ifPresent(this::offerReview));
        UiExecutor ui = new UiExecutor();
        var unused = executors
                .scheduler()
                .scheduleWithFixedDelay(
                        () -> ui.execute(this::refresh), REFRESH_SECONDS, REFRESH_SECONDS, TimeUnit.SECONDS);
        return room.open().thenApply(plan -> {
            room.desk()
                    .windowOf(ScreenRole.WORK)
                    .ifPresent(window -> window.setOnCloseRequest(request -> whenClosed.run()));
            refresh();
            ask();
            return plan;
        });
    }

    /** The work window, over which questions are asked. */
    Stage window() {
        return room.desk().windowOf(ScreenRole.WORK).orElseThrow();
    }

    /** A desk that is not ready can still show images, for review and marked so. */
    private void offerReview(CaseDesk.Blocked blocked) {
        Messages words = Messages.of(OpenRoom.class);
        Dialogs.Question question = new Dialogs.Question(
                words.text("blocked.title"),
                words.text("blocked.consequence", String.join("\n", blocked.reasons())),
                words.text("blocked.action"));
        var unused = new Dialogs(window()).confirm(question).thenAccept(isWanted -> {
            if (isWanted) {
                cases.open(blocked.item(), Purpose.REVIEW);
            }
        });
    }

    /** Closes the case and the windows. Any thread. */
    @Override
    public void close() {
        CompletableFuture.runAsync(
                        () -> {
                            cases.close();
                            room.desk().close();
                        },
                        new UiExecutor())
                .join();
    }

    private void registerCommands(Runnable whenClosed) {
        bus.register(Command.of("worklist.next", "Open the next study", () -> models.worklist()
                .next()
                .ifPresent(this::read)));
        bus.register(Command.of("worklist.refresh", "Ask the facilities again", this::refresh));
        bus.register(Command.of("case.close", "Put the study aside", cases::close));
        bus.register(Command.of("readiness.check", "Check the desk again", this::ask));
        bus.register(Command.of("app.quit", "Leave the workstation", whenClosed));
        ViewerCommands.register(bus, new ViewerActions(session, WindowPresets.bundled()));
    }

    private void read(WorklistRow row) {
        cases.open(row.item(), Purpose.DIAGNOSIS);
    }

    /** The list tells of failures itself. */
    private void refresh() {
        var unused = models.worklist().refresh();
    }

    /** The card tells of failures itself. */
    private void ask() {
        var unused = models.readiness().check();
    }
}
