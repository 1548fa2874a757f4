package org.candela.report;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** A program that types, tells when the text was saved, and then goes on until it is killed. */
final class DraftTypist {
    private DraftTypist() {}

    public static void main(String[] args) throws Exception {
        Ledger ledger = ReportSamples.ledger(Path.of(args[0]), Clock.systemUTC());
        ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
        DraftAutosave autosave = new DraftAutosave(ledger.database(), scheduler, ledger.clock());
        autosave.onSave(standing -> System.out.println("SAVED"));
        autosave.edited(ReportSamples.draft().withText("findings", "typed before the kill"));
        Thread.currentThread().join();
    }
}
