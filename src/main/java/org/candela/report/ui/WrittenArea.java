package org.candela.report.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.candela.report.ReportDraft;
import org.candela.report.TextEdit;
import org.candela.report.template.TemplateField;
import org.jspecify.annotations.Nullable;

/**
 * The toolkit's own text control as a window on one field of the draft: what fingers do becomes an edit of the draft, and what
 * the draft says is shown, with words that are being understood in grey among it. Those are in no draft, and the caret stays
 * between the letters it stood between. FX thread.
 */
// [impl->req~report.live-partials~1]
final class WrittenArea {
    private static final KeyCombination UNDO = KeyCombination.valueOf("Ctrl+Z");
    private static final List<KeyCombination> REDO =
            List.of(KeyCombination.valueOf("Ctrl+Y"), KeyCombination.valueOf("Ctrl+Shift+Z"));
    /** Around the letters: padding of the content and border of the control, and a pixel for rounding on each side. */
    private static final double AROUND = 18;

    private final TextArea area = new TextArea();
    private final MarkLayer layer = new MarkLayer(area);
    private final StackPane root = new StackPane(area, layer);
    private final Text measure = new Text();
    private final TemplateField field;
    private final DraftFields fields;
    private final SpokenInput spoken;
    private final FieldMarks marks;
    private ShownText shown = new ShownText("", List.of());
    private boolean isRendering;

    WrittenArea(TemplateField field, ReportViewModel model) {
        this.field = field;
        this.fields = model.desk().fields();
        this.spoken = model.spoken();
        this.marks = model.marks;
        area.setWrapText(true);
        area.setPrefRowCount(1);
        area.setTextFormatter(new TextFormatter<>(this::diverted));
        layer.resizeRelocate(0, 0, 0, 0);
        area.widthProperty().addListener((value, before, now) -> fit());
        area.fontProperty().addListener((value, before, now) -> fit());
        area.caretPositionProperty().addListener((value, before, now) -> moved());
        area.anchorProperty().addListener((value, before, now) -> moved());
        area.textProperty().addListener((value, before, now) -> changedByToolkit(now));
        area.setOnMousePressed(press -> moved());
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        follow();
        render();
    }

    private void follow() {
        area.layoutBoundsProperty()
                .addListener((value, before, now) -> layer.resizeRelocate(0, 0, now.getWidth(), now.getHeight()));
        fields.text(field.id()).addListener(Weak.listener(root, this::render));
        spoken.live().addListener(Weak.listener(root, this::render));
        fields.place().addListener(Weak.listener(root, this::select));
        fields.revision().addListener(Weak.listener(root, this::mark));
        marks.revision().addListener(Weak.listener(root, this::mark));
    }

    TextArea control() {
        return area;
    }

    Node root() {
        return root;
    }

    /** Where the caret stands here, in what is written. */
    WritingPlace place() {
        return new WritingPlace(field.id(), shown.written(area.getAnchor()), shown.written(area.getCaretPosition()));
    }

    void setReadOnly(boolean isReadOnly) {
        area.setEditable(!isReadOnly);
    }

    /** What fingers do goes to the draft, which shows it here. */
    private TextFormatter.@Nullable Change diverted(TextFormatter.Change change) {
        if (isRendering || !change.isContentChange()) {
            return change;
        }
        int from = shown.written(change.getRangeStart());
        int to = Math.max(from, shown.written(change.getRangeEnd()));
        type(new TextEdit(from, to, clean(change.getText())));
        return null;
    }

    private void type(TextEdit edit) {
        if (!edit.isNothing() && area.isEditable()) {
            fields.type(field.id(), edit, WritingPlace.at(field.id(), edit.end()));
        }
    }

    /** Where the toolkit changes text past its own filter, as its menu does. */
    private void changedByToolkit(String now) {
        if (!isRendering && !now.equals(shown.text())) {
            TextEdit edit = TextEdit.between(shown.text(), now);
            int from = shown.written(edit.from());
            type(new TextEdit(from, Math.max(from, shown.written(edit.to())), clean(edit.written())));
            render();
        }
    }

