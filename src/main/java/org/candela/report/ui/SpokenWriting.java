package org.candela.report.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.candela.dictation.SpokenWord;
import org.candela.report.AwaitedWords;
import org.candela.report.DictatedWord;
import org.candela.report.TextEdit;
import org.candela.report.TextSpan;
import org.candela.report.template.TemplateField;
import org.candela.report.ui.DraftHistory.Kind;
import org.candela.report.wording.Wording;
import org.candela.report.wording.WrittenPiece;
import org.candela.report.wording.WrittenText;

/** Writes spoken words into the field they were meant for. FX thread. */
final class SpokenWriting {
    private static final Pattern NUMBER = Pattern.compile("\\s*(\\d+(?:\\.\\d+)?)\\s*(.*?)\\.?\\s*");

    private final DeskState desk;
    private Wording wording = Wording.standard();

    SpokenWriting(DeskState desk) {
        this.desk = desk;
    }

    /** From now on. */
    void writeAs(Wording other) {
        wording = other;
    }

    /** Where the reader writes; in a report in which no field was chosen yet, its first free text. */
    WritingPlace place() {
        WritingPlace now = desk.fields().place().get();
        return desk.field(now.fieldId()).isPresent() ? now : firstProse();
    }

    private WritingPlace firstProse() {
        List<TemplateField> fields = desk.templateFields();
        return fields.stream()
                .filter(field -> field.id().equals("findings"))
                .findFirst()
                .or(() -> fields.stream()
                        .filter(field -> field.content().kind() == TemplateField.Kind.PROSE)
                        .findFirst())
                .or(() -> fields.stream().findFirst())
                .map(field -> WritingPlace.at(field.id(), text(field.id()).length()))
                .orElse(WritingPlace.NONE);
    }

    boolean isAwaited(UUID utterance) {
        return awaited(utterance).isPresent();
    }

    private Optional<AwaitedWords> awaited(UUID utterance) {
        return desk.draft().flatMap(draft -> draft.spoken().place(utterance));
    }

    /** How it would be written behind what is understood of utterances before it. */
    String preview(UUID utterance, List<SpokenWord> words, List<LiveText> live) {
        return awaited(utterance)
                .map(place -> {
                    String before = text(place.fieldId()).substring(0, place.from())
                            + live.stream()
                                    .takeWhile(one -> !one.utterance().equals(utterance))
                                    .map(LiveText::text)
                                    .collect(Collectors.joining());
                    return oneLine(place.fieldId(), wording.write(words, before).text());
                })
                .orElse("");
    }

    /** Writes it; what could not be written, where the field takes only some words. */
    Optional<String> write(UUID utterance, List<SpokenWord> words) {
        AwaitedWords place = awaited(utterance).orElseGet(() -> recovered(utterance));
        TemplateField.Kind kind =
                desk.field(place.fieldId()).map(field -> field.content().kind()).orElse(TemplateField.Kind.PROSE);
        return switch (kind) {
            case CHOICE -> choose(place, words);
            case NUMBER -> writeNumber(place, words);
            case PROSE, LINE -> {
                writeText(place, words);
                yield Optional.empty();
            }
        };
    }

    /** What was said before a crash and is understood only now, with its place unknown, goes to the end of the free text. */
    private AwaitedWords recovered(UUID utterance) {
        WritingPlace end = firstProse();
        return new AwaitedWords(utterance, end.fieldId(), end.from(), end.to());
    }

    private void writeText(AwaitedWords place, List<SpokenWord> words) {
        String text = text(place.fieldId());
        String before = text.substring(0, Math.min(place.from(), text.length()));
        WrittenText written = wording.write(words, before);
        int from = Math.max(0, before.length() - written.spacesToDrop());
        String inserted = oneLine(place.fieldId(), written.text());
        String gap = needsGap(inserted, text.substring(Math.min(place.to(), text.length()))) ? " " : "";
        put(
                place,
                new TextEdit(from, Math.max(from, place.to()), inserted + gap),
                dictated(place, written, from, words));
    }

