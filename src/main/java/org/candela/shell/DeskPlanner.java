package org.candela.shell;

import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.candela.base.ScreenId;
import org.candela.store.StoreException;

/** Makes the plan of the desk from the monitors there are and the roles remembered. FX thread; waits on others. */
public final class DeskPlanner {
    private final DeskScreens screens;
    private final ScreenRoles roles;
    private final Executor db;
    private final Consumer<Throwable> failures;

    /** @param failures told when the memory cannot be read or written; the desk is then planned without it */
    public DeskPlanner(DeskScreens screens, ScreenRoles roles, Executor db, Consumer<Throwable> failures) {
        this.screens = screens;
        this.roles = roles;
        this.db = db;
        this.failures = failures;
    }

    /** Makes the plan for the monitors as they stand now and tells it on the database thread. */
    void plan(Consumer<DeskPlan> then) {
        screens.look(found -> db.execute(() -> {
            DeskPlan plan = ScreenMatcher.match(found, remembered());
            learn(plan);
            then.accept(plan);
        }));
    }

    /** Remembers what the user wants, then runs {@code then} on the database thread, whether or not that was kept. */
    void assign(Map<ScreenId, ScreenRole> wanted, Runnable then) {
        db.execute(() -> {
            try {
                roles.assign(wanted);
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

    private Map<ScreenId, ScreenRole> remembered() {
        try {
            return roles.remembered();
        } catch (StoreException e) {
            failures.accept(e);
            return Map.of();
        }
    }

    private void learn(DeskPlan plan) {
        try {
            roles.learn(plan);
        } catch (StoreException e) {
            failures.accept(e);
        }
    }
}
