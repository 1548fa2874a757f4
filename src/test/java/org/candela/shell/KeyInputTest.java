package org.candela.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.candela.base.EditHistory;
import org.junit.jupiter.api.Test;

// [utest->req~shell.chords~1]
class KeyInputTest {
    private final List<String> done = new ArrayList<>();
    private final CommandBus bus = new CommandBus(new EditHistory(), failure -> {});
    private final Keyboard keyboard = new Keyboard(
            KeyBindings.parse(Map.of("a.one", "Ctrl+K, S", "b.two", "S", "c.three", "Ctrl+L, S")),
            KeyBindings.none(),
            own -> {});
    private long now;
    private final KeyInput input = new KeyInput(keyboard, bus, id -> !id.equals("c.three"), () -> now);

    KeyInputTest() {
        for (String id : List.of("a.one", "b.two", "c.three")) {
            bus.register(new Command(id, id, () -> done.add(id)));
        }
    }

    @Test
    void theKeysOfAChordRunItsCommandAndNotTheirOwn() {
        assertTrue(input.press(press(KeyCode.K, true), false));
        assertTrue(input.press(press(KeyCode.S, false), false));
        assertTrue(input.press(press(KeyCode.S, false), false));

        assertEquals(List.of("a.one", "b.two"), done);
    }

    @Test
    void aChordIsForgottenAfterTwoSeconds() {
        input.press(press(KeyCode.K, true), false);
        now += TimeUnit.MILLISECONDS.toNanos(2001);
        input.press(press(KeyCode.S, false), false);

        assertEquals(List.of("b.two"), done);
    }

    @Test
    void aWrongKeyEndsAChordAndDoesNothing() {
        input.press(press(KeyCode.K, true), false);

        assertTrue(input.press(press(KeyCode.X, false), false));
        assertFalse(input.press(press(KeyCode.X, false), false));
        assertEquals(List.of(), done);
    }

    @Test
    void lettersBelongToTextButNotWithinAChord() {
        assertFalse(input.press(press(KeyCode.S, false), true));
        assertTrue(input.press(press(KeyCode.K, true), true));
        assertTrue(input.press(press(KeyCode.S, false), true));

        assertEquals(List.of("a.one"), done);
    }

    @Test
    void aChordOfACommandThatIsNotOfferedIsNotBegun() {
        assertFalse(input.press(press(KeyCode.L, true), false));
    }

    private static KeyEvent press(KeyCode code, boolean isControl) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, isControl, false, false);
    }
}
