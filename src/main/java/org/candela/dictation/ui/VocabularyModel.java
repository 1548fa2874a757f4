package org.candela.dictation.ui;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.candela.base.Async;
import org.candela.base.CandelaException;
import org.candela.dictation.engine.EngineChoice;
import org.candela.dictation.language.AddedWord;
import org.candela.dictation.language.AddedWord.Kind;
import org.candela.dictation.vocabulary.ProposedWord;
import org.candela.dictation.vocabulary.Vocabulary;
import org.candela.ui.Messages;
import org.candela.ui.Tone;

/** Words of the reader, those that are offered, and which engine hears. FX thread only; needs no toolkit. */
// [impl->req~dictation.words-window~1]
public final class VocabularyModel {
    private final Vocabulary vocabulary;
    private final DictationViewModel.Threads threads;
    private final Runnable changed;
    private final Messages words = Messages.of(VocabularyModel.class);
    private final ObservableList<AddedWord> own = FXCollections.observableArrayList();
    private final ObservableList<ProposedWord> offered = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper engine = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Told> told = new ReadOnlyObjectWrapper<>(new Told(Tone.NEUTRAL, ""));

    /** What came of the last act. */
    public record Told(Tone tone, String text) {}

    /** @param changed told, on the thread of the disk, when the engine is to be opened anew */
    public VocabularyModel(Vocabulary vocabulary, DictationViewModel.Threads threads, Runnable changed) {
        this.vocabulary = vocabulary;
        this.threads = threads;
        this.changed = changed;
    }

    /** The reader's words, by the alphabet. */
    public ObservableList<AddedWord> own() {
        return own;
    }

    /** Words of signed reports that the engine does not know, the most frequent first. */
    public ObservableList<ProposedWord> offered() {
        return offered;
    }

    /** The engine as it is chosen: {@code sphinx}, {@code vosk:FOLDER} or {@code whisper:FILE}. */
    public ReadOnlyStringProperty engineProperty() {
        return engine.getReadOnlyProperty();
    }

    /** What came of the last act; empty at first. */
    public ReadOnlyObjectProperty<Told> toldProperty() {
        return told.getReadOnlyProperty();
    }

    private record Found(List<AddedWord> own, List<ProposedWord> offered, EngineChoice engine) {}

    /** Reads them. */
    public CompletableFuture<Void> load() {
        return work(() -> {}, "");
    }

    /** Adds a word as it is written, or says anew how it sounds. */
    public CompletableFuture<Void> add(String text, String soundsLike, Kind kind) {
        AddedWord word;
        try {
            word = new AddedWord(text, soundsLike, kind);
        } catch (IllegalArgumentException e) {
            told.set(new Told(Tone.CAUTION, words.text("words.one")));
            return CompletableFuture.completedFuture(null);
        }
        return change(() -> vocabulary.add(word), words.text("words.added", word.text()));
    }

    /** Takes a word of the reader away. */
    public CompletableFuture<Void> remove(AddedWord word) {
        return change(() -> vocabulary.drop(word.text()), words.text("words.removed", word.text()));
    }

    /** Offers a word no more. */
    public CompletableFuture<Void> decline(ProposedWord word) {
        String text = word.word().text();
        return work(() -> vocabulary.decline(text), words.text("words.declined", text));
    }

    /** Chooses the engine, as it is written. */
    public CompletableFuture<Void> choose(String written) {
        return change(() -> vocabulary.choose(written), words.text("words.engine.chosen", written.strip()));
    }

    private CompletableFuture<Void> change(Async.Step step, String done) {
        return work(
                () -> {
                    step.run();
                    changed.run();
                },
                done);
    }

    private CompletableFuture<Void> work(Async.Step step, String done) {
        return Async.supply(
                        () -> {
                            step.run();
                            return look();
                        },
                        threads.io())
                .handleAsync(
                        (found, failure) -> {
                            if (failure == null) {
                                show(found);
                                told.set(new Told(Tone.GOOD, done));
                            } else {
                                told.set(new Told(
                                        Tone.BAD,
                                        String.valueOf(Async.causeOf(failure).getMessage())));
                            }
                            return null;
                        },
                        threads.ui());
    }

    private Found look() throws CandelaException {
        return new Found(vocabulary.words(), vocabulary.proposals(), vocabulary.engine());
    }

    private void show(Found found) {
        own.setAll(found.own());
        offered.setAll(found.offered());
        String kind = found.engine().kind().name().toLowerCase(Locale.ROOT);
        engine.set(found.engine().modelPath().map(model -> kind + ":" + model).orElse(kind));
    }
}
