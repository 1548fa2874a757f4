package org.candela.worklist.ui;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.candela.facility.ReadingPriority;
import org.candela.ui.Messages;
import org.candela.ui.StatusMark;
import org.candela.ui.Tone;

/**
 * The list: Enter opens the selected study, N the next one, F5 asks the facilities again, / searches.
 *
 * <p>Binds and decides nothing. FX thread.
 */
public final class WorklistView extends BorderPane {
    private final WorklistViewModel model;
    private final Consumer<WorklistRow> open;
    private final Messages words = Messages.of(WorklistView.class);
    private final TableView<WorklistRow> table = new TableView<>();
    private final TextField search = new TextField();

    /** @param open called with the row the reader chose */
    public WorklistView(WorklistViewModel model, Consumer<WorklistRow> open) {
        this.model = model;
        this.open = open;
        getStyleClass().add("panel");
        setId("worklist");
        buildTable();
        setTop(head());
        setCenter(table);
        setBottom(foot());
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    }

    private VBox head() {
        Label title = new Label(words.text("worklist.title"));
        title.getStyleClass().add("panel-title");
        search.setId("worklist-search");
        search.setPromptText(words.text("worklist.search"));
        search.textProperty().bindBidirectional(model.searchProperty());
        HBox.setHgrow(search, Priority.ALWAYS);
        Label count = new Label();
        count.getStyleClass().add("muted");
        count.textProperty().bind(Bindings.size(model.rows()).asString("%d"));
        VBox head = new VBox(8, new HBox(12, title, count), search);
        head.setStyle("-fx-padding: 0 0 10 0;");
        return head;
    }

    /** Stale facilities and problems: a shape and words, never only a colour. */
    private VBox foot() {
        VBox foot = new VBox(4);
        foot.setId("worklist-stale");
        Runnable fill = () -> foot.getChildren()
                .setAll(model.staleness().stream()
                        .map(line -> StatusMark.of(Tone.CAUTION, words.text("worklist.stale", line)))
                        .toList());
        model.staleness().addListener((javafx.collections.ListChangeListener<String>) change -> fill.run());
        fill.run();
        Label problem = StatusMark.of(Tone.BAD, "");
        problem.setId("worklist-problem");
        model.problemProperty().addListener((value, before, now) -> StatusMark.show(problem, Tone.BAD, now));
        problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        return new VBox(6, foot, problem);
    }

    private void buildTable() {
        table.setId("worklist-table");
        table.setItems(model.rows());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label(words.text("worklist.empty")));
        table.getColumns().add(priority());
        table.getColumns().add(column("due", 110, WorklistRow::due));
        table.getColumns().add(column("facility", 120, WorklistRow::facility));
        table.getColumns().add(column("patient", 200, WorklistRow::patient));
        table.getColumns().add(column("modality", 80, WorklistRow::modality));
        table.getColumns().add(column("description", 220, WorklistRow::description));
        table.getColumns().add(column("state", 150, WorklistRow::state));
        table.setRowFactory(view -> row());
    }

    private TableRow<WorklistRow> row() {
        TableRow<WorklistRow> row = new TableRow<>();
        row.itemProperty()
                .addListener((value, before, now) -> row.setTooltip(now == null ? null : new Tooltip(now.reason())));
        row.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2 && row.getItem() != null) {
                open.accept(row.getItem());
            }
        });
        return row;
    }

    private TableColumn<WorklistRow, String> column(String key, double width, Function<WorklistRow, String> text) {
        TableColumn<WorklistRow, String> column = new TableColumn<>(words.text("worklist.column." + key));
        column.setPrefWidth(width);
        column.setSortable(false); // the order is the list's own and explains itself
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        return column;
    }

    private TableColumn<WorklistRow, String> priority() {
        TableColumn<WorklistRow, String> column =
                column("priority", 120, row -> row.priority().name());
        column.setCellFactory(view -> new TableCell<>() {
            @Override
            protected void updateItem(@org.jspecify.annotations.Nullable String text, boolean empty) {
                super.updateItem(text, empty);
                setGraphic(empty || text == null ? null : StatusMark.of(tone(ReadingPriority.valueOf(text)), text));
            }
        });
        return column;
    }

    private static Tone tone(ReadingPriority priority) {
        return switch (priority) {
            case STAT -> Tone.BAD;
            case URGENT -> Tone.CAUTION;
            case ROUTINE -> Tone.NEUTRAL;
        };
    }

    /** Outcome and failure reach the view through the model. */
    private void refresh() {
        var unused = model.refresh();
    }

    private void onKey(KeyEvent event) {
        boolean isTyping = search.isFocused();
        if (event.getCode() == KeyCode.F5) {
            refresh();
        } else if (event.getCode() == KeyCode.SLASH && !isTyping) {
            search.requestFocus();
        } else if (event.getCode() == KeyCode.ESCAPE && isTyping) {
            search.clear();
            table.requestFocus();
        } else if (event.getCode() == KeyCode.N && !isTyping) {
            model.next().ifPresent(open);
        } else if (event.getCode() == KeyCode.ENTER && table.getSelectionModel().getSelectedItem() != null) {
            open.accept(table.getSelectionModel().getSelectedItem());
        } else {
            return;
        }
        event.consume();
    }
}
