package org.candela.displayqa.ui;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.candela.displayqa.ledger.PreShiftFindings;
import org.candela.ui.Messages;
import org.candela.ui.StatusMark;

/** The result card of the course before a shift: one line a display, there from the first that was kept on. FX thread. */
// [impl->req~displayqa.pre-shift-course~1]
final class PreShiftPanel extends VBox {
    private final DisplayQaViewModel model;
    private final Messages words;

    PreShiftPanel(DisplayQaViewModel model, Messages words) {
        super(4);
        this.model = model;
        this.words = words;
        setId("displayqa-pre-shift-card");
        model.preShiftProperty().addListener((value, before, now) -> show(now));
        show(model.preShiftProperty().get());
    }

    private void show(List<PreShiftFindings> checks) {
        getChildren().clear();
        if (!checks.isEmpty()) {
            getChildren().add(Captions.title(words.text("displayqa.pre-shift.title")));
        }
        checks.forEach(check -> getChildren().addAll(result(check), Captions.muted(check.text())));
        setVisible(!checks.isEmpty());
        setManaged(!checks.isEmpty());
    }

    private Label result(PreShiftFindings check) {
        String display = model.displays().stream()
                .filter(row -> row.id().equals(check.run().display()))
                .map(DisplayRow::name)
                .findFirst()
                .orElse(check.run().display().value());
        Label result = StatusMark.of(
                Captions.tone(check.run().overall(), check.run()),
                words.text("displayqa.pre-shift.line", display, check.run().resultText()));
        result.setWrapText(true);
        return result;
    }
}
