package org.candela.displayqa.ui;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.candela.base.ScreenId;
import org.candela.ui.Messages;
import org.candela.ui.StatusMark;

/** The displays, one a row, one of them selected; arrow keys go from one to the next. FX thread. */
final class DisplayList extends VBox {

    private final Messages words;
    private final Consumer<ScreenId> choose;
    private final ToggleGroup group = new ToggleGroup();

    DisplayList(Messages words, Consumer<ScreenId> choose) {
        super(4);
        this.words = words;
        this.choose = choose;
        setId("displayqa-displays");
    }

    void show(List<DisplayRow> rows, Optional<ScreenId> selected) {
        group.getToggles().clear();
        getChildren().clear();
        if (rows.isEmpty()) {
            getChildren().add(Captions.muted(words.text("displayqa.displays.none")));
        }
        rows.forEach(row -> getChildren().add(row(row, selected)));
    }

    private ToggleButton row(DisplayRow row, Optional<ScreenId> selected) {
        ToggleButton button = new ToggleButton();
        button.setId("display-" + row.id());
        button.setToggleGroup(group);
        button.setSelected(selected.equals(Optional.of(row.id())));
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().add("display-row");
        button.setGraphic(line(row, button));
        button.setAccessibleText(row.name() + ", " + standing(row));
        button.setTooltip(new Tooltip(row.standing().reason()));
        button.setOnAction(event -> {
            button.setSelected(true); // a selected display stays selected when it is pressed again
            choose.accept(row.id());
        });
        return button;
    }

    private HBox line(DisplayRow row, ToggleButton button) {
        Label name = new Label(row.name());
        name.getStyleClass().add("display-name");
        VBox what = new VBox(1, name, muted(row.detail()));
        what.getStyleClass().add("display-what");
        VBox how = new VBox(
                1,
                StatusMark.of(row.tone(), standing(row)),
                muted(row.standing().reason()));
        HBox line = new HBox(24, what, how);
        line.setAlignment(Pos.CENTER_LEFT);
        line.prefWidthProperty().bind(button.widthProperty().subtract(28));
        return line;
    }

    private String standing(DisplayRow row) {
        return words.text("displayqa.standing." + row.standing().state());
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("muted", "display-detail");
        return label;
    }
}
