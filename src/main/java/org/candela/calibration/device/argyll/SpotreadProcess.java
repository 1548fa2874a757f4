package org.candela.calibration.device.argyll;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of spotread: a process with everything that it started, ended for certain by {@link #close}.
 *
 * <p>Nothing here waits for the process without a limit. What it prints is counted: more than {@link #MOST} bytes are not
 * read. One thread.
 */
final class SpotreadProcess implements AutoCloseable {
    /** Far more than any reading prints, far less than what hurts. */
    static final int MOST = 256 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(SpotreadProcess.class);
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration GENTLY = Duration.ofMillis(500);
    private static final Duration FORCIBLY = Duration.ofSeconds(2);
    /** Which of the looks also asks the system for what the process has started. */
    private static final int LOOKS_PER_CENSUS = 5;

    private final Process process;
    private final Printed out;
    private final Printed errors;
    /** All that it ever had, since a child whose parent ends is no longer found below it. */
    private final Set<ProcessHandle> family = new LinkedHashSet<>();

    private boolean isTooMuch;
    private int looks;

    private SpotreadProcess(Process process, Printed out, Printed errors) {
        this.process = process;
        this.out = out;
        this.errors = errors;
    }

    /** Starts {@code command}, which is told to write numbers with a point and to take prompts by lines. */
    static SpotreadProcess start(List<String> command) throws IOException {
        Printed out = Printed.begin();
        Printed errors = Printed.begin();
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectOutput(out.file().toFile())
                    .redirectError(errors.file().toFile());
            makePlain(builder.environment());
            return new SpotreadProcess(builder.start(), out, errors);
        } catch (IOException e) {
            out.close();
            errors.close();
            throw e;
        }
    }

    /**
     * Sets the environment of a reading. A correction or a spectrum that somebody's shell asks for would change each number and
     * stand in no record; I1D3_ESCAPE, with which some meters of other makers alone open, stays.
     */
    // [impl->req~device.spotread-environment~1]
    static void makePlain(Map<String, String> environment) {
        environment.put("LC_ALL", "C");
        environment.put("ARGYLL_NOT_INTERACTIVE", "1");
        environment.remove("ARGYLL_COLMTER_COR_MATRIX");
        environment.remove("ARGYLL_COLMTER_CAL_SPEC_SET");
    }

    /** Waits a moment, less when the process ends, and takes what it printed meanwhile. */
    void look() throws IOException, InterruptedException {
        if (looks++ % LOOKS_PER_CENSUS == 0) {
            countFamily();
        }
        process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        boolean isMore = out.take(MOST);
        isTooMuch = errors.take(MOST) || isMore || isTooMuch;
    }

    /** The next whole line of either stream. */
    Optional<String> line() {
        return out.line().or(errors::line);
    }

    /** What it has begun to print and not ended, as a prompt. */
    String rest() {
        return out.rest();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int exitCode() {
        return process.exitValue();
    }

    /** Whether it printed more than it should ever print. */
    boolean isTooMuch() {
        return isTooMuch;
    }

    /** Answers the prompt that it shows; ARGYLL_NOT_INTERACTIVE wants a character and a line end. */
    void answer(char key) throws IOException {
        out.forgetRest();
        process.getOutputStream().write((key + "\n").getBytes(StandardCharsets.US_ASCII));
        process.getOutputStream().flush();
    }

    /** Waits until it ends by itself, at most so long. */
    void awaitEnd(Duration limit) throws InterruptedException {
        countFamily();
        process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends it and all it started, first gently, then for certain; an interrupt hurries and is kept. */
    @Override
    public void close() {
        countFamily();
        boolean isInterrupted = Thread.interrupted();
        alive().forEach(ProcessHandle::destroy);
        isInterrupted |= awaitAll(isInterrupted ? Duration.ZERO : GENTLY);
        countFamily();
        alive().forEach(ProcessHandle::destroyForcibly);
        isInterrupted |= awaitAll(FORCIBLY);
        if (!alive().isEmpty()) {
            LOG.warn("spotread could not be ended: {}", alive());
        }
        closeStreams();
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private List<ProcessHandle> alive() {
        return family.stream().filter(ProcessHandle::isAlive).toList();
    }

    private void countFamily() {
        family.add(process.toHandle());
        for (ProcessHandle member : List.copyOf(family)) {
            member.descendants().forEach(family::add);
        }
    }

    /** Waits for all of them, together at most so long; whether it was interrupted. */
    private boolean awaitAll(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        for (ProcessHandle member : alive()) {
            try {
                member.onExit().get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                LOG.debug("process {} takes its time", member.pid());
            } catch (ExecutionException e) {
                LOG.debug("process {} cannot be waited for", member.pid(), e);
            } catch (InterruptedException e) {
                return true;
            }
        }
        return false;
    }

    private void closeStreams() {
        try (out;
                errors) {
            process.getOutputStream().close();
        } catch (IOException e) {
            // What was left to answer has no reader any more; a file that stays is a few lines in the temporary folder.
            LOG.debug("the streams of spotread did not close", e);
        }
    }
}
