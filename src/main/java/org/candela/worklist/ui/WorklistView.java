package org.candela.worklist.ui;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.candela.ui.Letters;
import org.candela.ui.Messages;
import org.candela.ui.StatusMark;
import org.candela.ui.Tone;
import org.candela.ui.WhileShown;
import org.candela.worklist.ListFilter;
import org.candela.worklist.ReadingItem;
import org.jspecify.annotations.Nullable;

/**
 * The list: Enter opens the selected study, N the next one, P the one laid aside, S shows a new STAT study, F5 asks the
 * facilities again, / searches, 1 to 9 show a view that was kept, 0 all.
 *
 * <p>Binds and decides nothing. FX thread.
 */
public final class WorklistView extends BorderPane {
    /** One height for all, set, since a row that measures itself may come out lower than its neighbours. */
    private static final double ROW_HEIGHT = 30;

    private static final double LINE_HEIGHT = 19;
    /** Words larger than this go on two lines: columns as wide as one line asks for would not all fit. */
    private static final double LARGEST_ON_ONE_LINE = 1.25;

    /** "coming 100 %" on one line. */
    private static final double NARROWEST_STATE = 112;

    private static final Duration COUNTDOWN_STEP = Duration.ofSeconds(10);

    private final WorklistViewModel model;
    private final Consumer<WorklistRow> open;
    private final Messages words = Messages.of(WorklistView.class);
    private final TableView<WorklistRow> table = new TableView<>();
    private final TextField search = new TextField();
    private final FreshnessLine freshness;
    private final Label warned = new Label();
    private Optional<ReadingItem.Id> warnedOf = Optional.empty();
    private final Map<TableColumn<?, ?>, Double> narrowest = new LinkedHashMap<>();

