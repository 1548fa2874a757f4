package org.candela.dictation.engine.vosk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.candela.dictation.SpeechException;
import org.candela.dictation.SpokenWord;
import org.candela.dictation.Transcriber;
import org.candela.dictation.Transcript;
import org.candela.dictation.TranscriptListener;
import org.jspecify.annotations.Nullable;
import org.vosk.Model;
import org.vosk.Recognizer;

/** One model of Vosk; each utterance has a recognizer of its own, whose times so begin at its first sample. */
final class VoskTranscriber implements Transcriber {
    private final Model model;
    private @Nullable Running running;

    VoskTranscriber(Model model) {
        this.model = model;
    }

    /** The utterance at hand. Vosk ends results at pauses; what it ended stays. */
    private static final class Running implements AutoCloseable {
        private final UUID utterance;
        private final TranscriptListener listener;
        private final Recognizer recognizer;
        private final List<SpokenWord> ended = new ArrayList<>();
        private String told = "";

        Running(UUID utterance, TranscriptListener listener, Recognizer recognizer) {
            this.utterance = utterance;
            this.listener = listener;
            this.recognizer = recognizer;
        }

        @Override
        public void close() {
            recognizer.close();
        }
    }

    @Override
    public void start(UUID utterance, TranscriptListener listener) throws SpeechException {
        cancel();
        try {
            Recognizer recognizer = new Recognizer(model, SAMPLE_RATE_HZ);
            recognizer.setWords(true);
            recognizer.setPartialWords(true);
            running = new Running(utterance, listener, recognizer);
        } catch (IOException e) {
            throw new SpeechException("speech.vosk-failed", "Vosk did not begin to listen", e);
        }
    }

    @Override
    public void accept(short[] samples) throws SpeechException {
        Running now = running;
        if (now == null) {
            throw new IllegalStateException("samples come between start and finish");
        }
        if (now.recognizer.acceptWaveForm(samples, samples.length)) {
            now.ended.addAll(VoskResult.words(now.recognizer.getResult()));
        } else {
            List<SpokenWord> soFar = new ArrayList<>(now.ended);
            soFar.addAll(VoskResult.words(now.recognizer.getPartialResult()));
            tell(now, new Transcript(soFar));
        }
    }

    private static void tell(Running now, Transcript soFar) {
        if (!soFar.text().equals(now.told)) {
            now.told = soFar.text();
            now.listener.partial(now.utterance, soFar);
        }
    }

    @Override
    public void finish() throws SpeechException {
        Running now = running;
        running = null;
        if (now != null) {
            try (now) {
                now.ended.addAll(VoskResult.words(now.recognizer.getFinalResult()));
            }
            now.listener.said(now.utterance, new Transcript(now.ended));
        }
    }

    @Override
    public void cancel() {
        Running now = running;
        running = null;
        if (now != null) {
            now.close();
        }
    }

    @Override
    public void close() {
        cancel();
        model.close();
    }
}
