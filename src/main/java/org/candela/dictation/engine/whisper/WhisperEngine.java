package org.candela.dictation.engine.whisper;

import io.github.givimad.whisperjni.WhisperContext;
import io.github.givimad.whisperjni.WhisperJNI;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.candela.dictation.SpeechEngine;
import org.candela.dictation.SpeechException;
import org.candela.dictation.Transcriber;
import org.candela.dictation.engine.SecondPass;
import org.candela.dictation.engine.TwoPassTranscriber;

/**
 * Words while somebody speaks by another engine, the words that stay by whisper.cpp, which hears in windows of 30 s and makes up
 * sentences in silence: it is given utterances alone, and only those in which the first engine heard words. Commands are read
 * from its words as from any other's. The model lies outside the heap, about as large as its file.
 */
// [impl->req~dictation.whisper~1]
public final class WhisperEngine implements SpeechEngine {
    private static final String WHAT_TO_DO =
            "; choose a model file of whisper.cpp, as ggml-small.en.bin (scripts/speech-model fetches one), or the"
                    + " built-in engine";

    private final SpeechEngine first;
    private final Path model;
    private final int threads;

    /**
     * Whisper behind another engine.
     *
     * @param threads that whisper.cpp may use, at least 1
     */
    public WhisperEngine(SpeechEngine first, Path model, int threads) {
        this.first = first;
        this.model = model;
        this.threads = threads;
    }

    @Override
    public String id() {
        return first.id() + "+whisper-" + model.getFileName();
    }

    @Override
    public String standing() {
        return lack().map(lack -> "Whisper: " + lack + WHAT_TO_DO)
                .orElseGet(() -> first.standing() + ", then whisper with " + model.getFileName());
    }

    private Optional<String> lack() {
        return WhisperModelFile.lack(model);
    }

    @Override
    public Optional<Transcriber> open() throws SpeechException {
        if (lack().isPresent()) {
            return Optional.empty();
        }
        SecondPass whisper = whisper();
        Optional<Transcriber> streaming = first.open();
        if (streaming.isEmpty()) {
            whisper.close();
        }
        return streaming.map(heard -> new TwoPassTranscriber(heard, whisper));
    }

    private SecondPass whisper() throws SpeechException {
        try {
            WhisperJNI.loadLibrary();
            WhisperJNI.setLibraryLogger(null);
            WhisperJNI library = new WhisperJNI();
            WhisperContext context = library.init(model);
            if (context == null) {
                throw new SpeechException("speech.bad-model", "whisper cannot read " + model + WHAT_TO_DO);
            }
            return new WhisperSecondPass(library, context, threads);
        } catch (IOException e) {
            throw new SpeechException("speech.bad-model", "whisper cannot read " + model + WHAT_TO_DO, e);
        } catch (UnsatisfiedLinkError e) {
            throw new SpeechException(
                    "speech.no-library", "whisper has no library for this machine; use the built-in engine", e);
        }
    }
}
