package org.candela.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.candela.base.Edit;
import org.candela.base.EditHistory;
import org.candela.ui.Messages;
import org.candela.viewer.MouseBindings;
import org.candela.viewer.MouseBindings.Button;
import org.candela.viewer.MouseBindings.Wheel;

/**
 * What each button of the mouse and its wheel do, changed by keys alone. Lies over the work screen. FX thread.
 *
 * <p>Rows first: arrows, or a press of the button itself in the field above them. Enter goes to the uses, where typing
 * narrows them and Enter takes one; a use that another button has is taken only by a second Enter. Esc goes back.
 */
// [impl->req~shell.mouse-page~1]
final class MousePage {
    private final Mouse mouse;
    private final EditHistory history;
    private final Messages words = Messages.of(MousePage.class);
    private final MouseWords names = new MouseWords();
    private final ListView<String> rows = new ListView<>();
    private final ObservableList<String> all = FXCollections.observableArrayList();
    private final FilteredList<String> found = new FilteredList<>(all);
    private final ListView<String> uses = new ListView<>(found);
    private final TextField search = new TextField();
    private final Label tried = new Label();
    private final Label foot = new Label();
    private final StackPane root = new StackPane();
    /** What the next Enter takes although another button has it; empty while nothing was warned of. */
    private Optional<String> warned = Optional.empty();

    MousePage(Mouse mouse, EditHistory history) {
        this.mouse = mouse;
        this.history = history;
        rows.setId("mouse-rows");
        rows.setCellFactory(view -> new Row());
        uses.setId("mouse-uses");
        uses.setCellFactory(view -> new Use());
        search.setId("mouse-search");
        search.setPromptText(words.text("mouse.search"));
        tried.setId("mouse-try");
        tried.setText(words.text("mouse.try"));
        tried.setMaxWidth(Double.MAX_VALUE);
        tried.getStyleClass().add("mouse-try");
        foot.setId("mouse-foot");
        foot.setWrapText(true);
        foot.getStyleClass().add("muted");
        build();
    }

    private void build() {
        Label title = new Label(words.text("mouse.title"));
        title.getStyleClass().add("headline");
        VBox left = new VBox(8, tried, rows);
        VBox right = new VBox(8, search, uses);
        VBox.setVgrow(rows, Priority.ALWAYS);
        VBox.setVgrow(uses, Priority.ALWAYS);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        left.getStyleClass().add("mouse-half");
        right.getStyleClass().add("mouse-half");
        HBox both = new HBox(16, left, right);
        VBox.setVgrow(both, Priority.ALWAYS);
        VBox box = new VBox(10, title, both, foot);
        box.getStyleClass().addAll("palette", "mouse-page");
        root.getChildren().add(box);
        root.setId("mouse-page");
        root.getStyleClass().add("palette-veil");
        root.setVisible(false);
        tried.setOnMousePressed(this::feel);
        tried.setOnScroll(event ->
                choose((event.isControlDown() ? Wheel.CTRL : event.isShiftDown() ? Wheel.SHIFT : Wheel.ALONE).id()));
        rows.getSelectionModel().selectedItemProperty().addListener((value, before, id) -> offer());
        search.textProperty().addListener((value, before, now) -> {
            narrow(now);
            warned = Optional.empty();
        });
        uses.setOnMouseClicked(event -> take());
    }

    Region root() {
        return root;
    }

    /** Shows it, or hides it. */
    void toggle() {
        boolean opens = !root.isVisible();
        root.setVisible(opens);
        if (opens) {
            rows.getItems().setAll(MouseWords.ids());
            rows.getSelectionModel().selectFirst();
            toRows();
        }
    }

