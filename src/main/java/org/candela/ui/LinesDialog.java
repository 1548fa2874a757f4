package org.candela.ui;

import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;

/** Lines that come one by one while something goes on; closing it ends that. FX thread; blocks nobody. */
public final class LinesDialog {
    private static final double WIDTH = 720;
    private static final double HEIGHT = 420;

    private final Label standing = new Label();
    private final VBox lines = new VBox(8);

    /** Shows it over {@code owner}. */
    public LinesDialog(Window owner, String title, Runnable whenClosed) {
        lines.setId("dialog-results");
        standing.setId("dialog-standing");
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(HEIGHT);
        scroll.setPrefViewportWidth(WIDTH);
        Alert alert = new Alert(Alert.AlertType.INFORMATION, "", ButtonType.CLOSE);
        alert.initOwner(owner);
        alert.initModality(Modality.NONE);
        alert.setTitle(title);
        alert.setHeaderText(title);
        alert.setGraphic(StatusMark.of(Tone.NEUTRAL, ""));
        alert.getDialogPane().setContent(new VBox(12, standing, scroll));
        alert.setOnHidden(event -> whenClosed.run());
        Theme.dressLike(owner, alert.getDialogPane().getScene());
        alert.show();
    }

    /** How it goes, above the lines. */
    public void say(String text) {
        standing.setText(text);
    }

    /** Adds a line with its mark. */
    public void add(Tone tone, String text) {
        Label line = StatusMark.of(tone, text);
        line.setWrapText(true);
        line.setMaxWidth(WIDTH);
        lines.getChildren().add(line);
    }
}
