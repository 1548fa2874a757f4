package org.candela.app;

import java.time.Clock;
import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.cli.PracticeCommand;
import org.candela.shell.PracticeDesk;
import org.candela.shell.PracticeText;
import org.candela.store.Database;

/** The wishes of the practice for the command line. */
record RoomPractice(Clock clock) implements PracticeCommand.Wishes {
    @Override
    public int take(Database database, String text) throws CandelaException {
        return desk(database).take(text).size();
    }

    @Override
    public PracticeCommand.HandOver handOn(Database database, String name) throws CandelaException {
        PracticeText text = desk(database).handOn(name);
        return new PracticeCommand.HandOver(text.write(), text.size());
    }

    @Override
    public Optional<String> name(Database database) throws CandelaException {
        return desk(database).name();
    }

    @Override
    public void forget(Database database) throws CandelaException {
        desk(database).forget();
    }

    private PracticeDesk desk(Database database) {
        return new PracticeDesk(database, clock, RoomCommands.keys().bindings());
    }
}
