package org.candela.report;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** A program that writes a correction tells when it is saved, and goes on until it is killed. */
final class AmendmentTypist {
    private AmendmentTypist() {}

    public static void main(String[] args) throws Exception {
        Ledger ledger = ReportSamples.ledger(Path.of(args[0]), Clock.systemUTC());
        ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
        AmendmentAutosave autosave = new AmendmentAutosave(ledger.database(), scheduler, ledger.clock());
        autosave.onSave(problem -> System.out.println("SAVED" + problem));
        autosave.edited(new PendingAmendment(
                new ReportId(args[1]),
                1,
                SignatureMeaning.CORRECTED,
                Map.of("findings", "typed before the kill"),
                new Amendment("side", "Dr. Order")));
        Thread.currentThread().join();
    }
}
