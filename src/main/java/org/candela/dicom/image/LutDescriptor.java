package org.candela.dicom.image;

import java.util.List;
import java.util.Optional;
import org.candela.dicom.Attributes;

/**
 * Descriptor of a lookup table (PS3.3 C.11.1.1.1, C.7.6.3.1.5): modality, VOI, presentation and palette tables share it.
 *
 * @param count entries, 1 to 65536
 * @param first first input value as its 16 bits, without a sign
 * @param bits width of an entry as declared; often wrong
 */
record LutDescriptor(int count, int first, int bits) {
    private static final int FULL = 65536;
    private static final int MASK = 0xFFFF;
    private static final int NUMBERS = 3;

    /** Whether the values that a table maps can be negative, which decides how its first mapped value is read. */
    enum Inputs {
        UNSIGNED,
        SIGNED
    }

    /** The descriptor under {@code tag}; empty when it is missing or no descriptor. */
    static Optional<LutDescriptor> of(Attributes dataSet, int tag) {
        List<Double> numbers = dataSet.numbers(tag);
        if (numbers.size() != NUMBERS) {
            return Optional.empty();
        }
        int declared = numbers.get(0).intValue() & MASK;
        return Optional.of(new LutDescriptor(
                declared == 0 ? FULL : declared, // 16 bits cannot say 65536
                numbers.get(1).intValue() & MASK,
                numbers.get(2).intValue()));
    }

    /** First mapped value, signed as the inputs are, whatever the VR of the descriptor says. */
    int firstMapped(Inputs inputs) {
        return inputs == Inputs.SIGNED ? (short) first : first;
    }

    /** Entries of {@code data}: words, or bytes where only these make the count; fewer than declared where it is short. */
    int[] entries(byte[] data) {
        boolean isPacked = data.length < 2 * count && data.length >= count;
        int[] entries = new int[isPacked ? count : Math.min(count, data.length / 2)];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = isPacked ? data[i] & 0xFF : word(data, i);
        }
        return entries;
    }

    /** Word {@code index} of little-endian {@code data}, unsigned. */
    static int word(byte[] data, int index) {
        return (data[2 * index] & 0xFF) | (data[2 * index + 1] & 0xFF) << Byte.SIZE;
    }
}
