package org.candela.shell;

import java.util.HashMap;
import java.util.Map;
import org.candela.base.ScreenId;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The table {@code screen_role}. */
final class ScreenRoleRepository {
    private ScreenRoleRepository() {}

    static Map<ScreenId, ScreenRole> list(Tx tx) throws StoreException {
        Map<ScreenId, ScreenRole> roles = new HashMap<>();
        tx.query("SELECT screen_id, role FROM screen_role", row -> {
            roles.put(new ScreenId(row.string("screen_id")), ScreenRole.valueOf(row.string("role")));
            return true;
        });
        return Map.copyOf(roles);
    }

    static void insertIfNew(Tx tx, ScreenId screen, ScreenRole role) throws StoreException {
        tx.update(
                "INSERT INTO screen_role (screen_id, role) VALUES (?, ?) ON CONFLICT DO NOTHING", screen.value(), role);
    }

    static void save(Tx tx, ScreenId screen, ScreenRole role) throws StoreException {
        tx.update(
                "INSERT INTO screen_role (screen_id, role) VALUES (?, ?)"
                        + " ON CONFLICT (screen_id) DO UPDATE SET role = excluded.role",
                screen.value(),
                role);
    }
}
