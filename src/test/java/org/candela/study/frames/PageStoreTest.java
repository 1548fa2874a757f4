package org.candela.study.frames;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PageStoreTest {
    private static final int PAGE = 16;

    private static short[] samples(int count, int seed) {
        short[] samples = new short[count];
        new Random(seed).ints(count).forEach(new java.util.function.IntConsumer() {
            private int at;

            @Override
            public void accept(int value) {
                samples[at++] = (short) value;
            }
        });
        return samples;
    }

    @Test
    void framesOfManySizesComeBackAsTheyWentWhateverWasGivenBackBetween() {
        PageStore store = new PageStore(PAGE, 64 * PAGE, ByteBuffer::allocateDirect);
        int[] early = store.take(5).orElseThrow();
        int[] kept = store.take(3).orElseThrow();
        store.write(kept, samples(20, 1));
        store.giveBack(early);

        int[] late = store.take(9).orElseThrow();
        store.write(late, samples(71, 2));

        assertArrayEquals(samples(20, 1), store.read(kept, 20));
        assertArrayEquals(samples(71, 2), store.read(late, 71));
    }

    @Test
    void noPageIsGivenTwiceAndNoneIsLost() {
        PageStore store = new PageStore(PAGE, 10 * PAGE, ByteBuffer::allocateDirect);
        List<int[]> taken = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            int[] two = store.take(2).orElseThrow();
            taken.add(two);
            seen.add(two[0]);
            seen.add(two[1]);
        }

        assertEquals(10, seen.size());
        assertTrue(store.take(1).isEmpty());
        taken.forEach(store::giveBack);
        assertTrue(store.take(10).isPresent());
    }

    // [utest->req~study.memory-degrades~1]
    @Test
    void aMachineThatGivesNoMoreMemoryLeavesWhatThereIs() {
        AtomicInteger asked = new AtomicInteger();
        PageStore store = new PageStore(32 << 20, 3L * (32 << 20), bytes -> {
            if (asked.incrementAndGet() > 1) {
                throw new OutOfMemoryError("as a machine does that has none left");
            }
            return ByteBuffer.allocate(bytes);
        });
        assertTrue(store.mayHave(3L * (32 << 20)));

        assertTrue(store.take(1).isPresent());
        assertTrue(store.take(1).isEmpty());

        assertFalse(store.mayHave(1));
        assertTrue(store.take(1).isEmpty());
        assertEquals(2, asked.get(), "it is not asked again and again");
    }

    @Test
    void aStoreWithoutRoomGivesNone() {
        PageStore store = new PageStore(PAGE, PAGE - 1, ByteBuffer::allocateDirect);

        assertFalse(store.mayHave(1));
        assertTrue(store.take(1).isEmpty());
    }
}
