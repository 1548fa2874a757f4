package org.candela.report.ui;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.candela.base.Async;

/** Work of the report desk with the store: done on the disk thread, shown on the FX thread, failures told there. */
final class DeskWork {
    private final ReportViewModel.Threads threads;
    private final Consumer<Throwable> failures;

    /** @param failures told on the FX thread */
    DeskWork(ReportViewModel.Threads threads, Consumer<Throwable> failures) {
        this.threads = threads;
        this.failures = failures;
    }

    /** Runs the task and gives its result to {@code show}; completes when either that or the failure was told. */
    <T> CompletableFuture<Void> run(Async.Task<T> task, Consumer<T> show) {
        return Async.supply(task, threads.io())
                .thenAcceptAsync(show, threads.ui())
                .exceptionallyAsync(
                        failure -> {
                            failures.accept(failure);
                            return null;
                        },
                        threads.ui());
    }
}
