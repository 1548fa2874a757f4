package org.candela.shell;

import org.candela.base.CandelaException;
import org.candela.store.Database;
import org.candela.store.StoreException;

/** The keys the reader chose, kept in the workstation's store. Any thread that may wait for the store. */
// [impl->req~shell.own-keys~1]
public final class OwnKeys {
    private final Database database;

    public OwnKeys(Database database) {
        this.database = database;
    }

    /**
     * What is kept.
     *
     * @throws CandelaException when it cannot be read, or holds keys that this version does not know or that conflict
     */
    public KeyBindings load() throws CandelaException {
        return KeysText.parsed(database.read(OwnKeysRepository::list));
    }

    /** Keeps these and nothing of before. */
    public void save(KeyBindings own) throws StoreException {
        database.change(tx -> OwnKeysRepository.replace(tx, own.text()));
    }
}
