package org.candela.ui;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/**
 * The way onto the FX thread: tasks run there in the order they were given, never inside the caller.
 *
 * <p>Safe from any thread. Rooms take it as an {@link Executor}, so that tests can give {@code Runnable::run}.
 */
public final class UiExecutor implements Executor {
    @Override
    public void execute(Runnable task) {
        Platform.runLater(task);
    }
}
