package org.candela.base;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** Work with checked failures on other threads: how a {@link CandelaException} gets into a future, and out again. */
public final class Async {
    private Async() {}

    /** Something that may fail as the environment does. */
    @FunctionalInterface
    public interface Task<T> {
        T run() throws CandelaException;
    }

    /** Something done that may fail as the environment does. */
    @FunctionalInterface
    public interface Step {
        void run() throws CandelaException;
    }

    /** Runs {@code task} on {@code executor}; the future fails with what the task threw as {@link #causeOf}. */
    public static <T> CompletableFuture<T> supply(Task<T> task, Executor executor) {
        return CompletableFuture.supplyAsync(() -> call(task), executor);
    }

    /** Does {@code step} on {@code executor}; the future fails with what it threw as {@link #causeOf}. */
    public static CompletableFuture<Void> run(Step step, Executor executor) {
        return supply(
                        () -> {
                            step.run();
                            return true;
                        },
                        executor)
                .thenAccept(done -> {});
    }

    /** Runs {@code task} here, within the stage of a future, where only unchecked failures may pass. */
    public static <T> T call(Task<T> task) {
        try {
            return task.run();
        } catch (CandelaException e) {
            throw new CompletionException(e);
        }
    }

    /** What a stage failed with, without the wrapping that futures put around it. */
    public static Throwable causeOf(Throwable failure) {
        Throwable inner = failure.getCause();
        return failure instanceof CompletionException && inner != null ? inner : failure;
    }
}
