package org.candela.report.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.candela.base.Uid;
import org.candela.report.LinkedMeasurement;
import org.candela.report.MeasuredChange;
import org.candela.report.template.TemplateField;

/** The newest measurement of the viewer, on its way into the text. FX thread. */
final class MeasurementModel {
    private final DeskState desk;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private Optional<LinkedMeasurement> newest = Optional.empty();
    private Optional<Earlier> earlier = Optional.empty();

    MeasurementModel(DeskState desk) {
        this.desk = desk;
    }

    /** Empty when none was made. */
    ReadOnlyStringProperty text() {
        return text.getReadOnlyProperty();
    }

    void made(LinkedMeasurement made) {
        newest = Optional.of(made);
        text.set(made.text());
    }

    void gone() {
        newest = Optional.empty();
        earlier = Optional.empty();
        text.set("");
    }

    /** A length was drawn on an image of an earlier examination. */
    void madeEarlier(LinkedMeasurement made, Uid study) {
        earlier = desk.draft().flatMap(draft -> draft.study().priors().here().stream()
                .filter(prior -> prior.study().equals(study))
                .findFirst()
                .map(prior -> new Earlier(made, prior.date())));
    }

    /** Writes it at {@code position}; the position after it, the same when nothing is written. */
    int insert(String fieldId, int position) {
        Optional<TemplateField.Content> content = writable(fieldId);
        if (newest.isEmpty() || content.isEmpty()) {
            return position;
        }
        LinkedMeasurement made = newest.orElseThrow();
        String written = made.textIn(content.orElseThrow().unit());
        return desk.fields()
                .insert(fieldId, position, written, List.of(new DraftFields.Link(0, written.length(), made)));
    }

    /** Writes it with the change against the earlier one; whether there was anything to write. */
    boolean insertChange(WritingPlace place) {
        Optional<MeasuredChange> change = earlier.flatMap(
                before -> newest.flatMap(now -> MeasuredChange.of(now, before.measured(), before.day())));
        boolean isWritable = writable(place.fieldId())
                .filter(content -> content.kind() != TemplateField.Kind.NUMBER)
                .isPresent();
        if (change.isEmpty() || !isWritable) {
            return false;
        }
        MeasuredChange words = change.orElseThrow();
        LinkedMeasurement now = newest.orElseThrow();
        List<DraftFields.Link> links = List.of(
                new DraftFields.Link(0, now.text().length(), now),
                new DraftFields.Link(
                        words.before().from(),
                        words.before().to() - words.before().from(),
                        earlier.orElseThrow().measured()));
        desk.fields().insert(place.fieldId(), place.caret(), words.words(), links);
        return true;
    }

    private Optional<TemplateField.Content> writable(String fieldId) {
        return desk.field(fieldId)
                .filter(field -> !desk.isReadOnly.get())
                .map(TemplateField::content)
                .filter(content -> content.kind() != TemplateField.Kind.CHOICE);
    }

    private record Earlier(LinkedMeasurement measured, LocalDate day) {}
}
