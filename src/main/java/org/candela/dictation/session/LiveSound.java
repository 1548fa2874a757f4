package org.candela.dictation.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.candela.dictation.Pcm;
import org.candela.dictation.VoiceDetector;

/**
 * An utterance while it is spoken: the recorder appends and never waits, the disk and the engine follow, each at its own pace.
 * Safe from any thread.
 */
final class LiveSound {
    /** Of one utterance: what is longer is cut into several, without a gap. */
    static final int MOST_SAMPLES = 120 * Pcm.SAMPLE_RATE_HZ;

    private final UUID id;
    private final String draftId;
    private final Instant start;
    private final CompletableFuture<Void> kept = new CompletableFuture<>();
    private short[] samples = new short[Pcm.SAMPLE_RATE_HZ];
    private int count;
    private boolean isOver;

    LiveSound(UUID id, String draftId, Instant start) {
        this.id = id;
        this.draftId = draftId;
        this.start = start;
    }

    UUID id() {
        return id;
    }

    String draftId() {
        return draftId;
    }

    Instant start() {
        return start;
    }

    /** Completes when the whole of it is on the disk and in the store; on the thread that keeps it. */
    CompletableFuture<Void> kept() {
        return kept;
    }

    synchronized void append(short[] frame) {
        if (count + frame.length > samples.length) {
            samples = Arrays.copyOf(samples, samples.length * 2);
        }
        System.arraycopy(frame, 0, samples, count, frame.length);
        count += frame.length;
        notifyAll();
    }

    synchronized boolean isFull() {
        return count + VoiceDetector.FRAME > MOST_SAMPLES;
    }

    synchronized void end() {
        isOver = true;
        notifyAll();
    }

    synchronized Pcm sound() {
        return Pcm.of(Arrays.copyOf(samples, count));
    }

    synchronized int length() {
        return count;
    }

    /**
     * What came after the first {@code from} samples; waits for it as long as {@code patience}.
     *
     * @return empty when nothing came meanwhile, or when it is over
     */
    synchronized short[] after(int from, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (count <= from && !isOver) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return new short[0];
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new short[0];
            }
        }
        return Arrays.copyOfRange(samples, Math.min(from, count), count);
    }

    /** Whether the first {@code from} samples are all there will be. */
    synchronized boolean isOverAt(int from) {
        return isOver && count <= from;
    }
}
