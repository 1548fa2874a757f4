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
    private final KeyBindings shipped = RoomCommands.keys().bindings();

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
        own.entrySet().removeAll(kept.usualMouse().text().entrySet());
        own.putAll(kept.load().text());
        return own;
    }

    // [impl->req~practice.layers~1]
    @Override
    public Map<String, String> practice(Database database) throws CandelaException {
        OwnKeys kept = new OwnKeys(database);
        Map<String, String> practice = kept.usualMouse().text();
        practice.entrySet().removeAll(MouseBindings.standard().text().entrySet());
        practice.putAll(kept.practice().text());
        return practice;
    }

    @Override
    public String export(Database database) throws CandelaException {
        return KeysText.write(all(database), new OwnKeys(database).mouse());
    }

    @Override
    public int replace(Database database, String text) throws CandelaException {
        OwnKeys kept = new OwnKeys(database);
        KeyBindings own = KeysText.read(text, usual(kept));
        kept.save(own, KeysText.readMouse(text, kept.usualMouse()));
        return own(database).size();
    }

    private KeyBindings all(Database database) throws CandelaException {
        OwnKeys kept = new OwnKeys(database);
        return usual(kept).yieldingTo(kept.load());
    }

    private KeyBindings usual(OwnKeys kept) throws CandelaException {
        return shipped.yieldingTo(kept.practice());
    }
}
