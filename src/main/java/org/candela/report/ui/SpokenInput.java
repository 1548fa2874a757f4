package org.candela.report.ui;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.candela.dictation.Dictation;
import org.candela.dictation.DictationStanding;
import org.candela.dictation.SpokenSpan;
import org.candela.dictation.SpokenWord;
import org.candela.dictation.Transcript;
import org.candela.dictation.TranscriptListener;
import org.candela.report.AwaitedWords;
import org.candela.report.DictatedWord;
import org.candela.report.ReportDraft;
import org.candela.report.wording.SpokenCommand;
import org.candela.report.wording.SpokenCommands;
import org.candela.report.wording.Wording;
import org.candela.report.wording.WritingStyle;

/**
 * What is said, on its way into the report on the desk: words go where the caret stood when the utterance was begun, however
 * the caret moves meanwhile; commands are obeyed and never written.
 *
 * <p>The listener's methods may be called on any thread and return at once; all else is of the FX thread.
 */
// [impl->req~report.live-partials~1]
// [impl->req~report.voice-commands~1]
public final class SpokenInput implements TranscriptListener {
    /** Beginnings of commands: what goes on otherwise than any command does is told, not written. */
    private static final List<String> COMMANDING = List.of("go to ", "insert macro ", "macro ");

    private static final int LONGEST_COMMAND = 5;

    private final DeskState desk;
    private final Executor ui;
    private final SpokenWriting writing;
    private final Supplier<Set<String>> macros;
    private final Hands hands;
    private final ReadOnlyObjectWrapper<List<LiveText>> live = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<DictationStanding> standing =
            new ReadOnlyObjectWrapper<>(DictationStanding.IDLE);
    private final Set<UUID> told = new HashSet<>();
    private Dictation dictation = Dictation.NONE;
    /** Words came while the report could not be written. */
    private boolean hasMissed;

    /** What obeys commands, and where what was understood is told. */
    interface Hands {
        void obey(SpokenCommand command);

        /** How what a command writes is written. */
        void writeAs(Wording wording);

        /** Words that begin as a command does and are none. */
        void wonder(String words);
    }

    SpokenInput(DeskState desk, Executor ui, Supplier<Set<String>> macros, Hands hands) {
        this.desk = desk;
        this.ui = ui;
        this.macros = macros;
        this.hands = hands;
        this.writing = new SpokenWriting(desk);
        desk.isReadOnly.addListener((value, before, isReadOnly) -> askAgain(isReadOnly));
    }

    /** What listens to the reader from now on. */
    public void listenTo(Dictation other) {
        dictation = other;
        other.onChange(now -> ui.execute(() -> standing.set(now)));
        desk.draft().ifPresent(this::aim);
    }

    /** How what is said is written from now on. */
    // [impl->req~wording.style-kept~1]
    public void writeAs(WritingStyle style) {
        Wording wording = Wording.of(style);
        writing.writeAs(wording);
        hands.writeAs(wording);
    }

    /** What listens to the reader; for its microphone button. */
    Dictation dictation() {
        return dictation;
    }

    /** Whether the microphone is on, and what is wrong with it. */
    public ReadOnlyObjectProperty<DictationStanding> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    /** What is being understood, in the order begun. */
    ReadOnlyObjectProperty<List<LiveText>> live() {
        return live.getReadOnlyProperty();
    }

    /** This report is on the desk; what is said belongs to it. */
    void aim(ReportDraft draft) {
        live.set(List.of());
        hasMissed = false;
        dictation.aim(draft.id().value(), this);
    }

    /** No report that could be written is on the desk. */
    void rest() {
        live.set(List.of());
        dictation.rest();
    }

    /** The draft is on the disk: words in it need no longer be kept elsewhere. */
    void saved(ReportDraft draft) {
        draft.spoken().heard().stream().filter(told::add).forEach(dictation::taken);
    }

    @Override
    public void began(UUID utterance) {
        ui.execute(() -> begin(utterance));
    }

    @Override
    public void partial(UUID utterance, Transcript soFar) {
        ui.execute(() -> show(utterance, soFar.words()));
    }

    @Override
    public void said(UUID utterance, Transcript words) {
        ui.execute(() -> take(utterance, words.words()));
    }

    /** Plays what was spoken where the caret stands, else what was said last; what is heard again was looked at. */
    void replay() {
        WritingPlace at = desk.fields().place().get();
        Optional<DictatedWord> here = dictated().stream()
                .filter(word -> at.isIn(word.fieldId()) && word.span().touches(at.caret()))
                .findFirst();
        here.ifPresentOrElse(word -> replay(List.of(word)), this::replayLast);
    }

    /** Plays the whole of what was said last and stands in the report. */
    void replayLast() {
        List<DictatedWord> words = dictated();
        words.stream()
                .reduce((one, later) -> later)
                .map(last -> last.source().utterance())
                .ifPresent(utterance -> replay(words.stream()
                        .filter(word -> word.source().utterance().equals(utterance))
                        .toList()));
    }

