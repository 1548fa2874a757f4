package org.candela.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class KeyMapTest {
    @Test
    void aKeyRunsTheCommandItIsGivenTo() {
        KeyMap keys = KeyMap.of(Map.of("edit.undo", "Ctrl+Z", "edit.redo", "Ctrl+Shift+Z"));

        assertEquals(Optional.of("edit.undo"), keys.commandFor(KeySequence.parse("Ctrl+Z")));
        assertEquals(Optional.of("edit.redo"), keys.commandFor(KeySequence.parse("Ctrl+Shift+Z")));
        assertEquals(Optional.empty(), keys.commandFor(KeySequence.parse("Z")));
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
}
