package org.candela.paper;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The colour space of the pages, sRGB (IEC 61966-2-1), as an ICC profile of version 2.1 (ICC.1:1998-09): made here from
 * its published figures, so that it is the same on every platform and free of other people's rights.
 */
public final class SrgbProfile {
    private static final int HEADER = 128;
    private static final int ENTRY = 12;
    private static final int CURVE_POINTS = 1024;
    private static final int ONE = 65536;
    private static final int WHITEST = 65535;
    /** CIE illuminant D50, as the header must state it. */
    private static final double[] D50 = {0.9642, 1.0, 0.8249};

    private SrgbProfile() {}

    /** The profile, 128 bytes of header, tag table, tags. */
    public static byte[] bytes() {
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put("desc", description("sRGB"));
        tags.put("cprt", text("No copyright, use freely"));
        tags.put("wtpt", xyz(0.9505, 1.0, 1.0891));
        // Primaries adapted to D50 (Bradford).
        tags.put("rXYZ", xyz(0.43607, 0.22249, 0.01392));
        tags.put("gXYZ", xyz(0.38515, 0.71687, 0.09708));
        tags.put("bXYZ", xyz(0.14307, 0.06061, 0.71410));
        byte[] curve = curve();
        tags.put("rTRC", curve);
        tags.put("gTRC", curve);
        tags.put("bTRC", curve);
        return assemble(tags);
    }

    private static byte[] assemble(Map<String, byte[]> tags) {
        int start = HEADER + 4 + ENTRY * tags.size();
        IdentityHashMap<byte[], Integer> places = new IdentityHashMap<>();
        int size = start;
        for (byte[] tag : tags.values()) {
            if (places.putIfAbsent(tag, size) == null) {
                size += tag.length + (4 - tag.length % 4) % 4;
            }
        }
        ByteBuffer profile = ByteBuffer.allocate(size);
        header(profile, size);
        profile.position(HEADER).putInt(tags.size());
        tags.forEach((name, tag) ->
                profile.put(ascii(name)).putInt(place(places, tag)).putInt(tag.length));
        places.forEach((tag, place) -> profile.position(place).put(tag));
        return profile.array();
    }

    private static int place(IdentityHashMap<byte[], Integer> places, byte[] tag) {
        return places.getOrDefault(tag, 0);
    }

    private static void header(ByteBuffer profile, int size) {
        profile.putInt(0, size).putInt(8, 0x02100000);
        profile.position(12).put(ascii("mntrRGB XYZ "));
        for (int part : new int[] {1998, 2, 9, 6, 49, 0}) { // the date of the format's edition; any would do
            profile.putShort((short) part);
        }
        profile.put(ascii("acsp"));
        profile.position(68);
        for (double part : D50) {
            profile.putInt((int) Math.round(part * ONE));
        }
    }

    private static byte[] description(String name) {
        byte[] ascii = ascii(name + "\0");
        ByteBuffer tag = ByteBuffer.allocate(12 + ascii.length + 4 + 4 + 2 + 1 + 67);
        return tag.put(ascii("desc")).putInt(0).putInt(ascii.length).put(ascii).array();
    }

    private static byte[] text(String text) {
        byte[] ascii = ascii(text + "\0");
        return ByteBuffer.allocate(8 + ascii.length)
                .put(ascii("text"))
                .putInt(0)
                .put(ascii)
                .array();
    }

    private static byte[] xyz(double x, double y, double z) {
        ByteBuffer tag = ByteBuffer.allocate(20).put(ascii("XYZ ")).putInt(0);
        for (double part : new double[] {x, y, z}) {
            tag.putInt((int) Math.round(part * ONE));
        }
        return tag.array();
    }

    /** Electro-optical: linear to 0.04045, then ((v + 0.055) / 1.055) to the power of 2.4. StrictMath: same everywhere. */
    private static byte[] curve() {
        ByteBuffer tag = ByteBuffer.allocate(12 + 2 * CURVE_POINTS);
        tag.put(ascii("curv")).putInt(0).putInt(CURVE_POINTS);
        for (int i = 0; i < CURVE_POINTS; i++) {
            double v = i / (CURVE_POINTS - 1.0);
            double light = v <= 0.04045 ? v / 12.92 : StrictMath.pow((v + 0.055) / 1.055, 2.4);
            tag.putShort((short) Math.round(light * WHITEST));
        }
        return tag.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
