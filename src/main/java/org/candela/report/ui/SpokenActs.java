package org.candela.report.ui;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.candela.dictation.SpokenWord;
import org.candela.report.DictatedWord;
import org.candela.report.SignFinding;
import org.candela.report.SignatureMeaning;
import org.candela.report.TextEdit;
import org.candela.report.ui.DraftHistory.Kind;
import org.candela.report.wording.SpokenCommand;
import org.candela.report.wording.SpokenCommand.Action;
import org.candela.report.wording.Wording;
import org.candela.ui.Messages;
import org.candela.ui.Tone;

/**
 * Does what is said to the program, and tells for a moment what was understood. Nothing is signed by voice: the words lead to
 * the PIN. FX thread.
 */
// [impl->req~report.voice-commands~1]
final class SpokenActs implements SpokenInput.Hands {
    private final DeskState desk;
    private final FieldsModel fields;
    private final Entries entries;
    private final Messages words;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Heard> heard = new ReadOnlyObjectWrapper<>(Heard.NOTHING);
    private final ReadOnlyBooleanWrapper isAsking = new ReadOnlyBooleanWrapper();
    private Optional<SpokenInput> input = Optional.empty();
    private Consumer<SignatureMeaning> signer = meaning -> {};
    private Runnable checker = () -> {};
    private Supplier<Notice> confirmer = () -> Notice.NONE;
    private Runnable critical = () -> {};
    private Wording wording = Wording.standard();

    /** What writes more than words. */
    interface Entries {
        void measurement();

        void comparison();

        /** Whether there is such a macro. */
        boolean macro(String name);
    }

    SpokenActs(DeskState desk, FieldsModel fields, Entries entries, Messages words, Clock clock) {
        this.desk = desk;
        this.fields = fields;
        this.entries = entries;
        this.words = words;
        this.clock = clock;
        desk.notice.addListener((value, before, now) -> forgetSign());
    }

    /** What came of it is told elsewhere. */
    private void forgetSign() {
        if (heard.get().text().equals(words.text("report.heard.sign"))) {
            heard.set(Heard.NOTHING);
        }
    }

    void hear(SpokenInput from) {
        input = Optional.of(from);
    }

    /** Who asks for the PIN. */
    void onSign(Consumer<SignatureMeaning> asking) {
        signer = asking;
    }

    @Override
    public void writeAs(Wording other) {
        wording = other;
    }

    void onCheck(Runnable checking) {
        checker = checking;
    }

    /** Who confirms one warning and tells which. */
    void onConfirm(Supplier<Notice> confirming) {
        confirmer = confirming;
    }

    void onCritical(Runnable opening) {
        critical = opening;
    }

    /** The command that was heard last. */
    ReadOnlyObjectProperty<Heard> heard() {
        return heard.getReadOnlyProperty();
    }

    /** Whether the list of what can be said is shown. */
    ReadOnlyBooleanProperty asking() {
        return isAsking.getReadOnlyProperty();
    }

    void toggleAsking() {
        isAsking.set(!isAsking.get());
    }

    void stopAsking() {
        isAsking.set(false);
    }

    @Override
    public void obey(SpokenCommand command) {
        command.match(this::act, this::goTo, this::insert, this::select, this::replace);
    }

    @Override
    public void wonder(String said) {
        if (!said.isEmpty()) {
            tell(Tone.CAUTION, "report.heard.unknown", said);
        }
    }

