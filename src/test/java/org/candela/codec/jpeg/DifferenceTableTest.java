package org.candela.codec.jpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.candela.codec.stream.CodecException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DifferenceTableTest {
    private static final int SIZES = 17;

    /** Codes 0, 10, 110, … and two of 16 bits; the shortest are those of small differences, or of large ones. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anEntryHoldsWhatItsCodesSayOneAfterTheOther(boolean isLargeFirst) throws CodecException {
        int[] symbols = new int[SIZES];
        for (int rank = 0; rank < SIZES; rank++) {
            symbols[rank] = isLargeFirst ? SIZES - 1 - rank : rank;
        }
        int[] counts = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2};
        DifferenceTable table = DifferenceTable.of(HuffmanTable.of(counts, symbols, true));
        Random random = new Random(3);
        int[] seen = new int[DifferenceTable.MOST + 1];
        for (int i = 0; i < 100_000; i++) {
            long window = random.nextLong();
            long entry = table.lookup[(int) (window >>> DifferenceTable.SHIFT)];
            long differences = DifferenceTable.differences(window, entry);
            int length = 0;
            for (int at = 0; at < DifferenceTable.bytes(entry); at += 2) {
                int rank = Math.min(16, Long.numberOfLeadingZeros(~(window << length)));
                length += Math.min(rank + 1, 16);
                int size = symbols[rank];
                int raw = size == 0 ? 0 : (int) (window << length >>> (64 - size));
                int expected = size == 0 || raw >> (size - 1) == 1 ? raw : raw - (1 << size) + 1;
                length += size;

                assertEquals((short) expected, (short) (differences >> (8 * at)));
            }
            assertEquals(length, DifferenceTable.length(entry));
            seen[DifferenceTable.bytes(entry) / 2]++;
        }
        assertTrue(seen[0] > 0 && seen[1] > 0, "codes beyond the lookup, and single ones");
        assertEquals(isLargeFirst, seen[DifferenceTable.MOST] == 0, "as many as an entry holds");
    }
}
