package org.candela.shell;

import java.util.Map;
import org.candela.base.ScreenId;
import org.candela.store.Database;
import org.candela.store.StoreException;

/**
 * The roles that panels have on this desk, kept by panel and not by port. Any thread that may wait for the store.
 *
 * <p>A panel that is away keeps its role. What was found by itself never replaces what is remembered; only the user does.
 */
// [impl->req~shell.roles-remembered~1]
public final class ScreenRoles {
    private final Database database;

    public ScreenRoles(Database database) {
        this.database = database;
    }

    /** Each known panel and its role, whether it is plugged in or not. */
    public Map<ScreenId, ScreenRole> remembered() throws StoreException {
        return database.read(ScreenRoleRepository::list);
    }

    /** Remembers the panels of a complete plan that are not known yet; a plan made in want of monitors teaches nothing. */
    public void learn(DeskPlan plan) throws StoreException {
        if (!plan.isComplete()) {
            return;
        }
        database.change(tx -> {
            for (DeskPlan.Placement placement : plan.placements()) {
                if (placement.role() != ScreenRole.SPARE) {
                    ScreenRoleRepository.insertIfNew(tx, placement.screen().id(), placement.role());
                }
            }
        });
    }

    /** Gives panels the roles the user wants, all or none. */
    public void assign(Map<ScreenId, ScreenRole> wanted) throws StoreException {
        database.change(tx -> {
            for (var entry : wanted.entrySet()) {
                ScreenRoleRepository.save(tx, entry.getKey(), entry.getValue());
            }
        });
    }
}
