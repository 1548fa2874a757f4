package org.candela.audit.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.candela.TestKeys;
import org.candela.net.tls.TlsTrust;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~audit.syslog~1]
class SyslogLineTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    private final ScheduledExecutorService guard = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void close() {
        guard.shutdownNow();
    }

    /** Whether the reset is told by a write that nobody looks at, or by a read, is a matter of microseconds. */
    @Test
    void aWireThatIsResetBeforeOurSideIsClosedHasTakenNothing() throws Exception {
        TestKeys repository = TestKeys.make(folder, "localhost");
        try (SyslogReceiver receiver = new SyslogReceiver(repository, false)) {
            receiver.breakAfter(1);
            SyslogLine line = new SyslogLine(Clock.systemUTC(), guard, LIMIT);
            Collector collector =
                    new Collector("localhost", receiver.port(), List.of(repository.pin()), Optional.empty());

            assertThrows(IOException.class, () -> line.bring(collector, TlsTrust.standard(), late(receiver)));
            assertEquals(1, receiver.taken().size());
        }
    }

    @Test
    void aRepositoryThatReadsAllAndClosesHasTakenAll() throws Exception {
        TestKeys repository = TestKeys.make(folder, "localhost");
        try (SyslogReceiver receiver = new SyslogReceiver(repository, false)) {
            SyslogLine line = new SyslogLine(Clock.systemUTC(), guard, LIMIT);
            Collector collector =
                    new Collector("localhost", receiver.port(), List.of(repository.pin()), Optional.empty());

            line.bring(collector, TlsTrust.standard(), List.of(frame(), frame()));

            assertEquals(2, receiver.taken().size());
        }
    }

    private static byte[] frame() {
        return "3 one".getBytes(StandardCharsets.US_ASCII);
    }

    /** One frame, after which our side is closed only when the reset has come. */
    private static List<byte[]> late(SyslogReceiver receiver) {
        return new AbstractList<>() {
            @Override
            public byte[] get(int index) {
                return frame();
            }

            @Override
            public int size() {
                return 1;
            }

            @Override
            public Iterator<byte[]> iterator() {
                return new Iterator<>() {
                    private boolean isGiven;

                    @Override
                    public boolean hasNext() {
                        if (isGiven) {
                            awaitReset(receiver);
                        }
                        return !isGiven;
                    }

                    @Override
                    public byte[] next() {
                        isGiven = true;
                        return frame();
                    }
                };
            }
        };
    }

    private static void awaitReset(SyslogReceiver receiver) {
        try {
            for (int i = 0; i < 100 && receiver.taken().isEmpty(); i++) {
                boolean unused = new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS);
            }
            boolean unused = new CountDownLatch(1).await(300, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