    /** @param open called with the row the reader chose */
    public WorklistView(WorklistViewModel model, Consumer<WorklistRow> open) {
        this.model = model;
        this.open = open;
        this.freshness = new FreshnessLine(model);
        getStyleClass().add("panel");
        setId("worklist");
        buildTable();
        setTop(head());
        setCenter(table);
        setBottom(freshness.foot());
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        addEventHandler(KeyEvent.KEY_TYPED, this::onTyped);
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::onTableKey);
        keepPlace();
        WhileShown.repeat(this, COUNTDOWN_STEP, model::tick);
    }

    /** The same, with the clocks of the row that is chosen below the list. */
    public WorklistView with(ClocksLine clocks) {
        var selection = table.getSelectionModel();
        Runnable show = () ->
                clocks.show(Optional.ofNullable(selection.getSelectedItem()).map(WorklistRow::item));
        selection.selectedItemProperty().addListener((value, before, now) -> show.run());
        model.shownAtProperty().addListener((value, before, now) -> show.run());
        setBottom(new VBox(4, clocks, freshness.foot()));
        return this;
    }

    /** New rows must not take the selection away from the study the reader was on, nor the place he has scrolled to. */
    // [impl->req~worklist.place~1]
    private void keepPlace() {
        var selection = table.getSelectionModel();
        selection.selectedItemProperty().addListener((value, before, now) -> {
            if (now != null) {
                model.choose(now.item().id());
            }
        });
        model.holdPlaceOf(this::topRow);
        model.rows().addListener((ListChangeListener<WorklistRow>)
                change -> { // after the table's own
                    int place = model.chosenPlace();
                    if (place < 0) {
                        selection.clearSelection();
                    } else if (selection.getSelectedIndex() != place) {
                        selection.clearAndSelect(place);
                    }
                    holdTop();
                });
    }

    /** The first row on the screen; empty while that is the first of the list, where new urgent studies come in sight. */
    private Optional<ReadingItem.Id> topRow() {
        return Optional.ofNullable(table.lookup(".virtual-flow"))
                .map(flow -> (VirtualFlow<?>) flow)
                .map(VirtualFlow::getFirstVisibleCell)
                .filter(cell -> cell.getIndex() > 0 && cell.getItem() instanceof WorklistRow)
                .map(cell -> ((WorklistRow) cell.getItem()).item().id());
    }

    /** The cells still show what they showed; they follow in the next pulse. */
    private void holdTop() {
        topRow().map(model::placeOfTop).filter(place -> place >= 0).ifPresent(table::scrollTo);
    }

    private VBox head() {
        Label title = new Label(words.text("worklist.title"));
        title.getStyleClass().add("panel-title");
        search.setId("worklist-search");
        search.setPromptText(words.text("worklist.search"));
        search.textProperty().bindBidirectional(model.searchProperty());
        Label count = new Label();
        count.setId("worklist-count");
        count.getStyleClass().add("muted");
        count.textProperty().bind(model.countProperty());
        HBox line = new HBox(12, title, count, freshness.line());
        line.setAlignment(Pos.BASELINE_LEFT);
        ListBar filters = new ListBar(model);
        HBox asked = new HBox(8, search, filters.views());
        HBox.setHgrow(search, Priority.ALWAYS);
        VBox head = new VBox(8, line, new StatBanner(model, this::showStat), warning(), asked, filters);
        head.setStyle("-fx-padding: 0 0 10 0;");
        return head;
    }

    /** Said once before a study is opened that is in work at another facility. */
    // [impl->req~worklist.also-at~1]
    private Label warning() {
        StatusMark.show(warned, Tone.CAUTION, "");
        warned.setId("worklist-warning");
        warned.setWrapText(true);
        warned.visibleProperty().bind(warned.textProperty().isNotEmpty());
        warned.managedProperty().bind(warned.visibleProperty());
        return warned;
    }

    /** Opens the row; one whose study is in work elsewhere only when the reader asks for it twice. */
    private void open(WorklistRow row) {
        Optional<String> warning = model.warningOf(row.item());
        boolean isAskedAgain = warnedOf.filter(row.item().id()::equals).isPresent();
        if (warning.isPresent() && !isAskedAgain) {
            warnedOf = Optional.of(row.item().id());
            warned.setText(words.text("worklist.warning", warning.orElseThrow()));
            return;
        }
        warnedOf = Optional.empty();
        warned.setText("");
        open.accept(row);
    }

    private void showStat() {
        model.seeStat().ifPresent(item -> {
            model.choose(item.id());
            int place = model.chosenPlace();
            if (place < 0) {
                model.show(ListFilter.ALL); // the filter hides it; it is selected when the rows are there
            } else {
                table.getSelectionModel().clearAndSelect(place);
                table.scrollTo(place);
            }
        });
    }

    private void buildTable() {
        table.setId("worklist-table");
        table.setItems(model.rows());
        Label empty = new Label();
        empty.setId("worklist-empty");
        empty.textProperty().bind(model.emptinessProperty().map(why -> words.text(emptyKey(why))));
        table.setPlaceholder(empty);
        table.getColumns().add(neverCut(marks("priority", 106, UrgencyMark::ofPriority)));
        table.getColumns().add(neverCut(marks("due", 176, UrgencyMark::ofTime)));
        table.getColumns().add(neverCut(marks("facility", 112, WorklistView::facilityMark)));
        table.getColumns().add(neverCut(column("patient", 172, WorklistRow::patient)));
        table.getColumns().add(neverCut(column("modality", 90, WorklistRow::modality)));
        TableColumn<WorklistRow, String> state = column("state", 150, WorklistRow::state);
        narrowest.put(state, NARROWEST_STATE);
        table.getColumns().add(state);
        table.getColumns().add(column("description", 180, WorklistRow::description)); // takes the width that is left
        table.setRowFactory(view -> row());
        ObservableValue<Double> letters = Letters.scale(search.fontProperty());
        letters.addListener((value, before, now) -> fit(now));
        fit(letters.getValue());
    }

    /** @param letters size of words in parts of the usual one */
    private void fit(double letters) {
        boolean isOnOneLine = letters <= LARGEST_ON_ONE_LINE;
        table.setFixedCellSize((isOnOneLine ? ROW_HEIGHT : ROW_HEIGHT + LINE_HEIGHT) * letters);
        double wider = Math.min(letters, LARGEST_ON_ONE_LINE);
        narrowest.forEach((column, width) -> column.setMinWidth(width * wider));
        // Only a policy that is another one looks at new widths before the table itself changes its own.
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    }

    private static String emptyKey(WorklistViewModel.Emptiness why) {
        return switch (why) {
            case NOTHING_LISTED -> "worklist.empty";
            case NOT_UP_TO_DATE -> "worklist.empty.stale";
            case NO_MATCH -> "worklist.empty.search";
        };
    }

    private TableRow<WorklistRow> row() {
        TableRow<WorklistRow> row = new TableRow<>();
        row.itemProperty().addListener((value, before, now) -> row.setTooltip(now == null ? null : tooltip(now)));
        row.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2 && row.getItem() != null) {
                open(row.getItem());
            }
        });
        return row;
    }

    /** Why the row stands here, and what a narrow column may have cut off. */
    private static Tooltip tooltip(WorklistRow row) {
        return new Tooltip(String.join(
                "\n",
                row.reason(),
                row.patient() + ", " + row.description(),
                row.origin().facility() + ", " + row.state()));
    }

    private TableColumn<WorklistRow, String> column(String key, double width, Function<WorklistRow, String> text) {
        TableColumn<WorklistRow, String> column = column(key, width);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        column.setCellFactory(view -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable String words, boolean empty) {
                super.updateItem(words, empty);
                setWrapText(true);
                setText(empty ? null : words);
            }
        });
        return column;
    }

    private <T> TableColumn<WorklistRow, T> column(String key, double width) {
        TableColumn<WorklistRow, T> column = new TableColumn<>(words.text("worklist.column." + key));
        column.setPrefWidth(width);
        column.setSortable(false); // the order is the list's own and explains itself
        column.setReorderable(false);
        return column;
    }

    /** What is read at a glance, urgency and patient, gives no width away when the list is narrow. */
    private <T> TableColumn<WorklistRow, T> neverCut(TableColumn<WorklistRow, T> column) {
        narrowest.put(column, column.getPrefWidth());
        return column;
    }

    private TableColumn<WorklistRow, WorklistRow> marks(String key, double width, Function<WorklistRow, Label> mark) {
        TableColumn<WorklistRow, WorklistRow> column = column(key, width);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(view -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable WorklistRow row, boolean empty) {
                super.updateItem(row, empty);
                setGraphic(empty || row == null ? null : fitting(mark.apply(row)));
            }

            private Label fitting(Label mark) {
                mark.setWrapText(true);
                mark.maxWidthProperty().bind(widthProperty().subtract(snappedLeftInset() + snappedRightInset()));
                return mark;
            }
        });
        return column;
    }

    private static Label facilityMark(WorklistRow row) {
        String facility = row.origin().facility();
        return switch (row.origin().actuality()) {
            case CURRENT -> new Label(facility);
            case STALE -> StatusMark.of(Tone.CAUTION, facility);
            case WITHDRAWN -> StatusMark.of(Tone.NEUTRAL, facility);
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
            open(row);
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
        } else if (event.getCode() == KeyCode.P && !isTyping) {
            model.putAside().ifPresent(this::open);
        } else if (event.getCode() == KeyCode.S && !isTyping) {
            showStat();
        } else if (event.getCode().isDigitKey() && !isTyping) {
            showView(event.getCode().getCode() - KeyCode.DIGIT0.getCode());
        } else {
            return;
        }
        event.consume();
    }

    /** 0 shows all. */
    // [impl->req~worklist.saved-views~1]
    private void showView(int number) {
        if (number == 0) {
            model.show(ListFilter.ALL);
        } else if (number <= model.settings().views().size()) {
            model.show(model.settings().views().get(number - 1).filter());
        }
    }
}
