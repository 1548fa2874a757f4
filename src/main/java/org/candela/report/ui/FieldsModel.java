package org.candela.report.ui;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import org.candela.report.TextEdit;
import org.candela.report.template.TemplateField;
import org.candela.report.template.TemplateSection;
import org.candela.report.ui.DraftHistory.Kind;

/**
 * The fields as a reader goes through them: next and previous, places in brackets, texts of the template that nobody has
 * looked at yet, choices. FX thread.
 */
// [impl->req~report.fields~1]
final class FieldsModel {
    private static final Pattern BRACKETS = Pattern.compile("\\[[^\\[\\]\\n]*]");

    private final DeskState desk;
    private final Set<String> accepted = new HashSet<>();
    private final ReadOnlyLongWrapper acceptances = new ReadOnlyLongWrapper();

    FieldsModel(DeskState desk) {
        this.desk = desk;
        desk.fields().place().addListener((value, before, now) -> accept(before.fieldId()));
    }

    /** Another report is on the desk. */
    void begin() {
        accepted.clear();
        acceptances.set(acceptances.get() + 1);
    }

    /** Another number whenever a field was accepted. */
    ReadOnlyLongProperty acceptances() {
        return acceptances.getReadOnlyProperty();
    }

    /** Whether the field holds what the template says and the reader has not been there. */
    boolean isUntouched(TemplateField field) {
        return !field.initialText().isBlank()
                && !accepted.contains(field.id())
                && field.initialText().equals(text(field.id()));
    }

    /** To the next place that is written in: within this field the next in brackets, else the next field. */
    Optional<WritingPlace> next() {
        WritingPlace from = desk.fields().place().get();
        Optional<WritingPlace> within = brackets(from.fieldId())
                .filter(found -> found.start() >= from.to() && !isSelected(from, found))
                .findFirst()
                .map(found -> selecting(from.fieldId(), found));
        return within.or(() -> field(index(from) + 1).map(this::entering));
    }

    /** To the place before. */
    Optional<WritingPlace> previous() {
        WritingPlace from = desk.fields().place().get();
        Optional<WritingPlace> within = brackets(from.fieldId())
                .filter(found -> found.end() <= from.from())
                .reduce((one, later) -> later)
                .map(found -> selecting(from.fieldId(), found));
        return within.or(() -> field(index(from) - 1).map(this::entering));
    }

    /** The first field after {@code fieldId} that still waits for the reader, going round; empty when none does. */
    Optional<String> nextUnfilled(String fieldId) {
        List<TemplateField> all = desk.templateFields();
        int from = index(WritingPlace.at(fieldId, 0));
        return Stream.iterate(1, step -> step + 1)
                .limit(all.size())
                .map(step -> all.get((from + step) % all.size()))
                .filter(this::isWaiting)
                .map(TemplateField::id)
                .findFirst();
    }

    /** Whether something must still be written: brackets, a required blank, the first field of an empty required section. */
    boolean isWaiting(TemplateField field) {
        return field.isUnfilled(text(field.id()))
                || desk.section(field.id())
                        .filter(TemplateSection::isRequired)
                        .filter(section -> section.fields().get(0).equals(field))
                        .filter(section -> section.fields().stream()
                                .allMatch(other -> text(other.id()).isBlank()))
                        .isPresent();
    }

    /** Where one writes on coming to a field: in its first brackets, over what the template says, else at the end. */
    WritingPlace entering(TemplateField field) {
        String text = text(field.id());
        if (field.content().kind() == TemplateField.Kind.CHOICE) {
            return WritingPlace.at(field.id(), 0);
        }
        return brackets(field.id())
                .findFirst()
                .map(found -> selecting(field.id(), found))
                .orElseGet(() -> isUntouched(field)
                        ? new WritingPlace(field.id(), 0, text.length())
                        : WritingPlace.at(field.id(), text.length()));
    }

    Optional<WritingPlace> entering(String fieldId) {
        return desk.field(fieldId).map(this::entering);
    }

    /** Keeps what the template says wherever the reader has not been; then to what still waits, else to the last field. */
    Optional<WritingPlace> acceptDefaults() {
        desk.templateFields().stream().map(TemplateField::id).forEach(this::accept);
        List<TemplateField> all = desk.templateFields();
        return all.isEmpty()
                ? Optional.empty()
                : nextUnfilled(all.get(all.size() - 1).id())
                        .or(() -> Optional.of(all.get(all.size() - 1).id()))
                        .flatMap(this::entering);
    }

    /** This field is done: to the next that still waits, else to the next. */
    Optional<WritingPlace> complete() {
        String now = desk.fields().place().get().fieldId();
        accept(now);
        return nextUnfilled(now)
                .filter(other -> !other.equals(now))
                .flatMap(this::entering)
                .or(this::next);
    }

    /** Chooses an option of a pick list as a step that can be taken back. */
    void choose(String fieldId, String option) {
        String before = text(fieldId);
        if (!before.equals(option) && !desk.isReadOnly.get()) {
            desk.fields().edit(Kind.COMMANDED, fieldId, new TextEdit(0, before.length(), option));
        }
        accept(fieldId);
    }

    private void accept(String fieldId) {
        if (!fieldId.isEmpty() && accepted.add(fieldId)) {
            acceptances.set(acceptances.get() + 1);
        }
    }

    private Stream<MatchResult> brackets(String fieldId) {
        return BRACKETS.matcher(text(fieldId)).results();
    }

    private static boolean isSelected(WritingPlace place, MatchResult found) {
        return place.from() == found.start() && place.to() == found.end();
    }

    private static WritingPlace selecting(String fieldId, MatchResult found) {
        return new WritingPlace(fieldId, found.start(), found.end());
    }

    private Optional<TemplateField> field(int index) {
        List<TemplateField> all = desk.templateFields();
        return index >= 0 && index < all.size() ? Optional.of(all.get(index)) : Optional.empty();
    }

    /** -1 before any field was chosen. */
    private int index(WritingPlace place) {
        List<TemplateField> all = desk.templateFields();
        for (int i = 0; i < all.size(); i++) {
            if (place.isIn(all.get(i).id())) {
                return i;
            }
        }
        return -1;
    }

    private String text(String fieldId) {
        return desk.fields().draft().map(draft -> draft.text(fieldId)).orElse("");
    }
}
