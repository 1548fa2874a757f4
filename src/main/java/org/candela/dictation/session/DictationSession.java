package org.candela.dictation.session;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.candela.base.Async;
import org.candela.base.CandelaException;
import org.candela.dictation.Dictation;
import org.candela.dictation.DictationStanding;
import org.candela.dictation.DictationStanding.State;
import org.candela.dictation.Pcm;
import org.candela.dictation.SpeechEngine;
import org.candela.dictation.SpokenSpan;
import org.candela.dictation.Transcript;
import org.candela.dictation.TranscriptListener;
import org.candela.dictation.VoiceDetector;
import org.candela.dictation.keep.KeptUtterance;
import org.candela.dictation.keep.Recovery;
import org.candela.dictation.keep.Utterances;
import org.candela.dictation.sound.LevelMeter;
import org.candela.dictation.sound.Microphone;
import org.candela.dictation.sound.Recorder;
import org.candela.dictation.sound.SoundPlayer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Dictation of one reader. The recorder hands each frame to an utterance in memory and never waits; the keeper writes that to the
 * disk, the typist has it transcribed, each at its own pace: nothing is dropped when one of them is slow or fails.
 *
 * <p>Any thread; no call waits. Listeners are called on the threads of the session.
 */
// [impl->req~dictation.session~1]
public final class DictationSession implements Dictation, AutoCloseable {
    /** Heard before and after what is asked for: a word alone is hard to understand. */
    static final Duration AROUND = Duration.ofMillis(200);

    private static final Logger LOG = LoggerFactory.getLogger(DictationSession.class);

    private final Means means;
    private final Threads threads;
    private final Troubles troubles = new Troubles();
    private final Relay relay = new Relay();
    private final Recorder recorder;
    private final Keeper keeper;
    private final Typist typist;
    private final Ear ear;
    /** Whose words a listener of this process was given. */
    private final Set<UUID> told = ConcurrentHashMap.newKeySet();
    /** Whose words are in a draft on the disk; the store may hear of the words only later. */
    private final Set<UUID> taken = ConcurrentHashMap.newKeySet();

    private final Set<UUID> discarded = ConcurrentHashMap.newKeySet();
    private final List<Consumer<DictationStanding>> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<KeptWords>> heard = new CopyOnWriteArrayList<>();
    private volatile boolean isTalking;
    private @Nullable Microphone microphone;
    private DictationStanding standing = DictationStanding.IDLE;

    /**
     * What it works with.
     *
     * @param detector makes one for each recording
     */
    public record Means(
            Utterances utterances,
            SpeechEngine engine,
            Supplier<VoiceDetector> detector,
            SoundPlayer player,
            Clock clock) {}

    /**
     * Where it works.
     *
     * @param sound the recorder's, for itself
     * @param keep one thread, that may wait for the disk
     * @param speech one thread, that may wait for the engine
     * @param aside for what a person asks for
     */
    public record Threads(Executor sound, ScheduledExecutorService keep, Executor speech, Executor aside) {}

    /** An utterance that was transcribed; {@code engine} as in {@link SpeechEngine#id}. */
    public record KeptWords(UUID id, String draftId, Transcript words, String engine) {}

    public DictationSession(Means means, Threads threads) {
        this.means = means;
        this.threads = threads;
        this.ear = new Ear(new Splitter(means.detector().get(), this::next, this::unheard), troubles, this::changed);
        this.recorder = new Recorder(threads.sound(), ear);
        this.keeper = new Keeper(means.utterances(), troubles, threads.keep(), this::changed);
        this.typist = new Typist(means.utterances(), means.engine(), troubles, threads.speech(), new Typing());
    }

    /** Takes up what an earlier process left. */
    public void begin() {
        threads.keep().execute(this::recover);
    }

