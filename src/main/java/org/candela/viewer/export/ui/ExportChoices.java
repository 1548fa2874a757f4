package org.candela.viewer.export.ui;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.candela.dicom.object.Deidentifier;
import org.candela.ui.Choices;
import org.candela.ui.Messages;
import org.candela.viewer.export.ExportDesk.Request;
import org.candela.viewer.export.ExportExtent;
import org.candela.viewer.export.ExportForm;
import org.candela.viewer.export.ExportPlan;
import org.candela.viewer.export.ExportPlan.Burn;

/** What leaves, as what, and where to. FX thread. */
final class ExportChoices extends VBox {
    private final Messages words;
    private final Choices controls;
    private final ToggleGroup extents = new ToggleGroup();
    private final ToggleGroup forms = new ToggleGroup();
    private final CheckBox marks = new CheckBox();
    private final CheckBox texts = new CheckBox();
    private final CheckBox dates = new CheckBox();
    private final CheckBox patient = new CheckBox();
    private final TextField folder = new TextField();

    private ExportChoices(Messages words) {
        super(14);
        this.words = words;
        this.controls = new Choices(words, "export");
    }

    /** @param browse lets the reader choose a folder */
    static ExportChoices of(Messages words, Path folder, Runnable browse) {
        ExportChoices choices = new ExportChoices(words);
        choices.getStyleClass().add("export-choices");
        choices.build(folder, browse);
        return choices;
    }

    private void build(Path start, Runnable browse) {
        VBox what = controls.panel("export.what");
        for (ExportExtent extent : ExportExtent.values()) {
            what.getChildren()
                    .add(controls.radio(extents, extent, words.text("export.extent." + extent), extent.name()));
        }
        VBox how = controls.panel("export.how");
        for (ExportForm form : ExportForm.values()) {
            how.getChildren().add(controls.radio(forms, form, words.text("export.form." + form), form.name()));
        }
        VBox options = controls.panel("export.options");
        options.getChildren()
                .addAll(
                        controls.box(marks, "export.burn.marks"),
                        controls.box(texts, "export.burn.words"),
                        controls.box(dates, "export.dates"),
                        controls.box(patient, "export.patient"));
        folder.setId("export-folder");
        folder.setText(start.toString());
        HBox.setHgrow(folder, Priority.ALWAYS);
        Button choose = new Button(words.text("export.browse"));
        choose.getStyleClass().add("quiet");
        choose.setOnAction(event -> browse.run());
        HBox place = new HBox(10, folder, choose);
        place.setAlignment(Pos.CENTER_LEFT);
        VBox where = controls.panel("export.where");
        where.getChildren().add(place);
        Label hint = new Label(words.text("export.hint"));
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        getChildren().addAll(what, how, options, where, hint);
        forms.selectedToggleProperty().addListener((value, before, now) -> offer());
        offer();
    }

    /** Only what does something for the chosen form. */
    private void offer() {
        boolean isDicom = form() == ExportForm.DICOM;
        texts.setDisable(isDicom);
        dates.setDisable(!isDicom);
        patient.setDisable(!isDicom);
    }

    Node first() {
        return (Node) extents.getSelectedToggle();
    }

    void focus() {
        first().requestFocus();
    }

    void folder(String chosen) {
        folder.setText(chosen);
    }

    Request request() {
        Set<Burn> burn = EnumSet.noneOf(Burn.class);
        if (marks.isSelected()) {
            burn.add(Burn.MARKS);
        }
        if (texts.isSelected() && form() != ExportForm.DICOM) {
            burn.add(Burn.WORDS);
        }
        ExportPlan.Choices chosen = new ExportPlan.Choices(
                burn,
                dates.isSelected() ? Deidentifier.Dates.SHIFTED : Deidentifier.Dates.REMOVED,
                patient.isSelected() ? Deidentifier.Characteristics.RETAINED : Deidentifier.Characteristics.REMOVED);
        ExportExtent extent = Choices.chosen(extents, ExportExtent.class);
        return new Request(extent, form(), chosen, folder.getText());
    }

    private ExportForm form() {
        return Choices.chosen(forms, ExportForm.class);
    }
}
