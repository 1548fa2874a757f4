package org.candela.app;

import java.util.Map;
import java.util.concurrent.Executor;
import org.candela.dictation.keep.ButtonAction;
import org.candela.dictation.keep.TaughtButtons;
import org.candela.dictation.session.DictationSession;
import org.candela.pad.hid.ButtonPress;
import org.candela.pad.hid.ButtonPress.Edge;
import org.candela.shell.CommandBus;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What buttons of dictation microphones and pedals do in the room. Told on the thread of a device; acts on the FX thread. */
// [impl->req~dictation.buttons~1]
final class DictationButtons {
    private static final Logger LOG = LoggerFactory.getLogger(DictationButtons.class);
    private static final Map<ButtonAction, String> COMMANDS = Map.of(
            ButtonAction.TOGGLE, "dictation.toggle",
            ButtonAction.NEXT_FIELD, "report.next-field",
            ButtonAction.PREVIOUS_FIELD, "report.previous-field",
            ButtonAction.STOP, "dictation.stop",
            ButtonAction.REPLAY, "dictation.replay-last",
            ButtonAction.DELETE_LAST, "dictation.discard-last",
            ButtonAction.SIGN, "report.sign-preliminary");

    private final DictationSession session;
    private final CommandBus bus;
    private final Executor ui;
    private volatile TaughtButtons taught = new TaughtButtons(Map.of());

    DictationButtons(DictationSession session, CommandBus bus, Executor ui) {
        this.session = session;
        this.bus = bus;
        this.ui = ui;
    }

    /** Reads again what was taught; blocks on the disk. */
    TaughtButtons reload(Database database) {
        try {
            taught = TaughtButtons.load(database);
        } catch (StoreException e) {
            LOG.warn("what buttons were taught cannot be read; they do the usual [{}]", e.code(), e);
        }
        return taught;
    }

    /** The microphone does not wait for the FX thread. */
    void take(ButtonPress press) {
        ButtonAction action = taught.of(press.device(), press.button());
        if (action == ButtonAction.TALK) {
            if (press.edge() == Edge.DOWN) {
                session.talk();
            } else {
                session.hush();
            }
        } else if (press.edge() == Edge.DOWN && action != ButtonAction.NOTHING) {
            ui.execute(() -> run(String.valueOf(COMMANDS.get(action))));
        }
    }

    /** A room without such a command, as one without an editor of fields, does nothing. */
    private void run(String id) {
        if (bus.commands().stream().anyMatch(command -> command.id().equals(id))) {
            bus.run(id);
        }
    }
}
