package org.candela.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What speech has to do with a draft.
 *
 * @param words that stand in its text
 * @param awaited utterances that were begun, with the place of their words, in the order begun
 * @param heard utterances whose words were taken, written or obeyed: told again, they change nothing
 */
// [impl->req~report.crash-speech~1]
public record Spoken(List<DictatedWord> words, List<AwaitedWords> awaited, List<UUID> heard) {
    /** Of a draft that was typed. */
    public static final Spoken NOTHING = new Spoken(List.of(), List.of(), List.of());

    public Spoken {
        words = List.copyOf(words);
        awaited = List.copyOf(awaited);
        heard = List.copyOf(heard);
    }

    /** Where the words of this utterance belong; empty when it was not begun here or is over. */
    public Optional<AwaitedWords> place(UUID utterance) {
        return awaited.stream().filter(one -> one.utterance().equals(utterance)).findFirst();
    }

    /** Whether the words of this utterance were taken already. */
    public boolean hasHeard(UUID utterance) {
        return heard.contains(utterance);
    }

    Spoken awaiting(AwaitedWords place) {
        return place(place.utterance()).isPresent() || hasHeard(place.utterance())
                ? this
                : new Spoken(words, with(awaited, place), heard);
    }

    /** An utterance that is awaited belongs elsewhere now; one that is over is let alone. */
    Spoken movedTo(AwaitedWords place) {
        return new Spoken(
                words,
                awaited.stream()
                        .map(one -> one.utterance().equals(place.utterance()) ? place : one)
                        .toList(),
                heard);
    }

    /** What was begun after this utterance and for the same field, in the order begun; its words may have moved meanwhile. */
    public List<AwaitedWords> behind(UUID utterance) {
        return place(utterance)
                .map(own -> awaited.subList(awaited.indexOf(own) + 1, awaited.size()).stream()
                        .filter(other -> other.fieldId().equals(own.fieldId()))
                        .toList())
                .orElse(List.of());
    }

    Spoken hearing(UUID utterance) {
        return new Spoken(
                words,
                awaited.stream()
                        .filter(one -> !one.utterance().equals(utterance))
                        .toList(),
                hasHeard(utterance) ? heard : with(heard, utterance));
    }

    Spoken each(UnaryOperator<DictatedWord> change) {
        return new Spoken(words.stream().map(change).toList(), awaited, heard);
    }

    Spoken with(List<DictatedWord> more) {
        return new Spoken(Stream.concat(words.stream(), more.stream()).toList(), awaited, heard);
    }

    /** These words with the utterances of {@code now}: what was begun goes on whatever is taken back in the text. */
    Spoken withUtterancesOf(Spoken now, UnaryOperator<AwaitedWords> within) {
        return new Spoken(words, now.awaited.stream().map(within).toList(), now.heard);
    }

    /** After an edit of one field, of which {@code text} is the text now. */
    Spoken after(String fieldId, TextEdit edit, String text) {
        return new Spoken(
                moved(fieldId, edit, text),
                awaited.stream()
                        .map(one -> one.fieldId().equals(fieldId) ? one.after(edit) : one)
                        .toList(),
                heard);
    }

    /** After the words of {@code utterance} were written: what was begun before it comes before it. */
    Spoken afterWordsOf(UUID utterance, String fieldId, TextEdit edit, String text) {
        List<AwaitedWords> others = new ArrayList<>();
        boolean isLater = false;
        for (AwaitedWords one : awaited) {
            if (one.utterance().equals(utterance)) {
                isLater = true;
            } else if (!one.fieldId().equals(fieldId)) {
                others.add(one);
            } else {
                others.add(isLater ? one.after(edit) : one.beforeLater(edit));
            }
        }
        return new Spoken(moved(fieldId, edit, text), others, hasHeard(utterance) ? heard : with(heard, utterance));
    }

    private List<DictatedWord> moved(String fieldId, TextEdit edit, String text) {
        return words.stream()
                .map(word ->
                        word.fieldId().equals(fieldId) ? word.at(word.span().after(edit)) : word)
                .filter(word -> !word.fieldId().equals(fieldId) || isIn(word, text))
                .toList();
    }

    private static boolean isIn(DictatedWord word, String text) {
        return !word.span().isEmpty() && word.span().of(text).equals(word.word());
    }

    private static <T> List<T> with(List<T> some, T more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }
}
