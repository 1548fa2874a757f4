package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

// [utest->req~app.shutdown~1]
class ShutdownTest {
    private final List<String> closed = new CopyOnWriteArrayList<>();

    @Test
    void whatWasOpenedLastIsClosedFirstAndOnlyOnce() {
        Shutdown shutdown = new Shutdown(Duration.ofSeconds(5));
        shutdown.closing("database", () -> closed.add("database"));
        shutdown.closing("worklist", () -> closed.add("worklist"));

        shutdown.close();
        shutdown.close();

        assertEquals(List.of("worklist", "database"), closed);
    }

    @Test
    void aResourceThatFailsOrHangsKeepsNoOtherOpen() {
        CountDownLatch never = new CountDownLatch(1);
        Shutdown shutdown = new Shutdown(Duration.ofMillis(50));
        shutdown.closing("database", () -> closed.add("database"));
        shutdown.closing("sensor", never::await);
        shutdown.closing("network", () -> {
            throw new IllegalStateException("already gone");
        });

        shutdown.close();

        assertEquals(List.of("database"), closed);
    }
}
