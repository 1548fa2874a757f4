package org.candela.displayqa.ui;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.report.ReportFormat;
import org.candela.ui.Messages;

/** A report of the run that is looked at: for whom, and in which forms. FX thread. */
// [impl->req~displayqa.page-report~1]
final class ReportPanel extends FlowPane {
    private final HistoryViewModel model;
    private final ChoiceBox<ReportWish> whom = new ChoiceBox<>();
    private final Map<ReportFormat, CheckBox> forms = new EnumMap<>(ReportFormat.class);
    private final Button write;
    private Optional<StoredRun> run = Optional.empty();

    ReportPanel(HistoryViewModel model, Messages words) {
        super(8, 6);
        this.model = model;
        this.write = new Button(words.text("displayqa.report.write"));
        setId("displayqa-report");
        whom.setId("displayqa-report-whom");
        whom.getItems().setAll(model.wishes(words.text("displayqa.report.usual")));
        whom.getSelectionModel().selectFirst();
        Label label = new Label(words.text("displayqa.report.for"));
        label.setLabelFor(whom);
        getChildren().addAll(label, whom);
        for (ReportFormat format : ReportFormat.values()) {
            CheckBox box = new CheckBox(words.text("displayqa.report." + format));
            box.setId("displayqa-report-" + format.word());
            box.setSelected(format == ReportFormat.PDF || format == ReportFormat.JSON);
            forms.put(format, box);
            getChildren().add(box);
        }
        write.setId("displayqa-report-write");
        write.setOnAction(event -> write());
        getChildren().add(write);
        show(Optional.empty());
    }

    /** Means another run; one that broke off has no report. */
    void show(Optional<StoredRun> other) {
        run = other.filter(stored -> stored.kind().isRun());
        write.disableProperty().unbind();
        write.disableProperty().bind(Bindings.or(noForm(), Bindings.createBooleanBinding(run::isEmpty)));
    }

    private BooleanBinding noForm() {
        CheckBox[] boxes = forms.values().toArray(CheckBox[]::new);
        var selected = new javafx.beans.Observable[boxes.length];
        for (int i = 0; i < boxes.length; i++) {
            selected[i] = boxes[i].selectedProperty();
        }
        return Bindings.createBooleanBinding(() -> wished().isEmpty(), selected);
    }

    private List<ReportFormat> wished() {
        List<ReportFormat> wished = new ArrayList<>();
        forms.forEach((format, box) -> {
            if (box.isSelected()) {
                wished.add(format);
            }
        });
        return wished;
    }

    private void write() {
        run.ifPresent(stored -> {
            var unused = model.export(stored, whom.getValue(), wished()); // what comes of it is told by the notice
        });
    }
}
