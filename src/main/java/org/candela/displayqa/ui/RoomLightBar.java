package org.candela.displayqa.ui;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.candela.ui.Messages;

/** Where the reader enters the light of the room as a lux meter shows it; what is known stands beside it. FX thread. */
// [impl->req~displayqa.room-illuminance~1]
final class RoomLightBar extends HBox {
    private static final int LUX_COLUMNS = 6;
    private static final int METER_COLUMNS = 22;

    RoomLightBar(RoomLightViewModel model, Messages words) {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        TextField lux = field("displayqa-lux", LUX_COLUMNS, words.text("displayqa.room.lux"));
        TextField meter = field("displayqa-lux-meter", METER_COLUMNS, words.text("displayqa.room.meter"));
        Label known = new Label();
        known.setId("displayqa-lux-known");
        known.getStyleClass().add("muted");
        known.textProperty().bind(model.knownProperty());
        Button enter = new Button(words.text("displayqa.action.room-light"));
        enter.setId("displayqa-room-light");
        Runnable entering = () -> {
            var unused = model.enter(lux.getText(), meter.getText());
            lux.clear();
        };
        enter.setOnAction(event -> entering.run());
        lux.setOnAction(event -> entering.run());
        meter.setOnAction(event -> entering.run());
        getChildren().addAll(lux, meter, enter, known);
    }

    private static TextField field(String id, int columns, String prompt) {
        TextField field = new TextField();
        field.setId(id);
        field.setPrefColumnCount(columns);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        return field;
    }
}
