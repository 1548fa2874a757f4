package org.candela.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * The choice of other keys for one command, key by key. FX thread.
 *
 * <p>Without a modifier four keys steer it: Enter takes what was pressed, from another command too; Esc leaves all as it
 * is; Delete, as the first key, takes the key away, and Backspace gives back the one the command comes with.
 */
final class KeyChange {
    private static final int LONGEST = 3;

    private final Keyboard keyboard;
    private final Command command;
    private final List<KeyCombination> pressed = new ArrayList<>();

    KeyChange(Keyboard keyboard, Command command) {
        this.keyboard = keyboard;
        this.command = command;
    }

    Command command() {
        return command;
    }

    /** Whether the choice goes on after this key. */
    boolean press(KeyEvent event) {
        boolean isPlain = !event.isControlDown() && !event.isAltDown() && !event.isShiftDown() && !event.isMetaDown();
        return isPlain ? steer(event) : add(event);
    }

    /** What was pressed so far. */
    Optional<KeySequence> sequence() {
        return pressed.isEmpty() ? Optional.empty() : Optional.of(new KeySequence(pressed));
    }

    /** The id of the command that loses its key when this one is taken. */
    Optional<String> holder() {
        return sequence().flatMap(sequence -> keyboard.holderOf(sequence, command.id()));
    }

    private boolean steer(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.ESCAPE) {
            return false;
        }
        if (code == KeyCode.ENTER) {
            sequence().ifPresent(sequence -> keyboard.give(command.id(), sequence));
            return pressed.isEmpty();
        }
        if (pressed.isEmpty() && code == KeyCode.DELETE) {
            keyboard.remove(command.id());
            return false;
        }
        if (pressed.isEmpty() && code == KeyCode.BACK_SPACE) {
            keyboard.reset(command.id());
            return false;
        }
        return add(event);
    }

    private boolean add(KeyEvent event) {
        if (pressed.size() == LONGEST) {
            pressed.clear();
        }
        pressed.add(KeyInput.combination(event));
        return true;
    }
}
