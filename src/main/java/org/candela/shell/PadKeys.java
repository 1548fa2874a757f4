package org.candela.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import javafx.util.Duration;
import org.candela.pad.PadEvent;

/**
 * A pad under the other hand, as keys that no keyboard has: its buttons are F13 to F24, its jog wheel Next Track and Previous
 * Track, its shuttle ring Fast Forward and Rewind, faster the further it is turned. They are given to commands as all keys are;
 * until then the wheels scroll. What they do is done wherever the caret stands: images scroll while a sentence is written.
 * FX thread.
 */
// [impl->req~shell.pad~1]
public final class PadKeys {
    private static final List<KeyCode> BUTTONS = List.of(
            KeyCode.F13,
            KeyCode.F14,
            KeyCode.F15,
            KeyCode.F16,
            KeyCode.F17,
            KeyCode.F18,
            KeyCode.F19,
            KeyCode.F20,
            KeyCode.F21,
            KeyCode.F22,
            KeyCode.F23,
            KeyCode.F24,
            KeyCode.SOFTKEY_0,
            KeyCode.SOFTKEY_1,
            KeyCode.SOFTKEY_2);
    private static final Map<KeyCode, String> UNLESS_GIVEN = Map.of(
            KeyCode.TRACK_NEXT, "viewer.next-image",
            KeyCode.TRACK_PREV, "viewer.previous-image",
            KeyCode.FAST_FWD, "viewer.next-image",
            KeyCode.REWIND, "viewer.previous-image");
    /** How often a second, by how far the ring is turned. */
    private static final double[] RATES = {0, 1, 2, 4, 8, 15, 25, 40};

    private final Keyboard keyboard;
    private final CommandBus bus;
    private final BooleanSupplier isChoosingKey;
    private Timeline held = new Timeline();

    /** @param isChoosingKey whether the next key is chosen for a command rather than obeyed */
    PadKeys(Keyboard keyboard, CommandBus bus, BooleanSupplier isChoosingKey) {
        this.keyboard = keyboard;
        this.bus = bus;
        this.isChoosingKey = isChoosingKey;
    }

    /** Does what the reader gave to this control. */
    public void take(PadEvent event) {
        switch (event.control()) {
            case BUTTON -> press(BUTTONS.get(event.number() - 1));
            case JOG -> press(event.number() > 0 ? KeyCode.TRACK_NEXT : KeyCode.TRACK_PREV);
            case SHUTTLE -> hold(event.number());
        }
    }

    private void hold(int position) {
        held.stop();
        if (position != 0) {
            KeyCode key = position > 0 ? KeyCode.FAST_FWD : KeyCode.REWIND;
            Duration pause = Duration.seconds(1 / RATES[Math.abs(position)]);
            held = new Timeline(new KeyFrame(pause, again -> press(key)));
            held.setCycleCount(Animation.INDEFINITE);
            press(key);
            held.play();
        }
    }

    private void press(KeyCode key) {
        Optional<String> command = keyboard.map()
                .commandFor(new KeySequence(List.of(new KeyCodeCombination(key))))
                .or(() -> Optional.ofNullable(UNLESS_GIVEN.get(key)));
        if (isChoosingKey.getAsBoolean() || command.isEmpty()) {
            focused()
                    .ifPresent(scene -> Event.fireEvent(
                            scene,
                            new KeyEvent(KeyEvent.KEY_PRESSED, "", key.getName(), key, false, false, false, false)));
        } else {
            bus.run(command.orElseThrow());
        }
    }

    private static Optional<Scene> focused() {
        return Window.getWindows().stream()
                .filter(Window::isFocused)
                .map(Window::getScene)
                .findFirst();
    }
}
