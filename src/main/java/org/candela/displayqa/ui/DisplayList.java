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
import org.candela.displayqa.QaStanding;
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
        List<String> reasons = reasons(row);
        String each = row.held().size() == 1 ? "" : ". " + String.join(" ", reasons);
        button.setAccessibleText(row.name() + ", " + standing(row.standing()) + each);
        button.setTooltip(new Tooltip(String.join("\n", reasons)));
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
        VBox how = new VBox(1, StatusMark.of(row.tone(), standing(row.standing())));
        how.getChildren().addAll(details(row));
        HBox line = new HBox(24, what, how);
        line.setAlignment(Pos.CENTER_LEFT);
        line.prefWidthProperty().bind(button.widthProperty().subtract(28));
        return line;
    }

    /** Of one standard why; of several what holds by each, with its own mark. */
    private List<Label> details(DisplayRow row) {
        if (row.held().size() == 1) {
            return List.of(muted(row.standing().reason()));
        }
        return row.held().stream()
                .map(each -> {
                    Label line = StatusMark.of(each.tone(), reason(each));
                    line.getStyleClass().add("display-detail");
                    line.setId("held-" + row.id() + "-"
                            + each.standing().standard().id());
                    return line;
                })
                .toList();
    }

    private List<String> reasons(DisplayRow row) {
        return row.held().size() == 1
                ? List.of(row.standing().reason())
                : row.held().stream().map(this::reason).toList();
    }

    private String reason(DisplayRow.Held held) {
        return words.text(
                "displayqa.displays.held",
                held.whose(),
                standing(held.standing()),
                held.standing().reason());
    }

    private String standing(QaStanding standing) {
        return words.text("displayqa.standing." + standing.state());
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("muted", "display-detail");
        return label;
    }
}
