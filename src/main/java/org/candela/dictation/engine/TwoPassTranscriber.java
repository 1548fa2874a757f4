package org.candela.dictation.engine;

import java.util.Arrays;
import java.util.UUID;
import org.candela.dictation.Pcm;
import org.candela.dictation.SpeechException;
import org.candela.dictation.Transcriber;
import org.candela.dictation.Transcript;
import org.candela.dictation.TranscriptListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Words while somebody speaks by one engine, and the words that stay by another, which hears the whole utterance again. Where
 * the second fails, the first heard no words, or the utterance is longer than {@value #LONGEST_SECONDS} s, what the first heard
 * stays.
 */
// [impl->req~dictation.two-passes~1]
public final class TwoPassTranscriber implements Transcriber {
    /** Of sound that is held for the second pass: 9.6 MB. */
    static final int LONGEST_SECONDS = 300;

    private static final Logger LOG = LoggerFactory.getLogger(TwoPassTranscriber.class);

    private final Transcriber first;
    private final SecondPass second;
    private short[] heard = new short[SAMPLE_RATE_HZ];
    private int length;

    public TwoPassTranscriber(Transcriber first, SecondPass second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public void start(UUID utterance, TranscriptListener listener) throws SpeechException {
        length = 0;
        first.start(utterance, new TranscriptListener() {
            @Override
            public void partial(UUID heardAs, Transcript soFar) {
                listener.partial(heardAs, soFar);
            }

            @Override
            public void said(UUID heardAs, Transcript words) {
                listener.said(heardAs, again(words));
            }
        });
    }

    @Override
    public void accept(short[] samples) throws SpeechException {
        first.accept(samples);
        int room = SAMPLE_RATE_HZ * LONGEST_SECONDS + 1;
        int taken = Math.min(samples.length, room - length);
        if (length + taken > heard.length) {
            heard = Arrays.copyOf(heard, Math.min(room, 2 * (length + taken)));
        }
        System.arraycopy(samples, 0, heard, length, taken);
        length += taken;
    }

    private Transcript again(Transcript words) {
        if (words.words().isEmpty() || length > SAMPLE_RATE_HZ * LONGEST_SECONDS) {
            return words;
        }
        try {
            return second.listen(Pcm.of(Arrays.copyOf(heard, length)), words);
        } catch (SpeechException e) {
            LOG.warn("second pass failed [{}]; the words of the first stay", e.code(), e);
            return words;
        }
    }

    @Override
    public void finish() throws SpeechException {
        first.finish();
    }

    @Override
    public void cancel() {
        first.cancel();
        length = 0;
    }

    @Override
    public void close() {
        first.close();
        second.close();
        heard = new short[SAMPLE_RATE_HZ];
    }
}
