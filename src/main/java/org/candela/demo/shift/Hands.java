package org.candela.demo.shift;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.candela.ui.Pulses;
import org.candela.ui.UiExecutor;

/**
 * The reader's hands and eyes: presses real keys and buttons of the X server, and looks at the windows. Used by the thread
 * that plays the shift, never the FX thread, which it waits for.
 */
final class Hands {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Map<Character, KeyCode> SIGNS =
            Map.of(' ', KeyCode.SPACE, '.', KeyCode.PERIOD, ',', KeyCode.COMMA, '-', KeyCode.MINUS, '/', KeyCode.SLASH);

    private final UiExecutor ui = new UiExecutor();

    /** What {@code look} finds on the FX thread. */
    <T> T see(Callable<T> look) throws ShiftException {
        CompletableFuture<T> seen = new CompletableFuture<>();
        ui.execute(() -> {
            try {
                seen.complete(look.call());
            } catch (Exception e) {
                seen.completeExceptionally(e);
            }
        });
        return await(seen);
    }

    /** Does something on the FX thread and waits for it. */
    void act(Runnable deed) throws ShiftException {
        see(() -> {
            deed.run();
            return true;
        });
    }

    /** Looks at every pulse until {@code condition} holds; fails after 20 s. */
    void until(String what, Callable<Boolean> condition) throws ShiftException {
        until(what, PATIENCE, condition);
    }

    void until(String what, Duration patience, Callable<Boolean> condition) throws ShiftException {
        long end = System.nanoTime() + patience.toNanos();
        while (!see(condition)) {
            ShiftException.require(System.nanoTime() < end, "not within " + patience.toSeconds() + " s: " + what);
            settle();
        }
    }

    /** Waits until what was last changed has been laid out and drawn. */
    void settle() throws ShiftException {
        await(Pulses.drawn(ui));
    }

    /** Takes the keyboard to a window. */
    void turnTo(Stage window) throws ShiftException {
        act(window::requestFocus);
        until("a window has the keyboard", window::isFocused);
    }

    /** Presses a key with {@code held} down. */
    void press(KeyCode key, KeyCode... held) throws ShiftException {
        act(() -> {
            Robot robot = new Robot();
            List<KeyCode> modifiers = List.of(held);
            modifiers.forEach(robot::keyPress);
            robot.keyType(key);
            modifiers.forEach(robot::keyRelease);
        });
    }

    /** Types letters, digits, spaces and the signs {@code . , - /} on an American keyboard. */
    void type(String text) throws ShiftException {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            KeyCode key = keyOf(sign);
            if (Character.isUpperCase(sign)) {
                press(key, KeyCode.SHIFT);
            } else {
                press(key);
            }
        }
    }

    private static KeyCode keyOf(char sign) {
        KeyCode known = SIGNS.get(sign);
        KeyCode key =
                known != null ? known : KeyCode.getKeyCode(String.valueOf(sign).toUpperCase(Locale.ROOT));
        if (key == null) {
            throw new IllegalArgumentException("no key for " + sign);
        }
        return key;
    }

    /** Clicks in the middle of a node. */
    void click(Node node) throws ShiftException {
        Point2D middle = see(() -> middleOf(node));
        act(() -> {
            Robot robot = new Robot();
            robot.mouseMove(middle);
            robot.mouseClick(MouseButton.PRIMARY);
        });
    }

    /** Draws a line with the left button. Screen coordinates. */
    void drag(Point2D from, Point2D to) throws ShiftException {
        act(() -> {
            Robot robot = new Robot();
            robot.mouseMove(from);
            robot.mousePress(MouseButton.PRIMARY);
        });
        settle();
        act(() -> new Robot().mouseMove(from.midpoint(to)));
        settle();
        act(() -> new Robot().mouseMove(to));
        settle();
        act(() -> new Robot().mouseRelease(MouseButton.PRIMARY));
    }

    /** Turns the wheel over a node; forwards in the stack when positive. */
    void roll(Node node, int notches) throws ShiftException {
        Point2D middle = see(() -> middleOf(node));
        act(() -> {
            Robot robot = new Robot();
            robot.mouseMove(middle);
            robot.mouseWheel(notches);
        });
    }

    private static Point2D middleOf(Node node) {
        Bounds bounds = node.localToScreen(node.getBoundsInLocal());
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    private static <T> T await(CompletableFuture<T> seen) throws ShiftException {
        try {
            return seen.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new ShiftException("the windows did not answer within " + PATIENCE.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw new ShiftException(String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ShiftException("the shift was broken off");
        }
    }
}
