package org.candela.calibration.device.serial;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A meter at our end of a pseudo-terminal that answers each command, up to its CR, with what the test lays ready. */
final class PtyMeter implements AutoCloseable {
    private final PseudoTerminal terminal = new PseudoTerminal();
    private final Deque<Runnable> answers = new ArrayDeque<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::serve, "pty-meter");
    private volatile boolean isOver;

    String path() {
        return terminal.path();
    }

    PseudoTerminal terminal() {
        return terminal;
    }

    /** Answers the next command so. */
    PtyMeter answering(String reply) {
        return doing(() -> terminal.send(reply));
    }

    PtyMeter doing(Runnable answer) {
        answers.add(answer);
        return this;
    }

    PtyMeter silent() {
        return doing(() -> {});
    }

    PtyMeter start() {
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    /** What it was asked, without CR and LF. */
    List<String> commands() {
        return List.copyOf(commands);
    }

    private void serve() {
        StringBuilder command = new StringBuilder();
        while (!isOver) {
            terminal.next(50).ifPresent(letter -> {
                if (letter == '\r') {
                    commands.add(command.toString().strip());
                    command.setLength(0);
                    Runnable answer = answers.poll();
                    if (answer != null) {
                        answer.run();
                    }
                } else {
                    command.append(letter);
                }
            });
        }
    }

    @Override
    public void close() throws InterruptedException {
        isOver = true;
        thread.join(5000);
        terminal.close();
    }
}
