package org.candela.viewer;

import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.candela.base.EditHistory;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.study.FrameLoader;
import org.candela.viewer.hanging.Protocols;
import org.candela.viewer.layout.DeskMemory;
import org.candela.viewer.mark.Marks;
import org.candela.viewer.window.PresetLibrary;

/** Sessions on a real database, with the protocols that come with the program; unless said otherwise all runs on the caller. */
public final class TestSessions {
    private TestSessions() {}

    /** Where what a reader does is kept. */
    public record Store(Database database, Executor db, Clock clock) {
        /** A store that works on the caller. */
        public static Store of(Database database, Clock clock) {
            return new Store(database, Runnable::run, clock);
        }
    }

    /** A session whose frames come from {@code loader}. */
    public static ReadingSession session(
            FrameLoader loader, Store store, EditHistory history, ScheduledExecutorService scheduler) {
        return session(loader, store, history, scheduler, Runnable::run);
    }

    /** A session that works on the thread of {@code ui}. */
    public static ReadingSession session(
            FrameLoader loader, Store store, EditHistory history, ScheduledExecutorService scheduler, Executor ui) {
        return new ReadingSession(new ReadingSession.Services(
                loader,
                new Marks(store.database(), store.db(), store.clock()),
                new DeskMemory(store.database(), store.db(), store.clock()),
                Protocols.shipped(),
                new KeyImageStore(store.database(), store.db(), store.clock()),
                history,
                scheduler,
                ui,
                presets(store),
                store.db()));
    }

    private static PresetLibrary presets(Store store) {
        try {
            return PresetLibrary.open(store.database(), store.clock());
        } catch (StoreException e) {
            throw new IllegalStateException(e);
        }
    }
}
