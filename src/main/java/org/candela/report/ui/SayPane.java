package org.candela.report.ui;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.candela.report.wording.Phrase;

/** The list of what can be said now, over the fields; the keyboard stays where it is. FX thread. */
final class SayPane {
    private final ReportViewModel model;
    private final GridPane list = new GridPane();
    private final StackPane root = new StackPane();

    SayPane(ReportViewModel model) {
        this.model = model;
        Label title = new Label(model.words.text("report.say.title"));
        title.getStyleClass().add("panel-title");
        Label close = new Label(model.words.text("report.say.close"));
        close.getStyleClass().add("muted");
        list.setHgap(18);
        list.setVgap(4);
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("report-scroll");
        VBox box = new VBox(8, title, scroll, close);
        box.getStyleClass().add("report-overlay");
        root.getChildren().add(box);
        root.setId("report-say");
        root.setAlignment(Pos.TOP_CENTER);
        root.setVisible(false);
        model.acts().asking().addListener((value, before, now) -> show(now));
    }

    Node root() {
        return root;
    }

    private void show(boolean isAsked) {
        root.setVisible(isAsked);
        list.getChildren().clear();
        if (isAsked) {
            List<Phrase> phrases = model.spoken().commands().phrases();
            for (int row = 0; row < phrases.size(); row++) {
                Label said = new Label("\u201c" + phrases.get(row).words() + "\u201d");
                said.getStyleClass().add("say-words");
                Label meaning = new Label(phrases.get(row).meaning());
                meaning.getStyleClass().add("muted");
                list.addRow(row, said, meaning);
            }
        }
    }
}