    private void recover() {
        try {
            Recovery.Found found = new Recovery(means.utterances()).run();
            if (!found.mended().isEmpty()) {
                LOG.info(
                        "{} utterances of an earlier session were mended",
                        found.mended().size());
            }
            means.utterances().waiting().stream()
                    .filter(kept -> keeper.find(kept.id()).isEmpty())
                    .forEach(typist::follow);
        } catch (CandelaException e) {
            LOG.warn("what an earlier session left cannot be taken up [{}]", e.code(), e);
            troubles.set(Troubles.Source.DISK, String.valueOf(e.getMessage()));
        }
        changed();
    }

    /** Listens to another microphone from now on. */
    public synchronized void choose(Microphone other) {
        microphone = other;
        troubles.clear(Troubles.Source.MICROPHONE);
        if (relay.aim() != null) {
            recorder.listen(other);
        }
    }

    /** Another engine from now on; what waits is transcribed by it. */
    public void use(SpeechEngine engine) {
        typist.use(engine);
        changed();
    }

    /** How far the engine is; one that is not loaded is loaded aside. */
    public EngineState load() {
        return typist.load();
    }

    /** Which engine there is, or why there is none. */
    public String engine() {
        return typist.engine().standing();
    }

    @Override
    public void aim(String draftId, TranscriptListener listener) {
        Relay.Aim before = relay.aim(new Relay.Aim(draftId, listener));
        if (before != null && !before.draftId().equals(draftId)) {
            hush(); // a sentence belongs to the report it was begun for
        }
        if (before == null) {
            listen();
        }
        typist.warm();
        threads.aside().execute(() -> tellAgain(draftId));
        changed();
    }

    private synchronized void listen() {
        if (microphone != null) {
            recorder.listen(microphone);
        }
    }

    @Override
    public void rest() {
        Relay.Aim unused = relay.aim(null);
        isTalking = false;
        recorder.rest();
        changed();
    }

    /** Those whose words no draft has; what waits for an engine is told when it has them. */
    private void tellAgain(String draftId) {
        try {
            for (KeptUtterance kept : means.utterances().of(draftId)) {
                if (kept.state() == KeptUtterance.State.HEARD && told.add(kept.id())) {
                    Transcript words = new Transcript(means.utterances().words(kept.id()));
                    if (!relay.said(draftId, kept.id(), words)) {
                        told.remove(kept.id());
                    }
                }
            }
        } catch (CandelaException e) {
            LOG.warn("what was said for a report before cannot be told again [{}]", e.code(), e);
            troubles.set(Troubles.Source.DISK, String.valueOf(e.getMessage()));
            changed();
        }
    }

    @Override
    public void talk() {
        if (relay.aim() == null) {
            return;
        }
        if (isDeaf()) {
            troubles.set(Troubles.Source.MICROPHONE, "there is no microphone: plug one in and choose it");
        } else if (keeper.isFull()) {
            troubles.set(
                    Troubles.Source.DISK,
                    "nothing more is recorded: half an hour waits in memory for the disk; make room on it first");
        } else {
            isTalking = true;
            recorder.begin();
        }
        changed();
    }

    private synchronized boolean isDeaf() {
        return microphone == null;
    }

    @Override
    public void hush() {
        isTalking = false;
        recorder.end();
        changed();
    }

    /** Talks where it hushed, and the other way round. */
    public void toggle() {
        if (isTalking) {
            hush();
        } else {
            talk();
        }
    }

    @Override
    public void taken(UUID utterance) {
        taken.add(utterance);
        aside("kept as taken", () -> means.utterances().taken(utterance));
    }

    @Override
    public void discard(UUID utterance) {
        discarded.add(utterance);
        typist.forget(utterance);
        Runnable delete = () -> aside("deleted", () -> means.utterances().discard(utterance));
        keeper.find(utterance)
                .ifPresentOrElse(
                        live -> {
                            var unused = live.kept().thenRun(delete);
                        },
                        delete);
    }

    // [impl->req~dictation.replay~1]
    @Override
    public void replay(SpokenSpan span) {
        Duration start = span.start().compareTo(AROUND) <= 0
                ? Duration.ZERO
                : span.start().minus(AROUND);
        aside("played", () -> means.player()
                .play(sound(span.utterance()).between(start, span.end().plus(AROUND))));
    }

