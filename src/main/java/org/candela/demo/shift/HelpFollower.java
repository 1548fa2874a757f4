package org.candela.demo.shift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import org.candela.shell.KeySequence;
import org.candela.shell.ScreenRole;

/**
 * A reader who has never seen the workstation: knows what to do but no key, and reads each one off the help on the screen
 * before pressing it. Presses nothing that the help does not show there and then.
 */
final class HelpFollower {
    private static final List<KeyCombination.Modifier[]> HELD = List.of(
            new KeyCombination.Modifier[] {},
            new KeyCombination.Modifier[] {KeyCombination.CONTROL_DOWN},
            new KeyCombination.Modifier[] {KeyCombination.SHIFT_DOWN},
            new KeyCombination.Modifier[] {KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN});

    private final ShiftStage stage;
    private final Hands hands;
    private final ScreenRole role;
    private final List<String> pressed = new ArrayList<>();

    /** @param role the screen whose help is read and which has the keyboard */
    HelpFollower(ShiftStage stage, Hands hands, ScreenRole role) {
        this.stage = stage;
        this.hands = hands;
        this.role = role;
    }

    /** Finds the one line of the help that holds {@code words}, closes the help and presses the key that stands there. */
    void follow(String words) throws ShiftException {
        hands.turnTo(stage.window(role));
        openHelp();
        KeyCodeCombination key = keyBeside(words);
        closeHelp();
        pressed.add(key.getDisplayText());
        hands.press(key.getCode(), held(key));
    }

    /** Every key that was read and pressed, in order. */
    String trail() {
        return String.join(" ", pressed);
    }

    void openHelp() throws ShiftException {
        hands.press(KeyCode.F12);
        hands.until("the help is shown", () -> help().isVisible());
        hands.settle();
    }

    void closeHelp() throws ShiftException {
        hands.press(KeyCode.ESCAPE);
        hands.until("the help is gone", () -> !help().isVisible());
    }

    private Node help() throws ShiftException {
        return stage.find(role, "key-help");
    }

    private KeyCodeCombination keyBeside(String words) throws ShiftException {
        List<String> keys = hands.see(() -> help().lookupAll(".key-name").stream()
                .filter(key -> isSeen(key) && titleBeside(key).contains(words))
                .map(key -> ((Label) key).getText())
                .toList());
        ShiftException.require(keys.size() == 1, keys.size() + " lines of the help say: " + words);
        String first = keys.get(0).split("  or  ")[0];
        return Arrays.stream(KeyCode.values())
                .filter(code -> !code.isModifierKey())
                .flatMap(code -> HELD.stream().map(held -> new KeyCodeCombination(code, held)))
                .filter(key -> new KeySequence(List.of(key)).display().equals(first))
                .findFirst()
                .orElseThrow(() -> new ShiftException("the help shows no key that can be pressed for: " + words));
    }

    /** Within the screen: a line beyond its edge helps nobody. */
    private static boolean isSeen(Node key) {
        var bounds = key.localToScene(key.getBoundsInLocal());
        return bounds.getMinX() >= 0
                && bounds.getMinY() >= 0
                && bounds.getMaxX() <= key.getScene().getWidth()
                && bounds.getMaxY() <= key.getScene().getHeight();
    }

    private static String titleBeside(Node key) {
        Parent row = key.getParent();
        return row.getChildrenUnmodifiable().stream()
                .filter(node -> !node.equals(key))
                .filter(Label.class::isInstance)
                .map(node -> ((Label) node).getText())
                .findFirst()
                .orElse("");
    }

    private static KeyCode[] held(KeyCodeCombination key) {
        List<KeyCode> held = new ArrayList<>();
        if (key.getControl() == ModifierValue.DOWN) {
            held.add(KeyCode.CONTROL);
        }
        if (key.getShift() == ModifierValue.DOWN) {
            held.add(KeyCode.SHIFT);
        }
        return held.toArray(KeyCode[]::new);
    }
}
