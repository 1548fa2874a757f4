package org.candela;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Damages DICOM files (PS3.10) where it hurts: lengths, VRs, tags and delimiters of elements; values that say how large
 * something is or where it lies, in a data set that stays well formed; elements lost, doubled and moved; codestreams within
 * their fragments; sizes that header and codestream agree on and no image has. Some of the damage is that of {@link Mutator}.
 *
 * <p>It knows no more of a file than lengths and tags in little endian, so that it needs no reader it is to test.
 */
public final class FileMutator {
    private static final int FIRST = 132;
    private static final int ITEM = 0xFFFEE000;
    private static final int PIXEL_DATA = 0x7FE00010;
    private static final int MOST_ELEMENTS = 4000;
    private static final String VRS = "AEASATCSDADSDTFLFDISLOLTOBODOFOLOVOWPNSHSLSQSSSTSVTMUCUIULUNURUSUTUVZZ";
    private static final String[] TEXTS = {
        "0",
        "1",
        "-1",
        "65535",
        "65536",
        "2147483647",
        "2147483648",
        "1e308",
        "-1e-308",
        "NaN",
        "1.2.3\\4\\5",
        "\\\\\\",
        "ISO 2022 IR 87\\ISO 2022 IR 149",
        "GB18030",
        "PALETTE COLOR",
        "YBR_FULL_422",
        "YBR_RCT",
        "RGB",
        "MONOCHROME1",
        ""
    };
    private static final int[] NUMBERS = {
        0,
        1,
        2,
        3,
        4,
        7,
        8,
        9,
        12,
        15,
        16,
        17,
        31,
        32,
        33,
        64,
        255,
        256,
        1024,
        4096,
        0x7FFF,
        0x8000,
        0xFFFE,
        0xFFFF,
        0x10000,
        0x7FFFFFFF,
        0x80000000,
        -8,
        -1
    };
    private static final int[] SIDES = {1, 2, 255, 1024, 2048, 4096, 8192, 11584, 16384, 32768, 65535};

    private final Random random;

    private FileMutator(Random random) {
        this.random = random;
    }

    /** One header found in the file; items and delimiters too. */
    private record Found(int at, int valueAt, int length, int lengthAt, int lengthBytes, int tag, boolean isFragment) {
        int end() {
            return valueAt + Math.max(0, length);
        }
    }

    /** A damaged copy of {@code file}. */
    public static byte[] mutated(byte[] file, Random random) {
        return new FileMutator(random).mutated(file);
    }

    private byte[] mutated(byte[] file) {
        byte[] damaged = file.clone();
        for (int faults = faults(); faults > 0 && damaged.length > FIRST + 16; faults--) {
            List<Found> found = elements(damaged);
            damaged = found.isEmpty() || random.nextInt(8) == 0
                    ? Mutator.mutated(damaged, random)
                    : damagedOnce(damaged, found);
        }
        return damaged;
    }

    /** Mostly one: what is refused for its first fault is not read to its second. */
    private int faults() {
        return random.nextBoolean() ? 1 : 1 + random.nextInt(3);
    }

    private byte[] damagedOnce(byte[] file, List<Found> found) {
        List<Found> fragments = found.stream().filter(Found::isFragment).toList();
        int kind = random.nextInt(16);
        if (kind < 5 && !fragments.isEmpty()) {
            return withFragment(file, fragments.get(random.nextInt(fragments.size())));
        }
        if (kind < 6) {
            return resized(file, found);
        }
        if (kind < 9) {
            return withValue(file, anyOf(found, true));
        }
        return damagedElement(file, found);
    }

    private byte[] damagedElement(byte[] file, List<Found> found) {
        Found element = anyOf(found, random.nextBoolean());
        switch (random.nextInt(8)) {
            case 0 -> put(file, element.lengthAt, element.lengthBytes, NUMBERS[random.nextInt(NUMBERS.length)]);
            case 1 -> put(file, element.lengthAt, element.lengthBytes, element.length + random.nextInt(9) - 4);
            case 2 -> {
                int vr = 2 * random.nextInt(VRS.length() / 2);
                put(file, element.at + 4, 2, VRS.charAt(vr) | VRS.charAt(vr + 1) << 8);
            }
            case 3 -> {
                int[] tags = {ITEM, 0xFFFEE00D, 0xFFFEE0DD, PIXEL_DATA, found.get(0).tag, random.nextInt()};
                int tag = tags[random.nextInt(tags.length)];
                put(file, element.at, 4, tag >>> 16 | tag << 16);
            }
            case 4 -> {
                return spliced(file, element.at, element.end(), new byte[0]);
            }
            case 5 -> {
                int place = found.get(random.nextInt(found.size())).at;
                return spliced(file, place, place, Arrays.copyOfRange(file, element.at, element.end()));
            }
            case 6 -> {
                byte[] delimiter = {-2, -1, 13, (byte) 0xE0, 0, 0, 0, 0};
                delimiter[2] = (byte) (random.nextBoolean() ? 13 : random.nextBoolean() ? 0 : 0xDD);
                delimiter[4] = (byte) random.nextInt(3);
                return spliced(file, element.at, element.at, delimiter);
            }
            default -> {
                if (element.length > 0) {
                    put(file, element.valueAt + random.nextInt(element.length), 1 << random.nextInt(3), number());
                }
            }
        }
        return file;
    }