    private static boolean needsGap(String inserted, String behind) {
        return !behind.isEmpty()
                && !inserted.isEmpty()
                && !Character.isWhitespace(inserted.charAt(inserted.length() - 1))
                && Character.isLetterOrDigit(behind.charAt(0));
    }

    private List<DictatedWord> dictated(AwaitedWords place, WrittenText written, int from, List<SpokenWord> words) {
        List<DictatedWord> dictated = new ArrayList<>();
        for (WrittenPiece piece : written.pieces()) {
            String word = oneLine(place.fieldId(), written.of(piece));
            if (!word.isBlank()) {
                dictated.add(new DictatedWord(
                        place.fieldId(),
                        new TextSpan(from + piece.start(), from + piece.end()),
                        word,
                        piece.confidence(),
                        false,
                        new DictatedWord.Source(
                                place.utterance(),
                                words.get(piece.firstWord()).start(),
                                words.get(piece.endWord() - 1).end())));
            }
        }
        return dictated;
    }

    private void put(AwaitedWords place, TextEdit edit, List<DictatedWord> dictated) {
        WritingPlace now = desk.fields().place().get();
        boolean isAtPlace = now.isIn(place.fieldId()) && now.from() == place.from() && now.to() == place.to();
        int gap = edit.written().endsWith(" ") ? 1 : 0;
        WritingPlace after =
                isAtPlace ? WritingPlace.at(place.fieldId(), edit.end() - gap) : now.after(place.fieldId(), edit);
        desk.fields()
                .change(Kind.DICTATED, draft -> draft.said(place.utterance(), place.fieldId(), edit, dictated), after);
    }

    /** The number alone where the field prints the unit. */
    private Optional<String> writeNumber(AwaitedWords place, List<SpokenWord> words) {
        String said = wording.write(words, "").text();
        String unit =
                desk.field(place.fieldId()).map(field -> field.content().unit()).orElse("");
        Matcher number = NUMBER.matcher(said);
        String written = number.matches()
                        && (number.group(2).isEmpty() || number.group(2).equals(unit))
                ? number.group(1)
                : said.strip();
        SpokenWord first = words.get(0);
        SpokenWord last = words.get(words.size() - 1);
        double lowest = words.stream().mapToDouble(SpokenWord::confidence).min().orElse(0);
        put(
                place,
                new TextEdit(place.from(), place.to(), written),
                List.of(new DictatedWord(
                        place.fieldId(),
                        new TextSpan(place.from(), place.from() + written.length()),
                        written,
                        lowest,
                        false,
                        new DictatedWord.Source(place.utterance(), first.start(), last.end()))));
        return Optional.empty();
    }

    /** One of the options: as it is called, else the only one that begins so. */
    private Optional<String> choose(AwaitedWords place, List<SpokenWord> words) {
        String said = words.stream().map(SpokenWord::text).collect(Collectors.joining(" "));
        List<String> options = desk.field(place.fieldId())
                .map(field -> field.content().options())
                .orElse(List.of());
        Optional<String> chosen = options.stream()
                .filter(option -> plain(option).equals(plain(said)))
                .findFirst()
                .or(() -> onlyOne(options, plain(said)));
        desk.fields().note(draft -> draft.heard(place.utterance()));
        chosen.ifPresent(option -> desk.fields()
                .edit(
                        Kind.DICTATED,
                        place.fieldId(),
                        new TextEdit(0, text(place.fieldId()).length(), option)));
        return chosen.isPresent() ? Optional.empty() : Optional.of(said);
    }

    private static Optional<String> onlyOne(List<String> options, String said) {
        List<String> beginning = options.stream()
                .filter(option -> plain(option).startsWith(said))
                .toList();
        return beginning.size() == 1 && !said.isEmpty() ? Optional.of(beginning.get(0)) : Optional.empty();
    }

    private static String plain(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip();
    }

    /** Where a field has one line, a new line said is a space. */
    private String oneLine(String fieldId, String text) {
        boolean isLine = desk.field(fieldId)
                .filter(field -> field.content().kind() != TemplateField.Kind.PROSE)
                .isPresent();
        return isLine ? text.replace('\n', ' ') : text;
    }

    private String text(String fieldId) {
        return desk.draft().map(draft -> draft.text(fieldId)).orElse("");
    }
}
