package org.candela.viewer.print.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.candela.ui.Choices;
import org.candela.ui.Messages;
import org.candela.viewer.export.ExportPlan.Burn;
import org.candela.viewer.layout.Grid;
import org.candela.viewer.print.Paper;
import org.candela.viewer.print.PrintDesk;
import org.candela.viewer.print.PrintExtent;
import org.candela.viewer.print.PrintRequest;
import org.candela.viewer.print.Printer;
import org.candela.viewer.print.SheetLayout.Ground;
import org.candela.viewer.print.SheetLayout.Scale;
import org.candela.viewer.print.SheetPlan.Patient;

/** What is printed, how, and where to. FX thread. */
final class PrintChoices extends VBox {
    private static final List<Grid> GRIDS =
            List.of(Grid.SINGLE, new Grid(1, 2), new Grid(2, 1), new Grid(2, 2), new Grid(4, 3), new Grid(5, 4));

    private final Messages words;
    private final Choices controls;
    private final ToggleGroup extents = new ToggleGroup();
    private final ToggleGroup papers = new ToggleGroup();
    private final ToggleGroup lies = new ToggleGroup();
    private final ToggleGroup grids = new ToggleGroup();
    private final ToggleGroup scales = new ToggleGroup();
    private final ToggleGroup grounds = new ToggleGroup();
    private final ToggleGroup targets = new ToggleGroup();
    private final CheckBox marks = new CheckBox();
    private final CheckBox without = new CheckBox();
    private final TextField file = new TextField();
    private final Label noPrinter = new Label();
    private final VBox printers = new VBox(6);
    private List<Printer> offered = List.of();

    private PrintChoices(Messages words) {
        super(12);
        this.words = words;
        this.controls = new Choices(words, "print");
    }

    /** @param file what a PDF is called */
    static PrintChoices of(Messages words, Path file) {
        PrintChoices choices = new PrintChoices(words);
        choices.getStyleClass().add("print-choices");
        choices.build(file);
        return choices;
    }

    private void build(Path start) {
        VBox what = controls.panel("print.what");
        for (PrintExtent extent : PrintExtent.values()) {
            what.getChildren().add(radio(extents, extent, "print.extent." + extent, extent.name()));
        }
        VBox how = controls.panel("print.how");
        how.getChildren().addAll(row(papers, Paper.values()), row(lies, Paper.Lie.values()), gridRow());
        how.getChildren().addAll(row(scales, Scale.values()), row(grounds, Ground.values()));
        marks.setSelected(true);
        VBox options = controls.panel("print.options");
        options.getChildren().addAll(controls.box(marks, "print.marks"), controls.box(without, "print.without"));
        file.setId("print-file");
        file.setText(start.toString());
        HBox.setHgrow(file, Priority.ALWAYS);
        HBox place = new HBox(10, radio(targets, "", "print.to-file", "FILE"), file);
        place.setAlignment(Pos.CENTER_LEFT);
        noPrinter.getStyleClass().add("muted");
        noPrinter.setText(words.text("print.asking"));
        VBox where = controls.panel("print.where");
        where.getChildren().addAll(place, printers, noPrinter);
        getChildren().addAll(what, how, options, where);
    }

    /** Printers as soon as the system has told them; what was chosen stays chosen. */
    void offer(PrintDesk desk) {
        noPrinter.setVisible(!desk.knowsPrinters() || desk.printers().isEmpty());
        if (desk.knowsPrinters()) {
            noPrinter.setText(words.text("print.none"));
        }
        if (!desk.printers().equals(offered)) {
            offered = desk.printers();
            printers.getChildren()
                    .setAll(offered.stream()
                            .<Node>map(printer -> controls.radio(
                                    targets,
                                    printer.name(),
                                    words.text("print.to-printer", printer.name()),
                                    "PRINTER-" + printer.name()))
                            .toList());
        }
    }

    private HBox row(ToggleGroup group, Enum<?>... values) {
        HBox row = new HBox(18);
        for (Enum<?> value : values) {
            row.getChildren().add(radio(group, value, "print.choice." + value, value.name()));
        }
        return row;
    }

    private HBox gridRow() {
        HBox row = new HBox(18, radio(grids, List.of(), "print.grid.auto", "GRID-AUTO"));
        for (Grid grid : GRIDS) {
            row.getChildren()
                    .add(controls.radio(
                            grids,
                            List.of(grid),
                            words.text("print.grid", String.valueOf(grid.rows()), String.valueOf(grid.columns())),
                            "GRID-" + grid.rows() + "x" + grid.columns()));
        }
        return row;
    }

    private RadioButton radio(ToggleGroup group, Object choice, String key, String id) {
        return controls.radio(group, choice, words.text(key), id);
    }

    Node first() {
        return (Node) extents.getSelectedToggle();
    }

    PrintRequest request() {
        List<Grid> grid = new ArrayList<>();
        for (Object chosen : Choices.chosen(grids, List.class)) {
            grid.add((Grid) chosen);
        }
        return new PrintRequest(
                Choices.chosen(extents, PrintExtent.class),
                new PrintRequest.Form(
                        Choices.chosen(papers, Paper.class),
                        Choices.chosen(lies, Paper.Lie.class),
                        Choices.chosen(scales, Scale.class),
                        Choices.chosen(grounds, Ground.class)),
                grid,
                without.isSelected() ? Patient.WITHOUT : Patient.NAMED,
                marks.isSelected() ? Set.of(Burn.MARKS) : Set.of(),
                Choices.chosen(targets, String.class),
                file.getText());
    }
}
