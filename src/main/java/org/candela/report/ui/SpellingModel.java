package org.candela.report.ui;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import org.candela.base.Async;
import org.candela.base.CandelaException;
import org.candela.report.ReportDraft;
import org.candela.report.TextEdit;
import org.candela.report.TextSpan;
import org.candela.report.spelling.Misspelling;
import org.candela.report.spelling.Spelling;
import org.candela.report.template.TemplateField;
import org.candela.report.ui.DraftHistory.Kind;
import org.candela.ui.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Words of the report on the desk that no dictionary knows, and what may have been meant. FX thread; texts are looked at aside,
 * one round at a time, and the newest text wins.
 *
 * <p>No word is one within a measurement, a place in brackets or braces, a number or a pick list, or that somebody of the order
 * is called. The word that is being typed is marked once the caret has left it.
 */
// [impl->req~report.spelling~1]
public final class SpellingModel {
    private static final Logger LOG = LoggerFactory.getLogger(SpellingModel.class);

    private final DeskState desk;
    private final ReportViewModel.Threads threads;
    private final DeskWork work;
    private final Messages words;
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private final Map<String, Checked> checked = new HashMap<>();
    private Optional<Spelling> spelling = Optional.empty();
    private Keeper keeper = word -> {};
    private boolean isChecking;
    private Optional<TextSpan> typed = Optional.empty();

    /** Keeps a word of the reader; called aside. */
    @FunctionalInterface
    public interface Keeper {
        void keep(String word) throws CandelaException;
    }

    private record Checked(String text, List<Misspelling> wrong) {}

    /** A word of a field that no dictionary knows. */
    record Unknown(String fieldId, TextSpan span, String word) {}

    SpellingModel(DeskState desk, ReportViewModel.Threads threads, DeskWork work, Messages words) {
        this.desk = desk;
        this.threads = threads;
        this.work = work;
        this.words = words;
        desk.fields().revision().addListener((value, before, now) -> check());
        desk.fields().place().addListener((value, before, now) -> moved());
    }

    /** Looks at spelling from now on; before, no word is marked. */
    public void use(Spelling dictionary, Keeper own) {
        spelling = Optional.of(dictionary);
        keeper = own;
        checked.clear();
        check();
    }

    /** Another number whenever other words are marked than before. */
    ReadOnlyLongProperty revision() {
        return revision.getReadOnlyProperty();
    }

    private void check() {
        Map<String, String> stale = stale();
        if (isChecking || stale.isEmpty() || spelling.isEmpty()) {
            return;
        }
        isChecking = true;
        Spelling dictionary = spelling.orElseThrow();
        var unused = Async.supply(() -> look(dictionary, stale), threads.io())
                .whenCompleteAsync(
                        (found, failure) -> {
                            isChecking = false;
                            if (failure != null) {
                                LOG.warn("spelling is not looked at", Async.causeOf(failure));
                                return;
                            }
                            boolean isCurrent =
                                    spelling.filter(dictionary::equals).isPresent();
                            checked.putAll(isCurrent ? found : Map.of());
                            revision.set(revision.get() + 1);
                            check();
                        },
                        threads.ui());
    }

    private Map<String, String> stale() {
        Map<String, String> stale = new HashMap<>();
        desk.draft().ifPresent(draft -> desk.templateFields().stream()
                .filter(SpellingModel::isProse)
                .forEach(field -> {
                    String text = draft.text(field.id());
                    Checked last = checked.get(field.id());
                    if (last == null || !last.text().equals(text)) {
                        stale.put(field.id(), text);
                    }
                }));
        return stale;
    }

    private static boolean isProse(TemplateField field) {
        return switch (field.content().kind()) {
            case CHOICE, NUMBER -> false;
            default -> true;
        };
    }

    private static Map<String, Checked> look(Spelling dictionary, Map<String, String> texts) {
        Map<String, Checked> found = new HashMap<>();
        texts.forEach((field, text) -> found.put(
                field,
                new Checked(
                        text,
                        dictionary.check(text).stream()
                                .filter(wrong -> !isPlace(text, wrong.start()))
                                .toList())));
        return found;
    }

    /** Where unknown words stand in what is written in the field now, in its order; not the one that is being typed. */
    List<TextMark> marks(TemplateField field, ReportDraft draft) {
        Optional<TextSpan> atCaret = held();
        boolean isHere = desk.fields().place().get().isIn(field.id());
        return unknown(field, draft)
                .filter(one -> !isHere || !atCaret.equals(Optional.of(one.span())))
                .map(one -> new TextMark(TextMark.Kind.MISSPELLED, one.span()))
                .toList();
    }

    private Stream<Unknown> unknown(TemplateField field, ReportDraft draft) {
        Checked last = checked.get(field.id());
        if (last == null) {
            return Stream.empty();
        }
        String text = draft.text(field.id());
        TextEdit since = TextEdit.between(last.text(), text);
        Set<String> names = names(draft);
        return last.wrong().stream()
                .filter(wrong -> !names.contains(wrong.word().toLowerCase(Locale.ROOT)))
                .map(wrong ->
                        new Unknown(field.id(), new TextSpan(wrong.start(), wrong.end()).after(since), wrong.word()))
                .filter(one -> !one.span().isEmpty() && isSaying(one, text) && !isMeasured(one, draft));
    }

