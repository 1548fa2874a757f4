package org.candela.dicom.image;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.image.LookupTable;

/**
 * Lookup tables of sequences (PS3.3 C.11.1.1.1, C.11.2.1.1), with what writers do to them: 8-bit entries packed into
 * words, entries that need more bits than are declared, first values of the wrong sign.
 */
final class LutReader {
    private static final int FULL = 65536;
    private static final int WIDTH = 16;

    private LutReader() {}

    /** A table and what its writer calls it. */
    record Explained(LookupTable table, String explanation) {}

    /** The usable tables of {@code sequence}, in the file's order. */
    static List<Explained> all(Attributes dataSet, int sequence, Inputs inputs) throws IOException {
        List<Explained> tables = new ArrayList<>();
        for (Attributes item : dataSet.items(sequence)) {
            read(item, inputs)
                    .ifPresent(table -> tables.add(
                            new Explained(table, item.string(Tag.LUTExplanation).orElse(""))));
        }
        return tables;
    }

    /** Whether the values that a table maps can be negative, which decides how its first mapped value is read. */
    enum Inputs {
        UNSIGNED,
        SIGNED
    }

    /** The table of an item; empty when it cannot be used. */
    static Optional<LookupTable> read(Attributes item, Inputs inputs) throws IOException {
        List<Double> descriptor = item.numbers(Tag.LUTDescriptor);
        byte[] data = item.loadBytes(Tag.LUTData).orElse(new byte[0]);
        if (descriptor.size() != 3 || data.length == 0) {
            return Optional.empty();
        }
        int declared = descriptor.get(0).intValue() & 0xFFFF;
        int count = declared == 0 ? FULL : declared; // 0 means 65536
        boolean isPacked = data.length < 2 * count && data.length >= count;
        int available = isPacked ? count : Math.min(count, data.length / 2);
        if (available == 0) {
            return Optional.empty();
        }
        int[] entries = new int[available];
        for (int i = 0; i < available; i++) {
            entries[i] = isPacked ? data[i] & 0xFF : (data[2 * i] & 0xFF) | (data[2 * i + 1] & 0xFF) << 8;
        }
        int first = descriptor.get(1).intValue();
        int firstMapped = inputs == Inputs.SIGNED ? (short) first : first & 0xFFFF;
        return Optional.of(
                new LookupTable(firstMapped, entries, bits(descriptor.get(2).intValue(), entries)));
    }

    /** The declared width where it holds all entries, else the least that does. */
    private static int bits(int declared, int[] entries) {
        int needed = Math.max(
                1,
                Integer.SIZE
                        - Integer.numberOfLeadingZeros(
                                Arrays.stream(entries).max().orElse(0)));
        return declared >= needed && declared <= WIDTH ? declared : needed;
    }
}
