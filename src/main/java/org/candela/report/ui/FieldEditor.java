package org.candela.report.ui;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.candela.report.template.TemplateField;
import org.candela.ui.Messages;

/** One field of the template as a row: its name, the control that writes it, its unit and what is wrong. FX thread. */
final class FieldEditor {
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");
    private static final PseudoClass UNTOUCHED = PseudoClass.getPseudoClass("untouched");
    private static final double NUMBER_WIDTH = 110;

    private final TemplateField field;
    private final ReportViewModel model;
    private final StringProperty text;
    private final Optional<WrittenArea> written;
    private final Control control;
    private final Label wrong = new Label();
    private final Node row;

    FieldEditor(TemplateField field, ReportViewModel model, Messages words) {
        this.field = field;
        this.model = model;
        this.text = model.textProperty(field.id());
        boolean isChoice = field.content().kind() == TemplateField.Kind.CHOICE;
        this.written = isChoice ? Optional.empty() : Optional.of(new WrittenArea(field, model));
        this.control = written.<Control>map(WrittenArea::control).orElseGet(this::choice);
        control.setId("field-" + field.id());
        control.setAccessibleText(model.desk().nameOf(field.id()));
        this.row = row(words);
        text.addListener(Weak.listener(row, this::mark));
        model.fields().acceptances().addListener(Weak.listener(row, this::mark));
        model.desk().fields().place().addListener(Weak.listener(row, this::mark));
        model.desk().fields().revision().addListener(Weak.listener(row, this::mark));
        mark();
    }

    TemplateField field() {
        return field;
    }

    Control focusTarget() {
        return control;
    }

    Node node() {
        return row;
    }

    /** Where text would be inserted. */
    int caret() {
        WritingPlace place = model.placeProperty().get();
        return place.isIn(field.id()) ? place.caret() : text.get().length();
    }

    /** Where one writes in this field, by its own caret. */
    WritingPlace place() {
        return written.map(WrittenArea::place).orElseGet(() -> WritingPlace.at(field.id(), 0));
    }

    void setReadOnly(boolean isReadOnly) {
        written.ifPresentOrElse(area -> area.setReadOnly(isReadOnly), () -> control.setDisable(isReadOnly));
    }

    private ComboBox<String> choice() {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(field.content().options());
        box.setValue(text.get());
        box.valueProperty().addListener((value, before, now) -> {
            if (now != null && !now.equals(text.get())) {
                model.fields().choose(field.id(), now);
            }
        });
        text.addListener(Weak.listener(box, () -> box.setValue(text.get())));
        box.addEventHandler(KeyEvent.KEY_TYPED, this::chooseByLetter);
        return box;
    }

    /** The next option that begins with the letter, going round. */
    private void chooseByLetter(KeyEvent event) {
        String letter = event.getCharacter().toLowerCase(Locale.ROOT);
        if (letter.isBlank() || event.isControlDown() || event.isAltDown()) {
            return;
        }
        var options = field.content().options();
        int from = options.indexOf(text.get());
        for (int step = 1; step <= options.size(); step++) {
            String option = options.get((from + step) % options.size());
            if (option.toLowerCase(Locale.ROOT).startsWith(letter)) {
                model.fields().choose(field.id(), option);
                event.consume();
                return;
            }
        }
    }

    private Node row(Messages words) {
        HBox line = new HBox(10);
        line.setAlignment(Pos.BASELINE_LEFT);
        if (!field.name().isEmpty()) {
            Label name = new Label(field.name());
            name.getStyleClass().add("field-name");
            name.setLabelFor(control);
            line.getChildren().add(name);
        }
        Node shown = written.map(WrittenArea::root).orElse(control);
        line.getChildren().add(shown);
        if (field.content().kind() == TemplateField.Kind.NUMBER) {
            control.setPrefWidth(NUMBER_WIDTH);
            control.setMaxWidth(NUMBER_WIDTH);
            Label unit = new Label(NumberCheck.hint(field.content(), words));
            unit.getStyleClass().add("field-unit");
            line.getChildren().add(unit);
        } else {
            control.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(shown, Priority.ALWAYS);
        }
        wrong.getStyleClass().add("field-wrong");
        wrong.setId("wrong-" + field.id());
        wrong.setVisible(false);
        wrong.setManaged(false);
        return new VBox(line, wrong);
    }

    private void mark() {
        control.getStyleClass().remove("unfilled");
        if (model.fields().isWaiting(field)) {
            control.getStyleClass().add("unfilled");
        }
        control.pseudoClassStateChanged(HERE, model.placeProperty().get().isIn(field.id()));
        control.pseudoClassStateChanged(UNTOUCHED, model.fields().isUntouched(field));
        String problem = NumberCheck.problem(field.content(), text.get(), model.words);
        wrong.setText(problem);
        wrong.setVisible(!problem.isEmpty());
        wrong.setManaged(!problem.isEmpty());
    }
}
