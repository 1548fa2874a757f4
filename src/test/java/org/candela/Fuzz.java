package org.candela;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * The one loop of all fuzz tests: mutated inputs by number, each read on a watched thread within limits of time and memory.
 *
 * <pre>{@code
 * Fuzz.slice("codec.jpeg-ls", 2000)
 *         .allowing(CodecException.class)
 *         .run(seeds, Mutator::mutated, (input, random) -> JpegLsDecoder.decode(input))
 *         .requireBothOutcomes();
 * }</pre>
 *
 * <p>An input ends well with a result or with one of the allowed exceptions. Anything else (a further exception, an error, a
 * failed assertion, too long, too much memory) is a finding: the run goes on to find more of them and then fails with the
 * seed's name, the number and the file below {@code target/fuzz} that keeps the input. The same number gives the same input,
 * whatever ran before. What came of a slice stands in {@code target/fuzz/SLICE.tsv}. Properties:
 *
 * <ul>
 *   <li>{@code candela.fuzz.only=SLICE#NUMBER} repeats one input of one slice and skips all other slices;
 *   <li>{@code candela.fuzz.times=N} tries N times as many inputs in every slice (1);
 *   <li>{@code candela.fuzz.first=N} begins at that number (0): for other inputs than those of every day.
 * </ul>
 */
public final class Fuzz {
    private final String slice;
    private final int count;
    private final Limits limits;
    private final List<Class<?>> allowed;

    private Fuzz(String slice, int count, Limits limits, List<Class<?>> allowed) {
        this.slice = slice;
        this.count = count;
        this.limits = limits;
        this.allowed = allowed;
    }

    /** What is mutated, read when its turn comes. The name is said in findings. */
    public record Seed(String name, Supplier<byte[]> content) {
        public Seed(String name, byte[] bytes) {
            this(name, () -> bytes);
        }
    }

    /** Damages a copy of a seed; takes all chance from {@code random}. */
    public interface Mutation {
        byte[] mutated(byte[] seed, Random random);
    }

    /** What is tested: gives a result, or throws. All its chance comes from {@code random}, which the mutation used before. */
    public interface Reading {
        @Nullable
        Object read(byte[] input, Random random) throws Exception;
    }

    /**
     * Bounds of one input.
     *
     * @param processor time that the reading thread may compute; unlike time of the clock it is the same on a busy machine
     * @param clock time after which the thread is taken as waiting for ever
     * @param bytes most that the reading thread may allocate in all, whether still in use or not
     */
    public record Limits(Duration processor, Duration clock, long bytes) {
        /** 2 s of one processor, 256 MiB. */
        public static final Limits USUAL = new Limits(Duration.ofSeconds(2), Duration.ofSeconds(30), 256L << 20);
    }

    /**
     * A part of the tests under one name, with limits as usual and no exception allowed.
     *
     * @param slice unique among all fuzz tests, e.g. {@code codec.jpeg-ls}
     * @param count inputs on an ordinary day
     */
    public static Fuzz slice(String slice, int count) {
        return new Fuzz(slice, count, Limits.USUAL, List.of());
    }

    /** The same with other bounds. */
    public Fuzz within(Limits other) {
        return new Fuzz(slice, count, other, allowed);
    }

    /** The same with the exceptions that refuse an input as it should be. Sub-classes count. */
    public Fuzz allowing(Class<?>... refusals) {
        return new Fuzz(slice, count, limits, List.of(refusals));
    }

    /** Tries the seeds by turns; fails with every finding. Skips the test where only another slice is asked for. */
    public FuzzReport run(List<Seed> seeds, Mutation mutation, Reading reading) {
        assertTrue(!seeds.isEmpty(), "no seeds for " + slice);
        FuzzReport report =
                new FuzzLoop(slice, limits, allowed).run(range(), new FuzzLoop.Subject(seeds, mutation, reading));
        report.requireNoFindings();
        return report;
    }

    private FuzzLoop.Range range() {
        String only = System.getProperty("candela.fuzz.only", "");
        if (!only.isEmpty()) {
            int hash = only.lastIndexOf('#');
            assertTrue(hash > 0, "candela.fuzz.only must be SLICE#NUMBER: " + only);
            Assumptions.assumeTrue(only.substring(0, hash).equals(slice), "only " + only + " is asked for");
            return new FuzzLoop.Range(Integer.parseInt(only.substring(hash + 1)), 1);
        }
        return new FuzzLoop.Range(
                Integer.getInteger("candela.fuzz.first", 0), count * Integer.getInteger("candela.fuzz.times", 1));
    }
}
