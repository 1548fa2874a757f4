package org.candela.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

// [utest->req~shell.own-keys~1]
class KeyBindingsTest {
    @Test
    void keysAreWrittenAsTheyAreRead() {
        Map<String, String> text = Map.of("a.one", "F12; Shift+Slash", "b.two", "Ctrl+K, S", "c.three", "");

        assertEquals(text, KeyBindings.parse(text).text());
    }

    @Test
    void theStandardKeysAreWrittenAsTheyAreRead() {
        KeyBindings standard = KeyMap.standard(ViewerCommands.keys()).bindings();

        assertEquals(standard, KeyBindings.parse(standard.text()));
    }

    @Test
    void aKeyThatDoesNotExistIsRefusedWithItsCommand() {
        for (String wrong : List.of("Foo", "Ctrl+", "F2;", "A, , B", "'a'", "A, B, C, D")) {
            IllegalArgumentException refusal = assertThrows(
                    IllegalArgumentException.class, () -> KeyBindings.parse(Map.of("a.one", wrong)), wrong);
            assertTrue(String.valueOf(refusal.getMessage()).startsWith("a.one = "), refusal.getMessage());
        }
    }

    @Test
    void theBeginningOfAChordConflictsWithItAndBothCommandsAreNamed() {
        KeyBindings bindings = KeyBindings.parse(Map.of("a.one", "Ctrl+K", "b.two", "Ctrl+K, S", "c.three", "S"));

        assertEquals(
                List.of("key Ctrl+K is given to both a.one and b.two"),
                bindings.conflicts().stream().map(KeyBindings.Conflict::text).toList());
    }

    @Test
    void whoTakesAKeyHasItAloneAndTheOtherHasNone() {
        List<KeyBindings> kept = new ArrayList<>();
        Keyboard keyboard = new Keyboard(
                KeyBindings.parse(Map.of("a.one", "F2", "b.two", "F3; F4")), KeyBindings.none(), kept::add);
        KeySequence taken = KeySequence.parse("F3");

        assertEquals(Optional.of("b.two"), keyboard.holderOf(taken, "a.one"));
        keyboard.give("a.one", taken);

        assertEquals(
                Map.of("a.one", "F3", "b.two", "F4"), keyboard.map().bindings().text());
        assertEquals(Map.of("a.one", "F3", "b.two", "F4"), kept.get(0).text());
    }

    @Test
    void aResetCommandHasItsFirstKeyAgainUnlessAnotherHasTakenIt() {
        Keyboard keyboard =
                new Keyboard(KeyBindings.parse(Map.of("a.one", "F2", "b.two", "F3")), KeyBindings.none(), own -> {});
        keyboard.give("a.one", KeySequence.parse("F3"));

        keyboard.reset("b.two");
        assertEquals("", keyboard.map().keyOf("b.two"));
        keyboard.reset("a.one");

        assertEquals("F2", keyboard.map().keyOf("a.one"));
        assertEquals("F3", keyboard.map().keyOf("b.two"));
    }

    @Test
    void anOwnKeyGoesBeforeADefaultOne() {
        KeyBindings own = KeyBindings.parse(Map.of("a.one", "F3"));

        Keyboard keyboard = new Keyboard(KeyBindings.parse(Map.of("a.one", "F2", "b.two", "F3")), own, kept -> {});

        assertEquals(Optional.of("a.one"), keyboard.map().commandFor(KeySequence.parse("F3")));
        assertEquals("", keyboard.map().keyOf("b.two"));
    }
}
