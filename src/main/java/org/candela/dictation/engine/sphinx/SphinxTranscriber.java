package org.candela.dictation.engine.sphinx;

import java.util.Optional;
import java.util.UUID;
import org.candela.dictation.SpeechException;
import org.candela.dictation.Transcriber;
import org.candela.dictation.Transcript;
import org.candela.dictation.TranscriptListener;
import org.jspecify.annotations.Nullable;

/** Words while somebody speaks, by a narrow search; told whenever {@value #PARTIAL_SAMPLES} more samples were heard. */
// [impl->req~dictation.partials~1]
final class SphinxTranscriber implements Transcriber {
    /** 300 ms of sound. */
    private static final int PARTIAL_SAMPLES = SAMPLE_RATE_HZ * 3 / 10;

    private final SphinxSearch search;
    private @Nullable Running running;

    SphinxTranscriber(SphinxSearch search) {
        this.search = search;
    }

    /** The utterance at hand. */
    private static final class Running {
        private final UUID utterance;
        private final TranscriptListener listener;
        private int untold;
        private String told = "";

        Running(UUID utterance, TranscriptListener listener) {
            this.utterance = utterance;
            this.listener = listener;
        }
    }

    @Override
    public void start(UUID utterance, TranscriptListener listener) {
        cancel();
        search.begin();
        running = new Running(utterance, listener);
    }

    @Override
    public void accept(short[] samples) throws SpeechException {
        Running now = Optional.ofNullable(running)
                .orElseThrow(() -> new IllegalStateException("samples come between start and finish"));
        SphinxFaults.guard(() -> search.add(samples));
        now.untold += samples.length;
        if (now.untold >= PARTIAL_SAMPLES) {
            now.untold = 0;
            tell(now);
        }
    }

    private void tell(Running now) throws SpeechException {
        Transcript soFar = SphinxFaults.guarded(() -> SphinxHearing.partial(search.soFar(), search.originMillis()));
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
            Transcript words = SphinxFaults.guarded(() -> SphinxHearing.partial(search.end(), search.originMillis()));
            now.listener.said(now.utterance, words);
        }
    }

    @Override
    public void cancel() {
        running = null;
        search.stop();
    }

    @Override
    public void close() {
        cancel();
    }
}
