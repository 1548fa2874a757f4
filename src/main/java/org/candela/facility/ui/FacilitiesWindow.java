package org.candela.facility.ui;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.candela.facility.Facility;
import org.candela.facility.ui.FacilityEntry.Field;
import org.candela.ui.Messages;
import org.candela.ui.Theme;
import org.jspecify.annotations.Nullable;

/**
 * The facilities in a window over the work screen: those that are kept on the left, the fields of one on the right. Binds and
 * decides nothing. FX thread.
 */
// [impl->req~facility.window~1]
public final class FacilitiesWindow {
    private static final double WIDTH = 980;
    private static final double HEIGHT = 720;
    private static final double NAMES = 150;

    private final Stage stage;
    private final FacilitiesModel model;
    private final Texts texts;
    private final Messages words = Messages.of(FacilitiesWindow.class);
    private final ListView<Facility> list = new ListView<>();
    private final Map<Field, TextField> fields = new EnumMap<>(Field.class);
    private final Map<Field, Label> problems = new EnumMap<>(Field.class);

    /** The texts of a facility that is kept, each with its state. */
    @FunctionalInterface
    public interface Texts {
        /** Asks nobody yet. */
        FacilityTextModel of(Kind kind, Facility facility);
    }

    /** What such a text is about. */
    public enum Kind {
        /** How its reports are written. */
        REPORTS,
        /** What it wants done with critical findings. */
        CRITICAL
    }

    /** Puts it into {@code stage}, over {@code owner} and with words as large. */
    public FacilitiesWindow(Stage stage, Window owner, FacilitiesModel model, Texts texts) {
        this.stage = stage;
        this.model = model;
        this.texts = texts;
        BorderPane root = new BorderPane();
        root.setId("facilities");
        root.setPadding(new Insets(18));
        root.setLeft(left());
        root.setCenter(right());
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        Theme.dressLike(owner, scene, FacilitiesWindow.class.getResource("facilities.css"));
        stage.setTitle(words.text("facilities.title"));
        stage.setScene(scene);
        stage.initOwner(owner);
        stage.initModality(Modality.WINDOW_MODAL);
        stage.setOnHidden(event -> model.stop());
        model.entryProperty().addListener((value, before, now) -> show(now));
        model.problemsProperty().addListener((value, before, now) -> mark(now));
    }

    /** Shows it, ready for a new facility. */
    public void open() {
        var unused = model.load();
        model.begin();
        stage.show();
        field(Field.ID).requestFocus();
    }

    private Region left() {
        list.setId("facilities-list");
        list.setItems(model.all());
        list.setCellFactory(view -> new NameCell());
        list.getSelectionModel().selectedItemProperty().addListener((value, before, now) -> {
            if (now != null) {
                var unused = model.choose(now);
            }
        });
        Button fresh = new Button(words.text("facilities.new"));
        fresh.setId("facilities-new");
        fresh.setOnAction(event -> {
            list.getSelectionModel().clearSelection();
            model.begin();
            field(Field.ID).requestFocus();
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox left = new VBox(10, list, fresh);
        left.setPrefWidth(250);
        return left;
    }

    private Region right() {
        GridPane grid = new GridPane(12, 2);
        ColumnConstraints names = new ColumnConstraints(NAMES);
        names.setHalignment(HPos.LEFT);
        ColumnConstraints texts = new ColumnConstraints();
        texts.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, texts);
        int row = 0;
        for (Field field : Field.values()) {
            row(grid, field, row);
            row += 2; // what is wrong with it is told below
        }
        Label said = new Label();
        said.setId("facilities-said");
        said.setWrapText(true);
        said.textProperty().bind(model.saidProperty());
        ScrollPane lines = new ScrollPane(said); // a facility may have many services and channels
        lines.setFitToWidth(true);
        lines.getStyleClass().add("facility-said");
        VBox right = new VBox(14, grid, lines, buttons());
        VBox.setVgrow(lines, Priority.ALWAYS);
        right.setPadding(new Insets(0, 0, 0, 22));
        return right;
    }

    private void row(GridPane grid, Field field, int row) {
        TextField text = field == Field.SECRET ? new PasswordField() : new TextField();
        text.setId("facility-" + field.name().toLowerCase(Locale.ROOT));
        text.setPromptText(words.text("field." + field + ".prompt"));
        Label name = new Label(words.text("field." + field));
        name.setLabelFor(text);
        Label problem = new Label();
        problem.getStyleClass().add("facility-problem");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        fields.put(field, text);
        problems.put(field, problem);
        grid.add(name, 0, row);
        grid.add(text, 1, row);
        grid.add(problem, 1, row + 1);
    }

    private HBox buttons() {
        Button test = new Button(words.text("facilities.test"));
        test.setId("facilities-test");
        test.setOnAction(event -> {
            var unused = model.test(typed());
        });
        Button save = new Button(words.text("facilities.save"));
        save.setId("facilities-save");
        save.setDefaultButton(true);
        save.setOnAction(event -> save());
        Button close = new Button(words.text("facilities.close"));
        close.setId("facilities-close");
        close.setCancelButton(true);
        close.setOnAction(event -> stage.hide());
        HBox right = new HBox(8, test, save, close);
        right.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(right, Priority.ALWAYS);
        return new HBox(8, opening(Kind.REPORTS), opening(Kind.CRITICAL), right);
    }

    /** Of a facility that is kept alone. */
    private Button opening(Kind kind) {
        Button open = new Button(words.text("facilities.text." + kind));
        open.setId("facilities-text-" + kind.name().toLowerCase(Locale.ROOT));
        open.setDisable(true);
        model.chosenProperty().addListener((value, before, now) -> open.setDisable(now.isEmpty()));
        open.setOnAction(event -> model.chosenProperty().get().ifPresent(facility -> new FacilityTextWindow(
                        new Stage(),
                        stage,
                        words.text("facilities.text." + kind + ".title", facility.name()),
                        texts.of(kind, facility))
                .open()));
        return open;
    }

    /** The first field that is wrong has the keyboard. */
    private void save() {
        var unused = model.save(typed()).thenAccept(isKept -> {
            if (!isKept) {
                model.problemsProperty().get().keySet().stream()
                        .sorted()
                        .findFirst()
                        .ifPresent(field -> field(field).requestFocus());
            }
        });
    }

    private FacilityEntry typed() {
        Map<Field, String> text = new EnumMap<>(Field.class);
        fields.forEach((field, input) -> text.put(field, input.getText()));
        return new FacilityEntry(text);
    }

    private void show(FacilityEntry entry) {
        fields.forEach((field, input) -> input.setText(entry.get(field)));
        field(Field.ID).setDisable(model.isKnown());
    }

    private void mark(Map<Field, String> wrong) {
        problems.forEach((field, label) -> label.setText(wrong.getOrDefault(field, "")));
    }

    private TextField field(Field field) {
        return fields.getOrDefault(field, new TextField());
    }

    /** Name, and the id where it is another. */
    private static final class NameCell extends ListCell<Facility> {
        @Override
        protected void updateItem(@Nullable Facility facility, boolean isEmpty) {
            super.updateItem(facility, isEmpty);
            setText(isEmpty || facility == null ? "" : facility.name());
        }
    }
}
