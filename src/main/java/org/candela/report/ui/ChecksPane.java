package org.candela.report.ui;

import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.candela.report.SignFinding;
import org.candela.ui.Messages;
import org.candela.ui.StatusMark;
import org.candela.ui.Tone;

/** What stands against a signature: each finding in words with its severity as a shape; a click goes to its field. */
final class ChecksPane {
    private final ReportViewModel model;
    private final Messages words;
    private final Consumer<String> goToField;
    private final VBox root = new VBox(4);

    ChecksPane(ReportViewModel model, Messages words, Consumer<String> goToField) {
        this.model = model;
        this.words = words;
        this.goToField = goToField;
        root.setId("report-checks");
        root.visibleProperty().bind(model.finalProperty().not());
        root.managedProperty().bind(root.visibleProperty());
        model.findings().addListener((ListChangeListener<SignFinding>) change -> fill());
        model.reportProperty().addListener((value, before, now) -> fill());
        fill();
    }

    Node root() {
        return root;
    }

    private void fill() {
        Label title = new Label(words.text("report.checks.title"));
        title.getStyleClass().add("panel-title");
        root.getChildren().setAll(title);
        if (model.findings().isEmpty()) {
            root.getChildren().add(StatusMark.of(Tone.GOOD, words.text("report.checks.clear")));
        }
        model.findings().forEach(finding -> root.getChildren().add(row(finding)));
    }

    private HBox row(SignFinding finding) {
        boolean isBlock = finding.severity() == SignFinding.Severity.BLOCK;
        Label mark = StatusMark.of(isBlock ? Tone.BAD : Tone.CAUTION, finding.message());
        mark.setWrapText(true);
        mark.setMaxWidth(Double.MAX_VALUE);
        mark.getStyleClass().add("finding");
        mark.setOnMouseClicked(click -> goToField.accept(finding.fieldId()));
        HBox.setHgrow(mark, Priority.ALWAYS);
        HBox row = new HBox(10, mark);
        row.setId(finding.ruleId() + (finding.fieldId().isEmpty() ? "" : "-" + finding.fieldId()));
        if (!isBlock) {
            row.getChildren().add(confirmation(finding));
        }
        return row;
    }

    private CheckBox confirmation(SignFinding finding) {
        CheckBox seen = new CheckBox(words.text("report.checks.confirm"));
        seen.setMinWidth(CheckBox.USE_PREF_SIZE);
        seen.setSelected(model.isConfirmed(finding));
        seen.setTooltip(new Tooltip(words.text("report.checks.confirm.hint")));
        seen.setOnAction(click -> model.toggleConfirmed(finding));
        return seen;
    }
}
