package org.candela.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.candela.base.CandelaException;
import org.candela.dictation.Dictation;
import org.candela.dictation.keep.Choices;
import org.candela.dictation.session.DictationSession;
import org.candela.dictation.sound.Microphone;
import org.candela.dictation.trend.AccuracyDay;
import org.candela.dictation.trend.AccuracyTrend;
import org.candela.dictation.ui.DictationView;
import org.candela.dictation.ui.DictationViewModel;
import org.candela.dictation.ui.SoundDevices;
import org.candela.pad.hid.Hid4JavaButtons;
import org.candela.pad.hid.HidButtons;
import org.candela.shell.Command;
import org.candela.shell.CommandBus;
import org.candela.store.Database;
import org.candela.ui.Messages;
import org.candela.ui.UiExecutor;
import org.candela.vault.VaultDoor;

/** Dictation in the room: its keys, its panel below the report, and the report that hears it. FX thread. */
// [impl->req~app.speech~1]
final class SpeechRoom {
    static final Map<String, String> KEYS = Map.of(
            "dictation.toggle", "Ctrl+Space",
            "dictation.hold", "Shift+F8",
            "dictation.panel", "Ctrl+F8",
            "dictation.words", "Ctrl+Shift+F10");

    private static final long BUTTONS_SECONDS = 5;

    private final Speech speech;
    private final House house;
    private final Executors executors;
    private final Messages words = Messages.of(SpeechRoom.class);
    private boolean isHeld;

    SpeechRoom(Speech speech, House house, Executors executors) {
        this.speech = speech;
        this.house = house;
        this.executors = executors;
    }

    /** The report with the panel under it; {@code listening} is given what listens to the reader. */
    Node under(Node report, CommandBus bus, Consumer<Dictation> listening) {
        DictationSession session = speech.session();
        DictationViewModel model = new DictationViewModel(
                session,
                new Devices(house.base().database(), house.reached().web().door()),
                new DictationViewModel.Threads(executors.io(), new UiExecutor()),
                house.base().clock());
        DictationView view = DictationView.under(report, model);
        add(bus, "dictation.toggle", session::toggle);
        add(bus, "dictation.hold", this::hold);
        add(bus, "dictation.replay-last", model::replayLast);
        add(bus, "dictation.discard-last", model::discardLast);
        add(bus, "dictation.stop", () -> {
            session.hush();
            model.stopReplay();
        });
        WordsRoom vocabulary = new WordsRoom(speech, house, executors);
        add(bus, "dictation.words", () -> vocabulary.show(report.getScene().getWindow()));
        add(bus, "dictation.panel", () -> {
            bus.run("work.reading");
            view.toggle();
        });
        listening.accept(session);
        follow(new DictationButtons(session, bus, new UiExecutor()));
        var unused = model.refresh();
        speech.begin();
        return view;
    }

    /** On the device thread, so that no two look through the devices of the machine at once. */
    private void follow(DictationButtons buttons) {
        HidButtons hands = new HidButtons(
                new Hid4JavaButtons(), buttons::take, executors.pads(), executors.scheduler()::isShutdown);
        var unused = executors
                .scheduler()
                .scheduleWithFixedDelay(
                        () -> executors
                                .device()
                                .execute(() -> hands.look(
                                        buttons.reload(house.base().database()).devices())),
                        BUTTONS_SECONDS,
                        BUTTONS_SECONDS,
                        TimeUnit.SECONDS);
    }

    private void add(CommandBus bus, String id, Runnable effect) {
        bus.register(Command.titled(words, id, effect));
    }

    /** Talks until the key is let go, or until the window it was pressed in is left. */
    private void hold() {
        Optional<Window> window =
                Window.getWindows().stream().filter(Window::isFocused).findFirst();
        if (isHeld || window.isEmpty()) {
            return; // the key repeats while it is held
        }
        isHeld = true;
        speech.session().talk();
        new Held(window.orElseThrow()).begin();
    }

    /** The window whose key is held. */
    private final class Held {
        private final Window window;
        private final EventHandler<KeyEvent> released = event -> {
            if (!event.getCode().isModifierKey()) {
                end();
            }
        };
        private final ChangeListener<Boolean> left = (value, before, isFocused) -> {
            if (!isFocused) {
                end();
            }
        };

        Held(Window window) {
            this.window = window;
        }

        void begin() {
            window.addEventFilter(KeyEvent.KEY_RELEASED, released);
            window.focusedProperty().addListener(left);
        }

        private void end() {
            window.removeEventFilter(KeyEvent.KEY_RELEASED, released);
            window.focusedProperty().removeListener(left);
            isHeld = false;
            speech.session().hush();
        }
    }

    /** The microphones of this machine, and files in their place where the environment names some. */
    private record Devices(Database database, VaultDoor door) implements SoundDevices {
        @Override
        public List<Microphone> microphones() {
            return DictationSenses.plugged();
        }

        @Override
        public Optional<String> chosen() throws CandelaException {
            return choices().microphone();
        }

        @Override
        public void choose(String name) throws CandelaException {
            choices().microphone(name);
        }

        @Override
        public List<AccuracyDay> accuracy() throws CandelaException {
            return AccuracyTrend.days(database);
        }

        @Override
        public Keeping keeping() {
            if (!door.exists()) {
                return Keeping.NO_STORE;
            }
            return door.isLocked() ? Keeping.LOCKED : Keeping.SEALED;
        }

        private Choices choices() {
            return DictationSenses.choices(database);
        }
    }
}
