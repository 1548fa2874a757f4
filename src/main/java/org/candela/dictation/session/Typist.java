package org.candela.dictation.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.candela.base.CandelaException;
import org.candela.dictation.Pcm;
import org.candela.dictation.SpeechEngine;
import org.candela.dictation.SpeechException;
import org.candela.dictation.Transcriber;
import org.candela.dictation.Transcript;
import org.candela.dictation.TranscriptListener;
import org.candela.dictation.keep.KeptUtterance;
import org.candela.dictation.keep.Utterances;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has utterances transcribed, one after the other in the order spoken, while they are spoken or from the disk when it is behind.
 * An utterance whose engine fails goes to a new one; when that fails too it waits, and is tried again with the next that is said
 * or when another engine is chosen. The work runs on one thread; questions come from any.
 */
// [impl->req~dictation.catches-up~1]
final class Typist {
    private static final Logger LOG = LoggerFactory.getLogger(Typist.class);
    private static final int BLOCK = Pcm.SAMPLE_RATE_HZ / 10;
    private static final Duration PATIENCE = Duration.ofMillis(250);
    private static final int TRIES = 2;

    private final Utterances utterances;
    private final Troubles troubles;
    private final Executor speech;
    private final Outcome outcome;
    private final List<Job> waiting = new ArrayList<>();
    private SpeechEngine engine;
    private @Nullable Transcriber transcriber;
    private @Nullable SpeechEngine opened;
    private boolean isWorking;
    private volatile boolean isOver;

    /** What comes of it; on the typist's thread or one of the engine's. */
    interface Outcome {
        void partial(String draftId, UUID id, Transcript soFar);

        void said(Job job, Transcript words, String engine);

        void changed();
    }

    /**
     * One to be transcribed.
     *
     * @param live while it is in memory; else it is read from the disk
     */
    record Job(UUID id, String draftId, @Nullable LiveSound live) {}

    Typist(Utterances utterances, SpeechEngine engine, Troubles troubles, Executor speech, Outcome outcome) {
        this.utterances = utterances;
        this.engine = engine;
        this.troubles = troubles;
        this.speech = speech;
        this.outcome = outcome;
    }

    void follow(LiveSound live) {
        add(new Job(live.id(), live.draftId(), live));
        var unused = live.kept().thenRun(() -> settled(live));
    }

    /** What is on the disk is not held in memory too, however long it waits. */
    private synchronized void settled(LiveSound live) {
        waiting.replaceAll(job -> job.live() == live ? new Job(job.id(), job.draftId(), null) : job);
    }

    /** Opens the engine before there is something to transcribe. */
    void warm() {
        work();
    }

    void follow(KeptUtterance kept) {
        add(new Job(kept.id(), kept.draftId(), null));
    }

    private void add(Job job) {
        synchronized (this) {
            waiting.add(job);
        }
        work();
    }

    /** Another engine from now on; what waits is tried with it. */
    void use(SpeechEngine other) {
        synchronized (this) {
            engine = other;
        }
        work();
    }

    synchronized SpeechEngine engine() {
        return engine;
    }

    /** How many are not transcribed yet. */
    synchronized int waiting() {
        return waiting.size();
    }

    /** Whether one is being transcribed. */
    synchronized boolean isWorking() {
        return isWorking;
    }

    void forget(UUID id) {
        synchronized (this) {
            waiting.removeIf(job -> job.id().equals(id));
        }
        outcome.changed();
    }

    /** Ends after the block that it is at; what waits is on the disk. */
    void close() {
        isOver = true;
    }

    private void work() {
        synchronized (this) {
            if (isWorking || isOver) {
                return;
            }
            isWorking = true;
        }
        speech.execute(this::workOff);
    }

    private void workOff() {
        try {
            open();
            Optional<Job> job = first();
            while (job.isPresent() && transcribed(job.orElseThrow())) {
                job = first();
            }
        } finally {
            synchronized (this) {
                isWorking = false;
            }
            if (isOver) {
                closeTranscriber();
            }
            outcome.changed();
        }
    }

    private void open() {
        try {
            Transcriber unused = opened();
        } catch (SpeechException e) {
            failed(e);
        }
    }

    private void failed(SpeechException why) {
        LOG.warn("the speech engine failed [{}]", why.code(), why);
        closeTranscriber();
        troubles.set(Troubles.Source.ENGINE, why.getMessage() + "; what is said waits for an engine");
    }

    private synchronized Optional<Job> first() {
        return isOver ? Optional.empty() : waiting.stream().findFirst();
    }

    /** False when no engine takes it: it waits, and all after it. */
    private boolean transcribed(Job job) {
        for (int i = 0; i < TRIES; i++) {
            try {
                Transcriber open = opened();
                if (open == null) {
                    return false;
                }
                if (!hear(open, job)) {
                    return false;
                }
                troubles.clear(Troubles.Source.ENGINE);
                drop(job);
                return true;
            } catch (SpeechException e) {
                failed(e);
            } catch (CandelaException e) {
                LOG.warn("an utterance cannot be read and is passed over [{}]", e.code(), e);
                troubles.set(Troubles.Source.ENGINE, String.valueOf(e.getMessage()));
                drop(job);
                return true;
            }
        }
        return false;
    }

    private void drop(Job job) {
        synchronized (this) {
            waiting.removeIf(each -> each.id().equals(job.id()));
        }
        outcome.changed();
    }

    private @Nullable Transcriber opened() throws SpeechException {
        SpeechEngine wanted = engine();
        if (transcriber != null && wanted.equals(opened)) {
            return transcriber;
        }
        closeTranscriber();
        transcriber = wanted.open().orElse(null);
        opened = wanted;
        return transcriber;
    }

    private void closeTranscriber() {
        if (transcriber != null) {
            transcriber.close();
            transcriber = null;
        }
    }

    /** False when the process ends in the midst: the utterance waits on the disk. */
    private boolean hear(Transcriber open, Job job) throws CandelaException {
        String by = engine().id();
        open.start(job.id(), new TranscriptListener() {
            @Override
            public void partial(UUID id, Transcript soFar) {
                outcome.partial(job.draftId(), id, soFar);
            }

            @Override
            public void said(UUID id, Transcript words) {
                outcome.said(job, words, by);
            }
        });
        LiveSound live = job.live();
        boolean isWhole = live == null ? read(open, job) : followed(open, live);
        if (isWhole) {
            open.finish();
        } else {
            open.cancel();
        }
        return isWhole;
    }

    private boolean read(Transcriber open, Job job) throws CandelaException {
        return fed(open, utterances.sound(job.id()).samples());
    }

    private boolean followed(Transcriber open, LiveSound live) throws SpeechException {
        int heard = 0;
        while (!live.isOverAt(heard)) {
            short[] more = live.after(heard, PATIENCE);
            if (!fed(open, more)) {
                return false;
            }
            heard += more.length;
        }
        return true;
    }

    private boolean fed(Transcriber open, short[] samples) throws SpeechException {
        for (int at = 0; at < samples.length && !isEnding(); at += BLOCK) {
            open.accept(Arrays.copyOfRange(samples, at, Math.min(samples.length, at + BLOCK)));
        }
        return !isEnding();
    }

    private boolean isEnding() {
        return isOver || Thread.currentThread().isInterrupted();
    }
}
