package org.candela.dictation.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.candela.base.CandelaException;

/**
 * What an engine expects to hear: how probable words are after each other and how they sound. The shipped one is made of a
 * grammar of report phrases, at each start in about half a second, the same each time. Immutable.
 */
// [impl->req~dictation.language~1]
public final class ReportLanguage {
    /** What a spoken full stop is. */
    public static final String PERIOD = "period";

    private static final int TIMES = 120;
    private static final long SEED = 20_261_129L;
    /** A word that is added is as probable as one that came so often. */
    private static final int ADDED_TIMES = 40;

    private final List<List<String>> sentences;
    private final List<List<String>> commands;
    private final List<AddedWord> added;
    private final Pronunciations pronunciations;

    private ReportLanguage(
            List<List<String>> sentences,
            List<List<String>> commands,
            List<AddedWord> added,
            Pronunciations pronunciations) {
        this.sentences = sentences;
        this.commands = commands;
        this.added = List.copyOf(added);
        this.pronunciations = pronunciations;
    }

    /** The language of radiology reports as it is shipped. */
    public static ReportLanguage shipped() throws CandelaException {
        List<List<String>> said =
                PhraseGrammar.read(resource("report-phrases.txt")).sentences(TIMES, SEED);
        return new ReportLanguage(joined(said), List.of(), List.of(), shippedSounds());
    }

    /** The same with phrases that are commands; an utterance is one of them, whole, or text. */
    public ReportLanguage commanded(List<String> phrases) {
        List<List<String>> spoken = phrases.stream()
                .map(phrase -> List.of(phrase.strip().split("\\s+")))
                .toList();
        return new ReportLanguage(sentences, spoken, added, pronunciations);
    }

    /** How words of radiology sound, as shipped. */
    public static Pronunciations shippedSounds() throws CandelaException {
        try (BufferedReader lines = new BufferedReader(new StringReader(resource("pronunciations.txt")))) {
            return Pronunciations.read(lines);
        } catch (IOException e) {
            throw new CandelaException("speech.no-language", "the shipped pronunciations are not readable", e);
        }
    }

    /** The same with words of a reader or facility. */
    public ReportLanguage with(List<AddedWord> words) {
        List<AddedWord> all = new ArrayList<>(added);
        all.addAll(words);
        return new ReportLanguage(sentences, commands, all, pronunciations);
    }

    /** The sentences that it is counted from. */
    public List<List<String>> utterances() {
        return sentences;
    }

    /** Words of a reader or facility. */
    public List<AddedWord> added() {
        return added;
    }

    /** Counts the sentences. Takes part of a second. */
    public ReportModel model() {
        TrigramModel.Builder builder = new TrigramModel.Builder();
        sentences.forEach(builder::sentence);
        for (AddedWord word : added) {
            builder.word(word.text(), ADDED_TIMES);
            word.contexts().forEach(builder::sentence);
        }
        return new ReportModel(builder.build(), commands);
    }

    /** How words sound that the general dictionary lacks, or has otherwise. */
    public Pronunciations pronunciations() {
        return pronunciations;
    }

    /** An utterance is mostly one sentence and its period; some are left open, some have two sentences. */
    private static List<List<String>> joined(List<List<String>> said) {
        List<List<String>> utterances = new ArrayList<>(said.size() * 3 / 2);
        for (int at = 0; at < said.size(); at++) {
            List<String> words = new ArrayList<>(said.get(at));
            if (at % 4 != 0) {
                words.add(PERIOD);
            }
            if (at % 3 == 0) {
                words.addAll(said.get((at * 7 + 13) % said.size()));
                words.add(PERIOD);
            }
            utterances.add(List.copyOf(words));
        }
        return List.copyOf(utterances);
    }

    private static String resource(String name) throws CandelaException {
        try (InputStream in = ReportLanguage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new CandelaException("speech.no-language", name + " is missing in this program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CandelaException("speech.no-language", name + " is not readable", e);
        }
    }

    /** Lines of a stream in UTF-8. */
    public static BufferedReader lines(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
}
