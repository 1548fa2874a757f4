package org.candela.dictation.engine.sphinx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.dictation.Pcm;
import org.candela.dictation.SpokenWord;
import org.candela.dictation.Transcriber;
import org.candela.dictation.Transcript;
import org.candela.dictation.TranscriptListener;
import org.candela.dictation.engine.Flite;
import org.candela.dictation.engine.Listening;
import org.candela.dictation.engine.SpokenWords;
import org.candela.dictation.engine.WordErrors;
import org.candela.dictation.language.AddedWord;
import org.candela.dictation.language.AddedWord.Kind;
import org.candela.dictation.language.PhraseGrammar;
import org.candela.dictation.language.Pronunciations;
import org.candela.dictation.language.ReportLanguage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One engine for all tests of this class: opening it takes seconds. */
class SphinxEngineTest {
    private static final List<String> COMMANDS = List.of(
            "next field",
            "previous field",
            "accept defaults",
            "field complete",
            "undo that",
            "scratch that",
            "sign preliminary",
            "sign final",
            "check report",
            "stop dictation",
            "what can i say",
            "go to impression");
    /** Every n-th sentence is heard here; scripts/bench speech hears all in each voice. */
    private static final int STEP = 10;

    @TempDir
    private static Path folder;

    private static Transcriber transcriber;

    @BeforeAll
    static void open() throws CandelaException {
        Flite.needed();
        transcriber = new SphinxEngine(
                        words(COMMANDS, List.of(new AddedWord("Zyntrelixa", "zin tree lick saw", Kind.TERM))))
                .open()
                .orElseThrow();
    }

    @AfterAll
    static void close() {
        if (transcriber != null) {
            transcriber.close();
        }
    }

    private static SpokenWords words(List<String> commands, List<AddedWord> added) {
        return new SpokenWords() {
            @Override
            public List<String> commands() {
                return commands;
            }

            @Override
            public List<AddedWord> added() {
                return added;
            }
        };
    }

    // [utest->req~dictation.sphinx~1]
    @Test
    void hearsSentencesOfReportsThatItsLanguageWasNotMadeOf() throws IOException, CandelaException {
        WordErrors all = WordErrors.NONE;
        Duration sounding = Duration.ZERO;
        long before = processorNanos();
        List<String> sentences = Flite.sentences();
        for (int at = 0; at < sentences.size(); at += STEP) {
            Pcm sound = Flite.say(folder, Flite.VOICES.get(at / STEP % 3), sentences.get(at));
            all = all.and(WordErrors.between(sentences.get(at), hear(sound).text()));
            sounding = sounding.plus(sound.duration());
        }
        System.out.printf(
                Locale.ROOT,
                "speech: %d words in three flite voices, word error rate %.1f %%, %.2f s of a processor a second%n",
                all.words(),
                100 * all.rate(),
                (processorNanos() - before) / (double) sounding.toNanos());

        // a bound that shows that the engine works and no more: half of this is usual, the general language has 46 %
        // and more
        assertTrue(all.rate() < 0.30, all.toString());
    }

    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    // [utest->req~dictation.commands~1]
    @Test
    void aCommandSetOffByPausesIsHeardAsOne() throws IOException, CandelaException {
        int hits = 0;
        for (int at = 0; at < COMMANDS.size(); at++) {
            String heard = hear(Flite.say(folder, Flite.VOICES.get(at % 3), COMMANDS.get(at)))
                    .text();
            hits += heard.equals(COMMANDS.get(at)) ? 1 : 0;
        }
        System.out.printf(Locale.ROOT, "speech: %d of %d commands%n", hits, COMMANDS.size());

        assertTrue(hits >= COMMANDS.size() * 3 / 4, hits + " of " + COMMANDS.size());
    }

