package org.candela.report.ui;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.candela.report.TextEdit;
import org.candela.report.template.TemplateField;
import org.candela.report.ui.DraftHistory.Kind;

/** Macros: by name where the caret stands, by shortcut in the place of the shortcut, as one step that can be taken back. FX thread. */
// [impl->req~report.macros~1]
final class MacroModel {
    private static final Pattern WORD_BEFORE = Pattern.compile("(?<![\\p{L}\\p{N}])[\\p{L}\\p{N}]{2,}$");
    private static final Pattern BRACKETS = Pattern.compile("\\[[^\\[\\]\\n]*]");

    private final DeskState desk;
    private final ReadOnlyObjectWrapper<Optional<Offer>> offer = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Supplier<List<ReadyMacro>> source = List::of;

    /** What the word before the caret would become. */
    record Offer(ReadyMacro macro, String fieldId, int from, int to) {}

    MacroModel(DeskState desk) {
        this.desk = desk;
        desk.fields().revision().addListener((value, before, now) -> look());
        desk.fields().place().addListener((value, before, now) -> look());
    }

    void of(Supplier<List<ReadyMacro>> macros) {
        source = macros;
    }

    Set<String> names() {
        return source.get().stream().map(ReadyMacro::name).collect(Collectors.toSet());
    }

    /** The only macro whose shortcut stands before the caret; empty when there is none, or more than one. */
    ReadOnlyObjectProperty<Optional<Offer>> offer() {
        return offer.getReadOnlyProperty();
    }

    /** Puts it in the place of its shortcut; whether one was offered. */
    boolean take() {
        Optional<Offer> now = offer.get();
        now.ifPresent(taken -> put(taken.macro(), taken.fieldId(), taken.from(), taken.to()));
        return now.isPresent();
    }

    /** Puts in the macro of this name; whether there is one and the field takes it. */
    boolean insert(String name) {
        WritingPlace at = desk.fields().place().get();
        Optional<ReadyMacro> macro = source.get().stream()
                .filter(one -> one.name().equalsIgnoreCase(name))
                .findFirst();
        boolean isWritable = isWritable(at.fieldId());
        macro.filter(found -> isWritable).ifPresent(found -> put(found, at.fieldId(), at.from(), at.to()));
        return macro.isPresent() && isWritable;
    }

    private void look() {
        WritingPlace at = desk.fields().place().get();
        String text = desk.draft().map(draft -> draft.text(at.fieldId())).orElse("");
        boolean isCaret = at.anchor() == at.caret() && at.caret() <= text.length() && isWritable(at.fieldId());
        Optional<Offer> found = isCaret ? find(at, text.substring(0, at.caret())) : Optional.empty();
        offer.set(found);
    }

    private Optional<Offer> find(WritingPlace at, String before) {
        Matcher word = WORD_BEFORE.matcher(before);
        if (!word.find()) {
            return Optional.empty();
        }
        List<ReadyMacro> fitting = source.get().stream()
                .filter(macro -> macro.shortcut().equalsIgnoreCase(word.group()))
                .toList();
        return fitting.size() == 1
                ? Optional.of(new Offer(fitting.get(0), at.fieldId(), word.start(), at.caret()))
                : Optional.empty();
    }

    private void put(ReadyMacro macro, String fieldId, int from, int to) {
        Matcher place = BRACKETS.matcher(macro.text());
        WritingPlace after = place.find()
                ? new WritingPlace(fieldId, from + place.start(), from + place.end())
                : WritingPlace.at(fieldId, from + macro.text().length());
        desk.fields()
                .change(Kind.COMMANDED, draft -> draft.edited(fieldId, new TextEdit(from, to, macro.text())), after);
    }

    private boolean isWritable(String fieldId) {
        return !desk.isReadOnly.get()
                && desk.field(fieldId)
                        .map(field -> field.content().kind())
                        .filter(kind -> kind == TemplateField.Kind.PROSE || kind == TemplateField.Kind.LINE)
                        .isPresent();
    }
}
