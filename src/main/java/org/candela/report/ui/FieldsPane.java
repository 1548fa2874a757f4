package org.candela.report.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.candela.report.OpenReport;
import org.candela.report.template.TemplateSection;

/**
 * The fields of the report on the desk, section by section. Tab and Shift+Tab go from field to field, in prose too; F8 goes
 * to the next one that still waits. FX thread.
 */
final class FieldsPane {
    /** Room for the heading above a row that was scrolled to. */
    private static final double MARGIN = 30;

    private final ReportViewModel model;
    private final VBox root = new VBox();
    private final List<FieldEditor> editors = new ArrayList<>();
    private final ScrollPane scroll = new ScrollPane(root);
    private int focused;

    FieldsPane(ReportViewModel model) {
        this.model = model;
        root.getStyleClass().add("report-fields");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("report-scroll");
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        model.readOnlyProperty().addListener((value, before, now) -> applyReadOnly());
        model.reportProperty().addListener((value, before, now) -> fill(now));
        fill(model.reportProperty().get());
    }

    Node root() {
        return scroll;
    }

    void focus(String fieldId) {
        for (int i = 0; i < editors.size(); i++) {
            if (editors.get(i).field().id().equals(fieldId)) {
                focus(i);
            }
        }
    }

    /** Writes the newest measurement where the caret is, or was. */
    void insertMeasurement() {
        if (!editors.isEmpty()) {
            FieldEditor editor = editors.get(focused);
            int after = model.insertMeasurement(editor.field().id(), editor.caret());
            editor.focusTarget().requestFocus();
            editor.moveCaret(after);
        }
    }

    private void fill(Optional<OpenReport> report) {
        editors.clear();
        root.getChildren().clear();
        focused = 0;
        report.ifPresent(open -> open.template().sections().forEach(this::add));
        applyReadOnly();
    }

    private void add(TemplateSection section) {
        Label heading = new Label(section.name().toUpperCase(Locale.ROOT));
        heading.getStyleClass().add("section-heading");
        root.getChildren().add(heading);
        section.fields().forEach(field -> {
            FieldEditor editor = new FieldEditor(field, model.textProperty(field.id()));
            int index = editors.size();
            editor.focusTarget().focusedProperty().addListener((value, before, isFocused) -> {
                if (isFocused) {
                    focused = index;
                    reveal(editor.node());
                }
            });
            editors.add(editor);
            root.getChildren().add(editor.node());
        });
    }

    private void applyReadOnly() {
        editors.forEach(editor -> editor.setReadOnly(model.readOnlyProperty().get()));
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            step(event, event.isShiftDown() ? -1 : 1);
        } else if (event.getCode() == KeyCode.F8) {
            focusNextUnfilled();
            event.consume();
        }
    }

    /** To the field that was left, when the report is come back to; else to the next one that still waits. */
    void focusNextUnfilled() {
        if (editors.isEmpty()) {
            return;
        }
        FieldEditor current = editors.get(focused);
        boolean isWaiting = current.field()
                .isUnfilled(model.textProperty(current.field().id()).get());
        if (isWaiting && !current.focusTarget().isFocused()) {
            focus(focused);
        } else {
            model.nextUnfilled(current.field().id()).ifPresentOrElse(this::focus, () -> focus(focused));
        }
    }

    /** Beyond the first and the last field the toolkit's own order takes over. */
    private void step(Event event, int by) {
        int next = focused + by;
        if (next >= 0 && next < editors.size()) {
            focus(next);
            event.consume();
        }
    }

    private void focus(int index) {
        focused = index;
        editors.get(index).focusTarget().requestFocus();
    }

    /** Scrolls just far enough to show the whole row. */
    private void reveal(Node row) {
        double hidden = root.getHeight() - scroll.getViewportBounds().getHeight();
        if (hidden <= 0) {
            return;
        }
        double top = scroll.getVvalue() * hidden;
        double least =
                row.getBoundsInParent().getMaxY() - scroll.getViewportBounds().getHeight() + MARGIN;
        double most = row.getBoundsInParent().getMinY() - MARGIN;
        scroll.setVvalue(Math.max(0, Math.min(hidden, Math.min(most, Math.max(least, top)))) / hidden);
    }
}
