package org.candela.delivery;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.*;
import org.candela.base.Uid;
import org.candela.facility.ReadingPriority;
import org.candela.report.*;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiguresTest {
    @TempDir
    private Path folder;

    @Test
    void figures() throws Exception {
        try (DeliveryDesk desk = new DeliveryDesk(folder, Clock.systemUTC());
                LoopbackReceiver receiver = new LoopbackReceiver()) {
            desk.deliverTo(receiver.endpoint());
            ScheduledExecutorService s = Executors.newSingleThreadScheduledExecutor();
            ExecutorService e = Executors.newCachedThreadPool();
            new OutboxPump(desk.outbox, new MllpClient(Duration.ofSeconds(5)), e, s).start();
            for (int i = 0; i < 6; i++) {
                ReportDraft d =
                        ReportSamples.draft(ReportSamples.study(new Uid("2.25.9" + i), "A" + i, ReadingPriority.STAT));
                long t0 = System.nanoTime();
                desk.sign(d, SignatureMeaning.PRELIMINARY);
                long t1 = System.nanoTime();
                receiver.awaitMessage();
                long t2 = System.nanoTime();
                while (desk.states(d).get(0) != OutboxState.ACKED) Thread.onSpinWait();
                long t3 = System.nanoTime();
                System.out.printf(
                        "FIGURE sign %d ms, to wire %d ms, to ack %d ms%n",
                        (t1 - t0) / 1000000, (t2 - t1) / 1000000, (t3 - t1) / 1000000);
            }
            s.shutdownNow();
            e.shutdownNow();
            Pins pins = new Pins(desk.ledger);
            for (int i = 0; i < 3; i++) {
                long t0 = System.nanoTime();
                pins.enrol(new Signer("7", "A", "B"), "1234".toCharArray());
                System.out.printf("FIGURE pin %d ms%n", (System.nanoTime() - t0) / 1000000);
            }
        }
    }
}
