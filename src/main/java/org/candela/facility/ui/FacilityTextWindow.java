package org.candela.facility.ui;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import org.candela.facility.ui.FacilityText.Choice;
import org.candela.facility.ui.FacilityText.Shown;
import org.candela.ui.Dialogs;
import org.candela.ui.Messages;
import org.candela.ui.Theme;

/**
 * A facility's text on the left, what it comes to on the right, soon after each change. A line that cannot be
 * kept is selected. Binds and decides nothing. FX thread.
 */
// [impl->req~facility.texts~1]
public final class FacilityTextWindow {
    private static final double WIDTH = 1240;
    private static final double HEIGHT = 780;
    private static final double SCROLL_BAR = 20;
    private static final Duration REST = Duration.millis(350);

    private final Stage stage;
    private final FacilityTextModel model;
    private final Messages words = Messages.of(FacilityTextWindow.class);
    private final TextArea text = new TextArea();
    private final TextArea made = new TextArea();
    private final VBox pages = new VBox(12);
    private final ScrollPane pageScroll = new ScrollPane(pages);
    private final ComboBox<String> forms = new ComboBox<>();
    private final ComboBox<String> subjects = new ComboBox<>();
    private final PauseTransition rest = new PauseTransition(REST);

    /** Puts it into {@code stage}, over {@code owner}. */
    public FacilityTextWindow(Stage stage, Window owner, String title, FacilityTextModel model) {
        this.stage = stage;
        this.model = model;
        SplitPane both = new SplitPane(left(), right());
        both.setDividerPositions(0.42);
        BorderPane root = new BorderPane(both);
        root.setId("facility-text");
        root.setPadding(new Insets(18));
        root.setBottom(foot());
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        Theme.dressLike(owner, scene, FacilityTextWindow.class.getResource("facilities.css"));
        stage.setTitle(title);
        stage.setScene(scene);
        stage.initOwner(owner);
        stage.initModality(Modality.WINDOW_MODAL);
        rest.setOnFinished(event -> look());
        text.textProperty().addListener((value, before, now) -> rest.playFromStart());
        model.textProperty().addListener((value, before, now) -> text.setText(now));
        model.shownProperty().addListener((value, before, now) -> show(now));
        stage.setOnHidden(event -> rest.stop());
        stage.setOnCloseRequest(event -> {
            event.consume();
            close();
        });
    }

    /** Shows it with what is kept. */
    public void open() {
        var unused = model.load();
        stage.show();
        text.requestFocus();
    }

