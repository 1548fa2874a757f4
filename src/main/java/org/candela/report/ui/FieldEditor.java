package org.candela.report.ui;

import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.candela.report.template.TemplateField;

/** One field of the template as a row: its name, the control that writes it, its unit. FX thread. */
final class FieldEditor {
    private static final int LONGEST_PROSE_ROWS = 12;
    private static final int CHARACTERS_A_ROW = 88;

    private final TemplateField field;
    private final StringProperty text;
    private final Control control;
    private final HBox row;

    FieldEditor(TemplateField field, StringProperty text) {
        this.field = field;
        this.text = text;
        this.control = makeControl();
        this.row = row();
        text.addListener((value, before, now) -> markUnfilled());
        markUnfilled();
    }

    TemplateField field() {
        return field;
    }

    private Control makeControl() {
        return switch (field.content().kind()) {
            case PROSE -> prose();
            case LINE, NUMBER -> line();
            case CHOICE -> choice();
        };
    }

    Control focusTarget() {
        return control;
    }

    HBox node() {
        return row;
    }

    /** Where text would be inserted; the end for a control without a caret. */
    int caret() {
        return control instanceof TextInputControl input
                ? input.getCaretPosition()
                : text.get().length();
    }

    void moveCaret(int position) {
        if (control instanceof TextInputControl input) {
            input.positionCaret(position);
        }
    }

    void setReadOnly(boolean isReadOnly) {
        if (control instanceof TextInputControl input) {
            input.setEditable(!isReadOnly);
        } else {
            control.setDisable(isReadOnly);
        }
    }

    private TextArea prose() {
        TextArea area = new TextArea();
        area.setWrapText(true);
        area.textProperty().bindBidirectional(text);
        text.addListener((value, before, now) -> area.setPrefRowCount(rows(now)));
        area.setPrefRowCount(rows(text.get()));
        return identified(area);
    }

    private TextField line() {
        TextField line = new TextField();
        line.textProperty().bindBidirectional(text);
        line.setPrefColumnCount(field.content().kind() == TemplateField.Kind.NUMBER ? 8 : 30);
        return identified(line);
    }

    private ComboBox<String> choice() {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(field.content().options());
        box.valueProperty().bindBidirectional(text);
        return identified(box);
    }

    private <T extends Control> T identified(T made) {
        made.setId("field-" + field.id());
        return made;
    }

    private HBox row() {
        HBox line = new HBox(10);
        line.setAlignment(Pos.CENTER_LEFT);
        if (!field.name().isEmpty()) {
            Label name = new Label(field.name());
            name.getStyleClass().add("field-name");
            name.setLabelFor(control);
            line.getChildren().add(name);
        }
        line.getChildren().add(control);
        if (field.content().kind() == TemplateField.Kind.NUMBER) {
            Label unit = new Label(field.content().unit());
            unit.getStyleClass().add("field-unit");
            line.getChildren().add(unit);
        } else {
            control.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(control, Priority.ALWAYS);
        }
        return line;
    }

    private void markUnfilled() {
        control.getStyleClass().remove("unfilled");
        if (field.isUnfilled(text.get())) {
            control.getStyleClass().add("unfilled");
        }
    }

    /** Rows the prose fills, so that the desk grows with the text and scrolls as one. */
    private int rows(String prose) {
        int least = field.id().equals("findings") || field.id().equals("impression") ? 3 : 1;
        int filled = prose.lines()
                .mapToInt(line -> 1 + line.length() / CHARACTERS_A_ROW)
                .sum();
        return Math.min(LONGEST_PROSE_ROWS, Math.max(least, filled + (prose.endsWith("\n") ? 1 : 0)));
    }
}
