package org.candela.dictation.sound;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import org.candela.dictation.VoiceDetector;

/**
 * Hears a microphone as long as a report is on the desk. The last {@value #PRE_ROLL_MS} ms are held in memory, so that a word
 * which began before the key went down is whole; what is said in the {@value #POST_ROLL_MS} ms after {@link #end} still belongs
 * to it. A microphone that is lost is told at once and opened again as soon as it is back.
 *
 * <p>Any thread; the listener is called on the recorder's own, in whose loop nothing waits for a disk or an engine.
 */
// [impl->req~dictation.recorder~1]
public final class Recorder implements AutoCloseable {
    static final int PRE_ROLL_MS = 300;
    static final int POST_ROLL_MS = 200;

    private static final int FRAME_MS = 20;
    private static final Duration PATIENCE = Duration.ofMillis(100);
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);
    private static final long LOOK_NANOS = 20_000_000;

    private final Executor thread;
    private final Listener listener;
    private final Duration againAfter;
    private volatile boolean isWanted;
    /** Each microphone that is listened to has its number: a loop whose number is old ends. */
    private volatile long generation;

    /** Receives sound. On the recorder's thread: hand over, do not work here. */
    public interface Listener {
        /** Sound follows that is to be kept, at first what was said just before. */
        void began();

        /** The next {@link VoiceDetector#FRAME} samples; the array is the receiver's. */
        void sound(short[] frame);

        /** No more follows. */
        void ended();

        /** Of each frame, also of those that are not kept. */
        void level(LevelMeter.Reading reading);

        /** The microphone cannot be heard, in the midst or from the start; {@link #ended} was told before. */
        void lost(SoundException why);

        /** It can be heard, at first or again. */
        void found();
    }

    /** @param thread one that this recorder has to itself while it listens */
    public Recorder(Executor thread, Listener listener) {
        this(thread, listener, AGAIN_AFTER);
    }

    /** @param againAfter how long a lost microphone is let alone */
    Recorder(Executor thread, Listener listener, Duration againAfter) {
        this.thread = thread;
        this.listener = listener;
        this.againAfter = againAfter;
    }

    /** Listens to this microphone from now on, in place of another. */
    public synchronized void listen(Microphone microphone) {
        generation++;
        long mine = generation;
        thread.execute(() -> run(microphone, mine));
    }

    /** Listens to nothing; what was begun is ended. */
    public synchronized void rest() {
        isWanted = false;
        generation++;
    }

    /** Keeps what is heard from now on. */
    public void begin() {
        isWanted = true;
    }

    /** Keeps no more. */
    public void end() {
        isWanted = false;
    }

    @Override
    public void close() {
        rest();
    }

    private boolean isCurrent(long mine) {
        return generation == mine;
    }

    private void run(Microphone microphone, long mine) {
        while (isCurrent(mine)) {
            Ear ear = new Ear();
            try (Microphone.Open open = microphone.open()) {
                if (isCurrent(mine)) {
                    listener.found();
                }
                ear.hear(open, mine);
                ear.stop();
            } catch (SoundException e) {
                lose(ear, mine, e);
            } catch (RuntimeException e) { // a loop that ends in silence would look as if it still listened
                lose(
                        ear,
                        mine,
                        new SoundException("sound.broken", "the microphone cannot be heard: choose it again", e));
            }
        }
    }

    private void lose(Ear ear, long mine, SoundException why) {
        ear.stop();
        if (isCurrent(mine)) {
            listener.lost(why);
        }
        pause(mine);
    }

    private void pause(long mine) {
        long end = System.nanoTime() + againAfter.toNanos();
        while (isCurrent(mine) && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(LOOK_NANOS);
            if (Thread.currentThread().isInterrupted()) {
                rest();
            }
        }
    }

    /** One opening of one microphone. */
    private final class Ear {
        private final Deque<short[]> before = new ArrayDeque<>();
        private final LevelMeter meter = new LevelMeter();
        private final short[] frame = new short[VoiceDetector.FRAME];
        private int filled;
        private boolean isKeeping;
        private int after;
        /** Told with the first frame that is kept, whenever the key went down. */
        private Runnable beginning = () -> {};

        void hear(Microphone.Open open, long mine) throws SoundException {
            beginning = open::began;
            SoundFormat format = open.format();
            Resampler resampler = new Resampler(format);
            byte[] bytes = new byte[format.rateHz() * FRAME_MS / 1000 * format.frameBytes()];
            while (isCurrent(mine) && !Thread.currentThread().isInterrupted()) {
                int count = open.read(bytes, PATIENCE);
                for (short sample : resampler.take(bytes, count)) {
                    take(sample);
                }
            }
        }

        private void take(short sample) {
            frame[filled] = sample;
            filled++;
            if (filled == frame.length) {
                filled = 0;
                take(frame.clone());
            }
        }

        private void take(short[] heard) {
            keep(heard);
            listener.level(meter.take(heard));
        }

        private void keep(short[] heard) {
            if (isWanted && !isKeeping) {
                start();
            }
            if (isKeeping) {
                listener.sound(heard);
                after = isWanted ? 0 : after + FRAME_MS;
                if (after >= POST_ROLL_MS) {
                    stop();
                }
                return;
            }
            before.addLast(heard);
            if (before.size() > PRE_ROLL_MS / FRAME_MS) {
                before.removeFirst();
            }
        }

        private void start() {
            isKeeping = true;
            after = 0;
            beginning.run();
            listener.began();
            before.forEach(listener::sound);
            before.clear();
        }

        void stop() {
            if (isKeeping) {
                isKeeping = false;
                listener.ended();
            }
        }
    }
}
