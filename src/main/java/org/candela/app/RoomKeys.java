package org.candela.app;

import java.util.Map;
import org.candela.base.CandelaException;
import org.candela.cli.KeysCommand;
import org.candela.shell.KeyBindings;
import org.candela.shell.KeysText;
import org.candela.shell.OwnKeys;
import org.candela.store.Database;
import org.candela.viewer.MouseBindings;

/** The keys of the room for the command line. */
final class RoomKeys implements KeysCommand.Table {
    private final KeyBindings defaults = RoomCommands.keys().bindings();

    @Override
    public Map<String, String> used(Database database) throws CandelaException {
        Map<String, String> used = new OwnKeys(database).mouse().text();
        used.putAll(all(database).text());
        return used;
    }

    @Override
    public Map<String, String> own(Database database) throws CandelaException {
        OwnKeys kept = new OwnKeys(database);
        Map<String, String> own = kept.mouse().text();
        own.entrySet().removeAll(MouseBindings.standard().text().entrySet());
        own.putAll(kept.load().text());
        return own;
    }

    @Override
    public String export(Database database) throws CandelaException {
        return KeysText.write(all(database), new OwnKeys(database).mouse());
    }

    @Override
    public int replace(Database database, String text) throws CandelaException {
        KeyBindings own = KeysText.read(text, defaults);
        new OwnKeys(database).save(own, KeysText.readMouse(text));
        return own(database).size();
    }

    private KeyBindings all(Database database) throws CandelaException {
        return defaults.yieldingTo(new OwnKeys(database).load());
    }
}
