package org.candela.codec.jpeg;

import java.util.Arrays;
import org.candela.codec.stream.CodecException;

/**
 * A Huffman table (T.81 Annex C) with a lookup that gives code and value in one step where both are short.
 *
 * <p>An entry packs length (bits 0–4), {@link #COMPLETE} (bit 7), symbol (bits 8–15) and value (bits 16–31). A complete
 * entry's length covers the bits of the value too; another one's only the code; 0 is a code longer than the lookup.
 */
final class HuffmanTable {
    static final int LENGTH = 0x1F;
    static final int COMPLETE = 0x80;
    static final int SYMBOL_SHIFT = 8;
    static final int VALUE_SHIFT = 16;
    private static final int LOOKUP_BITS = 12;
    static final int LOOKUP_SHIFT = Long.SIZE - LOOKUP_BITS;
    private static final int LONGEST = 16;
    private static final int LARGEST_DIFFERENCE = 16;

    /** Read by the bit reader's loops. */
    final int[] lookup = new int[1 << LOOKUP_BITS];

    private final int[] symbols;
    private final int[] firstCode = new int[LONGEST + 1];
    private final int[] firstIndex = new int[LONGEST + 2];
    private final int sizeMask;

    private HuffmanTable(int[] symbols, int sizeMask) {
        this.symbols = symbols;
        this.sizeMask = sizeMask;
    }

    /**
     * The table of a DHT segment (B.2.4.2).
     *
     * @param counts number of codes of length 1 to 16
     * @param isDifference whether it is of class 0 (DC or lossless), whose symbol is the size itself
     */
    static HuffmanTable of(int[] counts, int[] symbols, boolean isDifference) throws CodecException {
        for (int symbol : symbols) {
            if (isDifference && symbol > LARGEST_DIFFERENCE) {
                throw new CodecException("a Huffman table with a difference of " + symbol + " bits");
            }
        }
        HuffmanTable table = new HuffmanTable(symbols, isDifference ? 0x1F : 0x0F);
        int code = 0;
        int index = 0;
        for (int length = 1; length <= LONGEST; length++) {
            table.firstCode[length] = code;
            table.firstIndex[length] = index;
            if (code + counts[length - 1] > 1 << length) {
                throw new CodecException("a Huffman table with more codes of " + length + " bits than there are");
            }
            for (int i = 0; i < counts[length - 1]; i++) {
                table.enter(code++, length, symbols[index++]);
            }
            code <<= 1;
        }
        table.firstIndex[LONGEST + 1] = index;
        return table;
    }

    private void enter(int code, int length, int symbol) {
        if (length > LOOKUP_BITS) {
            return;
        }
        int free = LOOKUP_BITS - length;
        int from = code << free;
        int size = size(symbol);
        if (size > free && size != LARGEST_DIFFERENCE) {
            Arrays.fill(lookup, from, from + (1 << free), length | symbol << SYMBOL_SHIFT);
            return;
        }
        for (int rest = 0; rest < 1 << free; rest++) {
            lookup[from + rest] = COMPLETE | symbol << SYMBOL_SHIFT | complete(rest, size, length, free);
        }
    }

    private static int complete(int rest, int size, int length, int free) {
        if (size == LARGEST_DIFFERENCE) {
            return 0x8000 << VALUE_SHIFT | length;
        }
        int value = size == 0 ? 0 : extended(rest >> (free - size), size);
        return value << VALUE_SHIFT | (length + size);
    }

    /** EXTEND of F.2.2.1. */
    static int extended(int raw, int size) {
        return raw >> (size - 1) != 0 ? raw : raw - (1 << size) + 1;
    }

    static int symbolOf(int entry) {
        return entry >> SYMBOL_SHIFT & 0xFF;
    }

    /** Bits of the value after {@code symbol}. */
    int size(int symbol) {
        return symbol & sizeMask;
    }

    /** Bits of the code alone, of a lookup's {@code entry}. */
    int codeLength(int entry) {
        int size = size(symbolOf(entry));
        boolean coversValue = (entry & COMPLETE) != 0 && size != LARGEST_DIFFERENCE;
        return (entry & LENGTH) - (coversValue ? size : 0);
    }

    /** Length and symbol of a long code at the front of {@code sixteen} bits. */
    int search(int sixteen) throws CodecException {
        for (int length = LOOKUP_BITS + 1; length <= LONGEST; length++) {
            int offset = (sixteen >> (LONGEST - length)) - firstCode[length];
            if (offset >= 0 && offset < firstIndex[length + 1] - firstIndex[length]) {
                return length | symbols[firstIndex[length] + offset] << SYMBOL_SHIFT;
            }
        }
        throw new CodecException("entropy-coded data holds a code that is in no Huffman table");
    }
}