    // [utest->req~dictation.partials~1]
    @Test
    void wordsAreToldWhileTheyAreSpokenAndLieWithinTheUtterance() throws IOException, CandelaException {
        Pcm sound = Flite.say(folder, "rms", "small right pleural effusion with adjacent atelectasis period");
        List<Integer> toldAt = new ArrayList<>();
        List<Transcript> said = new ArrayList<>();
        int[] heard = {0};
        transcriber.start(new UUID(0, 1), new TranscriptListener() {
            @Override
            public void partial(UUID utterance, Transcript soFar) {
                toldAt.add(heard[0]);
            }

            @Override
            public void said(UUID utterance, Transcript words) {
                said.add(words);
            }
        });
        short[] samples = sound.samples();
        for (int at = 0; at < samples.length; at += 800) {
            heard[0] = at;
            transcriber.accept(Arrays.copyOfRange(samples, at, Math.min(samples.length, at + 800)));
        }
        transcriber.finish();

        // told before the last third was spoken, and at least once a second of speech (words are told when they change)
        assertTrue(toldAt.size() >= sound.duration().toMillis() / 1000, toldAt.toString());
        assertTrue(toldAt.get(0) < samples.length / 2, toldAt.toString());
        assertEquals(1, said.size());
        List<SpokenWord> words = said.get(0).words();
        assertFalse(words.isEmpty());
        Duration last = Duration.ZERO;
        for (SpokenWord word : words) {
            assertTrue(word.start().compareTo(last) >= 0, words.toString());
            last = word.start();
        }
        assertTrue(
                words.get(words.size() - 1).end().compareTo(sound.duration().plusMillis(100)) <= 0, words.toString());
    }

    // [utest->req~dictation.vocabulary~1]
    @Test
    void aWordThatTheReaderAddedIsHeardAsItSounds() throws IOException, CandelaException {
        // flite is given how it sounds: no list has this word, and its own guess would be another
        String heard = hear(Flite.say(folder, "slt", "zin tree lick saw was administered"))
                .text();

        assertTrue(heard.contains("Zyntrelixa"), heard);
    }

    @Test
    void silenceAndNoiseAreNoWords() throws CandelaException {
        assertEquals("", hear(Pcm.of(new short[2 * Pcm.SAMPLE_RATE_HZ])).text());
    }

    @Test
    void aTranscriberThatWasCancelledHearsTheNextUtterance() throws IOException, CandelaException {
        transcriber.start(new UUID(0, 2), new TranscriptListener() {
            @Override
            public void partial(UUID utterance, Transcript soFar) {}

            @Override
            public void said(UUID utterance, Transcript words) {
                throw new AssertionError("it was cancelled");
            }
        });
        transcriber.accept(new short[8000]);
        transcriber.cancel();

        assertEquals(
                "lungs are clear period",
                hear(Flite.say(folder, "rms", "lungs are clear period")).text());
    }

    // [utest->req~dictation.language~1]
    @Test
    void eachWordOfTheShippedLanguageHasAPronunciationAndNoTestSentenceIsInItsCorpus()
            throws IOException, CandelaException {
        ReportLanguage language = ReportLanguage.shipped();
        Set<String> unknown = new HashSet<>(language.model().vocabulary());
        try (var dictionary = SphinxVoice.dictionary()) {
            unknown.removeAll(Pronunciations.read(dictionary, unknown).words());
        }
        unknown.removeAll(language.pronunciations().words());
        assertEquals(Set.of(), unknown);

        Set<String> corpus = new HashSet<>();
        language.utterances().forEach(words -> corpus.add(plain(String.join(" ", words))));
        assertEquals(
                List.of(),
                Flite.sentences().stream()
                        .filter(sentence -> corpus.contains(plain(sentence)))
                        .toList());
    }

    private static String plain(String sentence) {
        return sentence.replace(" " + PhraseGrammar.COMMA, "").replace(" " + ReportLanguage.PERIOD, "");
    }

    private static Transcript hear(Pcm sound) throws CandelaException {
        return Listening.to(sound, transcriber, new Cancellation());
    }
}
