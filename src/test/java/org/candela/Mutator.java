package org.candela;

import java.util.Arrays;
import java.util.Random;

/**
 * Damages bytes as disks, networks and attackers do: the same seed gives the same damage.
 *
 * <p>Bits flip, bytes and 16- or 32-bit numbers become extreme, parts are cut, repeated, moved or come from elsewhere in the
 * same bytes, and the end is missing. Use: {@code Mutator::mutated} in {@link Fuzz}.
 */
public final class Mutator {
    private static final int[] EXTREMES = {
        0, 1, -1, 0x7FFFFFFF, 0x80000000, 0xFFFF, 0x8000, 0x7FFF, 0xFFFFFFFE, 0x10000, 0xFEFF00E0, 0xE00DFFFE
    };
    private static final int KINDS = 8;
    private static final int MOST_FAULTS = 6;
    private final Random random;

    private Mutator(Random random) {
        this.random = random;
    }

    /** A damaged copy of {@code bytes}. */
    public static byte[] mutated(byte[] bytes, Random random) {
        return new Mutator(random).mutated(bytes);
    }

    private byte[] mutated(byte[] bytes) {
        byte[] damaged = bytes.clone();
        for (int faults = 1 + random.nextInt(MOST_FAULTS); faults > 0 && damaged.length > 8; faults--) {
            damaged = damagedOnce(damaged);
        }
        return damaged;
    }

    private byte[] damagedOnce(byte[] bytes) {
        int place = place(bytes.length);
        switch (random.nextInt(KINDS)) {
            case 0 -> bytes[place] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[place] = (byte) random.nextInt();
            case 2 -> put(bytes, place, 2);
            case 3 -> put(bytes, place, 4);
            case 4 -> {
                return Arrays.copyOf(bytes, place);
            }
            case 5 -> {
                return spliced(bytes, place, place + random.nextInt(64), place);
            }
            case 6 -> {
                return spliced(bytes, place, place, place(bytes.length));
            }
            default -> System.arraycopy(bytes, place(bytes.length) / 2, bytes, place / 2, bytes.length / 64);
        }
        return bytes;
    }

    /** Half of the damage goes to the first 2 KiB, where lengths and counts are. */
    private int place(int length) {
        return random.nextInt(random.nextBoolean() ? Math.min(length, 2048) : length);
    }

    private void put(byte[] bytes, int place, int count) {
        int value = EXTREMES[random.nextInt(EXTREMES.length)] + random.nextInt(3) - 1;
        for (int i = 0; i < count && place + i < bytes.length; i++) {
            bytes[place + i] = (byte) (value >>> (8 * i));
        }
    }

    /** Bytes up to {@code start}, up to 64 from {@code other}, and those from {@code end}. */
    private byte[] spliced(byte[] bytes, int start, int end, int other) {
        int to = Math.min(end, bytes.length);
        int inserted = start == end ? Math.min(random.nextInt(64), bytes.length - other) : 0;
        byte[] spliced = new byte[start + inserted + bytes.length - to];
        System.arraycopy(bytes, 0, spliced, 0, start);
        System.arraycopy(bytes, other, spliced, start, inserted);
        System.arraycopy(bytes, to, spliced, start + inserted, bytes.length - to);
        return spliced;
    }
}