    private boolean act(Action action) {
        tell(Tone.GOOD, "report.heard.command", words.text("report.command." + action.name()));
        switch (action) {
            case NEXT_FIELD -> go(fields.next());
            case PREVIOUS_FIELD -> go(fields.previous());
            case ACCEPT_DEFAULTS -> go(fields.acceptDefaults());
            case FIELD_COMPLETE -> go(fields.complete());
            case UNDO -> did(desk.fields().undo());
            case REDO -> did(desk.fields().redo());
            case SCRATCH -> did(scratch());
            case CAPITALISE -> did(capitalise());
            case UNSELECT -> unselect();
            case DELETE_SELECTION -> did(put(""));
            case INSERT_MEASUREMENT -> entries.measurement();
            case INSERT_COMPARISON -> entries.comparison();
            case CRITICAL_RESULT -> critical.run();
            case SIGN_PRELIMINARY -> sign(SignatureMeaning.PRELIMINARY);
            case SIGN_FINAL -> sign(SignatureMeaning.FINAL);
            case CHECK_REPORT -> checker.run();
            case CONFIRM_WARNING -> tell(confirmer.get());
            case PLAY_BACK -> input.ifPresent(SpokenInput::replayLast);
            case STOP_LISTENING -> input.ifPresent(from -> from.dictation().hush());
            case WHAT_CAN_I_SAY -> toggleAsking();
        }
        return true;
    }

    /** Whether an image was shown for the number at the caret. */
    void tellLink(boolean isShown) {
        tell(isShown ? Tone.GOOD : Tone.CAUTION, isShown ? "report.link.shown" : "report.link.none");
    }

    /** Whether a measurement was written with its change. */
    void tellChange(boolean isWritten) {
        if (!isWritten) {
            tell(Tone.CAUTION, "report.change.none");
        }
    }

    /** What stands against a signature, in one line. */
    void tellChecks(List<SignFinding> found) {
        if (found.isEmpty()) {
            tell(Tone.GOOD, "report.checks.clear");
        } else {
            tell(Tone.CAUTION, "report.checks.found", found.size());
        }
    }

    /** Whether there is a word that no dictionary knows. */
    void tellSpelling(boolean isFound) {
        if (!isFound) {
            tell(Tone.GOOD, "report.spelling.none");
        }
    }

    /** In which form dates are written from now on. */
    void tellDates(String example) {
        tell(Tone.GOOD, "report.dates.done", example);
    }

    private void sign(SignatureMeaning meaning) {
        signer.accept(meaning);
        tell(Tone.NEUTRAL, "report.heard.sign");
    }

    private boolean goTo(SpokenCommand.GoTo to) {
        Optional<WritingPlace> place = fields.entering(to.fieldId());
        place.ifPresent(there -> tell(Tone.GOOD, "report.heard.command", desk.nameOf(to.fieldId())));
        return go(place);
    }

    private boolean insert(SpokenCommand.InsertMacro macro) {
        tell(Tone.GOOD, "report.heard.command", macro.name());
        return did(entries.macro(macro.name()));
    }

    private boolean select(SpokenCommand.Select sought) {
        Optional<WritingPlace> found = find(sought.words());
        found.ifPresent(place -> tell(Tone.GOOD, "report.heard.command", sought.words()));
        return found.isPresent() ? go(found) : missing(sought.words());
    }

    private boolean replace(SpokenCommand.Replace sought) {
        Optional<WritingPlace> found = find(sought.words());
        if (found.isEmpty()) {
            return missing(sought.words());
        }
        WritingPlace place = found.orElseThrow();
        List<SpokenWord> by = List.of(sought.by().split(" ")).stream()
                .map(word -> new SpokenWord(word, 1, Duration.ZERO, Duration.ZERO))
                .toList();
        String before = text(place.fieldId()).substring(0, place.from());
        String written = wording.write(by, before).text().strip();
        tell(Tone.GOOD, "report.heard.command", written);
        desk.fields()
                .change(
                        Kind.COMMANDED,
                        draft -> draft.edited(place.fieldId(), new TextEdit(place.from(), place.to(), written)),
                        WritingPlace.at(place.fieldId(), place.from() + written.length()));
        return true;
    }

    private boolean missing(String sought) {
        tell(Tone.CAUTION, "report.heard.not-found", sought);
        return false;
    }

