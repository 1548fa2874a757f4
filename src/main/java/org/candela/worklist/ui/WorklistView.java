package org.candela.worklist.ui;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
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
import javafx.util.Duration;
import org.candela.facility.ReadingPriority;
import org.candela.ui.Messages;
import org.candela.ui.StatusMark;
import org.candela.ui.Tone;
import org.candela.worklist.ReadingItem;
import org.jspecify.annotations.Nullable;

/**
 * The list: Enter opens the selected study, N the next one, F5 asks the facilities again, / searches.
 *
 * <p>Binds and decides nothing. FX thread.
 */
public final class WorklistView extends BorderPane {
    /** One height for all, set, since a row that measures itself may come out lower than its neighbours. */
    private static final double ROW_HEIGHT = 30;

    private static final Duration COUNTDOWN_STEP = Duration.seconds(10);

    private final WorklistViewModel model;
    private final Consumer<WorklistRow> open;
    private final Messages words = Messages.of(WorklistView.class);
    private final TableView<WorklistRow> table = new TableView<>();
    private final TextField search = new TextField();
    private final Timeline countdown;
    private Optional<ReadingItem.Id> chosen = Optional.empty();

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
        addEventHandler(KeyEvent.KEY_TYPED, this::onTyped);
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::onTableKey);
        keepPlace();
        countdown = new Timeline(new KeyFrame(COUNTDOWN_STEP, event -> model.tick()));
        countdown.setCycleCount(Animation.INDEFINITE);
        sceneProperty().addListener((value, before, now) -> runCountdown(now != null));
    }

    private void runCountdown(boolean isOnScreen) {
        if (isOnScreen) {
            countdown.play();
        } else {
            countdown.stop();
        }
    }

    /** New rows must not take the selection away from the study the reader was on. */
    // [impl->req~worklist.place~1]
    private void keepPlace() {
        var selection = table.getSelectionModel();
        selection.selectedItemProperty().addListener((value, before, now) -> {
            if (now != null) {
                chosen = Optional.of(now.item().id());
            }
        });
        model.shownAtProperty().addListener((value, before, now) -> chosen.flatMap(this::rowOf)
                .ifPresentOrElse(selection::select, selection::clearSelection));
    }

    private Optional<WorklistRow> rowOf(ReadingItem.Id id) {
        return model.rows().stream().filter(row -> row.item().id().equals(id)).findFirst();
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
        model.staleness().addListener((ListChangeListener<String>) change -> fill.run());
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
        table.setFixedCellSize(ROW_HEIGHT);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label(words.text("worklist.empty")));
        table.getColumns().add(priority());
        table.getColumns().add(due());
        table.getColumns().add(column("facility", 96, WorklistRow::facility));
        table.getColumns().add(column("patient", 210, WorklistRow::patient));
        table.getColumns().add(column("modality", 85, WorklistRow::modality));
        table.getColumns().add(column("description", 149, WorklistRow::description));
        table.getColumns().add(column("state", 110, WorklistRow::state));
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
        TableColumn<WorklistRow, String> column = column(key, width);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        return column;
    }

    private <T> TableColumn<WorklistRow, T> column(String key, double width) {
        TableColumn<WorklistRow, T> column = new TableColumn<>(words.text("worklist.column." + key));
        column.setPrefWidth(width);
        column.setSortable(false); // the order is the list's own and explains itself
        column.setReorderable(false);
        return column;
    }

    /** Urgency is read at a glance: its columns give no width away when the list is narrow. */
    private static void neverCut(TableColumn<WorklistRow, ?> column) {
        column.setMinWidth(column.getPrefWidth());
    }

    private TableColumn<WorklistRow, String> priority() {
        TableColumn<WorklistRow, String> column =
                column("priority", 115, row -> row.priority().name());
        neverCut(column);
        column.setCellFactory(view -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable String text, boolean empty) {
                super.updateItem(text, empty);
                setGraphic(empty || text == null ? null : StatusMark.of(tone(ReadingPriority.valueOf(text)), text));
            }
        });
        return column;
    }

    private TableColumn<WorklistRow, WorklistRow> due() {
        TableColumn<WorklistRow, WorklistRow> column = column("due", 155);
        neverCut(column);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(view -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable WorklistRow row, boolean empty) {
                super.updateItem(row, empty);
                setGraphic(empty || row == null ? null : dueMark(row));
            }
        });
        return column;
    }

    private static Label dueMark(WorklistRow row) {
        return switch (row.lateness()) {
            case ON_TIME -> new Label(row.due());
            case SOON -> StatusMark.of(Tone.CAUTION, row.due());
            case OVER -> StatusMark.of(Tone.BAD, row.due());
        };
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

    /** By character, since many keyboards have the slash on another key; it must not land in the field. */
    private void onTyped(KeyEvent event) {
        if (event.getCharacter().equals("/") && !search.isFocused()) {
            search.requestFocus();
            event.consume();
        }
    }

    /** Ahead of the table, which would take Enter for the start of an edit. */
    private void onTableKey(KeyEvent event) {
        WorklistRow row = table.getSelectionModel().getSelectedItem();
        if (event.getCode() == KeyCode.ENTER && row != null) {
            open.accept(row);
            event.consume();
        }
    }

    private void onKey(KeyEvent event) {
        boolean isTyping = search.isFocused();
        if (event.getCode() == KeyCode.F5) {
            refresh();
        } else if (event.getCode() == KeyCode.ESCAPE && isTyping) {
            search.clear();
            table.requestFocus();
        } else if (event.getCode() == KeyCode.N && !isTyping) {
            model.next().ifPresent(open);
        } else {
            return;
        }
        event.consume();
    }
}
