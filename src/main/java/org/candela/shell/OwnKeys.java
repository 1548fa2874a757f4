package org.candela.shell;

import java.util.Map;
import org.candela.base.CandelaException;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.viewer.MouseBindings;

/** The keys and the mouse as the reader chose them, kept in the workstation's store. Any thread that may wait for the store. */
// [impl->req~shell.own-keys~1]
public final class OwnKeys {
    private final Database database;

    public OwnKeys(Database database) {
        this.database = database;
    }

    /**
     * Keys that are kept.
     *
     * @throws CandelaException when they cannot be read, or are some that this version does not know or that conflict
     */
    public KeyBindings load() throws CandelaException {
        Map<String, String> keys = database.read(OwnKeysRepository::list);
        keys.keySet().removeIf(MouseBindings::isMouse);
        return KeysText.parsed(keys);
    }

    /**
     * The mouse as the reader wants it.
     *
     * @throws CandelaException when it cannot be read, or does what this version does not know
     */
    public MouseBindings mouse() throws CandelaException {
        Map<String, String> mouse = database.read(OwnKeysRepository::list);
        mouse.keySet().removeIf(id -> !MouseBindings.isMouse(id));
        return KeysText.mouse(mouse);
    }

    /** Keeps these keys and no other; the mouse stays. */
    public void save(KeyBindings own) throws StoreException {
        database.change(tx -> {
            Map<String, String> all = OwnKeysRepository.list(tx);
            all.keySet().removeIf(id -> !MouseBindings.isMouse(id));
            all.putAll(own.text());
            OwnKeysRepository.replace(tx, all);
        });
    }

    /** Keeps these keys and this mouse and nothing of before. */
    public void save(KeyBindings own, MouseBindings mouse) throws StoreException {
        Map<String, String> all = mouse.text();
        all.entrySet().removeAll(MouseBindings.standard().text().entrySet());
        all.putAll(own.text());
        database.change(tx -> OwnKeysRepository.replace(tx, all));
    }
}
