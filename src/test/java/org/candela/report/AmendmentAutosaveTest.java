package org.candela.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~report.amendment-autosave~1]
@Tag("timed")
class AmendmentAutosaveTest {
    private static final ReportId REPORT = ReportId.random();
    private static final PendingAmendment PENDING = new PendingAmendment(
            REPORT, 2, SignatureMeaning.ADDENDUM, Map.of("findings", "as signed"), new Amendment("A prior came.", ""));

    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final BlockingQueue<String> saves = new LinkedBlockingQueue<>();

    @TempDir
    private Path folder;

    private Ledger ledger;
    private AmendmentAutosave autosave;

    @BeforeEach
    void open() throws Exception {
        ledger = ReportSamples.ledger(folder, Clock.systemUTC());
        autosave = new AmendmentAutosave(ledger.database(), scheduler, ledger.clock());
        autosave.onSave(saves::add);
    }

    @AfterEach
    void close() throws Exception {
        scheduler.shutdownNow();
        ledger.database().close();
    }

    @Test
    void whatIsWrittenIsOnTheDiskWithinTwoSecondsAndOfTheNewestVersionAlone() throws Exception {
        autosave.edited(PENDING);

        assertEquals("", saves.poll(2, TimeUnit.SECONDS));
        assertEquals(Optional.of(PENDING), autosave.of(REPORT, 2));
        assertEquals(Optional.empty(), autosave.of(REPORT, 3));
    }

    @Test
    void whatIsDoneWithIsNeverSavedLater() throws Exception {
        autosave.edited(PENDING);
        autosave.done(REPORT);
        autosave.flush();

        assertEquals(Optional.empty(), autosave.of(REPORT, 2));
    }

    /** What was taken away is one more edit, in its turn: it never takes away what was written after it. */
    @Test
    void whatIsWrittenAfterAllWasTakenAwayIsKept() throws Exception {
        autosave.edited(PENDING);
        autosave.flush();
        autosave.edited(PendingAmendment.nothing(REPORT, 2));
        autosave.edited(PENDING);
        autosave.flush();
        assertEquals(Optional.of(PENDING), autosave.of(REPORT, 2));

        autosave.edited(PendingAmendment.nothing(REPORT, 2));
        autosave.flush();
        assertEquals(Optional.empty(), autosave.of(REPORT, 2));
    }

    @Test
    void aFailedSaveIsToldAndTriedAgain() throws Exception {
        ledger.database().change(tx -> tx.update("ALTER TABLE amendment_draft RENAME TO gone"));
        autosave.edited(PENDING);
        String problem = saves.poll(5, TimeUnit.SECONDS);
        ledger.database().change(tx -> tx.update("ALTER TABLE gone RENAME TO amendment_draft"));

        while (!"".equals(problem)) {
            problem = saves.poll(5, TimeUnit.SECONDS); // the next attempt may have met the missing table too
        }
        assertEquals(Optional.of(PENDING), autosave.of(REPORT, 2));
    }

    @Test
    void whatWasWrittenBeforeAKillIsThereAfterwards() throws Exception {
        Path file = folder.resolve("killed");
        try (Killed typist = Killed.start(AmendmentTypist.class, file.toString(), REPORT.value())) {
            typist.awaitLine("SAVED");
        }

        Ledger after = ReportSamples.ledger(file, Clock.systemUTC());
        try {
            assertEquals(
                    Optional.of("typed before the kill"),
                    new AmendmentAutosave(after.database(), scheduler, after.clock())
                            .of(REPORT, 1)
                            .map(pending -> pending.texts().get("findings")));
        } finally {
            after.database().close();
        }
    }
}
