package org.candela.dictation.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.candela.base.Cancellation;
import org.candela.dictation.Pcm;
import org.candela.dictation.SpeechException;
import org.candela.dictation.Transcriber;
import org.candela.dictation.Transcript;
import org.candela.dictation.TranscriptListener;

/** Gives sound that is there as a whole to a transcriber, as fast as it takes it. */
public final class Listening {
    private static final int STEP = Transcriber.SAMPLE_RATE_HZ / 10;

    private Listening() {}

    /** The words that stay. Looks at {@code cancellation} each 100 ms of sound. */
    public static Transcript to(Pcm sound, Transcriber transcriber, Cancellation cancellation) throws SpeechException {
        List<Transcript> said = new ArrayList<>();
        transcriber.start(new UUID(0, 0), new TranscriptListener() {
            @Override
            public void partial(UUID utterance, Transcript soFar) {
                // the end is what is asked for
            }

            @Override
            public void said(UUID utterance, Transcript words) {
                said.add(words);
            }
        });
        short[] samples = sound.samples();
        for (int at = 0; at < samples.length; at += STEP) {
            cancellation.throwIfRequested();
            transcriber.accept(Arrays.copyOfRange(samples, at, Math.min(samples.length, at + STEP)));
        }
        transcriber.finish();
        return said.isEmpty() ? new Transcript(List.of()) : said.get(said.size() - 1);
    }
}
