package org.candela.dictation.engine.sphinx;

import edu.cmu.sphinx.linguist.Linguist;
import edu.cmu.sphinx.linguist.lextree.LexTreeLinguist;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.candela.dictation.SpeechException;
import org.candela.dictation.language.AddedWord;
import org.candela.dictation.language.LetterToSound;
import org.candela.dictation.language.Pronunciations;
import org.candela.dictation.language.ReportLanguage;
import org.candela.dictation.language.ReportModel;

/** A language ready to be searched by sphinx4: its trigrams and all its words with their sounds. */
final class SphinxLexicon {
    private static final double WORD_INSERTION = 0.1;
    private static final double SILENCE_INSERTION = 0.1;
    private static final double FILLER_INSERTION = 1e-2;

    private final SphinxVoice voice;
    private final SphinxWords words;
    private final SphinxLanguage language;
    private final ReportModel model;

    private SphinxLexicon(SphinxVoice voice, SphinxWords words, ReportModel model) {
        this.voice = voice;
        this.words = words;
        this.language = new SphinxLanguage(model);
        this.model = model;
    }

    /** Looks up how each word sounds; what no list has is guessed from its letters. */
    static SphinxLexicon of(ReportLanguage spoken, SphinxVoice voice) throws SpeechException {
        ReportModel model = spoken.model();
        return new SphinxLexicon(voice, new SphinxWords(sounds(spoken, model.vocabulary()), voice.units()), model);
    }

    /** How sure words are in this language. */
    WordTrust trust() {
        return new WordTrust(model);
    }

    private static Pronunciations sounds(ReportLanguage spoken, Set<String> wanted) throws SpeechException {
        Set<String> plain = new HashSet<>();
        wanted.forEach(word -> plain.add(plain(word)));
        spoken.added().forEach(word -> plain.addAll(likeWords(word)));
        Pronunciations known = dictionary(plain).and(spoken.pronunciations());
        plain.removeAll(known.words());
        Pronunciations all = plain.isEmpty() ? known : known.and(guessed(plain));
        for (AddedWord word : spoken.added()) {
            List<String> phones = new ArrayList<>();
            for (String like : likeWords(word)) {
                all.of(like).stream().findFirst().ifPresent(phones::addAll);
            }
            all = phones.isEmpty() ? all : all.and(Pronunciations.of(plain(word.text()), phones));
        }
        return all.as(wanted, SphinxLexicon::plain);
    }

    private static String plain(String word) {
        return ReportModel.written(word).toLowerCase(Locale.ROOT);
    }

    private static List<String> likeWords(AddedWord word) {
        return word.soundsLike().isEmpty()
                ? List.of()
                : List.of(word.soundsLike().toLowerCase(Locale.ROOT).split("\\s+"));
    }

    private static Pronunciations dictionary(Set<String> wanted) throws SpeechException {
        try (BufferedReader dictionary = SphinxVoice.dictionary()) {
            return Pronunciations.read(dictionary, wanted);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static Pronunciations guessed(Set<String> unknown) throws SpeechException {
        LetterToSound letters = guesser();
        Pronunciations all = Pronunciations.NONE;
        for (String word : unknown) {
            List<String> phones = letters.phones(word);
            all = phones.isEmpty() ? all : all.and(Pronunciations.of(word, phones));
        }
        return all;
    }

    /** Guesses sounds from letters, after the general dictionary. Takes a second. */
    static LetterToSound guesser() throws SpeechException {
        try (BufferedReader dictionary = SphinxVoice.dictionary()) {
            return LetterToSound.learn(dictionary);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static SpeechException unreadable(IOException e) {
        return new SpeechException("speech.no-voice", "the dictionary in sphinx4-data cannot be read", e);
    }

    /** A search space over it. */
    Linguist linguist(float languageWeight) {
        return new LexTreeLinguist(
                voice.sounds(),
                voice.units(),
                language,
                words,
                true,
                true,
                WORD_INSERTION,
                SILENCE_INSERTION,
                FILLER_INSERTION,
                1,
                languageWeight,
                true,
                false,
                1,
                0);
    }
}