    /** In the field that is written in: the last before the caret, else the first behind it. */
    private Optional<WritingPlace> find(String sought) {
        WritingPlace at = desk.fields().place().get();
        String text = text(at.fieldId()).toLowerCase(Locale.ROOT);
        String plain = sought.toLowerCase(Locale.ROOT);
        int before = text.lastIndexOf(plain, Math.max(0, at.from() - plain.length()));
        int found = before >= 0 ? before : text.indexOf(plain, Math.min(at.from(), text.length()));
        return found < 0 || plain.isEmpty()
                ? Optional.empty()
                : Optional.of(new WritingPlace(at.fieldId(), found, found + plain.length()));
    }

    /** The last thing done, if that was to write what was said; else the words of the utterance said last. */
    private boolean scratch() {
        Optional<UUID> last = lastSpoken();
        boolean isDone = desk.fields().isLast(Kind.DICTATED)
                ? desk.fields().undo()
                : last.filter(this::takeOut).isPresent();
        if (isDone) {
            last.ifPresent(utterance -> input.ifPresent(from -> from.dictation().discard(utterance)));
        }
        return isDone;
    }

    private Optional<UUID> lastSpoken() {
        return desk.draft().flatMap(draft -> draft.dictated().stream()
                .reduce((one, later) -> later)
                .map(word -> word.source().utterance()));
    }

    private boolean takeOut(UUID utterance) {
        List<DictatedWord> said = desk.draft().stream()
                .flatMap(draft -> draft.dictated().stream())
                .filter(word -> word.source().utterance().equals(utterance))
                .toList();
        String field = said.get(0).fieldId();
        int from = said.stream().mapToInt(word -> word.span().from()).min().orElse(0);
        int to = said.stream().mapToInt(word -> word.span().to()).max().orElse(0);
        int begin = from > 0 && text(field).charAt(from - 1) == ' ' ? from - 1 : from;
        desk.fields()
                .change(
                        Kind.COMMANDED,
                        draft -> draft.edited(field, new TextEdit(begin, to, "")),
                        WritingPlace.at(field, begin));
        return true;
    }

    private boolean capitalise() {
        WritingPlace at = desk.fields().place().get();
        int word = at.from() < at.to() ? at.from() : startOfWordBefore(at.caret(), text(at.fieldId()));
        String text = text(at.fieldId());
        if (word >= text.length()) {
            return false;
        }
        String capital = text.substring(word, word + 1).toUpperCase(Locale.ROOT);
        desk.fields()
                .change(Kind.COMMANDED, draft -> draft.edited(at.fieldId(), new TextEdit(word, word + 1, capital)), at);
        return true;
    }

    private static int startOfWordBefore(int caret, String text) {
        int at = Math.min(caret, text.length());
        while (at > 0 && !Character.isLetterOrDigit(text.charAt(at - 1))) {
            at--;
        }
        while (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private void unselect() {
        WritingPlace at = desk.fields().place().get();
        desk.fields().go(WritingPlace.at(at.fieldId(), at.to()));
    }

    /** In place of what is selected. */
    private boolean put(String written) {
        WritingPlace at = desk.fields().place().get();
        if (at.from() == at.to()) {
            return false;
        }
        desk.fields()
                .change(
                        Kind.COMMANDED,
                        draft -> draft.edited(at.fieldId(), new TextEdit(at.from(), at.to(), written)),
                        WritingPlace.at(at.fieldId(), at.from() + written.length()));
        return true;
    }

    private boolean go(Optional<WritingPlace> place) {
        place.ifPresent(desk.fields()::go);
        return did(place.isPresent());
    }

    private boolean did(boolean isDone) {
        if (!isDone) {
            tell(Tone.CAUTION, "report.heard.nothing");
        }
        return isDone;
    }

    private void tell(Notice notice) {
        heard.set(new Heard(notice.tone(), notice.text(), clock.instant()));
    }

    private void tell(Tone tone, String key, Object... with) {
        heard.set(new Heard(tone, words.text(key, with), clock.instant()));
    }

    private String text(String fieldId) {
        return desk.draft().map(draft -> draft.text(fieldId)).orElse("");
    }
}
