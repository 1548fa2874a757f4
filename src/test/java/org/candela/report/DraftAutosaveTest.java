package org.candela.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.candela.base.Uid;
import org.candela.facility.ReadingPriority;
import org.candela.report.DraftAutosave.SaveStanding;
import org.candela.report.LinkedMeasurement.Unit;
import org.candela.report.template.Templates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~report.autosave~1]
@Tag("timed")
class DraftAutosaveTest {
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final BlockingQueue<SaveStanding> saves = new LinkedBlockingQueue<>();

    @TempDir
    private Path folder;

    private Ledger ledger;
    private DraftAutosave autosave;

    @BeforeEach
    void open() throws Exception {
        ledger = ReportSamples.ledger(folder, Clock.systemUTC());
        autosave = new DraftAutosave(ledger.database(), scheduler, ledger.clock());
        autosave.onSave(saves::add);
    }

    @AfterEach
    void close() throws Exception {
        scheduler.shutdownNow();
        ledger.database().close();
    }

    @Test
    void aKeystrokeIsOnDiskWithinTwoSeconds() throws Exception {
        ReportDraft draft = ReportSamples.draft().withText("findings", "typed");

        autosave.edited(draft);

        assertTrue(saves.poll(2, TimeUnit.SECONDS).isSaved());
        assertEquals(draft, reopened(draft.study()));
    }

    @Test
    void typingWithoutAPauseIsSavedAllTheSame() throws Exception {
        ReportDraft draft = ReportSamples.draft();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);

        int keys = 0;
        while (saves.isEmpty() && System.nanoTime() < end) {
            autosave.edited(draft.withText("findings", "key " + keys++));
        }

        assertFalse(saves.isEmpty(), "saved while the typing went on");
    }

    /** The scheduler has taken up an older text when a newer one is saved by somebody else. */
    @Test
    void anOlderTextNeverComesOverANewerOne() throws Exception {
        CountDownLatch isTakenUp = new CountDownLatch(1);
        CountDownLatch goesOn = new CountDownLatch(1);
        Clock slow = new Tarrying(isTakenUp, goesOn);
        DraftAutosave racing = new DraftAutosave(ledger.database(), scheduler, slow);
        ReportDraft draft = ReportSamples.draft();
        racing.edited(draft.withText("findings", "older"));
        assertTrue(isTakenUp.await(20, TimeUnit.SECONDS));
        ReportDraft newer = draft.withText("findings", "older and newer");
        racing.edited(newer);
        Thread other = new Thread(racing::flush);
        other.start();
        while (other.getState() != Thread.State.BLOCKED && other.isAlive()) {
            Thread.onSpinWait();
        }
        goesOn.countDown();
        other.join();
        scheduler.shutdown();
        assertTrue(scheduler.awaitTermination(20, TimeUnit.SECONDS));

        assertEquals(newer, reopened(draft.study()));
    }

    /** Holds the first who asks. */
    private static final class Tarrying extends Clock {
        private final CountDownLatch isAsked;
        private final CountDownLatch answers;

        Tarrying(CountDownLatch isAsked, CountDownLatch answers) {
            this.isAsked = isAsked;
            this.answers = answers;
        }

        @Override
        public Instant instant() {
            boolean isFirst = isAsked.getCount() > 0;
            isAsked.countDown();
            try {
                assertTrue(!isFirst || answers.await(20, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return Instant.EPOCH;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void severalOpenDraftsAreKeptApart() throws Exception {
        ReportDraft first = ReportSamples.draft().withText("findings", "first");
        ReportDraft second = ReportSamples.draft(
                        ReportSamples.study(new Uid("2.25.5"), "AC100", ReadingPriority.ROUTINE))
                .withText("findings", "second");
        autosave.edited(first);
        autosave.edited(second);

        autosave.flush();

        assertEquals("first", reopened(first.study()).text("findings"));
        assertEquals("second", reopened(second.study()).text("findings"));
        assertEquals(
                2,
                new Reports(ledger.database(), Templates.shipped())
                        .unsignedDrafts()
                        .size());
    }

    @Test
    void aMeasurementComesBackWithItsImageAndFrame() throws Exception {
        ReportDraft draft = ReportSamples.draft()
                .withText("nodule", "12.4 mm")
                .withMeasurement("nodule", new LinkedMeasurement(12.4, Unit.MILLIMETRE, ReportSamples.IMAGE, 41));
        autosave.edited(draft);

        autosave.close();

        assertEquals(draft.measurements(), reopened(draft.study()).measurements());
    }

    @Test
    void aFailedSaveIsToldAndTriedAgain() throws Exception {
        ReportDraft draft = ReportSamples.draft();
        ledger.database().change(tx -> tx.update("ALTER TABLE report_draft RENAME TO gone"));
        autosave.edited(draft);
        assertFalse(saves.poll(5, TimeUnit.SECONDS).isSaved());

        ledger.database().change(tx -> tx.update("ALTER TABLE gone RENAME TO report_draft"));

        while (!saves.poll(5, TimeUnit.SECONDS).isSaved()) {
            // The next attempt may still have met the missing table.
        }
        assertEquals(draft, reopened(draft.study()));
    }

    @Test
    void theTextTypedBeforeAKillIsThereAfterwards() throws Exception {
        Path file = folder.resolve("killed");
        try (Killed typist = Killed.start(DraftTypist.class, file.toString())) {
            typist.awaitLine("SAVED");
        }

        Ledger after = ReportSamples.ledger(file, Clock.systemUTC());
        try {
            OpenReport open = new Reports(after.database(), Templates.shipped()).open(ReportSamples.study());
            assertEquals("typed before the kill", open.draft().text("findings"));
        } finally {
            after.database().close();
        }
    }

    private ReportDraft reopened(ReportedStudy study) throws Exception {
        return new Reports(ledger.database(), Templates.shipped()).open(study).draft();
    }
}
