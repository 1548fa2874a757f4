package org.candela.dictation.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.candela.dictation.SpeechEngine;
import org.candela.dictation.SpeechException;
import org.candela.dictation.SpokenWord;
import org.candela.dictation.Transcriber;
import org.candela.dictation.Transcript;
import org.candela.dictation.TranscriptListener;

/** "Understands" how many samples it heard, and of which value the last was; fails and tarries as a test wants. */
public final class FakeEngine implements SpeechEngine {
    /** So many utterances fail before one succeeds. */
    public final AtomicInteger failures = new AtomicInteger();
    /** An utterance is finished when a permit is there. */
    public final Semaphore permits = new Semaphore(Integer.MAX_VALUE);

    @Override
    public String id() {
        return "fake-1";
    }

    @Override
    public String standing() {
        return "fake engine";
    }

    @Override
    public Optional<Transcriber> open() {
        return Optional.of(new Fake());
    }

    /** What it says of an utterance of so many samples, of which the last is {@code value}. */
    public static String words(int samples, int value) {
        return "s" + samples + " v" + value;
    }

    private final class Fake implements Transcriber {
        private UUID utterance = new UUID(0, 0);
        private TranscriptListener listener = new TranscriptListener() {
            @Override
            public void partial(UUID id, Transcript soFar) {}

            @Override
            public void said(UUID id, Transcript words) {}
        };
        private int samples;
        private int last;

        @Override
        public void start(UUID id, TranscriptListener to) {
            utterance = id;
            listener = to;
            samples = 0;
        }

        @Override
        public void accept(short[] more) {
            samples += more.length;
            last = more.length == 0 ? last : more[more.length - 1];
            listener.partial(utterance, transcript("s" + samples));
        }

        @Override
        public void finish() throws SpeechException {
            try {
                if (!permits.tryAcquire(10, TimeUnit.SECONDS)) {
                    throw new SpeechException("fake.slow", "too slow");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new SpeechException("fake.failed", "the fake engine failed");
            }
            listener.said(utterance, transcript(words(samples, last)));
        }

        private Transcript transcript(String text) {
            return new Transcript(List.of(new SpokenWord(text, 0.5, Duration.ofMillis(400), Duration.ofMillis(600))));
        }

        @Override
        public void cancel() {}

        @Override
        public void close() {}
    }
}
