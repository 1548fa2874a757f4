package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ExecutorsTest {
    @Test
    void threadsAreNamedForTheirWorkAndKeepNoProcessAlive() throws Exception {
        try (Executors executors = new Executors()) {
            Thread device = executors.device().submit(Thread::currentThread).get(5, TimeUnit.SECONDS);

            assertEquals("device-1", device.getName());
            assertTrue(device.isDaemon());
        }
    }

    @Test
    void closingFinishesWhatWasGivenAndInItsOrder() {
        List<Integer> kept = new CopyOnWriteArrayList<>();
        Executors executors = new Executors();
        for (int i = 0; i < 5; i++) {
            int number = i;
            executors.db().execute(() -> kept.add(number));
        }

        executors.close();

        assertEquals(List.of(0, 1, 2, 3, 4), kept);
    }

    @Test
    void whatIsDoneEverySoOftenIsDoneAgainAfterItFailed() throws Exception {
        CountDownLatch turns = new CountDownLatch(3);
        try (Executors executors = new Executors()) {
            var unused = executors
                    .scheduler()
                    .scheduleWithFixedDelay(
                            () -> {
                                turns.countDown();
                                throw new IllegalStateException("this turn failed");
                            },
                            0,
                            1,
                            TimeUnit.MILLISECONDS);

            assertTrue(turns.await(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void aFailureOfWhatIsDueOnceIsLogged() throws Exception {
        Logger log = (Logger) LoggerFactory.getLogger(Timetable.class);
        ListAppender<ILoggingEvent> logged = new ListAppender<>();
        logged.start();
        log.addAppender(logged);
        try (Executors executors = new Executors()) {
            executors.keep().execute(() -> {
                throw new IllegalStateException("failed");
            });
            executors.keep().submit(() -> {}).get(20, TimeUnit.SECONDS); // one thread: what was given before is over
        } finally {
            log.detachAppender(logged);
        }
        assertEquals(1, logged.list.size());
    }
}
