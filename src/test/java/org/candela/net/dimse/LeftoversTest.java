package org.candela.net.dimse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

// [utest->req~net.dimse.leftovers~1]
class LeftoversTest {
    @TempDir
    private Path folder;

    /** A process of its own that begins to receive an object, and is killed without a chance to clean up. */
    @Test
    void whatAKilledReceiverLeftIsRemovedAndSaid() throws Exception {
        Process receiver = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HalfReceived.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertEquals('.', receiver.getInputStream().read(), "it never began");
        Files.writeString(folder.resolve("1.2.3.dcm"), "a whole object");
        assertEquals(2, count(), "an object that is being received, and a whole one");
        Leftovers.clear(folder);
        assertEquals(2, count(), "removed while another process writes it");

        receiver.destroyForcibly();
        assertTrue(receiver.waitFor(20, TimeUnit.SECONDS));
        List<ILoggingEvent> told = told(() -> Leftovers.clear(folder));

        assertEquals(1, count());
        assertTrue(Files.exists(folder.resolve("1.2.3.dcm")));
        assertEquals(1, told.size());
        assertTrue(told.get(0).getFormattedMessage().startsWith("removed 1 objects"), told.toString());
    }

    @Test
    void whatThisProgramIsReceivingStaysAndBecomesWhole() throws Exception {
        try (Arrival arrival = Arrival.in(folder)) {
            arrival.write(new byte[] {1, 2, 3}, 0, 3);

            Leftovers.clear(folder);

            arrival.keepAs(folder.resolve("1.2.4.dcm"));
        }
        assertEquals(3, Files.size(folder.resolve("1.2.4.dcm")));
    }

    private long count() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    private static List<ILoggingEvent> told(Runnable action) {
        Logger log = (Logger) LoggerFactory.getLogger(Leftovers.class);
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.start();
        log.addAppender(appender);
        try {
            action.run();
        } finally {
            log.detachAppender(appender);
        }
        return appender.list;
    }

    /** Begins to receive and waits for its end. */
    static final class HalfReceived {
        private HalfReceived() {}

        public static void main(String[] arguments) throws Exception {
            try (Arrival arrival = Arrival.in(Path.of(arguments[0]))) {
                arrival.write(new byte[100], 0, 100);
                System.out.write('.');
                System.out.flush();
                System.in.read(); // until it is killed, or its parent is
            }
        }
    }
}