    /** The word as it was looked at, whatever its apostrophe. */
    private static boolean isSaying(Unknown one, String text) {
        return one.span().of(text).replace('’', '\'').equals(one.word());
    }

    private static boolean isPlace(String text, int at) {
        return text.lastIndexOf('[', at) > text.lastIndexOf(']', at)
                || text.lastIndexOf('{', at) > text.lastIndexOf('}', at);
    }

    private static boolean isMeasured(Unknown one, ReportDraft draft) {
        return draft.measurements().stream()
                .anyMatch(measured -> measured.fieldId().equals(one.fieldId())
                        && measured.span().from() < one.span().to()
                        && one.span().from() < measured.span().to());
    }

    /** Whoever the order and the facility name is spelled as they spell it. */
    private static Set<String> names(ReportDraft draft) {
        Set<String> names = new HashSet<>();
        for (String name : List.of(
                draft.study().order().referringPhysician(),
                draft.study().patient().name(),
                draft.study().facilityName())) {
            names.addAll(List.of(name.toLowerCase(Locale.ROOT).split("[^\\p{L}']+")));
        }
        return names;
    }

    /** The word whose last letter stands before the caret, in the field that is written in. */
    private Optional<TextSpan> held() {
        WritingPlace at = desk.fields().place().get();
        Optional<ReportDraft> draft = desk.draft();
        return at.from() < at.to() || draft.isEmpty()
                ? Optional.empty()
                : desk.field(at.fieldId()).stream()
                        .flatMap(field -> unknown(field, draft.orElseThrow()))
                        .map(Unknown::span)
                        .filter(span -> span.to() == at.caret())
                        .findFirst();
    }

    private void moved() {
        Optional<TextSpan> now = held();
        if (!now.equals(typed)) {
            typed = now;
            revision.set(revision.get() + 1);
        }
    }

    /**
     * Selects the unknown word at the caret, else the next one going round, and has {@code asker} ask what was meant, once that
     * is known. Whether there is such a word.
     */
    boolean ask(Consumer<PickPane.Question> asker) {
        Optional<Unknown> next = next();
        Optional<Spelling> dictionary = spelling;
        if (next.isEmpty() || dictionary.isEmpty()) {
            return false;
        }
        Unknown one = next.orElseThrow();
        desk.fields()
                .go(new WritingPlace(
                        one.fieldId(), one.span().from(), one.span().to()));
        var unused = work.run(
                () -> dictionary.orElseThrow().suggestions(one.word()),
                proposals -> asker.accept(question(one, proposals)));
        return true;
    }

    private Optional<Unknown> next() {
        WritingPlace at = desk.fields().place().get();
        List<TemplateField> fields = desk.templateFields();
        int here = fields.stream().map(TemplateField::id).toList().indexOf(at.fieldId());
        List<Unknown> all = desk.draft().stream()
                .flatMap(draft -> fields.stream().flatMap(field -> unknown(field, draft)))
                .toList();
        return all.stream()
                .filter(one -> {
                    int order = fields.stream().map(TemplateField::id).toList().indexOf(one.fieldId());
                    return order > here || (order == here && one.span().to() >= at.caret() && !isSelected(one, at));
                })
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /** The one that was left as it is when it was asked about last. */
    private static boolean isSelected(Unknown one, WritingPlace at) {
        return at.from() == one.span().from() && at.to() == one.span().to();
    }

    private PickPane.Question question(Unknown one, List<String> proposals) {
        String learn = words.text("report.spelling.learn", one.word());
        List<String> likeWritten = proposals.stream()
                .map(proposal -> asCapital(one.word(), proposal))
                .distinct()
                .toList();
        return new PickPane.Question(
                words.text("report.spelling.title", one.word()),
                Stream.concat(likeWritten.stream(), Stream.of(learn)).toList(),
                chosen -> {
                    if (chosen.equals(learn)) {
                        learn(one.word());
                    } else {
                        replace(one, chosen);
                    }
                });
    }

    private static String asCapital(String written, String proposal) {
        return Character.isUpperCase(written.charAt(0))
                ? proposal.substring(0, 1).toUpperCase(Locale.ROOT) + proposal.substring(1)
                : proposal;
    }

    private void replace(Unknown one, String by) {
        boolean isThere = desk.draft()
                .filter(draft -> isSaying(one, draft.text(one.fieldId())))
                .isPresent();
        if (isThere && !desk.isReadOnly.get()) {
            TextEdit edit = new TextEdit(one.span().from(), one.span().to(), by);
            desk.fields()
                    .change(
                            Kind.COMMANDED,
                            draft -> draft.edited(one.fieldId(), edit),
                            WritingPlace.at(one.fieldId(), edit.end()));
        }
    }

    private void learn(String word) {
        spelling = spelling.map(dictionary -> dictionary.with(Set.of(word)));
        checked.clear();
        check();
        Keeper own = keeper;
        var unused = work.run(
                () -> {
                    own.keep(word);
                    return word;
                },
                kept -> {});
    }
}
