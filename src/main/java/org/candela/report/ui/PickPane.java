package org.candela.report.ui;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.candela.ui.Messages;

/**
 * One of some things, found by a few letters: templates, unfinished reports, spellings, macros. Up and Down choose, Enter
 * takes, Esc leaves all as it was. FX thread.
 */
// [impl->req~report.pick~1]
final class PickPane {
    private final Label title = new Label();
    private final TextField search = new TextField();
    private final ListView<String> list = new ListView<>();
    private final StackPane root = new StackPane();
    private final Runnable back;
    private Question asked = new Question("", List.of(), pick -> {});

    /**
     * What is asked.
     *
     * @param answers as they are shown, no two alike, the likeliest first
     */
    record Question(String title, List<String> answers, Consumer<String> taker) {}

    /** @param back brings the keyboard back */
    PickPane(Messages words, Runnable back) {
        this.back = back;
        title.getStyleClass().add("panel-title");
        search.setId("report-pick-search");
        search.setPromptText(words.text("report.pick.prompt"));
        list.setId("report-pick-list");
        list.setFocusTraversable(false);
        Label keys = new Label(words.text("report.pick.keys"));
        keys.getStyleClass().add("muted");
        VBox box = new VBox(8, title, search, list, keys);
        box.getStyleClass().add("report-overlay");
        root.getChildren().add(box);
        root.setId("report-pick");
        root.setAlignment(Pos.TOP_CENTER);
        root.setVisible(false);
        search.textProperty().addListener((value, before, now) -> find(now));
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        list.setOnMouseClicked(click -> take());
    }

    Node root() {
        return root;
    }

    boolean isOpen() {
        return root.isVisible();
    }

    void ask(Question question) {
        asked = question;
        title.setText(question.title());
        search.clear();
        find("");
        root.setVisible(true);
        search.requestFocus();
    }

    private void find(String letters) {
        String plain = letters.strip().toLowerCase(Locale.ROOT);
        list.getItems()
                .setAll(asked.answers().stream()
                        .filter(answer -> answer.toLowerCase(Locale.ROOT).contains(plain))
                        .toList());
        list.getSelectionModel().selectFirst();
    }

    private void onKey(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.ESCAPE) {
            close();
        } else if (code == KeyCode.ENTER) {
            take();
        } else if (code == KeyCode.DOWN) {
            step(1);
        } else if (code == KeyCode.UP) {
            step(-1);
        } else {
            return;
        }
        event.consume();
    }

    private void step(int by) {
        int at = list.getSelectionModel().getSelectedIndex() + by;
        if (at >= 0 && at < list.getItems().size()) {
            list.getSelectionModel().select(at);
            list.scrollTo(at);
        }
    }

    private void take() {
        String chosen = list.getSelectionModel().getSelectedItem();
        root.setVisible(false);
        if (chosen != null) {
            asked.taker().accept(chosen);
        }
        back.run();
    }

    private void close() {
        root.setVisible(false);
        back.run();
    }
}
