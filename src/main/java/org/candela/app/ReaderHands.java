package org.candela.app;

import java.util.concurrent.Executor;
import org.candela.base.Async;
import org.candela.base.CandelaException;
import org.candela.shell.ErrorPresenter;
import org.candela.shell.KeyBindings;
import org.candela.shell.Keyboard;
import org.candela.shell.Mouse;
import org.candela.shell.OwnKeys;
import org.candela.shell.TextSize;
import org.candela.store.Database;
import org.candela.viewer.MouseBindings;

/** What the reader set for the own hands and eyes: keys, mouse and size of letters, kept as they are changed. FX thread. */
record ReaderHands(Database database, Executor io, ErrorPresenter errors) {

    /** With the reader's own keys; without them when they cannot be read, which is told. */
    Keyboard keyboard() {
        OwnKeys kept = new OwnKeys(database);
        return new Keyboard(
                new Keyboard.Layers(RoomCommands.keys().bindings(), read(kept::practice, KeyBindings.none())),
                read(kept::load, KeyBindings.none()),
                changed -> keep(() -> kept.save(changed)));
    }

    TextSize textSize() {
        return new TextSize(
                read(() -> TextSize.load(database), TextSize.NORMAL),
                changed -> keep(() -> TextSize.save(database, changed)));
    }

    Mouse mouse() {
        OwnKeys kept = new OwnKeys(database);
        MouseBindings usual = read(kept::usualMouse, MouseBindings.standard());
        return new Mouse(
                new Mouse.Layers(MouseBindings.standard(), usual),
                read(kept::mouse, usual),
                changed -> keep(() -> kept.save(changed)));
    }

    /** What the reader chose; what the workstation comes with when that cannot be read, which is told. */
    private <T> T read(Async.Task<T> kept, T otherwise) {
        try {
            return kept.run();
        } catch (CandelaException e) {
            errors.accept(e);
            return otherwise;
        }
    }

    private void keep(Async.Step saving) {
        var unused = Async.run(saving, io).whenComplete((done, failure) -> {
            if (failure != null) {
                errors.accept(Async.causeOf(failure));
            }
        });
    }
}
