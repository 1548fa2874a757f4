package org.candela.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * Which window the reader types into, kept while monitors come and go. FX thread.
 *
 * <p>A window that is shown takes the keyboard for itself, one that is hidden leaves it to nobody. Both would tear a reader
 * out of a sentence, so after each change the keyboard goes back to the window that had it; where that has no monitor, to
 * the one that shows its content meanwhile, until it comes back.
 */
// [impl->req~shell.keyboard-kept~1]
final class DeskKeyboard {
    /** For how long the server may be late with taking the keyboard back from a window that was shown. */
    private static final long LATE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Map<ScreenRole, Stage> windows = new EnumMap<>(ScreenRole.class);
    /** Windows that came to the others since those stand, with when it was. */
    private final Map<ScreenRole, Long> shown = new EnumMap<>(ScreenRole.class);
    /** The window the reader chose; none before the first choice. */
    private @Nullable ScreenRole holder;
    /** Whose place {@link #holder} takes while that has no monitor. */
    private @Nullable ScreenRole absent;

    private boolean isShowing;
    private boolean hasStood;

    /** Follows a window from now on. */
    void follow(ScreenRole role, Stage window) {
        windows.put(role, window);
        window.focusedProperty().addListener((value, before, isFocused) -> {
            if (!isShowing && isFocused && role != holder) {
                choose(role);
            }
        });
        window.addEventFilter(KeyEvent.ANY, event -> pass(role, event));
        window.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            choose(role);
            window.requestFocus(); // no desktop may be there to do so
        });
    }

    private void choose(ScreenRole role) {
        holder = role;
        absent = null;
        shown.remove(role);
    }

    /**
     * A window that was just shown has the keyboard for a moment, and the server sends it what is typed meanwhile: a letter
     * of the report would there be a command on images.
     */
    private void pass(ScreenRole role, KeyEvent event) {
        Stage chosen = holder == null || holder == role ? null : windows.get(holder);
        Long since = shown.get(role);
        boolean wasJustShown = since != null && System.nanoTime() - since < LATE_NANOS;
        if (!wasJustShown && holder != role) {
            choose(role); // the server may have refused to bring the keyboard back; who types here means this window
        } else if (chosen != null && chosen.isShowing()) {
            event.consume();
            Node focus = chosen.getScene().getFocusOwner();
            Node target = focus == null ? chosen.getScene().getRoot() : focus;
            Event.fireEvent(target, event.copyFor(target, target));
        }
    }

    /** The window the reader chose; none before the first choice. */
    @Nullable
    ScreenRole holder() {
        return holder;
    }

    /** Whether the reader's hands are at images, wherever these hang now. */
    boolean isAtImages() {
        ScreenRole wanted = absent == null ? holder : absent;
        return wanted != null && wanted.isDiagnostic();
    }

    /** Shows the window of a role, which must not keep the keyboard it takes. */
    void whileShown(ScreenRole role, Runnable show) {
        boolean wasShowing =
                Optional.ofNullable(windows.get(role)).filter(Window::isShowing).isPresent();
        isShowing = true;
        show.run();
        isShowing = false;
        if (hasStood && !wasShowing) {
            shown.put(role, System.nanoTime());
        }
    }

    /** The windows stand as {@code plan} says: brings the keyboard back to the reader's choice. */
    void giveBack(DeskPlan plan) {
        hasStood = true;
        ScreenRole wanted = absent == null ? holder : absent;
        if (wanted != null) {
            ScreenRole taking = successor(wanted, plan);
            absent = taking == wanted ? null : wanted;
            holder = taking;
            // Also when it seems to have it: that a window which was just shown took it may not have been told yet.
            Optional.ofNullable(windows.get(taking)).ifPresent(Window::requestFocus);
        }
    }

    private static ScreenRole successor(ScreenRole wanted, DeskPlan plan) {
        if (plan.screenOf(wanted).isPresent()) {
            return wanted;
        }
        return plan.placements().stream()
                .map(DeskPlan.Placement::role)
                .filter(ScreenRole::isDiagnostic)
                .findFirst()
                .orElse(ScreenRole.WORK);
    }
}
