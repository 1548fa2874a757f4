package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

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
}
