package org.candela.dictation.engine.sphinx;

import edu.cmu.sphinx.linguist.acoustic.Context;
import edu.cmu.sphinx.linguist.acoustic.Unit;
import edu.cmu.sphinx.linguist.acoustic.UnitManager;
import edu.cmu.sphinx.linguist.dictionary.Dictionary;
import edu.cmu.sphinx.linguist.dictionary.Pronunciation;
import edu.cmu.sphinx.linguist.dictionary.Word;
import edu.cmu.sphinx.util.props.PropertySheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.candela.dictation.language.Pronunciations;
import org.jspecify.annotations.Nullable;

/** The words of a language for sphinx4, with fillers for silence and noise. */
final class SphinxWords implements Dictionary {
    private static final String NOISE = "[NOISE]";
    private static final Map<String, String> FILLERS = Map.of(
            SENTENCE_START_SPELLING, "SIL", SENTENCE_END_SPELLING, "SIL", SILENCE_SPELLING, "SIL", NOISE, "+NSN+");

    private final Map<String, Word> words = new HashMap<>();
    private final Word[] fillers;

    SphinxWords(Pronunciations pronunciations, UnitManager units) {
        for (String text : pronunciations.words()) {
            words.put(text, word(text, pronunciations.of(text), units));
        }
        List<Word> silent = new ArrayList<>();
        FILLERS.forEach((text, unit) -> {
            Word filler = filler(text, units.getUnit(unit, true, Context.EMPTY_CONTEXT));
            words.put(text, filler);
            silent.add(filler);
        });
        fillers = silent.toArray(Word[]::new);
    }

    private static Word word(String text, List<List<String>> ways, UnitManager units) {
        Pronunciation[] said = ways.stream()
                .map(way -> new Pronunciation(
                        way.stream()
                                .map(phone -> units.getUnit(phone, false, Context.EMPTY_CONTEXT))
                                .toArray(Unit[]::new),
                        null,
                        1))
                .toArray(Pronunciation[]::new);
        return bound(new Word(text, said, false));
    }

    private static Word filler(String text, Unit unit) {
        return bound(new Word(text, new Pronunciation[] {new Pronunciation(new Unit[] {unit}, null, 1)}, true));
    }

    private static Word bound(Word word) {
        for (Pronunciation each : word.getPronunciations()) {
            each.setWord(word);
        }
        return word;
    }

    @Override
    @SuppressWarnings("NullAway") // sphinx4 asks so whether a word is known
    public @Nullable Word getWord(String text) {
        return words.get(text);
    }

    @Override
    public Word getSentenceStartWord() {
        return known(SENTENCE_START_SPELLING);
    }

    @Override
    public Word getSentenceEndWord() {
        return known(SENTENCE_END_SPELLING);
    }

    @Override
    public Word getSilenceWord() {
        return known(SILENCE_SPELLING);
    }

    private Word known(String text) {
        Word word = words.get(text);
        if (word == null) {
            throw new IllegalStateException(text + " is a filler of every language");
        }
        return word;
    }

    @Override
    public Word[] getFillerWords() {
        return fillers.clone();
    }

    @Override
    public void allocate() {
        // all words are there
    }

    @Override
    public void deallocate() {
        // nothing is held outside the heap
    }

    @Override
    public void newProperties(PropertySheet sheet) {
        // made by its constructor
    }
}
