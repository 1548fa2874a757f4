package org.candela.report.ui;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
    private final Map<SignFinding, CheckBox> boxes = new HashMap<>();

    ChecksPane(ReportViewModel model, Messages words, Consumer<String> goToField) {
        this.model = model;
        this.words = words;
        this.goToField = goToField;
        root.setId("report-checks");
        root.visibleProperty().bind(model.finalProperty().not());
        root.managedProperty().bind(root.visibleProperty());
        model.findings().addListener((ListChangeListener<SignFinding>) change -> fill());
        model.reportProperty().addListener((value, before, now) -> fill());
        model.signing.confirmations().addListener((value, before, now) -> mark());
        model.spoken().standingProperty().addListener((value, before, now) -> mark());
        fill();
    }

    Node root() {
        return root;
    }

    private void fill() {
        Label title = new Label(words.text("report.checks.title"));
        title.getStyleClass().add("panel-title");
        root.getChildren().setAll(title);
        boxes.clear();
        if (model.findings().isEmpty()) {
            root.getChildren().add(StatusMark.of(Tone.GOOD, words.text("report.checks.clear")));
        }
        model.findings().forEach(finding -> root.getChildren().add(row(finding)));
        mark();
    }

    /** The boxes stay, and with them the keyboard; what a voice would confirm next says so while it is heard. */
    private void mark() {
        Optional<SignFinding> next = model.signing
                .nextWarning()
                .filter(finding -> model.spoken().standingProperty().get().isRecording());
        boxes.forEach((finding, box) -> {
            box.setSelected(model.isConfirmed(finding));
            boolean isNext = next.filter(finding::equals).isPresent();
            box.setText(words.text(isNext ? "report.checks.confirm.next" : "report.checks.confirm"));
        });
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
        CheckBox seen = new CheckBox();
        seen.setMinWidth(CheckBox.USE_PREF_SIZE);
        seen.setTooltip(new Tooltip(words.text("report.checks.confirm.hint")));
        seen.setOnAction(click -> model.toggleConfirmed(finding));
        boxes.put(finding, seen);
        return seen;
    }
}
