package org.candela.codec.video;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A program that runs beside this one and is ended when it computes or waits too long for what is read. Its standard input is empty.
 *
 * <p>When this process ends in any way, the pipe breaks and the child ends with its next write. One thread at a time.
 */
final class Child implements AutoCloseable {
    private static final int MOST_COMPLAINTS = 4096;
    private static final int REASON = 160;
    private static final long SECONDS_TO_END = 2;
    /** How often within its limit a child is looked at, and how many times its limit it may wait. */
    private static final int LOOKS = 10;

    private static final int PATIENCE = 5;

    private final Process process;
    private final ScheduledExecutorService watch;
    private final Duration limit;
    private final AtomicBoolean isLate = new AtomicBoolean();

    private Child(Process process, ScheduledExecutorService watch, Duration limit) {
        this.process = process;
        this.watch = watch;
        this.limit = limit;
    }

    static Child start(List<String> command, ScheduledExecutorService watch, Duration limit) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().remove("FFREPORT"); // or it would write what it does into files
        Process process = builder.start();
        process.getOutputStream().close();
        return new Child(process, watch, limit);
    }

    // [impl->req~codec.video-bounded~1]
    /** Reads what comes next into {@code target}; fewer bytes than it holds mean that there are no more. */
    int read(byte[] target) throws IOException {
        Duration before = processorTime();
        long begun = System.nanoTime();
        long interval = limit.dividedBy(LOOKS).toMillis();
        Future<?> alarm =
                watch.scheduleWithFixedDelay(() -> endIfLate(before, begun), interval, interval, TimeUnit.MILLISECONDS);
        try {
            return process.getInputStream().readNBytes(target, 0, target.length);
        } finally {
            alarm.cancel(false);
        }
    }

    /** All it says, refused when that is more than {@code most} bytes. */
    byte[] readAll(int most) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] some = new byte[1 << 16];
        int count;
        do {
            count = read(some);
            all.write(some, 0, count);
            if (all.size() > most) {
                throw new IOException("FFmpeg says more than " + most + " bytes of a video");
            }
        } while (count == some.length);
        return all.toByteArray();
    }

    /** The handle and not the process, whose own method would close the stream under the reader. */
    private void endIfLate(Duration before, long begun) {
        Duration waited = Duration.ofNanos(System.nanoTime() - begun);
        boolean isTooMuch = processorTime().minus(before).compareTo(limit) > 0;
        if (isTooMuch || waited.compareTo(limit.multipliedBy(PATIENCE)) > 0) {
            isLate.set(true);
            process.toHandle().destroyForcibly();
        }
    }

    /** Of all its threads; zero where the system does not tell, so that the clock alone counts. */
    private Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Whether it was ended for being late. */
    boolean isLate() {
        return isLate.get();
    }

    /** Whether it ended by itself and was content. Waits a little. */
    boolean endedWell() {
        try {
            return process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The first line it complained with, without addresses in memory and without the places of files; may be blank. */
    String complaint() throws IOException {
        InputStream errors = process.getErrorStream();
        byte[] bytes = errors.readNBytes(Math.min(errors.available(), MOST_COMPLAINTS));
        String first = new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.contains("subfile,,"))
                .findFirst()
                .orElse("");
        String plain =
                first.replaceAll("\\[([^\\]@]*?) ?@ ?[^\\]]*\\] ?", "$1: ").replaceAll("\\p{Cntrl}", " ");
        return plain.substring(0, Math.min(plain.length(), REASON)).trim();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
