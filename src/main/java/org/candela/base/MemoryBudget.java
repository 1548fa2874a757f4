package org.candela.base;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The one account of large memory: who holds how many bytes, and how many each may hold.
 *
 * <p>Counts what is told to it; it neither gives memory nor takes it. Safe from any thread.
 */
// [impl->req~base.memory-account~1]
public final class MemoryBudget {
    private final Limits limits;
    private final Map<Use, Account> accounts = new EnumMap<>(Use.class);

    /** What memory is held for. */
    public enum Use {
        /** Decoded frames outside the heap. */
        FRAMES,
        /** Decoded frames on the heap, being drawn or measured. */
        WORKING,
        /** Bytes of frames read and not yet decoded. */
        CODED,
        /** Pictures on screens and on their way there. */
        SURFACES,
        /** Small pictures of series. */
        THUMBNAILS
    }

    /**
     * What the machine and the launch allow, bytes.
     *
     * @param physical memory of the machine, or of the container
     * @param heap most that the heap may grow to ({@code -Xmx})
     * @param direct most that buffers outside the heap may take ({@code -XX:MaxDirectMemorySize}, else as the heap)
     */
    public record Limits(long physical, long heap, long direct) {
        public Limits {
            if (physical < 1 || heap < 1 || direct < 1) {
                throw new IllegalArgumentException("no memory: " + physical + ", " + heap + ", " + direct);
            }
        }
    }

    /** What one use holds and may hold, bytes. */
    public record Holding(Use use, long heldBytes, long limitBytes) {}

    /** The bytes of one use. */
    public static final class Account {
        private final long limitBytes;
        private final AtomicLong held = new AtomicLong();

        private Account(long limitBytes) {
            this.limitBytes = limitBytes;
        }

        /** Most that should be held. */
        public long limitBytes() {
            return limitBytes;
        }

        /** Held now. */
        public long heldBytes() {
            return held.get();
        }

        /** Tells that {@code bytes} more are held. */
        public void add(long bytes) {
            held.addAndGet(bytes);
        }

        /** Tells that {@code bytes} fewer are held. */
        public void remove(long bytes) {
            held.addAndGet(-bytes);
        }
    }

    /** Shares {@code limits} among the uses. */
    public MemoryBudget(Limits limits) {
        this.limits = limits;
        for (Use use : Use.values()) {
            accounts.put(use, new Account(share(use, limits)));
        }
    }

    /** Of memory outside the heap nine tenths and never more than half the machine is for frames; the heap is for all else. */
    private static long share(Use use, Limits limits) {
        return Math.max(
                1,
                switch (use) {
                    case FRAMES -> Math.min(limits.direct() / 10 * 9, limits.physical() / 2);
                    case WORKING -> limits.heap() / 5;
                    case CODED -> limits.heap() / 16;
                    case SURFACES -> limits.heap() / 4;
                    case THUMBNAILS -> limits.heap() / 32;
                });
    }

    /** What the machine and the launch allow. */
    public Limits limits() {
        return limits;
    }

    /** The account of one use. */
    public Account account(Use use) {
        return Objects.requireNonNull(accounts.get(use));
    }

    /** What everybody holds now. */
    public List<Holding> holdings() {
        return Arrays.stream(Use.values())
                .map(use ->
                        new Holding(use, account(use).heldBytes(), account(use).limitBytes()))
                .toList();
    }
}
