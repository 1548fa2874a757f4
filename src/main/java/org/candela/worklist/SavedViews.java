package org.candela.worklist;

import java.util.List;
import org.candela.store.Database;
import org.candela.store.StoreException;

/** What the reader keeps of how the list is looked at. Safe from any thread; blocks on the disk. */
// [impl->req~worklist.saved-views~1]
public final class SavedViews {
    private final Database database;

    SavedViews(Database database) {
        this.database = database;
    }

    /** Whether a new STAT study is heard. */
    public enum Sound {
        ON,
        OFF
    }

    /** All views by name. */
    public List<SavedView> list() throws StoreException {
        return database.read(SavedViewRepository::list);
    }

    /** Keeps a view, in place of the one of its name. */
    public void save(SavedView view) throws StoreException {
        database.change(tx -> SavedViewRepository.save(tx, view));
    }

    /** Forgets the view of this name. */
    public void forget(String name) throws StoreException {
        database.change(tx -> SavedViewRepository.forget(tx, name));
    }

    /** Whether a new STAT study is heard; it is unless the reader said otherwise. */
    public Sound sound() throws StoreException {
        return database.read(SavedViewRepository::sound);
    }

    /** Keeps whether a new STAT study is heard. */
    public void save(Sound sound) throws StoreException {
        database.change(tx -> SavedViewRepository.save(tx, sound));
    }
}
