package org.candela.dictation;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;

/** Sound as speech engines take it: mono, signed 16 bit, {@value #SAMPLE_RATE_HZ} Hz. Immutable. */
public final class Pcm {
    public static final int SAMPLE_RATE_HZ = 16_000;
    /** No sound at all. */
    public static final Pcm SILENCE = new Pcm(new short[0]);

    private static final long NANOS = 1_000_000_000L;

    private final short[] samples;

    private Pcm(short[] samples) {
        this.samples = samples;
    }

    /** A copy of {@code samples}. */
    public static Pcm of(short[] samples) {
        return new Pcm(samples.clone());
    }

    /** Of bytes, the low one of each sample first; half a sample at the end is left out. */
    public static Pcm ofBytes(byte[] littleEndian) {
        short[] samples = new short[littleEndian.length / Short.BYTES];
        ByteBuffer.wrap(littleEndian)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer()
                .get(samples);
        return new Pcm(samples);
    }

    /** A copy, the low byte of each sample first. */
    public byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(samples.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples);
        return bytes.array();
    }

    /** A copy of all samples. */
    public short[] samples() {
        return samples.clone();
    }

    /** How many samples there are. */
    public int length() {
        return samples.length;
    }

    /** How long it sounds. */
    public Duration duration() {
        return Duration.ofNanos(samples.length * NANOS / SAMPLE_RATE_HZ);
    }

    /** The part from {@code start} to {@code end}; what lies outside is left out. */
    public Pcm between(Duration start, Duration end) {
        int from = Math.max(0, Math.min(samples.length, at(start)));
        int to = Math.max(from, Math.min(samples.length, at(end)));
        return new Pcm(Arrays.copyOfRange(samples, from, to));
    }

    private static int at(Duration time) {
        long sample = time.toMillis() * SAMPLE_RATE_HZ / 1000;
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE, sample));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pcm pcm && Arrays.equals(samples, pcm.samples);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(samples);
    }

    /** Its length; never what was said. */
    @Override
    public String toString() {
        return "Pcm[" + duration().toMillis() + " ms]";
    }
}