    private void replay(List<DictatedWord> words) {
        DictatedWord.Source first = words.get(0).source();
        DictatedWord.Source last = words.get(words.size() - 1).source();
        dictation.replay(new SpokenSpan(first.utterance(), first.from(), last.to()));
        desk.fields().look(words::contains);
    }

    private List<DictatedWord> dictated() {
        return desk.draft().map(ReportDraft::dictated).orElse(List.of());
    }

    /** The commands that are at hand: the program's, the fields of the template, the macros. */
    SpokenCommands commands() {
        Map<String, String> triggers = new TreeMap<>();
        desk.report.get().ifPresent(open -> open.template().sections().forEach(section -> {
            section.fields().forEach(field -> {
                String trigger = field.conduct().verbalTrigger();
                if (!trigger.isBlank()) {
                    triggers.putIfAbsent(trigger.toLowerCase(Locale.ROOT), field.id());
                }
                if (!field.name().isEmpty()) {
                    triggers.putIfAbsent(field.name().toLowerCase(Locale.ROOT), field.id());
                }
            });
            section.fields().stream()
                    .filter(field -> field.name().isEmpty())
                    .findFirst()
                    .or(() -> section.fields().stream().findFirst())
                    .ifPresent(field -> triggers.put(section.name().toLowerCase(Locale.ROOT), field.id()));
        }));
        return SpokenCommands.of(triggers, macros.get());
    }

    private void begin(UUID utterance) {
        boolean isNews = desk.draft()
                .filter(draft -> !draft.spoken().hasHeard(utterance))
                .isPresent();
        if (isNews && !desk.isReadOnly.get()) {
            WritingPlace at = writing.place();
            desk.fields().note(draft -> draft.awaiting(new AwaitedWords(utterance, at.fieldId(), at.from(), at.to())));
        }
    }

    private void show(UUID utterance, List<SpokenWord> words) {
        begin(utterance); // an engine may not have told of the beginning
        String text = commands().read(words).isPresent() ? "" : writing.preview(utterance, words, live.get());
        List<LiveText> now = new ArrayList<>(live.get());
        now.removeIf(one -> one.utterance().equals(utterance));
        if (!text.isEmpty() && writing.isAwaited(utterance)) {
            now.add(new LiveText(utterance, text));
        }
        live.set(List.copyOf(now));
    }

    /** Words of a report that is final by now stay with their sound. */
    private void take(UUID utterance, List<SpokenWord> words) {
        live.set(live.get().stream()
                .filter(one -> !one.utterance().equals(utterance))
                .toList());
        Optional<ReportDraft> draft = desk.draft();
        if (draft.isEmpty() || desk.isReadOnly.get()) {
            hasMissed = true;
            return;
        }
        if (draft.orElseThrow().spoken().hasHeard(utterance)) {
            dictation.taken(utterance);
            return;
        }
        Optional<SpokenCommand> command = commands().read(words);
        if (command.isPresent()) {
            obey(utterance, command.orElseThrow());
        } else if (words.isEmpty() || isCommanding(words)) {
            desk.fields().note(now -> now.heard(utterance));
            hands.wonder(said(words));
        } else {
            writing.write(utterance, words).ifPresent(hands::wonder);
        }
    }

    /** Words said behind a command go where it leads, though they were begun before it was understood. */
    // [impl->req~report.spoken-order~1]
    private void obey(UUID utterance, SpokenCommand command) {
        List<AwaitedWords> behind =
                desk.draft().map(draft -> draft.spoken().behind(utterance)).orElse(List.of());
        WritingPlace before = writing.place();
        desk.fields().note(draft -> draft.heard(utterance));
        hands.obey(command);
        WritingPlace after = writing.place();
        if (!after.equals(before)) {
            behind.stream()
                    .filter(words -> before.isIn(words.fieldId())) // else the hand went elsewhere meanwhile
                    .map(words -> new AwaitedWords(words.utterance(), after.fieldId(), after.from(), after.to()))
                    .forEach(words -> desk.fields().note(draft -> draft.awaitingElsewhere(words)));
        }
    }

    /** What was said while a signature was being made is told again. */
    private void askAgain(boolean isReadOnly) {
        if (!isReadOnly && hasMissed) {
            desk.draft().ifPresent(this::aim);
        }
    }

    private static boolean isCommanding(List<SpokenWord> words) {
        String said = said(words).toLowerCase(Locale.ROOT);
        return words.size() <= LONGEST_COMMAND && COMMANDING.stream().anyMatch(said::startsWith);
    }

    private static String said(List<SpokenWord> words) {
        return words.stream().map(SpokenWord::text).collect(Collectors.joining(" "));
    }
}
