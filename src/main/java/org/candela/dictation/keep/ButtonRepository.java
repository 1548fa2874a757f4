package org.candela.dictation.keep;

import java.util.List;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The table {@code dictation_button}. */
final class ButtonRepository {
    private ButtonRepository() {}

    /** One that was taught. */
    record Taught(String device, String button, ButtonAction action) {}

    static List<Taught> list(Tx tx) throws StoreException {
        return tx.query(
                "SELECT device, button, action FROM dictation_button ORDER BY device, button",
                row -> new Taught(
                        row.string("device"), row.string("button"), ButtonAction.valueOf(row.string("action"))));
    }

    static void set(Tx tx, String device, String button, ButtonAction action) throws StoreException {
        tx.update(
                "INSERT INTO dictation_button VALUES (?, ?, ?) ON CONFLICT (device, button) DO UPDATE SET action = excluded.action",
                device,
                button,
                action);
    }
}
