package org.candela.dictation.engine.whisper;

import io.github.givimad.whisperjni.WhisperContext;
import io.github.givimad.whisperjni.WhisperFullParams;
import io.github.givimad.whisperjni.WhisperJNI;
import io.github.givimad.whisperjni.WhisperSamplingStrategy;
import java.util.ArrayList;
import java.util.List;
import org.candela.dictation.Pcm;
import org.candela.dictation.SpeechException;
import org.candela.dictation.SpokenWord;
import org.candela.dictation.Transcript;
import org.candela.dictation.engine.SecondPass;

/** One model of whisper.cpp. */
final class WhisperSecondPass implements SecondPass {
    private static final float FULL_SCALE = 32_768;
    /** Times of segments are in units of 10 ms. */
    private static final long UNIT_MILLIS = 10;

    private final WhisperJNI library;
    private final WhisperContext context;
    private final int threads;

    WhisperSecondPass(WhisperJNI library, WhisperContext context, int threads) {
        this.library = library;
        this.context = context;
        this.threads = threads;
    }

    @Override
    public Transcript listen(Pcm sound, Transcript before) throws SpeechException {
        float[] samples = floats(sound.samples());
        if (library.full(context, parameters(), samples, samples.length) != 0) {
            throw new SpeechException("speech.whisper-failed", "whisper gave up on this utterance");
        }
        List<SpokenWord> words = new ArrayList<>();
        for (int segment = 0; segment < library.fullNSegments(context); segment++) {
            words.addAll(WhisperWords.of(
                    library.fullGetSegmentText(context, segment),
                    library.fullGetSegmentTimestamp0(context, segment) * UNIT_MILLIS,
                    library.fullGetSegmentTimestamp1(context, segment) * UNIT_MILLIS));
        }
        return new Transcript(words);
    }

    private WhisperFullParams parameters() {
        WhisperFullParams parameters = new WhisperFullParams(WhisperSamplingStrategy.GREEDY);
        parameters.nThreads = threads;
        parameters.language = "en";
        parameters.noContext = true;
        parameters.suppressBlank = true;
        parameters.suppressNonSpeechTokens = true;
        parameters.printProgress = false;
        parameters.printTimestamps = false;
        return parameters;
    }

    private static float[] floats(short[] samples) {
        float[] floats = new float[samples.length];
        for (int at = 0; at < samples.length; at++) {
            floats[at] = samples[at] / FULL_SCALE;
        }
        return floats;
    }

    @Override
    public void close() {
        context.close();
    }
}
