package org.candela.shell;

import java.util.Map;
import org.candela.base.CandelaException;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.viewer.MouseBindings;
import org.candela.viewer.practice.PracticeTexts;
import org.candela.viewer.practice.PracticeTexts.Kind;

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
        return KeysText.mouse(mouse, usualMouse());
    }

    /**
     * Keys that the practice says, over which the reader's own stand; none without a practice.
     *
     * @throws CandelaException as {@link #load}
     */
    // [impl->req~practice.layers~1]
    public KeyBindings practice() throws CandelaException {
        Map<String, String> keys = practiceTable();
        keys.keySet().removeIf(MouseBindings::isMouse);
        return KeysText.parsed(keys);
    }

    /**
     * The mouse without the reader's choices: as the practice says, else as the workstation comes.
     *
     * @throws CandelaException as {@link #mouse}
     */
    public MouseBindings usualMouse() throws CandelaException {
        Map<String, String> mouse = practiceTable();
        mouse.keySet().removeIf(id -> !MouseBindings.isMouse(id));
        return KeysText.mouse(mouse, MouseBindings.standard());
    }

    private Map<String, String> practiceTable() throws CandelaException {
        return KeysText.table(
                database.read(tx -> PracticeTexts.of(tx, Kind.KEYS)).orElse(""));
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

    /** Keeps this mouse; keys stay. */
    public void save(MouseBindings mouse) throws CandelaException {
        Map<String, String> own = mouse.text();
        own.entrySet().removeAll(usualMouse().text().entrySet());
        database.change(tx -> {
            Map<String, String> all = OwnKeysRepository.list(tx);
            all.keySet().removeIf(MouseBindings::isMouse);
            all.putAll(own);
            OwnKeysRepository.replace(tx, all);
        });
    }

    /** Keeps these keys and this mouse and nothing of before. */
    public void save(KeyBindings own, MouseBindings mouse) throws CandelaException {
        Map<String, String> all = mouse.text();
        all.entrySet().removeAll(usualMouse().text().entrySet());
        all.putAll(own.text());
        database.change(tx -> OwnKeysRepository.replace(tx, all));
    }
}
