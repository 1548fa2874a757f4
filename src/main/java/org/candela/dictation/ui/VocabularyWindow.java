package org.candela.dictation.ui;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.StringConverter;
import org.candela.dictation.language.AddedWord;
import org.candela.dictation.language.AddedWord.Kind;
import org.candela.dictation.vocabulary.ProposedWord;
import org.candela.ui.Messages;
import org.candela.ui.StatusMark;
import org.candela.ui.Theme;
import org.candela.ui.Tone;
import org.jspecify.annotations.Nullable;

/**
 * Words that the engine is to hear: the reader's on the left, those that are offered on the right, below them one to add and the
 * engine. Tab goes from one to the next, Delete takes a word away, Enter takes it up to be changed or added, Esc closes. Binds
 * and decides nothing. FX thread.
 */
// [impl->req~dictation.words-window~1]
public final class VocabularyWindow {
    private static final double WIDTH = 980;
    private static final double HEIGHT = 640;

    private final Stage stage;
    private final VocabularyModel model;
    private final Messages words = Messages.of(VocabularyWindow.class);
    private final TextField word = new TextField();
    private final TextField sound = new TextField();
    private final ComboBox<Kind> kind = new ComboBox<>();
    private final TextField engine = new TextField();

    /** Puts it into {@code stage}, over {@code owner} and with words as large. */
    public VocabularyWindow(Stage stage, Window owner, VocabularyModel model) {
        this.stage = stage;
        this.model = model;
        BorderPane root = new BorderPane(lists());
        root.setId("words");
        root.setPadding(new Insets(18));
        root.setBottom(foot());
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::leave);
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        Theme.dressLike(owner, scene, VocabularyWindow.class.getResource("dictation.css"));
        stage.setTitle(words.text("words.title"));
        stage.setScene(scene);
        stage.initOwner(owner);
        stage.initModality(Modality.WINDOW_MODAL);
        model.engineProperty().addListener((value, before, now) -> engine.setText(now));
    }

    /** Shows it with what is kept; the word to add has the keyboard. */
    public void open() {
        var unused = model.load();
        stage.show();
        word.requestFocus();
    }

    private Node lists() {
        HBox both = new HBox(
                18,
                list("words-own", "words.own", model.own(), this::line, this::takeUp, model::remove),
                list(
                        "words-offered",
                        "words.offered",
                        model.offered(),
                        this::line,
                        offered -> takeUp(offered.word()),
                        model::decline));
        both.getChildren().forEach(each -> HBox.setHgrow(each, Priority.ALWAYS));
        return both;
    }

    private <T> VBox list(
            String id,
            String key,
            ObservableList<T> items,
            Function<T, String> line,
            Consumer<T> up,
            Function<T, CompletableFuture<Void>> away) {
        ListView<T> list = new ListView<>(items);
        list.setId(id);
        list.setPrefWidth(WIDTH / 2);
        Label none = new Label(words.text(key + ".none"));
        none.setWrapText(true);
        none.setPadding(new Insets(12));
        list.setPlaceholder(none);
        list.setCellFactory(view -> new ListCell<>() {
            @Override
            protected void updateItem(@Nullable T item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? "" : line.apply(item));
            }
        });
        list.setOnKeyPressed(event -> {
            T chosen = list.getSelectionModel().getSelectedItem();
            if (chosen != null && event.getCode() == KeyCode.DELETE) {
                var unused = away.apply(chosen);
            } else if (chosen != null && event.getCode() == KeyCode.ENTER) {
                up.accept(chosen);
            }
        });
        Label title = new Label(words.text(key));
        title.getStyleClass().add("panel-title");
        VBox.setVgrow(list, Priority.ALWAYS);
        return new VBox(8, title, list);
    }

    private String line(AddedWord added) {
        String like = added.soundsLike();
        return words.text(
                like.isEmpty() ? "words.line.letters" : "words.line",
                added.text(),
                like,
                words.text("words.kind." + added.kind()));
    }

    private String line(ProposedWord offered) {
        String like = offered.word().soundsLike();
        return words.text(
                like.isEmpty() ? "words.offer.letters" : "words.offer",
                offered.word().text(),
                like,
                offered.times());
    }

    private void takeUp(AddedWord added) {
        word.setText(added.text());
        sound.setText(added.soundsLike());
        kind.setValue(added.kind());
        sound.requestFocus();
        sound.selectAll();
    }

    private Node foot() {
        word.setId("words-word");
        sound.setId("words-sound");
        sound.setPromptText(words.text("words.sound.prompt"));
        kind.setId("words-kind");
        kind.getItems().setAll(Kind.values());
        kind.setValue(Kind.TERM);
        kind.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Kind each) {
                return each == null ? "" : words.text("words.kind." + each);
            }

            @Override
            public @Nullable Kind fromString(String name) {
                return null; // it is chosen, not typed
            }
        });
        engine.setId("words-engine");
        word.setOnAction(enter -> add());
        sound.setOnAction(enter -> add());
        engine.setOnAction(enter -> choose());
        GridPane grid = new GridPane();
        grid.setHgap(12);
        grid.setVgap(8);
        grid.addRow(0, name("words.word"), word, name("words.sound"), sound, kind, button("words.add", this::add));
        grid.addRow(1, name("words.engine"), engine);
        GridPane.setColumnSpan(engine, 4);
        grid.add(button("words.engine.use", this::choose), 5, 1);
        GridPane.setHgrow(sound, Priority.ALWAYS);
        Label hint = new Label(words.text("words.hint"));
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        VBox foot = new VBox(10, grid, told(), hint);
        foot.setPadding(new Insets(14, 0, 0, 0));
        return foot;
    }

    private Label told() {
        Label told = StatusMark.of(Tone.NEUTRAL, "");
        told.setId("words-told");
        told.setWrapText(true);
        told.setVisible(false);
        model.toldProperty().addListener((value, before, now) -> {
            StatusMark.show(told, now.tone(), now.text());
            told.setVisible(!now.text().isEmpty());
        });
        return told;
    }

    private Label name(String key) {
        Label name = new Label(words.text(key));
        name.getStyleClass().add("muted");
        name.setMinWidth(Region.USE_PREF_SIZE);
        return name;
    }

    private Button button(String key, Runnable act) {
        Button button = new Button(words.text(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER);
        button.setOnAction(click -> act.run());
        return button;
    }

    private void add() {
        var unused = model.add(word.getText(), sound.getText(), kind.getValue()).thenRun(() -> {
            boolean isThere = model.own().stream()
                    .anyMatch(own -> own.text().equals(word.getText().strip()));
            if (isThere) {
                word.clear();
                sound.clear();
                kind.setValue(Kind.TERM);
                word.requestFocus();
            }
        });
    }

    private void choose() {
        var unused = model.choose(engine.getText());
    }

    private void leave(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !kind.isShowing()) {
            event.consume();
            stage.close();
        }
    }
}
