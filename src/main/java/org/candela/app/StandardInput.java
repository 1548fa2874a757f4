package org.candela.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.candela.base.Cancellation;
import org.candela.cli.Answers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lines from the input of the process. A line that does not come cannot be broken off, so a thread of its own waits for it,
 * begun with the first question, and whoever asked can be cancelled meanwhile.
 */
// [impl->req~cli.qa-talk~1]
final class StandardInput implements Answers {
    private static final Logger LOG = LoggerFactory.getLogger(StandardInput.class);
    private static final long GLANCE_MILLIS = 100;

    private final InputStream input;
    private final boolean isTerminal;
    private final BlockingQueue<Optional<String>> lines = new SynchronousQueue<>();
    private boolean isRead;
    private boolean isOver;

    StandardInput(InputStream input, boolean isTerminal) {
        this.input = input;
        this.isTerminal = isTerminal;
    }

    @Override
    public boolean isTerminal() {
        return isTerminal;
    }

    @Override
    public Optional<String> next(Cancellation cancellation) {
        if (isOver) {
            return Optional.empty();
        }
        begin();
        try {
            while (true) {
                cancellation.throwIfRequested();
                Optional<String> line = lines.poll(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
                if (line != null) {
                    isOver = line.isEmpty();
                    return line;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while an answer was waited for");
        }
    }

    private void begin() {
        if (!isRead) {
            isRead = true;
            Thread reading = new Thread(this::read, "standard-input");
            reading.setDaemon(true);
            reading.start();
        }
    }

    private void read() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.put(Optional.of(line));
            }
            lines.put(Optional.empty());
        } catch (IOException e) {
            LOG.warn("the input cannot be read on", e);
            end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        try {
            lines.put(Optional.empty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