    private int number() {
        return NUMBERS[random.nextInt(NUMBERS.length)];
    }

    /** Mostly of the groups that say how the image lies: 0028, offset tables, functional groups, overlays. */
    private Found anyOf(List<Found> found, boolean isOfImage) {
        List<Found> image = found.stream()
                .filter(one -> {
                    int group = one.tag >>> 16;
                    return group == 0x28 || group == 0x7FE0 || group == 0x5200 || group >>> 8 == 0x60;
                })
                .toList();
        List<Found> chosen = isOfImage && !image.isEmpty() ? image : found;
        return chosen.get(random.nextInt(chosen.size()));
    }

    /** Another value in place of the old one, the length put right. */
    private byte[] withValue(byte[] file, Found element) {
        byte[] value;
        if (random.nextInt(3) == 0) {
            String text = TEXTS[random.nextInt(TEXTS.length)];
            value = (text.length() % 2 == 0 ? text : text + " ").getBytes(StandardCharsets.US_ASCII);
        } else {
            int size = 2 << random.nextInt(3);
            value = new byte[size * (1 + random.nextInt(3))];
            for (int at = 0; at < value.length; at += size) {
                put(value, at, Math.min(4, size), number());
            }
        }
        return withBytes(file, element, value);
    }

    private byte[] withBytes(byte[] file, Found element, byte[] value) {
        put(file, element.lengthAt, element.lengthBytes, value.length);
        return spliced(file, element.valueAt, element.end(), value);
    }

    private byte[] withFragment(byte[] file, Found fragment) {
        byte[] stream = Arrays.copyOfRange(file, fragment.valueAt, fragment.end());
        byte[] damaged = MarkerMutator.mutated(stream, random);
        return withBytes(
                file, fragment, damaged.length % 2 == 0 ? damaged : Arrays.copyOf(damaged, damaged.length + 1));
    }

    /** Rows and columns that data set (0028,0010), (0028,0011) and codestreams (SOF of T.81, SIZ of T.800) agree on. */
    private byte[] resized(byte[] file, List<Found> found) {
        int rows = SIDES[random.nextInt(SIDES.length)];
        int columns = SIDES[random.nextInt(SIDES.length)];
        for (Found element : found) {
            if (element.tag == 0x00280010 || element.tag == 0x00280011) {
                put(file, element.valueAt, 2, element.tag == 0x00280010 ? rows : columns);
            } else if (element.isFragment) {
                new MarkerMutator(random).resize(file, element.valueAt, element.end(), rows, columns);
            }
        }
        return file;
    }

    /** Headers in a row, into sequences and items; stops where there is no sense any more. */
    private static List<Found> elements(byte[] file) {
        List<Found> all = new ArrayList<>();
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        boolean isFragmented = false;
        int at = FIRST;
        while (at + 8 <= file.length && all.size() < MOST_ELEMENTS) {
            Found found = header(bytes, at, isFragmented);
            if (found.valueAt > file.length || found.end() > file.length || found.end() < 0) {
                return all;
            }
            all.add(found);
            boolean isOpen = found.length == -1 || isSequence(bytes, found) || (found.tag == ITEM && !isFragmented);
            isFragmented = found.tag == PIXEL_DATA ? found.length == -1 : isFragmented;
            at = isOpen ? found.valueAt : found.end();
        }
        return all;
    }

    private static boolean isSequence(ByteBuffer bytes, Found found) {
        return bytes.get(found.at + 4) == 'S' && bytes.get(found.at + 5) == 'Q' && found.lengthAt == found.at + 8;
    }

    private static Found header(ByteBuffer bytes, int at, boolean isFragmented) {
        int tag = (bytes.getShort(at) & 0xFFFF) << 16 | (bytes.getShort(at + 2) & 0xFFFF);
        boolean isExplicit = isLetter(bytes.get(at + 4)) && isLetter(bytes.get(at + 5)) && tag >>> 16 != 0xFFFE;
        if (!isExplicit) {
            boolean isFragment = isFragmented && tag == ITEM;
            return new Found(at, at + 8, bytes.getInt(at + 4), at + 4, 4, tag, isFragment);
        }
        boolean isLong = bytes.getShort(at + 6) == 0 && at + 12 <= bytes.limit() && isLong(bytes, at);
        return isLong
                ? new Found(at, at + 12, bytes.getInt(at + 8), at + 8, 4, tag, false)
                : new Found(at, at + 8, bytes.getShort(at + 6) & 0xFFFF, at + 6, 2, tag, false);
    }

    private static boolean isLong(ByteBuffer bytes, int at) {
        String vr = "" + (char) bytes.get(at + 4) + (char) bytes.get(at + 5);
        return List.of("OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV")
                .contains(vr);
    }

    private static boolean isLetter(byte value) {
        return value >= 'A' && value <= 'Z';
    }

    private static void put(byte[] bytes, int at, int count, int value) {
        for (int i = 0; i < count && at + i < bytes.length; i++) {
            bytes[at + i] = (byte) (value >>> (8 * i));
        }
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] between) {
        byte[] all = new byte[from + between.length + bytes.length - to];
        System.arraycopy(bytes, 0, all, 0, from);
        System.arraycopy(between, 0, all, from, between.length);
        System.arraycopy(bytes, to, all, from + between.length, bytes.length - to);
        return all;
    }
}
