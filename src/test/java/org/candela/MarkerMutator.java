package org.candela;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Damages codestreams of markers (T.81 B.1, also JPEG-LS; T.800 A.1) where it hurts: sizes, lengths and entries of marker
 * segments, segments lost, doubled and exchanged, markers within coded data. Half of the damage is that of {@link Mutator}.
 */
public final class MarkerMutator {
    private static final int[] VALUES = {
        0,
        1,
        2,
        3,
        4,
        7,
        8,
        15,
        16,
        17,
        31,
        32,
        33,
        63,
        64,
        65,
        127,
        128,
        255,
        256,
        511,
        1024,
        4096,
        0x7FFF,
        0x8000,
        0xFFFE,
        0xFFFF,
        0x10000,
        0x100001,
        0x7FFFFFFF,
        0x80000000,
        -1
    };
    private static final int[] SIDES = {1, 255, 1024, 2048, 4096, 5000, 8192, 11584, 16384, 32768, 65535};
    private static final int MOST_FAULTS = 3;
    private final Random random;

    MarkerMutator(Random random) {
        this.random = random;
    }

    /** A damaged copy of {@code stream}. */
    public static byte[] mutated(byte[] stream, Random random) {
        return new MarkerMutator(random).mutated(stream);
    }

    private byte[] mutated(byte[] stream) {
        byte[] damaged = stream.clone();
        for (int faults = random.nextBoolean() ? 1 : 1 + random.nextInt(MOST_FAULTS);
                faults > 0 && damaged.length > 16;
                faults--) {
            damaged = switch (random.nextInt(8)) {
                case 0, 1, 2, 3 -> damagedSegment(damaged);
                case 4 -> resized(damaged);
                default -> Mutator.mutated(damaged, random);
            };
        }
        return damaged;
    }

    private byte[] resized(byte[] stream) {
        int rows = SIDES[random.nextInt(SIDES.length)];
        resize(stream, 0, stream.length, rows, SIDES[random.nextInt(SIDES.length)]);
        return stream;
    }

    /** Rows and columns of the image (SOF of T.81 B.2.2 and T.87, SIZ of T.800 A.5.1), sometimes of its tiles too. */
    void resize(byte[] bytes, int from, int to, int rows, int columns) {
        ByteBuffer stream = ByteBuffer.wrap(bytes).order(ByteOrder.BIG_ENDIAN);
        for (int at = from; at < Math.min(to, from + 4096) - 40; at++) {
            int marker = stream.getShort(at) & 0xFFFF;
            boolean isFrame = (marker >= 0xFFC0 && marker <= 0xFFC3) || marker == 0xFFF7;
            if (isFrame && stream.getShort(at + 2) < 24) {
                stream.putShort(at + 5, (short) rows).putShort(at + 7, (short) columns);
            } else if (marker == 0xFF51) {
                stream.putInt(at + 6, columns).putInt(at + 10, rows);
                stream.putInt(at + 14, 0).putInt(at + 18, 0);
                if (random.nextBoolean()) {
                    stream.putInt(at + 22, columns).putInt(at + 26, rows);
                    stream.putInt(at + 30, 0).putInt(at + 34, 0);
                }
            }
        }
    }

    private byte[] damagedSegment(byte[] stream) {
        List<Integer> markers = markers(stream);
        if (markers.isEmpty()) {
            return stream;
        }
        int at = markers.get(random.nextInt(markers.size()));
        int end = end(stream, at);
        switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> put(stream, at + 4 + random.nextInt(Math.max(1, Math.min(40, end - at - 4))));
            case 4 -> put(stream, at + 2, 2, end - at - 2 + random.nextInt(7) - 3);
            case 5 -> put(stream, at + 2);
            case 6 -> stream[Math.min(stream.length - 1, at + 1)] = (byte) random.nextInt(256);
            case 7 -> {
                return joined(Arrays.copyOf(stream, at), Arrays.copyOfRange(stream, end, stream.length));
            }
            case 8 -> {
                int place = markers.get(random.nextInt(markers.size()));
                byte[] segment = Arrays.copyOfRange(stream, at, end);
                byte[] head = joined(Arrays.copyOf(stream, place), segment);
                return joined(head, Arrays.copyOfRange(stream, place, stream.length));
            }
            default -> {
                int place = random.nextInt(stream.length - 1);
                stream[place] = (byte) 0xFF;
                stream[place + 1] = stream[at + 1];
            }
        }
        return stream;
    }

    /** Places of 0xFF before a marker's code; some of them by chance. */
    private static List<Integer> markers(byte[] stream) {
        List<Integer> markers = new ArrayList<>();
        for (int i = 0; i + 4 < stream.length && markers.size() < 64; i++) {
            int code = stream[i + 1] & 0xFF;
            if (stream[i] == (byte) 0xFF && code >= 0x4F && code != 0xFF) {
                markers.add(i);
            }
        }
        return markers;
    }

    private static int end(byte[] stream, int marker) {
        int length = (stream[marker + 2] & 0xFF) << 8 | (stream[marker + 3] & 0xFF);
        return Math.min(stream.length, marker + 2 + Math.max(2, length));
    }

    private void put(byte[] stream, int at) {
        put(stream, at, 1 << random.nextInt(3), VALUES[random.nextInt(VALUES.length)]);
    }

    private static void put(byte[] stream, int at, int bytes, int value) {
        for (int i = 0; i < bytes && at + i < stream.length; i++) {
            stream[at + i] = (byte) (value >>> (8 * (bytes - 1 - i)));
        }
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
