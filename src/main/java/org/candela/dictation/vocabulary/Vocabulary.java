package org.candela.dictation.vocabulary;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.candela.dictation.SpeechException;
import org.candela.dictation.engine.EngineChoice;
import org.candela.dictation.engine.SpokenWords;
import org.candela.dictation.language.AddedWord;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Words of one reader, kept in the store, with names that are known from elsewhere. Any thread; reads the disk. */
// [impl->req~dictation.vocabulary~1]
public final class Vocabulary {
    private static final Logger LOG = LoggerFactory.getLogger(Vocabulary.class);

    private final Database database;
    private final Clock clock;
    private final String reader;

    /** Names of doctors and facilities as they are known elsewhere. */
    @FunctionalInterface
    public interface Names {
        /** Each word of each name, at the moment. */
        List<AddedWord> names() throws StoreException;
    }

    public Vocabulary(Database database, Clock clock, String reader) {
        this.database = database;
        this.clock = clock;
        this.reader = reader;
    }

    /** The reader's words, by the alphabet. */
    public List<AddedWord> words() throws StoreException {
        return database.read(tx -> VocabularyRepository.of(tx, reader));
    }

    /** Adds a word or says anew how it sounds. It is heard from the next opening of the engine on, and offered no more. */
    public void add(AddedWord word) throws StoreException {
        database.change(tx -> {
            VocabularyRepository.put(tx, reader, word, clock.instant());
            ProposalRepository.take(tx, reader, word.text());
        });
    }

    /** Offers words of a signed report to the reader; those that were added or declined before are let alone. */
    public void propose(List<AddedWord> words) throws StoreException {
        database.change(tx -> {
            for (AddedWord word : words) {
                ProposalRepository.offer(tx, reader, word, clock.instant());
            }
        });
    }

    /** What is offered, the most frequent first. */
    public List<ProposedWord> proposals() throws StoreException {
        return database.read(tx -> ProposalRepository.of(tx, reader));
    }

    /** Offers a word no more; whether it was offered. */
    public boolean decline(String text) throws StoreException {
        return database.write(tx -> ProposalRepository.decline(tx, reader, text));
    }

    /** Takes a word out; whether it was there. */
    public boolean drop(String text) throws StoreException {
        return database.write(tx -> VocabularyRepository.drop(tx, reader, text));
    }

    /** Which engine hears; the built-in one where none was chosen. */
    public EngineChoice engine() throws StoreException, SpeechException {
        return EngineChoice.read(
                database.read(tx -> VocabularyRepository.engine(tx, reader)).orElse(""));
    }

    /** Chooses the engine, from its next opening on; written as {@link EngineChoice#read} takes it. */
    public void choose(String engine) throws StoreException, SpeechException {
        EngineChoice.read(engine);
        database.change(tx -> VocabularyRepository.keepEngine(tx, reader, engine.strip(), clock.instant()));
    }

    /**
     * What an engine is to know: these commands, the reader's words, and the names. An engine opens without the words where
     * they cannot be read.
     */
    public SpokenWords spoken(List<String> commands, Names names) {
        List<String> phrases = List.copyOf(commands);
        return new SpokenWords() {
            @Override
            public List<String> commands() {
                return phrases;
            }

            @Override
            public List<AddedWord> added() {
                try {
                    return once(words(), names.names());
                } catch (StoreException e) {
                    LOG.warn("the engine opens without the reader's words [{}]", e.code(), e);
                    return List.of();
                }
            }
        };
    }

    /** A word of the reader's is said as the reader says it, also where a name is the same. */
    private static List<AddedWord> once(List<AddedWord> own, List<AddedWord> names) {
        List<AddedWord> all = new ArrayList<>(own);
        Set<String> there = new HashSet<>();
        own.forEach(word -> there.add(word.text().toLowerCase(Locale.ROOT)));
        for (AddedWord name : names) {
            if (there.add(name.text().toLowerCase(Locale.ROOT))) {
                all.add(name);
            }
        }
        return all;
    }
}
