package org.candela.calibration.device.argyll;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * What a process prints, by lines, as far as it has printed it.
 *
 * <p>Through a temporary file and not a pipe: reading never waits, whoever else still holds the other end, and does not
 * meet the JDK's own thread that empties the pipes of a process that ends. One thread.
 */
final class Printed implements AutoCloseable {
    static final String PREFIX = "candela-meter-";

    private final Path file;
    private final FileChannel channel;
    private final StringBuilder text = new StringBuilder();
    private long taken;

    private Printed(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static Printed begin() throws IOException {
        Path file = Files.createTempFile(PREFIX + ProcessHandle.current().pid() + "-", ".txt");
        return new Printed(file, FileChannel.open(file, StandardOpenOption.READ));
    }

    Path file() {
        return file;
    }

    /** Takes what is there, until {@code most} bytes were taken in all; whether there is more than that. */
    boolean take(int most) throws IOException {
        long there = channel.size();
        ByteBuffer some = ByteBuffer.allocate((int) Math.max(0, Math.min(there, most) - taken));
        int read = 0;
        while (some.hasRemaining() && read >= 0) {
            read = channel.read(some, taken + some.position());
        }
        taken += some.position();
        text.append(new String(some.array(), 0, some.position(), StandardCharsets.ISO_8859_1));
        return there > most;
    }

    /** The next whole line, without its end. */
    Optional<String> line() {
        int end = text.indexOf("\n");
        if (end < 0) {
            return Optional.empty();
        }
        String line = text.substring(0, end);
        text.delete(0, end + 1);
        return Optional.of(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
    }

    /** What stands after the last line end, as prompts do. */
    String rest() {
        return text.toString();
    }

    void forgetRest() {
        text.setLength(0);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }
}
