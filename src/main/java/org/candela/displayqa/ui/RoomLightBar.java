package org.candela.displayqa.ui;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.candela.ui.Messages;

/** Where the reader enters the light of the room as a lux meter shows it, and the conditions of the next run. FX thread. */
// [impl->req~displayqa.room-illuminance~1]
final class RoomLightBar extends HBox {
    private static final int LUX_COLUMNS = 6;
    private static final int METER_COLUMNS = 22;
    private static final int TEMPERATURE_COLUMNS = 7;

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
        enter.setMinWidth(Button.USE_PREF_SIZE);
        Runnable entering = () -> {
            var unused = model.enter(lux.getText(), meter.getText());
            lux.clear();
        };
        enter.setOnAction(event -> entering.run());
        lux.setOnAction(event -> entering.run());
        meter.setOnAction(event -> entering.run());
        getChildren().addAll(lux, meter, enter, temperature(model, words), cleaned(model, words), known);
    }

    // [impl->req~displayqa.page-conditions~1]
    private static TextField temperature(RoomLightViewModel model, Messages words) {
        TextField temperature =
                field("displayqa-temperature", TEMPERATURE_COLUMNS, words.text("displayqa.room.temperature"));
        temperature.setTooltip(new Tooltip(words.text("displayqa.hint.conditions")));
        temperature.textProperty().bindBidirectional(model.conditions().temperatureProperty());
        return temperature;
    }

    private static CheckBox cleaned(RoomLightViewModel model, Messages words) {
        CheckBox cleaned = new CheckBox(words.text("displayqa.room.cleaned"));
        cleaned.setId("displayqa-cleaned");
        cleaned.setMinWidth(CheckBox.USE_PREF_SIZE);
        cleaned.setTooltip(new Tooltip(words.text("displayqa.hint.conditions")));
        cleaned.selectedProperty().bindBidirectional(model.conditions().cleanedProperty());
        return cleaned;
    }

    private static TextField field(String id, int columns, String prompt) {
        TextField field = new TextField();
        field.setId(id);
        field.setPrefColumnCount(columns);
        field.setMinWidth(TextField.USE_PREF_SIZE);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        return field;
    }
}