    private Region left() {
        Label standing = new Label();
        standing.setId("facility-text-standing");
        standing.setWrapText(true);
        standing.textProperty().bind(model.standingProperty());
        text.setId("facility-text-words");
        text.getStyleClass().add("facility-words");
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::leave);
        VBox.setVgrow(text, Priority.ALWAYS);
        VBox left = new VBox(10, standing, text);
        if (!model.starters().isEmpty()) {
            left.getChildren().add(1, starters());
        }
        left.setPadding(new Insets(0, 12, 0, 0));
        return left;
    }

    private Node starters() {
        ComboBox<String> starters = new ComboBox<>();
        starters.setId("facility-text-starters");
        starters.getItems().setAll(model.starters());
        starters.setPromptText(words.text("facility-text.starters"));
        starters.valueProperty().addListener((value, before, now) -> model.begin(now));
        return starters;
    }

    private Region right() {
        choices(forms, "forms", model.forms());
        choices(subjects, "subjects", model.subjects());
        Label heading = new Label();
        heading.setId("facility-text-heading");
        heading.setWrapText(true);
        model.shownProperty().addListener((value, before, now) -> heading.setText(heading(now)));
        made.setId("facility-text-made");
        made.setEditable(false);
        made.setWrapText(true);
        made.getStyleClass().add("facility-words");
        pages.setAlignment(Pos.TOP_CENTER);
        pageScroll.setId("facility-text-pages");
        pageScroll.setFitToWidth(true);
        pageScroll.setVisible(false);
        StackPane result = new StackPane(made, pageScroll);
        VBox.setVgrow(result, Priority.ALWAYS);
        VBox right = new VBox(10, new HBox(8, forms, subjects), heading, result);
        right.setPadding(new Insets(0, 0, 0, 12));
        return right;
    }

    private void choices(ComboBox<String> box, String id, List<String> all) {
        box.setId("facility-text-" + id);
        box.getItems().setAll(all);
        box.getSelectionModel().selectFirst();
        box.setVisible(all.size() > 1);
        box.setManaged(all.size() > 1);
        box.valueProperty().addListener((value, before, now) -> look());
    }

    private static String heading(Shown shown) {
        return shown.remarks().isEmpty()
                ? shown.heading()
                : shown.heading() + "\n" + String.join("\n", shown.remarks());
    }

    private Node foot() {
        Label wrong = new Label();
        wrong.setId("facility-text-problem");
        wrong.getStyleClass().add("facility-problem");
        wrong.setWrapText(true);
        wrong.setMinHeight(Region.USE_PREF_SIZE);
        wrong.setMaxWidth(Double.MAX_VALUE);
        model.problemProperty().addListener((value, before, now) -> wrong.setText(now.words()));
        Button keep = new Button(words.text("facility-text.keep"));
        keep.setId("facility-text-keep");
        keep.setOnAction(event -> keep());
        Button close = new Button(words.text("facilities.close"));
        close.setId("facility-text-close");
        close.setCancelButton(true);
        close.setOnAction(event -> close());
        HBox.setHgrow(wrong, Priority.ALWAYS);
        HBox foot = new HBox(8, wrong, keep, close);
        foot.setAlignment(Pos.CENTER_RIGHT);
        foot.setPadding(new Insets(14, 0, 0, 0));
        return foot;
    }

    /** What is typed and not kept goes only when the reader says so. */
    private void close() {
        if (model.isKept(text.getText())) {
            stage.hide();
            return;
        }
        var unused = new Dialogs(stage)
                .confirm(new Dialogs.Question(
                        words.text("facility-text.drop"),
                        words.text("facility-text.drop.consequence"),
                        words.text("facility-text.drop.action")))
                .thenAccept(isSure -> {
                    if (isSure) {
                        stage.hide();
                    }
                });
    }

    /** No text here may hold a tabulator: the key leaves the field, as everywhere. */
    private void leave(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            event.consume();
            text.fireEvent(
                    new KeyEvent(event.getEventType(), "", "", KeyCode.TAB, event.isShiftDown(), true, false, false));
        }
    }

    private void look() {
        rest.stop();
        var unused = model.look(text.getText(), new Choice(forms.getValue(), subjects.getValue()));
    }

    private void show(Shown shown) {
        boolean isPages = !shown.pages().isEmpty();
        made.setText(String.join("\n", shown.lines()));
        made.setVisible(!isPages);
        pages.getChildren().setAll(shown.pages().stream().map(this::page).toList());
        pageScroll.setVisible(isPages);
    }

    /** As wide as there is room. */
    private ImageView page(Image image) {
        ImageView page = new ImageView(image);
        page.setPreserveRatio(true);
        page.fitWidthProperty()
                .bind(Bindings.min(image.getWidth(), pageScroll.widthProperty().subtract(SCROLL_BAR)));
        return page;
    }

    private void keep() {
        var unused = model.keep(text.getText()).thenAccept(isKept -> {
            if (!isKept) {
                model.problemProperty().get().line().ifPresent(this::select);
            }
        });
    }

    /** @param line from 1 */
    private void select(int line) {
        String[] lines = text.getText().split("\n", -1);
        int from = 0;
        for (int i = 0; i < Math.min(line, lines.length) - 1; i++) {
            from += lines[i].length() + 1;
        }
        text.requestFocus();
        text.selectRange(from, from + lines[Math.min(line, lines.length) - 1].length());
    }
}
