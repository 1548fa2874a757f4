package org.candela.shell;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;

/** A warning that is there exactly as long as it has words. FX thread. */
final class Marking {
    private Marking() {}

    static Label of(ObservableValue<String> words) {
        Label label = new Label();
        label.getStyleClass().add("marking");
        label.setMouseTransparent(true);
        label.setMinWidth(Label.USE_PREF_SIZE);
        label.textProperty().bind(words);
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }
}
