package org.candela.report.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.candela.report.OpenReport;
import org.candela.report.template.TemplateSection;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the report on the desk, section by section. Tab and Shift+Tab go from place to place, in prose too; F8 goes
 * to the next one that still waits. The keyboard follows where the reader writes while it is in a field; hands on images are
 * left there. FX thread.
 */
final class FieldsPane {
    /** Room for the heading above a row that was scrolled to. */
    private static final double MARGIN = 30;

    private final ReportViewModel model;
    private final VBox root = new VBox();
    private final List<FieldEditor> editors = new ArrayList<>();
    private final ScrollPane scroll = new ScrollPane(root);
    private final ObservableValue<Node> owner = root.sceneProperty().flatMap(Scene::focusOwnerProperty);
    /** Where the keyboard was before it came to where it is. */
    private @Nullable Node before;
    /** The fields were exchanged under the reader's hands. */
    private boolean isReturning;

    FieldsPane(ReportViewModel model) {
        this.model = model;
        root.getStyleClass().add("report-fields");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("report-scroll");
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        model.readOnlyProperty().addListener((value, before, now) -> applyReadOnly());
        model.reportProperty().addListener((value, before, now) -> fill(now));
        model.placeProperty().addListener((value, before, now) -> follow());
        owner.addListener((value, was, now) -> before = now);
        fill(model.reportProperty().get());
    }

    Node root() {
        return scroll;
    }

    /** Goes to a field with the keyboard. */
    void focus(String fieldId) {
        model.fields().entering(fieldId).ifPresent(place -> {
            model.desk().fields().go(place);
            focusPlace();
        });
    }

    /** Brings the keyboard to where the reader writes. */
    void focusPlace() {
        current().ifPresent(editor -> editor.focusTarget().requestFocus());
    }

    /** Writes the newest measurement where the caret is, or was. */
    void insertMeasurement() {
        place();
        current().ifPresent(editor -> {
            model.insertMeasurement(editor.field().id(), editor.caret());
            editor.focusTarget().requestFocus();
        });
    }

    /** To the field that was left, when the report is come back to; else to the next one that still waits. */
    void focusNextUnfilled() {
        Optional<FieldEditor> here = current();
        boolean isLeftWaiting = here.filter(editor -> model.fields().isWaiting(editor.field())
                        && !editor.focusTarget().isFocused())
                .isPresent();
        if (isLeftWaiting) {
            focusPlace();
            return;
        }
        String from = here.map(editor -> editor.field().id()).orElse("");
        model.nextUnfilled(from).ifPresentOrElse(this::focus, () -> {
            place();
            focusPlace();
        });
    }

    /** Before any field was chosen, the first one is meant. */
    void place() {
        if (current().isEmpty() && !editors.isEmpty()) {
            model.desk().fields().go(model.fields().entering(editors.get(0).field()));
        }
    }

    private Optional<FieldEditor> current() {
        WritingPlace place = model.placeProperty().get();
        return editors.stream()
                .filter(editor -> place.isIn(editor.field().id()))
                .findFirst();
    }

    /** Whose hands were in a field stays in the report though its fields are others now. */
    private void fill(Optional<OpenReport> report) {
        isReturning = isWriting();
        editors.clear();
        root.getChildren().clear();
        report.ifPresent(open -> open.template().sections().forEach(this::add));
        applyReadOnly();
        if (isReturning) {
            focusPlace();
        }
    }

    private boolean isWriting() {
        Node owning = owner.getValue();
        return editors.stream().anyMatch(editor -> editor.focusTarget() == owning);
    }

    private void add(TemplateSection section) {
        String required = section.isRequired() ? "  *" : "";
        Label heading = new Label(section.name().toUpperCase(Locale.ROOT) + required);
        heading.getStyleClass().add("section-heading");
        root.getChildren().add(heading);
        section.fields().forEach(field -> {
            FieldEditor editor = new FieldEditor(field, model, model.words);
            editor.focusTarget().focusedProperty().addListener((value, before, isFocused) -> {
                if (isFocused) {
                    come(editor);
                }
            });
            editors.add(editor);
            root.getChildren().add(editor.node());
        });
    }

    /** A field has the keyboard: one writes there, unless the toolkit only gave it to somebody. */
    private void come(FieldEditor editor) {
        WritingPlace place = model.placeProperty().get();
        boolean isChosen = before != null || place.equals(WritingPlace.NONE);
        if (isChosen && !place.isIn(editor.field().id())) {
            model.desk().fields().moveTo(editor.place());
        }
        reveal(editor.node());
    }

    private void applyReadOnly() {
        editors.forEach(editor -> editor.setReadOnly(model.readOnlyProperty().get()));
    }

    /** Whose hands are in a field goes along; whose are on images stays there and sees where words go. */
    private void follow() {
        current().ifPresent(editor -> {
            if ((isWriting() || isReturning) && editor.focusTarget() != owner.getValue()) {
                editor.focusTarget().requestFocus();
            }
            isReturning = false;
            reveal(editor.node());
        });
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            step(
                    event,
                    event.isShiftDown()
                            ? model.fields().previous()
                            : model.fields().next());
        } else if (event.getCode() == KeyCode.F8) {
            focusNextUnfilled();
            event.consume();
        }
    }

    /** Beyond the first and the last place the toolkit's own order takes over. */
    private void step(Event event, Optional<WritingPlace> to) {
        to.ifPresent(place -> {
            model.desk().fields().go(place);
            focusPlace();
            event.consume();
        });
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
