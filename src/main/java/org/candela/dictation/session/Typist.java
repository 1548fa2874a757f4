package org.candela.dictation.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
 * or when another engine is chosen. One at which the engine fails that understands another after it is passed over: it holds up
 * none of the others, and waits for another engine or the next start. The work runs on one thread; questions come from any.
 */
// [impl->req~dictation.catches-up~1]
final class Typist {
    private static final Logger LOG = LoggerFactory.getLogger(Typist.class);
    private static final int BLOCK = Pcm.SAMPLE_RATE_HZ / 10;
    private static final Duration PATIENCE = Duration.ofMillis(250);
    private static final int TRIES = 2;
    /** So many utterances in a row at which an engine fails show that it is the engine's fault and not theirs. */
    private static final int FAULT_OF_THE_ENGINE = 2;

    private final Utterances utterances;
    private final Troubles troubles;
    private final Executor speech;
    private final Outcome outcome;
    private final List<Job> waiting = new ArrayList<>();
    /** At which the engine failed, and not at others. */
    private final Set<UUID> passedOver = new HashSet<>();

    private SpeechEngine engine;
    private @Nullable Transcriber transcriber;
    private @Nullable SpeechEngine opened;
    private boolean isWorking;
    private volatile EngineState state = EngineState.NOT_LOADED;
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
            state = EngineState.NOT_LOADED;
            passedOver.clear();
        }
        work();
    }

    EngineState load() {
        EngineState now = state;
        if (now == EngineState.NOT_LOADED) {
            warm();
        }
        return now;
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
        boolean wasPassedOver;
        synchronized (this) {
            waiting.removeIf(job -> job.id().equals(id));
            wasPassedOver = passedOver.remove(id);
        }
        if (wasPassedOver) {
            tellPassedOver();
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
            takeInTurn();
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

    private void takeInTurn() {
        Set<UUID> failed = new HashSet<>();
        Optional<Job> job = first(failed);
        while (job.isPresent()) {
            Job taken = job.orElseThrow();
            switch (transcribe(taken)) {
                case DONE -> passOver(failed);
                case FAILED -> failed.add(taken.id());
                case WAITS -> {
                    return;
                }
            }
            job = failed.size() == FAULT_OF_THE_ENGINE ? Optional.empty() : first(failed);
        }
    }

    /** The engine understood another after them. */
    private void passOver(Set<UUID> failed) {
        synchronized (this) {
            passedOver.addAll(failed);
        }
        failed.clear();
        tellPassedOver();
    }

    private void tellPassedOver() {
        boolean areAny;
        synchronized (this) {
            areAny = !passedOver.isEmpty();
        }
        if (areAny) {
            troubles.set(
                    Troubles.Source.ENGINE,
                    "the engine failed at something that was said: play it in the list of what was said, and type it");
        } else {
            troubles.clear(Troubles.Source.ENGINE);
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
        state = EngineState.FAILED;
        troubles.set(Troubles.Source.ENGINE, why.getMessage() + "; what is said waits for an engine");
    }

    private synchronized Optional<Job> first(Set<UUID> failed) {
        return isOver
                ? Optional.empty()
                : waiting.stream()
                        .filter(job -> !failed.contains(job.id()) && !passedOver.contains(job.id()))
                        .findFirst();
    }

    /** What became of an utterance. */
    private enum Turn {
        /** It has its words, or has none that could be read. */
        DONE,
        /** The engine failed at it. */
        FAILED,
        /** There is no engine, or the process ends: all wait. */
        WAITS
    }

    private Turn transcribe(Job job) {
        for (int i = 0; i < TRIES; i++) {
            try {
                Transcriber open = opened();
                if (open == null || !hear(open, job)) {
                    return Turn.WAITS;
                }
                drop(job);
                return Turn.DONE;
            } catch (SpeechException e) {
                failed(e);
            } catch (RuntimeException e) { // what others wrote may break at any sound
                failed(new SpeechException("speech.broken", "the speech engine broke", e));
            } catch (CandelaException e) {
                LOG.warn("an utterance cannot be read and is passed over [{}]", e.code(), e);
                troubles.set(Troubles.Source.DISK, String.valueOf(e.getMessage()));
                drop(job);
                return Turn.DONE;
            }
        }
        return Turn.FAILED;
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
        state = transcriber == null ? EngineState.MISSING : EngineState.LOADED;
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
