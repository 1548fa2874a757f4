package org.candela.report.ui;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.candela.base.CandelaException;

/** Work of the report desk with the store: done on the disk thread, shown on the FX thread, failures told there. */
final class DeskWork {
    private final ReportViewModel.Threads threads;
    private final Consumer<Throwable> failures;

    /** @param failures told on the FX thread */
    DeskWork(ReportViewModel.Threads threads, Consumer<Throwable> failures) {
        this.threads = threads;
        this.failures = failures;
    }

    /** Something that reads or writes the store. */
    interface Task<T> {
        T run() throws CandelaException;
    }

    /** Runs the task and gives its result to {@code show}; completes when either that or the failure was told. */
    <T> CompletableFuture<Void> run(Task<T> task, Consumer<T> show) {
        return CompletableFuture.supplyAsync(() -> call(task), threads.io())
                .thenAcceptAsync(show, threads.ui())
                .exceptionallyAsync(
                        failure -> {
                            failures.accept(failure);
                            return null;
                        },
                        threads.ui());
    }

    private static <T> T call(Task<T> task) {
        try {
            return task.run();
        } catch (CandelaException e) {
            throw new CompletionException(e);
        }
    }
}
