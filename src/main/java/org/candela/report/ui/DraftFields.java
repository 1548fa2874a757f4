package org.candela.report.ui;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.candela.report.LinkedMeasurement;
import org.candela.report.ReportDraft;

/** The draft on the desk as one text property a field; writing to a property is an edit. FX thread. */
final class DraftFields {
    private final Map<String, StringProperty> texts = new HashMap<>();
    private final Consumer<ReportDraft> onEdit;
    private Optional<ReportDraft> draft = Optional.empty();
    private boolean isFilling;

    /** {@code onEdit} receives the draft after each edit. */
    DraftFields(Consumer<ReportDraft> onEdit) {
        this.onEdit = onEdit;
    }

    Optional<ReportDraft> draft() {
        return draft;
    }

    StringProperty text(String fieldId) {
        return texts.computeIfAbsent(fieldId, this::newText);
    }

    /** Shows another draft; this is no edit. */
    void fill(ReportDraft other) {
        isFilling = true;
        try {
            draft = Optional.of(other);
            other.texts().forEach((fieldId, text) -> text(fieldId).set(text));
        } finally {
            isFilling = false;
        }
    }

    void clear() {
        draft = Optional.empty();
    }

    /** Writes {@code written} at {@code position}, linked to the measurement it stands for; returns the position after. */
    int insert(String fieldId, int position, String written, LinkedMeasurement made) {
        String before = text(fieldId).get();
        int at = Math.min(position, before.length());
        boolean needsSpace = at > 0 && !Character.isWhitespace(before.charAt(at - 1));
        String inserted = (needsSpace ? " " : "") + written;
        String after = before.substring(0, at) + inserted + before.substring(at);
        edit(current -> current.withText(fieldId, after).withMeasurement(fieldId, made));
        fillOne(fieldId, after);
        return at + inserted.length();
    }

    private StringProperty newText(String fieldId) {
        StringProperty text = new SimpleStringProperty("");
        text.addListener((value, before, now) -> {
            if (!isFilling) {
                edit(current -> current.withText(fieldId, now));
            }
        });
        return text;
    }

    private void fillOne(String fieldId, String text) {
        isFilling = true;
        try {
            text(fieldId).set(text);
        } finally {
            isFilling = false;
        }
    }

    private void edit(UnaryOperator<ReportDraft> change) {
        draft = draft.map(change);
        draft.ifPresent(onEdit);
    }
}