    private String clean(String typed) {
        String plain = typed.replace("\r", "").replace('\t', ' ');
        return field.content().kind() == TemplateField.Kind.PROSE ? plain : plain.replace("\n", "");
    }

    private void render() {
        shown = new ShownText(fields.text(field.id()).get(), greys());
        TextEdit edit = TextEdit.between(area.getText(), shown.text());
        if (!edit.isNothing()) {
            isRendering = true;
            area.replaceText(edit.from(), edit.to(), edit.written());
            isRendering = false;
            fit();
        }
        select();
        mark();
    }

    private List<ShownText.Grey> greys() {
        List<ShownText.Grey> greys = new ArrayList<>();
        fields.draft().ifPresent(draft -> spoken.live().get().forEach(live -> draft.spoken()
                .place(live.utterance())
                .filter(place -> place.fieldId().equals(field.id()))
                .ifPresent(place -> greys.add(new ShownText.Grey(place.to(), live.text())))));
        return greys;
    }

    private void select() {
        WritingPlace place = fields.place().get();
        if (place.isIn(field.id())) {
            int anchor = shown.shown(place.anchor());
            int caret = shown.shown(place.caret());
            if (anchor != area.getAnchor() || caret != area.getCaretPosition()) {
                isRendering = true;
                area.selectRange(anchor, caret);
                isRendering = false;
            }
        } else if (area.getSelection().getLength() > 0) {
            isRendering = true;
            area.deselect(); // what is selected is where words go, and that is elsewhere now
            isRendering = false;
        }
    }

    private void moved() {
        boolean isHere = area.getScene() != null && area.getScene().getFocusOwner() == area;
        if (!isRendering && isHere) {
            fields.moveTo(
                    new WritingPlace(field.id(), shown.written(area.getAnchor()), behindGrey(area.getCaretPosition())));
            select();
        }
    }

    /** A step forward from before grey words goes behind them. */
    private int behindGrey(int caret) {
        WritingPlace before = fields.place().get();
        int written = shown.written(caret);
        boolean isStep = before.isIn(field.id())
                && caret == shown.shown(before.caret()) + 1
                && written == before.caret()
                && shown.spans().stream().anyMatch(span -> span.touches(caret));
        return isStep ? Math.min(written + 1, shown.written().length()) : written;
    }

    private void mark() {
        Stream<TextMark> live = shown.spans().stream().map(span -> new TextMark(TextMark.Kind.LIVE, span));
        Stream<TextMark> others = fields.draft().map(this::marksOf).orElse(Stream.empty());
        layer.show(Stream.concat(live, others).toList());
    }

    private Stream<TextMark> marksOf(ReportDraft draft) {
        return marks.of(field, draft).stream().map(mark -> new TextMark(mark.kind(), shown.shown(mark.span())));
    }

    private void onKey(KeyEvent event) {
        if (UNDO.match(event)) {
            fields.undo();
        } else if (REDO.stream().anyMatch(key -> key.match(event))) {
            fields.redo();
        } else {
            return;
        }
        event.consume();
    }

    /** As high as its text, so that nothing of it is cut off and the desk scrolls as one. */
    private void fit() {
        if (area.getWidth() > AROUND) {
            measure.setFont(area.getFont());
            measure.setWrappingWidth(area.getWidth() - AROUND - 4);
            measure.setText(shown.text().isEmpty() ? "X" : shown.text());
            double height = Math.ceil(measure.getLayoutBounds().getHeight()) + AROUND;
            double least = least();
            Optional.of(Math.max(height, least))
                    .filter(now -> now != area.getPrefHeight())
                    .ifPresent(now -> {
                        area.setMinHeight(now);
                        area.setPrefHeight(now);
                    });
        }
    }

    /** Free text of the main sections invites more than a line. */
    private double least() {
        boolean isMain = field.id().equals("findings") || field.id().equals("impression");
        return isMain ? 3 * area.getFont().getSize() * 1.33 + AROUND : 0;
    }
}
