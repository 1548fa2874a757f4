package org.candela.worklist.ui;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.candela.ui.Messages;

/** A line above the list about new STAT studies. It never takes the keyboard: what is typed goes on. FX thread. */
// [impl->req~worklist.stat-notice~1]
final class StatBanner extends HBox {
    StatBanner(WorklistViewModel model, Runnable show) {
        super(12);
        setId("worklist-stat");
        setAlignment(Pos.CENTER_LEFT);
        Label told = UrgencyMark.STAT.saying("");
        told.setWrapText(true);
        told.textProperty().bind(model.statWordsProperty());
        Button button = new Button(Messages.of(WorklistView.class).text("worklist.stat.show"));
        button.setId("worklist-stat-show");
        button.setFocusTraversable(false);
        button.setOnAction(press -> show.run());
        getChildren().addAll(told, button);
        visibleProperty().bind(model.statWordsProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }
}
