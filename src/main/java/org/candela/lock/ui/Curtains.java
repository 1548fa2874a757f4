package org.candela.lock.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javafx.collections.ListChangeListener;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.candela.lock.RoomLock.State;
import org.candela.ui.Messages;
import org.candela.ui.UiExecutor;
import org.jspecify.annotations.Nullable;

/**
 * Curtains over all windows of this program, those that open while it is locked among them. FX thread.
 *
 * <p>A window gets another scene, and has its own back as it was: what is behind is not on the screen, takes no key and no
 * click, and keeps caret, selection and scroll. Dialogs stay open behind theirs. Popups close.
 */
// [impl->req~lock.curtain~1]
public final class Curtains implements AutoCloseable {
    private static final String TITLE = "Candela";

    private final CurtainViewModel model;
    private final Predicate<Window> isImages;
    private final Messages words = Messages.of(Curtains.class);
    private final Map<Stage, Covered> covered = new LinkedHashMap<>();
    private final Map<Stage, Revealed> revealed = new LinkedHashMap<>();
    private final ListChangeListener<Window> newcomers = this::cover;
    private boolean isFollowing;

    /**
     * What a window had.
     *
     * @param caret where text was typed; null where none was
     */
    private record Covered(
            Scene scene, String title, @Nullable Caret caret, Curtain curtain) {}

    private record Caret(TextInputControl field, int anchor, int position) {
        static @Nullable Caret in(Scene scene) {
            return scene.getFocusOwner() instanceof TextInputControl field
                    ? new Caret(field, field.getAnchor(), field.getCaretPosition())
                    : null;
        }

        void restore() {
            field.selectRange(anchor, position);
        }
    }

    /** A window of images that is looked at in an emergency, with the mark on it and what keeps hands off. */
    private record Revealed(Label mark, EventHandler<InputEvent> shield) {}

    private Curtains(CurtainViewModel model, Predicate<Window> isImages) {
        this.model = model;
        this.isImages = isImages;
    }

    /**
     * From now on they are drawn and lifted as the model says.
     *
     * @param isImages which windows show images alone, and may be looked at in an emergency
     */
    public static Curtains over(CurtainViewModel model, Predicate<Window> isImages) {
        Curtains curtains = new Curtains(model, isImages);
        model.stateProperty().addListener((value, before, now) -> curtains.show(now));
        return curtains;
    }

    /** Draws none any more: the room closes. */
    @Override
    public void close() {
        Window.getWindows().removeListener(newcomers);
        isFollowing = false;
        covered.clear();
        revealed.clear();
    }

    private void show(State state) {
        switch (state) {
            case LOCKED -> draw();
            case EMERGENCY -> reveal();
            case OPEN -> lift();
        }
    }

    private void draw() {
        List.copyOf(revealed.keySet()).forEach(this::coverAgain);
        if (!isFollowing) {
            isFollowing = true;
            Window.getWindows().addListener(newcomers);
        }
        List.copyOf(Window.getWindows()).forEach(this::cover);
        covered.values().forEach(each -> each.curtain().show(State.LOCKED));
        covered.entrySet().stream()
                .filter(each -> each.getKey().isFocused())
                .findFirst()
                .or(() -> covered.entrySet().stream().findFirst())
                .ifPresent(each -> each.getValue().curtain().focus());
    }

    private void cover(ListChangeListener.Change<? extends Window> change) {
        List<Window> come = new ArrayList<>();
        while (change.next()) {
            come.addAll(change.getAddedSubList());
        }
        come.forEach(this::coverWhenShown);
    }

    /** A window that is only being shown cannot be given another scene yet; until it can, nothing of its own is drawn. */
    private void coverWhenShown(Window window) {
        Node root = window.getScene() == null ? null : window.getScene().getRoot();
        if (root == null) {
            return;
        }
        root.setVisible(false);
        new UiExecutor().execute(() -> {
            if (isFollowing) {
                cover(window);
            }
            root.setVisible(true);
        });
    }

    private void cover(Window window) {
        if (window instanceof PopupWindow popup) {
            popup.hide();
        } else if (window instanceof Stage stage && stage.getScene() != null && !covered.containsKey(stage)) {
            Scene own = stage.getScene();
            Curtain curtain = new Curtain(model, own);
            covered.put(
                    stage, new Covered(own, stage.getTitle() == null ? "" : stage.getTitle(), Caret.in(own), curtain));
            stage.setScene(curtain.scene());
            stage.setTitle(TITLE);
        }
    }

    private void lift() {
        Window.getWindows().removeListener(newcomers);
        isFollowing = false;
        List.copyOf(revealed.keySet()).forEach(this::unmark);
        covered.forEach(Curtains::giveBack);
        covered.clear();
    }

    private static void giveBack(Stage stage, Covered before) {
        if (stage.getScene() != before.scene()) {
            stage.setScene(before.scene());
        }
        stage.setTitle(before.title());
        Caret caret = before.caret();
        if (caret != null) {
            caret.field().requestFocus();
            caret.restore();
        }
    }

    // [impl->req~lock.emergency~1]
    private void reveal() {
        covered.forEach((stage, before) -> {
            if (isImages.test(stage)) {
                stage.setScene(before.scene());
                mark(stage, before.scene());
            } else {
                before.curtain().show(State.EMERGENCY);
            }
        });
    }

    private void mark(Stage stage, Scene scene) {
        Label mark = new Label(words.text("lock.emergency.banner"));
        mark.setId("emergency-mark");
        mark.setMouseTransparent(true);
        mark.setStyle("-fx-background-color: #d0605e; -fx-text-fill: #0b0d10; -fx-padding: 6 18 6 18;"
                + " -fx-font-weight: bold;");
        StackPane.setAlignment(mark, Pos.TOP_CENTER);
        if (scene.getRoot() instanceof Pane root) {
            root.getChildren().add(mark);
        }
        EventHandler<InputEvent> shield = event -> {
            if (!(event instanceof KeyEvent || event instanceof ScrollEvent)) {
                event.consume();
            }
        };
        stage.addEventFilter(InputEvent.ANY, shield);
        revealed.put(stage, new Revealed(mark, shield));
    }

    private void unmark(Stage stage) {
        Revealed seen = revealed.remove(stage);
        if (seen != null) {
            stage.removeEventFilter(InputEvent.ANY, seen.shield());
            Node parent = seen.mark().getParent();
            if (parent instanceof Pane root) {
                root.getChildren().remove(seen.mark());
            }
        }
    }

    private void coverAgain(Stage stage) {
        unmark(stage);
        Covered before = covered.get(stage);
        if (before != null) {
            stage.setScene(before.curtain().scene());
        }
    }
}
