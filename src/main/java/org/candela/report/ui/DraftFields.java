package org.candela.report.ui;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.candela.report.DictatedWord;
import org.candela.report.InsertedMeasurement;
import org.candela.report.LinkedMeasurement;
import org.candela.report.ReportDraft;
import org.candela.report.TextEdit;
import org.candela.report.TextSpan;
import org.candela.report.ui.DraftHistory.Kind;
import org.candela.report.ui.DraftHistory.State;

/**
 * The draft on the desk as one text property a field, with the place where the reader writes; writing to a property is an
 * edit. FX thread.
 */
final class DraftFields {
    private final Map<String, StringProperty> texts = new HashMap<>();
    private final DraftHistory history = new DraftHistory();
    private final ReadOnlyObjectWrapper<WritingPlace> place = new ReadOnlyObjectWrapper<>(WritingPlace.NONE);
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private final Consumer<ReportDraft> onEdit;
    private final Clock clock;
    private Optional<ReportDraft> draft = Optional.empty();
    private boolean isFilling;

    /** {@code onEdit} receives the draft after each edit. */
    DraftFields(Consumer<ReportDraft> onEdit, Clock clock) {
        this.onEdit = onEdit;
        this.clock = clock;
    }

    Optional<ReportDraft> draft() {
        return draft;
    }

    StringProperty text(String fieldId) {
        return texts.computeIfAbsent(fieldId, this::newText);
    }

    /** Where the reader writes, or was when the hands went elsewhere. */
    ReadOnlyObjectProperty<WritingPlace> place() {
        return place.getReadOnlyProperty();
    }

    /** Another number whenever the draft has changed in any way: its texts, or what is known of them. */
    ReadOnlyLongProperty revision() {
        return revision.getReadOnlyProperty();
    }

    /** Shows another draft; this is no edit. */
    void fill(ReportDraft other) {
        history.forget();
        place.set(WritingPlace.NONE);
        put(other);
    }

    void clear() {
        draft = Optional.empty();
        history.forget();
        place.set(WritingPlace.NONE);
        revision.set(revision.get() + 1);
    }

    /** The reader has moved the caret: what was spoken there has been looked at. */
    void moveTo(WritingPlace now) {
        if (!now.equals(place.get())) {
            place.set(now);
            look(word -> word.fieldId().equals(now.fieldId()) && word.span().touches(now.caret()));
        }
    }

    /** A command has moved the caret. */
    void go(WritingPlace to) {
        place.set(to);
    }

    /** Marks what the reader has looked at. */
    void look(Predicate<DictatedWord> isLookedAt) {
        boolean isNews = draft.stream().flatMap(now -> now.doubtful().stream()).anyMatch(isLookedAt);
        if (isNews) {
            note(now -> now.withEachDictated(word -> word.isDoubtful() && isLookedAt.test(word) ? word.seen() : word));
        }
    }

    /** The reader has typed. */
    void type(String fieldId, TextEdit edit, WritingPlace after) {
        change(Kind.TYPED, now -> now.edited(fieldId, edit), after);
    }

    /** An edit by something else than fingers; the caret stays between the characters it stood between. */
    void edit(Kind kind, String fieldId, TextEdit edit) {
        change(kind, now -> now.edited(fieldId, edit), place.get().after(fieldId, edit));
    }

    /** A step that can be taken back; afterwards the reader writes at {@code after}. */
    void change(Kind kind, UnaryOperator<ReportDraft> change, WritingPlace after) {
        draft.ifPresent(before -> {
            State was = new State(before, place.get());
            ReportDraft now = change.apply(before);
            history.add(new DraftHistory.Step(kind, was, new State(now, after), clock.instant()));
            show(now, after);
        });
    }

    /** Something is known now that no undo takes back. */
    void note(UnaryOperator<ReportDraft> change) {
        draft.ifPresent(before -> {
            ReportDraft now = change.apply(before);
            if (!now.equals(before)) {
                draft = Optional.of(now);
                revision.set(revision.get() + 1);
                onEdit.accept(now);
            }
        });
    }

    boolean undo() {
        Optional<State> state = history.undo();
        state.ifPresent(this::restore);
        return state.isPresent();
    }

    boolean redo() {
        Optional<State> state = history.redo();
        state.ifPresent(this::restore);
        return state.isPresent();
    }

    /** Whether the last step was of this kind. */
    boolean isLast(Kind kind) {
        return history.isLast(kind);
    }

    /** A measurement within words that are written: where it begins and how long it is there. */
    record Link(int from, int length, LinkedMeasurement measurement) {}

    /** Writes {@code written} at {@code position}, linked to the measurements it stands for; returns the position after. */
    int insert(String fieldId, int position, String written, List<Link> links) {
        String before = text(fieldId).get();
        int at = Math.min(position, before.length());
        boolean needsSpace = at > 0 && !Character.isWhitespace(before.charAt(at - 1));
        int from = at + (needsSpace ? 1 : 0);
        TextEdit edit = TextEdit.insert(at, (needsSpace ? " " : "") + written);
        change(
                Kind.COMMANDED,
                now -> {
                    ReportDraft with = now.edited(fieldId, edit);
                    for (Link link : links) {
                        int start = from + link.from();
                        with = with.withMeasurement(new InsertedMeasurement(
                                fieldId, link.measurement(), new TextSpan(start, start + link.length())));
                    }
                    return with;
                },
                WritingPlace.at(fieldId, edit.end()));
        return edit.end();
    }

    private void restore(State state) {
        ReportDraft now =
                draft.map(current -> remembering(state.draft(), current)).orElse(state.draft());
        show(now, state.place());
    }

    /** Utterances go on and looks stay looked, whatever is taken back. */
    private static ReportDraft remembering(ReportDraft restored, ReportDraft current) {
        Set<DictatedWord.Source> seen = current.dictated().stream()
                .filter(DictatedWord::isSeen)
                .map(DictatedWord::source)
                .collect(Collectors.toSet());
        return restored.withUtterancesOf(current)
                .withEachDictated(word -> seen.contains(word.source()) ? word.seen() : word);
    }

    private void show(ReportDraft now, WritingPlace after) {
        put(now);
        onEdit.accept(now);
        place.set(after.within(now.text(after.fieldId()).length()));
    }

    private void put(ReportDraft now) {
        isFilling = true;
        try {
            draft = Optional.of(now);
            now.texts().forEach((fieldId, text) -> text(fieldId).set(text));
        } finally {
            isFilling = false;
        }
        revision.set(revision.get() + 1);
    }

    private StringProperty newText(String fieldId) {
        StringProperty text = new SimpleStringProperty("");
        text.addListener((value, before, now) -> {
            if (!isFilling) {
                TextEdit edit = TextEdit.between(before, now);
                change(
                        Kind.TYPED,
                        draft -> draft.edited(fieldId, edit),
                        place.get().after(fieldId, edit));
            }
        });
        return text;
    }
}
