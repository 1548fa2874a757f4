package org.candela.delivery;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.candela.facility.MllpEndpoint;
import org.candela.report.ReportSamples;
import org.candela.report.SignatureMeaning;

/** A program that signs, sends, and waits for an answer until it is killed. */
final class DeliveringProgram {
    private DeliveringProgram() {}

    public static void main(String[] args) throws Exception {
        DeliveryDesk desk = new DeliveryDesk(Path.of(args[0]), Clock.systemUTC());
        desk.deliverTo(new MllpEndpoint("127.0.0.1", Integer.parseInt(args[1]), "RIS", "FAC"));
        desk.pump(Duration.ofMinutes(1), Executors.newCachedThreadPool(), Executors.newSingleThreadScheduledExecutor())
                .start();
        desk.sign(ReportSamples.draft(), SignatureMeaning.FINAL);
        Thread.currentThread().join();
    }
}
