package org.candela.displayqa.ui;

import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.candela.calibration.device.AttachedMeter;
import org.candela.calibration.device.ChosenMeter;
import org.candela.calibration.device.Photometer;
import org.candela.ui.Messages;
import org.jspecify.annotations.Nullable;

/**
 * Which meter measures, and the ways to choose another: a meter on USB by itself, a serial line or a meter that is read by
 * eye with what must be told of it. FX thread.
 */
// [impl->req~displayqa.chosen-meter~1]
final class MeterBar extends VBox {
    private final MetersViewModel model;
    private final Messages words;
    private final Label now = new Label();
    private final Label advice = Captions.muted("");
    private final ComboBox<AttachedMeter> meters = new ComboBox<>();
    private final ComboBox<Aimed> aims = new ComboBox<>();
    private final TextField make;
    private final TextField meterModel;
    private final TextField serial;
    private final Button use = new Button();

    /** How a meter is aimed, in words. */
    private enum Aimed {
        AS_MADE,
        CONTACT,
        TELESCOPIC;

        Optional<Photometer.Aim> aim() {
            return switch (this) {
                case AS_MADE -> Optional.empty();
                case CONTACT -> Optional.of(Photometer.Aim.CONTACT);
                case TELESCOPIC -> Optional.of(Photometer.Aim.TELESCOPIC);
            };
        }
    }

    MeterBar(MetersViewModel model, Messages words) {
        super(4);
        this.model = model;
        this.words = words;
        this.make = field("make");
        this.meterModel = field("model");
        this.serial = field("serial");
        setId("displayqa-meter-bar");
        now.setId("displayqa-meter-now");
        meters.setId("displayqa-meters");
        meters.setItems(model.meters());
        meters.setConverter(shown(this::name));
        meters.setPromptText(words.text("displayqa.meter.choose"));
        meters.setAccessibleText(words.text("displayqa.meter.choose"));
        meters.setOnShowing(event -> look());
        meters.valueProperty().addListener((value, before, chosen) -> picked(chosen));
        aims.setId("displayqa-meter-aim");
        aims.getItems().setAll(Aimed.values());
        aims.setValue(Aimed.AS_MADE);
        aims.setConverter(shown(aim -> words.text("displayqa.meter.aim." + aim)));
        aims.setAccessibleText(words.text("displayqa.meter.aim"));
        use.setId("displayqa-meter-use");
        use.setText(words.text("displayqa.meter.use"));
        use.setMinWidth(Region.USE_PREF_SIZE);
        use.setOnAction(event -> use());
        FlowPane line = new FlowPane(8, 8, now, meters, make, meterModel, serial, aims, use);
        getChildren().setAll(line, advice);
        model.chosenProperty().addListener((value, before, chosen) -> tell());
        model.meters().addListener((ListChangeListener<AttachedMeter>) change -> tell());
        model.adviceProperty().addListener((value, before, told) -> tell());
        picked(null);
        tell();
    }

    /** Opens the list, as a key does. */
    private void look() {
        if (model.meters().isEmpty()) {
            var unused = model.look(); // what comes of it reaches the bar by the model's properties
        }
    }

    /** What must be told of it is asked for; the rest it tells by itself. */
    private void picked(@Nullable AttachedMeter chosen) {
        boolean isHand = chosen != null && chosen.kind() == AttachedMeter.Kind.HAND;
        boolean isLine = chosen != null && chosen.kind() == AttachedMeter.Kind.LINE;
        appear(make, isHand);
        appear(meterModel, isHand || isLine);
        appear(serial, isHand || isLine);
        appear(aims, chosen != null && !isLine);
        appear(use, chosen != null);
    }

    private void use() {
        AttachedMeter picked = meters.getValue();
        if (picked == null) {
            return;
        }
        boolean tellsItself = picked.kind() == AttachedMeter.Kind.METER;
        List<TextField> needed = picked.kind() == AttachedMeter.Kind.HAND
                ? List.of(make, meterModel, serial)
                : tellsItself ? List.of() : List.of(meterModel);
        Optional<TextField> missing =
                needed.stream().filter(field -> field.getText().isBlank()).findFirst();
        if (missing.isPresent()) {
            missing.orElseThrow().requestFocus();
            return;
        }
        ChosenMeter told = tellsItself
                ? new ChosenMeter(
                        picked.id(),
                        picked.make(),
                        picked.model(),
                        picked.serial(),
                        aims.getValue().aim())
                : new ChosenMeter(
                        picked.id(),
                        make.getText().strip(),
                        meterModel.getText().strip(),
                        serial.getText().strip(),
                        aims.isVisible() ? aims.getValue().aim() : Optional.empty());
        var unused = model.choose(told); // what comes of it reaches the bar by the model's properties
    }

    private void tell() {
        now.setText(words.text(
                "displayqa.meter.now",
                model.chosenProperty().get().map(ChosenMeter::text).orElse(words.text("displayqa.meter.only"))));
        now.setAccessibleText(now.getText());
        advice.setText(model.adviceProperty().get());
        appear(advice, !advice.getText().isEmpty());
    }

    private String name(AttachedMeter meter) {
        return switch (meter.kind()) {
            case HAND -> words.text("displayqa.meter.hand");
            case LINE -> words.text("displayqa.meter.line", meter.port());
            default -> meter.text() + " (" + meter.id() + ")";
        };
    }

    private TextField field(String name) {
        TextField field = new TextField();
        field.setId("displayqa-meter-" + name);
        field.setPromptText(words.text("displayqa.meter." + name));
        field.setAccessibleText(words.text("displayqa.meter." + name));
        field.setPrefColumnCount(10);
        field.setOnAction(event -> use());
        return field;
    }

    private static <T> StringConverter<T> shown(java.util.function.Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("nothing is typed into a list");
            }
        };
    }

    private static void appear(Region part, boolean isThere) {
        part.setVisible(isThere);
        part.setManaged(isThere);
    }
}
