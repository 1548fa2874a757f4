package org.candela.shell;

import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.candela.ui.Messages;
import org.jspecify.annotations.Nullable;

/** Everything that can be done, with its key: help and menu in one. Lies over the work screen. FX thread. */
final class CommandPalette {
    private static final KeyCombination CHANGE = KeyCombination.valueOf("Ctrl+K");

    private final CommandBus bus;
    private final Keyboard keyboard;
    private final TextField search = new TextField();
    private final ObservableList<Command> all = FXCollections.observableArrayList();
    private final FilteredList<Command> found = new FilteredList<>(all);
    private final Messages words = Messages.of(CommandPalette.class);
    private final ListView<Command> list = new ListView<>(found);
    private final Label foot = new Label();
    private final StackPane root = new StackPane();
    private @Nullable KeyChange change;

    CommandPalette(CommandBus bus, Keyboard keyboard) {
        this.bus = bus;
        this.keyboard = keyboard;
        search.setId("palette-search");
        search.setPromptText(words.text("palette.prompt"));
        list.setId("palette-list");
        list.setCellFactory(view -> new CommandCell());
        foot.setId("palette-foot");
        foot.setWrapText(true);
        foot.getStyleClass().add("muted");
        VBox box = new VBox(10, search, list, foot);
        VBox.setVgrow(list, Priority.ALWAYS);
        box.getStyleClass().add("palette");
        root.getChildren().add(box);
        root.getStyleClass().add("palette-veil");
        root.setVisible(false);
        listen();
    }

    Region root() {
        return root;
    }

    /** Shows the palette with all commands, or hides it. */
    void toggle() {
        boolean opens = !root.isVisible();
        root.setVisible(opens);
        change = null;
        tell();
        if (opens) {
            found.setPredicate(null);
            all.setAll(bus.commands());
            search.clear();
            list.getSelectionModel().selectFirst();
            search.requestFocus();
        }
    }

    /** Whether the next key is chosen for a command. */
    boolean isChoosingKey() {
        return change != null;
    }

    /** Keys that are chosen for a command run none; so this goes before whatever runs commands by key. */
    void attach(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (root.isVisible() && !event.isConsumed()) {
                choose(event);
            }
        });
        scene.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if (change != null) {
                event.consume();
            }
        });
    }

    private void choose(KeyEvent event) {
        KeyChange going = change;
        Command selected = list.getSelectionModel().getSelectedItem();
        if (going != null) {
            event.consume();
            if (!event.getCode().isModifierKey() && !going.press(event)) {
                change = null;
                list.refresh();
            }
        } else if (CHANGE.match(event) && selected != null) {
            event.consume();
            change = new KeyChange(keyboard, selected);
        }
        tell();
    }

    private void tell() {
        KeyChange going = change;
        foot.setText(going == null ? words.text("palette.change") : told(going));
    }

    private String told(KeyChange going) {
        String title = going.command().title();
        return going.sequence()
                .map(sequence -> going.holder()
                        .map(other -> words.text("palette.taken", title, sequence.display(), titleOf(other)))
                        .orElseGet(() -> words.text("palette.chosen", title, sequence.display())))
                .orElseGet(() -> words.text("palette.press", title));
    }

    private String titleOf(String id) {
        return bus.commands().stream()
                .filter(command -> command.id().equals(id))
                .map(Command::title)
                .findFirst()
                .orElse(id);
    }

    private void listen() {
        search.textProperty().addListener((text, before, now) -> {
            found.setPredicate(command -> command.title()
                    .toLowerCase(Locale.ROOT)
                    .contains(now.strip().toLowerCase(Locale.ROOT)));
            list.getSelectionModel().selectFirst();
        });
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        list.setOnMouseClicked(event -> runSelected());
        root.setOnMousePressed(event -> {
            if (event.getTarget() == root) {
                change = null;
                root.setVisible(false);
            }
        });
    }

    private void steer(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> root.setVisible(false);
            case ENTER -> runSelected();
            case DOWN -> list.getSelectionModel().selectNext();
            case UP -> list.getSelectionModel().selectPrevious();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void runSelected() {
        Command command = list.getSelectionModel().getSelectedItem();
        if (command != null) {
            change = null;
            root.setVisible(false);
            bus.run(command.id());
        }
    }

    /** Title at the left, key at the right. */
    private final class CommandCell extends ListCell<Command> {
        CommandCell() {
            setPrefWidth(0); // as wide as the list, so that long titles wrap
        }

        @Override
        protected void updateItem(Command command, boolean isEmpty) {
            super.updateItem(command, isEmpty);
            setGraphic(isEmpty || command == null ? null : row(command));
        }

        private HBox row(Command command) {
            Label title = new Label(command.title());
            title.setMaxWidth(Double.MAX_VALUE);
            title.setWrapText(true);
            HBox.setHgrow(title, Priority.ALWAYS);
            Label key = new Label(keyboard.map().keyOf(command.id()));
            key.getStyleClass().add("muted");
            key.setMinWidth(Region.USE_PREF_SIZE);
            Label origin = new Label(words.text("palette.origin." + keyboard.originOf(command.id())));
            origin.getStyleClass().add("muted");
            HBox row = new HBox(12, title, origin, key);
            row.setAlignment(Pos.CENTER_LEFT);
            return row;
        }
    }
}