    /** Its keys go before whatever runs commands by key. */
    void attach(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean isCommand = event.isControlDown() || event.isAltDown();
            if (root.isVisible() && !event.isConsumed() && !isCommand) {
                steer(event);
            }
        });
        // Undo and redo are commands of the room; what they changed is seen once they have run.
        scene.addEventHandler(KeyEvent.KEY_RELEASED, event -> {
            if (root.isVisible()) {
                rows.refresh();
            }
        });
    }

    private boolean isAtUses() {
        return search.isFocused() || uses.isFocused();
    }

    private void steer(KeyEvent event) {
        boolean isTaken = isAtUses() ? steerUses(event) : steerRows(event);
        if (isTaken) {
            event.consume();
        }
    }

    private boolean steerRows(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> root.setVisible(false);
            case ENTER, RIGHT -> toUses();
            case DOWN -> rows.getSelectionModel().selectNext();
            case UP -> rows.getSelectionModel().selectPrevious();
            case BACK_SPACE -> give(mouse.usual(row()));
            default -> {}
        }
        rows.scrollTo(rows.getSelectionModel().getSelectedIndex());
        return true;
    }

    private boolean steerUses(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> toRows();
            case ENTER -> take();
            case DOWN -> uses.getSelectionModel().selectNext();
            case UP -> uses.getSelectionModel().selectPrevious();
            default -> {
                return false;
            }
        }
        uses.scrollTo(uses.getSelectionModel().getSelectedIndex());
        return true;
    }

    private void toRows() {
        warned = Optional.empty();
        search.clear();
        uses.getSelectionModel().select(mouse.use(row()));
        rows.requestFocus();
        foot.setText(words.text("mouse.foot.rows"));
    }

    private void toUses() {
        warned = Optional.empty();
        search.requestFocus();
        uses.getSelectionModel().select(mouse.use(row()));
        uses.scrollTo(Math.max(0, uses.getSelectionModel().getSelectedIndex()));
        foot.setText(words.text("mouse.foot.uses", names.nameOf(row())));
    }

    private String row() {
        return rows.getSelectionModel().getSelectedItem();
    }

    private void choose(String id) {
        rows.getSelectionModel().select(id);
        rows.scrollTo(id);
        toRows();
    }

    /** A button that was pressed in the field above the rows chooses its own row. */
    private void feel(MouseEvent event) {
        Button button =
                switch (event.getButton()) {
                    case SECONDARY -> Button.SECONDARY;
                    case MIDDLE -> Button.MIDDLE;
                    case BACK -> Button.BACK;
                    case FORWARD -> Button.FORWARD;
                    default -> Button.PRIMARY;
                };
        boolean isKnown = event.getButton() != MouseButton.NONE;
        Wheel held = event.isControlDown() ? Wheel.CTRL : event.isShiftDown() ? Wheel.SHIFT : Wheel.ALONE;
        if (isKnown) {
            choose(button.held(held).id());
        }
    }

    private void offer() {
        if (row() != null) {
            all.setAll(MouseWords.uses(row()));
            uses.getSelectionModel().select(mouse.use(row()));
        }
    }

    private void narrow(String typed) {
        String sought = typed.strip().toLowerCase(Locale.ROOT);
        found.setPredicate(use -> names.titleOf(use).toLowerCase(Locale.ROOT).contains(sought));
        uses.getSelectionModel().selectFirst();
    }

    private void take() {
        String use = uses.getSelectionModel().getSelectedItem();
        if (use == null) {
            return;
        }
        String id = row();
        if (mouse.losesTool(id, use)) {
            foot.setText("\u26a0 " + words.text("mouse.loses-tool"));
            return;
        }
        List<String> others = mouse.others(id, use).toList();
        if (!others.isEmpty() && !warned.equals(Optional.of(use))) {
            warned = Optional.of(use);
            String also = others.stream().map(names::nameOf).collect(Collectors.joining(", "));
            foot.setText("\u26a0 " + words.text("mouse.also", names.titleOf(use), also));
            return;
        }
        give(use);
        toRows();
    }

    private void give(String use) {
        String id = row();
        MouseBindings before = mouse.now();
        if (mouse.losesTool(id, use)) {
            foot.setText("\u26a0 " + words.text("mouse.loses-tool"));
        } else if (!mouse.use(id).equals(use)) {
            mouse.give(id, use);
            MouseBindings after = mouse.now();
            history.add(new Edit(
                    words.text("mouse.edit", names.nameOf(id)), () -> mouse.become(before), () -> mouse.become(after)));
            rows.refresh();
        }
    }

    /** What it is, what it does, and whether the reader wanted it so. */
    private final class Row extends ListCell<String> {
        Row() {
            setPrefWidth(0); // as wide as the list, so that what a button does ends where the list does
        }

        @Override
        protected void updateItem(String id, boolean isEmpty) {
            super.updateItem(id, isEmpty);
            setGraphic(isEmpty || id == null ? null : line(id));
        }

        private HBox line(String id) {
            Label name = new Label(names.nameOf(id));
            name.setMinWidth(Region.USE_PREF_SIZE);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            Label use = new Label(names.titleOf(mouse.use(id)));
            use.getStyleClass().add("muted");
            Label own = new Label(words.text("palette.origin." + mouse.originOf(id)));
            own.setMinWidth(Region.USE_PREF_SIZE);
            HBox line = new HBox(10, name, gap, use, own);
            line.setAlignment(Pos.CENTER_LEFT);
            return line;
        }
    }

    /** A use, and which others have it. */
    private final class Use extends ListCell<String> {
        Use() {
            setPrefWidth(0); // as wide as the list, never wider
        }

        @Override
        protected void updateItem(String use, boolean isEmpty) {
            super.updateItem(use, isEmpty);
            setText(isEmpty || use == null ? null : text(use));
        }

        private String text(String use) {
            Stream<String> others = row() == null ? Stream.of() : mouse.others(row(), use);
            String also = others.map(names::nameOf).collect(Collectors.joining(", "));
            return names.titleOf(use) + (also.isEmpty() ? "" : "   \u00b7   " + also);
        }
    }
}
