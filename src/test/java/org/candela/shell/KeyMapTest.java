package org.candela.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class KeyMapTest {
    @Test
    void aKeyRunsTheCommandItIsGivenTo() {
        KeyMap keys = KeyMap.of(Map.of("edit.undo", "Ctrl+Z", "edit.redo", "Ctrl+Shift+Z"));

        assertEquals(Optional.of("edit.undo"), keys.commandFor(press(KeyCode.Z, Modifier.CTRL)));
        assertEquals(Optional.of("edit.redo"), keys.commandFor(press(KeyCode.Z, Modifier.CTRL_SHIFT)));
        assertEquals(Optional.empty(), keys.commandFor(press(KeyCode.Z, Modifier.NONE)));
    }

    @Test
    void oneKeyForTwoCommandsIsRefusedAndBothAreNamed() {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> KeyMap.of(new TreeMap<>(Map.of("a.one", "F2", "b.two", "F2"))));

        assertTrue(String.valueOf(refusal.getMessage()).contains("both a.one and b.two"));
    }

    @Test
    void theStandardKeysAndThoseOfTheViewerHaveNoConflict() {
        KeyMap keys = KeyMap.standard(ViewerCommands.keys());

        assertEquals("F1", keys.keyOf("app.commands"));
        assertEquals("I", keys.keyOf("viewer.invert"));
        assertEquals("", keys.keyOf("no.such.command"));
    }

    private enum Modifier {
        NONE,
        CTRL,
        CTRL_SHIFT
    }

    private static KeyEvent press(KeyCode code, Modifier modifier) {
        return new KeyEvent(
                KeyEvent.KEY_PRESSED,
                "",
                "",
                code,
                modifier == Modifier.CTRL_SHIFT,
                modifier != Modifier.NONE,
                false,
                false);
    }
}
