package org.candela.viewer;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.candela.base.EditHistory;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.study.FrameLoader;
import org.candela.viewer.TestSessions.Store;
import org.candela.viewer.stack.ImageStack;
import org.candela.viewer.stack.ReadingStudy;
import org.candela.viewer.stack.StudyBanner;

/** A session on a real database, with a study of two series and a prior to open in it. */
final class SessionRoom implements AutoCloseable {
    static final Clock NOON = Clock.fixed(Instant.parse("2026-01-02T12:00:00Z"), ZoneOffset.UTC);

    final StudyBanner current = TestImages.banner("SYNTHETIC^A", LocalDate.of(2026, 1, 2));
    final StudyBanner earlier = TestImages.banner("SYNTHETIC^A", LocalDate.of(2025, 1, 2));
    final ImageStack head = TestImages.stack(current, 1, "CT", 30);
    final ImageStack neck = TestImages.stack(current, 3, "CT", 20);
    final ImageStack prior = TestImages.stack(earlier, 2, "CT", 30);
    final EditHistory history = new EditHistory();
    final ManualScheduler scheduler = new ManualScheduler();
    final ReadingSession session;
    private final Database database;

    SessionRoom(Path folder, FrameLoader loader) throws StoreException {
        database = Database.open(folder.resolve("candela.db"), NOON);
        session = TestSessions.session(loader, Store.of(database, NOON), history, scheduler);
    }

    /** Head left, prior right; the neck hangs nowhere yet. */
    void open() {
        session.open(
                new ReadingStudy(current, List.of(head, neck)), List.of(new ReadingStudy(earlier, List.of(prior))));
    }

    void run(ViewerAction action) {
        new ViewerActions(session).run(action);
    }

    @Override
    public void close() throws StoreException {
        scheduler.shutdownNow();
        database.close();
    }
}
