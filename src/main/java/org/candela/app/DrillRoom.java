package org.candela.app;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.candela.base.Async;
import org.candela.base.CandelaException;
import org.candela.drill.DrillRecord;
import org.candela.drill.DrillStep;
import org.candela.drill.DrillStep.Mark;
import org.candela.shell.Command;
import org.candela.ui.Dialogs.Problem;
import org.candela.ui.Messages;
import org.candela.ui.UiExecutor;
import org.jspecify.annotations.Nullable;

/** The disconnect drill as a command of the open room, beside whatever is read; what it came to stands at the foot of the screen. */
final class DrillRoom {
    private final OpenRoom open;
    private final Drill drill;
    private final Executor io;
    private final Messages words = Messages.of(DrillRoom.class);
    private final AtomicBoolean isRunning = new AtomicBoolean();

    DrillRoom(OpenRoom open, Drill drill, Executor io) {
        this.open = open;
        this.drill = drill;
        this.io = io;
    }

    /** Adds the command. FX thread. */
    void follow() {
        open.bus().register(Command.titled(words, "app.drill", this::begin));
    }

    private void begin() {
        if (!isRunning.compareAndSet(false, true)) {
            return;
        }
        open.room().show(new Problem(words.text("drill.runs"), words.text("drill.apart"), "drill.running"));
        var unused = CompletableFuture.supplyAsync(this::run, io).whenCompleteAsync(this::tell, new UiExecutor());
    }

    private DrillRecord run() {
        try {
            return drill.run(step -> {});
        } catch (Exception e) {
            throw new CompletionException(e);
        } finally {
            isRunning.set(false);
        }
    }

    private void tell(@Nullable DrillRecord done, @Nullable Throwable failure) {
        open.check();
        if (done == null) {
            Throwable cause = Async.causeOf(failure == null ? new IllegalStateException("no result") : failure);
            String why = cause instanceof CandelaException ? String.valueOf(cause.getMessage()) : cause.toString();
            open.room().show(new Problem(words.text("drill.broken"), why, "drill.broken"));
            return;
        }
        String title = words.text("drill." + (done.mark() == Mark.PASSED ? "passed" : "trouble"));
        open.room().show(new Problem(title, steps(done), "drill." + done.at()));
    }

    private String steps(DrillRecord done) {
        return done.steps().stream().map(this::step).collect(Collectors.joining("  "));
    }

    private String step(DrillStep step) {
        String lost = step.lost().isEmpty() ? words.text("drill.nothing") : String.join(", ", step.lost());
        return words.text(
                "drill.step",
                step.name(),
                words.text("drill.mark." + step.mark()),
                lost,
                String.valueOf(step.recovery().toSeconds()));
    }
}
