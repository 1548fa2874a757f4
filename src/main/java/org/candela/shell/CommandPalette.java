package org.candela.shell;

import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.candela.ui.Messages;

/** Everything that can be done, with its key: help and menu in one. Lies over the work screen. FX thread. */
final class CommandPalette {
    private static final double WIDTH = 560;
    private static final double HEIGHT = 520;

    private final CommandBus bus;
    private final Keyboard keyboard;
    private final TextField search = new TextField();
    private final ObservableList<Command> all = FXCollections.observableArrayList();
    private final FilteredList<Command> found = new FilteredList<>(all);
    private final ListView<Command> list = new ListView<>(found);
    private final StackPane root = new StackPane();

    CommandPalette(CommandBus bus, Keyboard keyboard) {
        this.bus = bus;
        this.keyboard = keyboard;
        search.setId("palette-search");
        search.setPromptText(Messages.of(CommandPalette.class).text("palette.prompt"));
        list.setId("palette-list");
        list.setCellFactory(view -> new CommandCell());
        VBox box = new VBox(10, search, list);
        VBox.setVgrow(list, Priority.ALWAYS);
        box.getStyleClass().add("palette");
        box.setMaxSize(WIDTH, HEIGHT);
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
        if (opens) {
            found.setPredicate(null);
            all.setAll(bus.commands());
            search.clear();
            list.getSelectionModel().selectFirst();
            search.requestFocus();
        }
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
            root.setVisible(false);
            bus.run(command.id());
        }
    }

    /** Title at the left, key at the right. */
    private final class CommandCell extends ListCell<Command> {
        @Override
        protected void updateItem(Command command, boolean isEmpty) {
            super.updateItem(command, isEmpty);
            setGraphic(isEmpty || command == null ? null : row(command));
        }

        private HBox row(Command command) {
            Label title = new Label(command.title());
            title.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(title, Priority.ALWAYS);
            Label key = new Label(keyboard.map().keyOf(command.id()));
            key.getStyleClass().add("muted");
            HBox row = new HBox(12, title, key);
            row.setAlignment(Pos.CENTER_LEFT);
            return row;
        }
    }
}
