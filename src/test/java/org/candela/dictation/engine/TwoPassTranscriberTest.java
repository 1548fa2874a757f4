package org.candela.dictation.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.candela.dictation.Pcm;
import org.candela.dictation.SpeechException;
import org.candela.dictation.SpokenWord;
import org.candela.dictation.Transcriber;
import org.candela.dictation.Transcript;
import org.candela.dictation.TranscriptListener;
import org.junit.jupiter.api.Test;

class TwoPassTranscriberTest {
    private static final UUID UTTERANCE = UUID.fromString("00000000-0000-0000-0000-000000000007");

    private final List<String> told = new ArrayList<>();
    private final List<Pcm> heardAgain = new ArrayList<>();

    private final TranscriptListener listener = new TranscriptListener() {
        @Override
        public void partial(UUID utterance, Transcript soFar) {
            told.add("partial " + soFar.text());
        }

        @Override
        public void said(UUID utterance, Transcript words) {
            told.add("said " + words.text());
        }
    };

    // [utest->req~dictation.two-passes~1]
    @Test
    void thePartialWordsAreTheFirstsAndTheWordsThatStayTheSeconds() throws SpeechException {
        TwoPassTranscriber transcriber = new TwoPassTranscriber(new First("no infusion"), second("no effusion"));

        transcriber.start(UTTERANCE, listener);
        transcriber.accept(new short[] {1, 2, 3});
        transcriber.accept(new short[] {4, 5});
        transcriber.finish();

        assertEquals(List.of("partial no infusion", "partial no infusion", "said no effusion"), told);
        assertEquals(List.of(Pcm.of(new short[] {1, 2, 3, 4, 5})), heardAgain);
    }

    @Test
    void aSecondPassThatFailsLeavesTheWordsOfTheFirst() throws SpeechException {
        TwoPassTranscriber transcriber = new TwoPassTranscriber(new First("no effusion"), new SecondPass() {
            @Override
            public Transcript listen(Pcm sound, Transcript before) throws SpeechException {
                throw new SpeechException("speech.test", "gone");
            }

            @Override
            public void close() {
                // nothing is open
            }
        });

        transcriber.start(UTTERANCE, listener);
        transcriber.accept(new short[] {1});
        transcriber.finish();

        assertEquals(List.of("partial no effusion", "said no effusion"), told);
    }

    @Test
    void whereTheFirstHeardNoWordsTheSecondIsNotAsked() throws SpeechException {
        TwoPassTranscriber transcriber = new TwoPassTranscriber(new First(""), second("thank you for watching"));

        transcriber.start(UTTERANCE, listener);
        transcriber.accept(new short[100]);
        transcriber.finish();

        assertEquals(List.of("partial ", "said "), told);
        assertEquals(List.of(), heardAgain);
    }

    @Test
    void anUtteranceLongerThanIsHeldKeepsTheWordsOfTheFirst() throws SpeechException {
        TwoPassTranscriber transcriber = new TwoPassTranscriber(new First("no effusion"), second("other"));
        short[] minute = new short[60 * Transcriber.SAMPLE_RATE_HZ];

        transcriber.start(UTTERANCE, listener);
        for (int minutes = 0; minutes < 7; minutes++) {
            transcriber.accept(minute);
        }
        transcriber.finish();

        assertEquals("said no effusion", told.get(told.size() - 1));
        assertEquals(List.of(), heardAgain);
    }

    private SecondPass second(String words) {
        return new SecondPass() {
            @Override
            public Transcript listen(Pcm sound, Transcript before) {
                heardAgain.add(sound);
                return transcript(words);
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }

    private static Transcript transcript(String words) {
        return new Transcript(
                words.isBlank()
                        ? List.of()
                        : List.of(words.split(" ")).stream()
                                .map(word -> new SpokenWord(word, 1, Duration.ZERO, Duration.ZERO))
                                .toList());
    }

    /** Hears the same words whatever is said. */
    private static final class First implements Transcriber {
        private final String words;
        private TranscriptListener listener = new TranscriptListener() {
            @Override
            public void partial(UUID utterance, Transcript soFar) {}

            @Override
            public void said(UUID utterance, Transcript words) {}
        };

        First(String words) {
            this.words = words;
        }

        @Override
        public void start(UUID utterance, TranscriptListener heard) {
            listener = heard;
        }

        @Override
        public void accept(short[] samples) {
            listener.partial(UTTERANCE, transcript(words));
        }

        @Override
        public void finish() {
            listener.said(UTTERANCE, transcript(words));
        }

        @Override
        public void cancel() {}

        @Override
        public void close() {}
    }
}
