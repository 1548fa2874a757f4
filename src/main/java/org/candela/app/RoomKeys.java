package org.candela.app;

import java.util.Map;
import org.candela.base.CandelaException;
import org.candela.cli.KeysCommand;
import org.candela.shell.KeyBindings;
import org.candela.shell.KeysText;
import org.candela.shell.OwnKeys;
import org.candela.store.Database;

/** The keys of the room for the command line. */
final class RoomKeys implements KeysCommand.Table {
    private final KeyBindings defaults = RoomCommands.keys().bindings();

    @Override
    public Map<String, String> used(Database database) throws CandelaException {
        return all(database).text();
    }

    @Override
    public Map<String, String> own(Database database) throws CandelaException {
        return new OwnKeys(database).load().text();
    }

    @Override
    public String export(Database database) throws CandelaException {
        return KeysText.write(all(database));
    }

    @Override
    public int replace(Database database, String text) throws CandelaException {
        KeyBindings own = KeysText.read(text, defaults);
        new OwnKeys(database).save(own);
        return own.keys().size();
    }

    private KeyBindings all(Database database) throws CandelaException {
        return defaults.yieldingTo(new OwnKeys(database).load());
    }
}