    /** Plays all of an utterance. */
    public void replay(UUID utterance) {
        aside("played", () -> means.player().play(sound(utterance)));
    }

    /** Stops what plays. */
    public void stopReplay() {
        means.player().stop();
    }

    private Pcm sound(UUID id) throws CandelaException {
        var live = keeper.find(id);
        return live.isPresent()
                ? live.orElseThrow().sound()
                : means.utterances().sound(id);
    }

    private void aside(String what, Async.Step step) {
        threads.aside().execute(() -> {
            try {
                step.run();
            } catch (CandelaException e) {
                LOG.warn("an utterance was not {} [{}]", what, e.code(), e);
            }
        });
    }

    @Override
    public void onChange(Consumer<DictationStanding> listener) {
        listeners.add(listener);
        listener.accept(now());
    }

    /** Told of the level of each frame; on the recorder's thread. */
    public void onLevel(Consumer<LevelMeter.Reading> listener) {
        ear.onLevel(listener);
    }

    /** Told of each utterance that was transcribed, whichever report it belongs to; on an engine's thread. */
    public void onHeard(Consumer<KeptWords> listener) {
        heard.add(listener);
    }

    private LiveSound begun() {
        LiveSound live = new LiveSound(
                UUID.randomUUID(), relay.lastAim().draftId(), means.clock().instant());
        keeper.follow(live);
        return live;
    }

    /** A recording in which no voice was noticed is kept to be heard again; no engine makes words of noise. Recorder's thread. */
    private void unheard(List<short[]> frames) {
        LiveSound live = begun();
        frames.forEach(live::append);
        live.end();
        new Typing().said(new Typist.Job(live.id(), live.draftId(), live), new Transcript(List.of()), "");
    }

    /** A voice is heard: recorder's thread. */
    private LiveSound next() {
        LiveSound live = begun();
        relay.began(live);
        typist.follow(live);
        return live;
    }

    private DictationStanding now() {
        State state;
        if (isTalking) {
            state = ear.isHearing() ? State.HEARING : State.LISTENING;
        } else {
            state = typist.isWorking() && typist.waiting() > 0 ? State.CATCHING_UP : State.IDLE;
        }
        int beingSaid = state == State.HEARING ? 1 : 0;
        return new DictationStanding(state, Math.max(0, typist.waiting() - beingSaid), troubles.text());
    }

    private void changed() {
        DictationStanding now = now();
        synchronized (this) {
            if (now.equals(standing)) {
                return;
            }
            standing = now;
        }
        listeners.forEach(listener -> listener.accept(now));
    }

    /** The microphone goes off; what was said is on the disk, what is not transcribed waits there. */
    @Override
    public void close() {
        rest();
        typist.close();
        means.player().stop();
    }

    /** Hears the typist. */
    private final class Typing implements Typist.Outcome {
        @Override
        public void partial(String draftId, UUID id, Transcript soFar) {
            relay.partial(draftId, id, soFar);
        }

        @Override
        public void said(Typist.Job job, Transcript words, String engine) {
            if (discarded.contains(job.id())) {
                return;
            }
            LiveSound live = job.live();
            if (live == null) {
                keepWords(job, words, engine);
            } else {
                var unused = live.kept().thenRun(() -> keepWords(job, words, engine));
            }
            if (told.add(job.id()) && !relay.said(job.draftId(), job.id(), words)) {
                told.remove(job.id());
            }
            heard.forEach(listener -> listener.accept(new KeptWords(job.id(), job.draftId(), words, engine)));
        }

        private void keepWords(Typist.Job job, Transcript words, String engine) {
            try {
                means.utterances().heard(job.id(), words, engine);
                if (words.words().isEmpty() || taken.contains(job.id())) {
                    means.utterances().taken(job.id());
                }
            } catch (CandelaException e) {
                LOG.warn("the words of an utterance are not kept; it is transcribed again [{}]", e.code(), e);
            }
        }

        @Override
        public void changed() {
            DictationSession.this.changed();
        }
    }
}
