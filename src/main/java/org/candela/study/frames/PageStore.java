package org.candela.study.frames;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Samples outside the heap, in pages of one size: whatever is given back fits the next, so nothing is ever moved.
 *
 * <p>Memory is taken from the machine as it is needed and kept for the life of the program. When the machine gives no
 * more, what there is must do. Safe from any thread; pages belong to whoever took them.
 */
final class PageStore {
    private static final Logger LOG = LoggerFactory.getLogger(PageStore.class);
    private static final long SLAB_BYTES = 32L << 20;

    private final int pageSamples;
    private final int pagesPerSlab;
    private final int mostPages;
    private final SlabSource source;
    /** Replaced, never changed, so that readers need no lock. */
    private volatile List<ShortBuffer> slabs = List.of();

    private final Object lock = new Object();
    private int[] free = new int[0];
    private int freeCount;
    private boolean isAtItsEnd;
    /** Free pages and those that may still be asked for; read without the lock, which is held while memory is zeroed. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // written under the lock alone
    private volatile int available;

    /** Where memory comes from. */
    @FunctionalInterface
    interface SlabSource {
        /** Zeroed memory; an {@link OutOfMemoryError} when there is none. */
        ByteBuffer allocate(int bytes);
    }

    /**
     * @param pageBytes even
     * @param capacityBytes held at most; less than a page gives a store without room
     */
    PageStore(int pageBytes, long capacityBytes, SlabSource source) {
        this.pageSamples = pageBytes / Short.BYTES;
        int fitting = (int) Math.min(Integer.MAX_VALUE, capacityBytes / pageBytes);
        this.pagesPerSlab = (int) Math.max(1, Math.min(fitting, SLAB_BYTES / pageBytes));
        this.mostPages = fitting - fitting % pagesPerSlab;
        this.available = mostPages;
        this.source = source;
    }

    /** Pages that {@code samples} fill. */
    int pagesFor(int samples) {
        return (samples + pageSamples - 1) / pageSamples;
    }

    /** Bytes of so many pages. */
    long bytes(int pages) {
        return (long) pages * pageSamples * Short.BYTES;
    }

    /** Whether so many bytes might be had. Never waits. */
    boolean mayHave(long bytes) {
        return bytes(available) >= bytes;
    }

    /** So many pages, or none of them when there are too few. */
    Optional<int[]> take(int pages) {
        synchronized (lock) {
            while (freeCount < pages && grow()) {
                LOG.debug("frames have {} MiB outside the heap", bytes(slabs.size() * pagesPerSlab) >> 20);
            }
            if (freeCount < pages) {
                return Optional.empty();
            }
            int[] taken = new int[pages];
            freeCount -= pages;
            available -= pages;
            System.arraycopy(free, freeCount, taken, 0, pages);
            return Optional.of(taken);
        }
    }

    /** Ends the use of pages that were taken. */
    void giveBack(int[] pages) {
        synchronized (lock) {
            System.arraycopy(pages, 0, free, freeCount, pages.length);
            freeCount += pages.length;
            available += pages.length;
        }
    }

    /** Copies all of {@code samples} into {@code pages}. */
    void write(int[] pages, short[] samples) {
        for (int i = 0; i < pages.length; i++) {
            int from = i * pageSamples;
            slab(pages[i]).put(place(pages[i]), samples, from, Math.min(pageSamples, samples.length - from));
        }
    }

    /** The first {@code count} samples of {@code pages}. */
    short[] read(int[] pages, int count) {
        short[] samples = new short[count];
        for (int i = 0; i < pages.length; i++) {
            int from = i * pageSamples;
            slab(pages[i]).get(place(pages[i]), samples, from, Math.min(pageSamples, count - from));
        }
        return samples;
    }

    private ShortBuffer slab(int page) {
        return slabs.get(page / pagesPerSlab);
    }

    private int place(int page) {
        return page % pagesPerSlab * pageSamples;
    }

    // [impl->req~study.memory-degrades~1]
    private boolean grow() {
        int first = slabs.size() * pagesPerSlab;
        if (isAtItsEnd || first + pagesPerSlab > mostPages) {
            return false;
        }
        try {
            ByteBuffer memory = source.allocate((int) bytes(pagesPerSlab));
            List<ShortBuffer> more = new ArrayList<>(slabs);
            more.add(memory.order(ByteOrder.nativeOrder()).asShortBuffer());
            slabs = List.copyOf(more);
        } catch (OutOfMemoryError e) {
            isAtItsEnd = true;
            available = freeCount;
            LOG.warn("the machine gives frames no more than {} MiB [study.frames-memory]", bytes(first) >> 20, e);
            return false;
        }
        int[] all = new int[first + pagesPerSlab];
        System.arraycopy(free, 0, all, 0, freeCount);
        for (int page = first; page < all.length; page++) {
            all[freeCount++] = page;
        }
        free = all;
        return true;
    }
}
