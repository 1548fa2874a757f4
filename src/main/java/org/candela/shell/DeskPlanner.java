package org.candela.shell;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.candela.base.ScreenId;
import org.candela.store.Database;
import org.candela.store.StoreException;

/** Makes the plan of the desk from the monitors there are and the roles remembered. FX thread; waits on others. */
public final class DeskPlanner {
    private final DeskScreens screens;
    private final Memory memory;
    private final Executor db;
    private final Consumer<Throwable> failures;

    /** @param failures told when the memory cannot be read or written; the desk is then planned without it */
    public DeskPlanner(DeskScreens screens, Memory memory, Executor db, Consumer<Throwable> failures) {
        this.screens = screens;
        this.memory = memory;
        this.db = db;
        this.failures = failures;
    }

    /** What is known of panels, whether they are plugged in or not. */
    public record Memory(ScreenRoles roles, PanelPitches pitches) {
        /** The memory in {@code database}. */
        public static Memory in(Database database) {
            return new Memory(new ScreenRoles(database), new PanelPitches(database));
        }
    }

    /** Makes the plan for the monitors as they stand now and tells it on the database thread. */
    void plan(Consumer<DeskPlan> then) {
        screens.look(found -> db.execute(() -> {
            DeskPlan plan = ScreenMatcher.match(measured(found), remembered());
            learn(plan);
            then.accept(plan);
        }));
    }

    /** Remembers what the user wants, then runs {@code then} on the database thread, whether or not that was kept. */
    void assign(Map<ScreenId, ScreenRole> wanted, Runnable then) {
        db.execute(() -> {
            try {
                memory.roles().assign(wanted);
            } catch (StoreException e) {
                failures.accept(e);
            }
            then.run();
        });
    }

    /** Keeps what a ruler said of a panel, then runs {@code then} on the database thread, whether or not that was kept. */
    void keep(ScreenId screen, MeasuredPitch measured, Runnable then) {
        db.execute(() -> {
            try {
                memory.pitches().keep(screen, measured);
            } catch (StoreException e) {
                failures.accept(e);
            }
            then.run();
        });
    }

    /** As {@link DeskScreens#onChange}. */
    Runnable onChange(Runnable listener) {
        return screens.onChange(listener);
    }

    private List<DeskScreen> measured(List<DeskScreen> found) {
        try {
            return memory.pitches().on(found);
        } catch (StoreException e) {
            failures.accept(e);
            return found;
        }
    }

    private Map<ScreenId, ScreenRole> remembered() {
        try {
            return memory.roles().remembered();
        } catch (StoreException e) {
            failures.accept(e);
            return Map.of();
        }
    }

    private void learn(DeskPlan plan) {
        try {
            memory.roles().learn(plan);
        } catch (StoreException e) {
            failures.accept(e);
        }
    }
}
