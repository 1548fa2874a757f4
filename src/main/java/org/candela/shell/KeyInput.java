package org.candela.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * The keyboard of one scene: runs commands by key before any control sees the key, and waits for the rest of a chord. FX
 * thread.
 *
 * <p>While text is typed, only function keys and combinations with Ctrl or Alt run commands, and those that every text
 * field has (undo, redo, select, cut, copy, paste) belong to the text.
 */
// [impl->req~shell.chords~1]
final class KeyInput {
    /** A chord that is not gone on with for this long is forgotten. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(2);

    private static final List<KeyCombination> EDITING = Stream.of(
                    "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y", "Ctrl+A", "Ctrl+X", "Ctrl+C", "Ctrl+V")
            .map(KeyCombination::valueOf)
            .toList();

    private final Keyboard keyboard;
    private final CommandBus bus;
    private final Predicate<String> isOffered;
    private final LongSupplier nanos;
    private List<KeyCombination> begun = List.of();
    private long begunAt;
    private boolean isTaken;

    /**
     * @param isOffered which commands the scene offers now, by id; the keys of others go to its controls
     * @param nanos a clock that only runs forwards, ns
     */
    KeyInput(Keyboard keyboard, CommandBus bus, Predicate<String> isOffered, LongSupplier nanos) {
        this.keyboard = keyboard;
        this.bus = bus;
        this.isOffered = isOffered;
        this.nanos = nanos;
    }

    void attach(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean isText = scene.getFocusOwner() instanceof TextInputControl;
            if (!event.isConsumed() && !event.getCode().isModifierKey()) {
                isTaken = press(event, isText);
                if (isTaken) {
                    event.consume();
                }
            }
        });
        // The toolkit sends the letter of a key by itself; that of a chord must not be written.
        scene.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if (isTaken) {
                event.consume();
            }
        });
    }

    /** Whether the key belongs to a command, or to the chord of one. */
    boolean press(KeyEvent event, boolean isText) {
        if (nanos.getAsLong() - begunAt > PATIENCE) {
            begun = List.of();
        }
        if (begun.isEmpty() && isText && isWriting(event)) {
            return false;
        }
        boolean isWithin = !begun.isEmpty();
        KeySequence pressed = pressed(event);
        begun = List.of();
        Optional<String> command = keyboard.map().commandFor(pressed).filter(isOffered);
        if (command.isPresent()) {
            bus.run(command.orElseThrow());
            return true;
        }
        if (keyboard.map().isBeginning(pressed, isOffered)) {
            begun = pressed.keys();
            begunAt = nanos.getAsLong();
            return true;
        }
        return isWithin;
    }

    private KeySequence pressed(KeyEvent event) {
        List<KeyCombination> keys = new ArrayList<>(begun);
        keys.add(combination(event));
        return new KeySequence(keys);
    }

    /** What {@code event} is as a key combination. */
    static KeyCombination combination(KeyEvent event) {
        return new KeyCodeCombination(
                event.getCode(),
                modifier(event.isShiftDown()),
                modifier(event.isControlDown()),
                modifier(event.isAltDown()),
                modifier(event.isMetaDown()),
                KeyCombination.ModifierValue.UP);
    }

    private static KeyCombination.ModifierValue modifier(boolean isDown) {
        return isDown ? KeyCombination.ModifierValue.DOWN : KeyCombination.ModifierValue.UP;
    }

    private static boolean isWriting(KeyEvent event) {
        KeyCode code = event.getCode();
        boolean isCommand = event.isControlDown() || event.isAltDown() || code.isFunctionKey();
        return !isCommand || EDITING.stream().anyMatch(combination -> combination.match(event));
    }
}
