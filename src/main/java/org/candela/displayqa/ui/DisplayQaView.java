package org.candela.displayqa.ui;

import javafx.scene.layout.VBox;

/** The display-QA page: displays, actions, results. Builds nodes, binds, decides nothing. FX thread. */
public final class DisplayQaView extends VBox {
    private final DisplayQaViewModel model;

    public DisplayQaView(DisplayQaViewModel model) {
        this.model = model;
        setId("displayqa");
    }

    DisplayQaViewModel model() {
        return model;
    }
}
