package org.candela.codec.jpeg2000;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.candela.codec.stream.CodecException;
import org.candela.codec.stream.CodedImage;
import org.junit.jupiter.api.Test;

/** Mutated streams; property {@code candela.fuzz.count} says how many. */
class Jpeg2000FuzzTest {
    private static final int COUNT = Integer.getInteger("candela.fuzz.count", 600);
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final String[] SEEDS = {
        "plain-8.j2k",
        "signed-12.j2k",
        "colour-tiles-offset.j2k",
        "all-modes.j2k",
        "bypass-layers.j2k",
        "rpcl-precincts-sop-eph.j2k",
        "pcrl-tile-parts.j2k",
        "progression-changes.j2k",
        "region.j2k",
        "boxed.jp2",
        "lossy-colour.j2k",
        "ht-plain-8.j2c",
        "ht-small-blocks-12.j2c",
        "ht-wide-blocks-16.j2c",
        "ht-colour-rpcl.j2c",
        "ht-lossy-colour.j2c"
    };

    // [utest->req~codec.jpeg2000-bounded~1]
    // [utest->req~codec.htj2k-bounded~1]
    @Test
    void brokenStreamsAreDecodedOrRefusedInTime() {
        Random random = new Random(800);
        int refused = 0;
        for (int round = 0; round < COUNT; round++) {
            byte[] stream = mutated(Streams.of(SEEDS[random.nextInt(SEEDS.length)]), random);
            long start = System.nanoTime();
            try {
                CodedImage image = Jpeg2000Decoder.decode(stream, Jpeg2000Decoder.Options.FULL);
                assertEquals((long) image.rows() * image.columns() * image.components(), image.samples().length);
            } catch (CodecException expected) {
                refused++;
            }
            Duration taken = Duration.ofNanos(System.nanoTime() - start);
            assertTrue(taken.compareTo(LIMIT) < 0, "round " + round + " took " + taken);
        }

        assertTrue(refused > COUNT / 10, "too few refused to have tested anything: " + refused);
        assertTrue(refused < COUNT, "none decoded");
    }

    /** Cut, bytes changed anywhere or in the headers, or a part doubled. */
    private static byte[] mutated(byte[] seed, Random random) {
        byte[] stream = seed.clone();
        if (random.nextInt(4) == 0) {
            stream = Arrays.copyOf(stream, 1 + random.nextInt(stream.length));
        }
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int within = random.nextBoolean() ? Math.min(160, stream.length) : stream.length;
            stream[random.nextInt(within)] = (byte)
                    (random.nextInt(4) == 0 ? 0xFF : random.nextInt(4) == 0 ? random.nextInt(8) : random.nextInt());
        }
        if (random.nextInt(8) == 0) {
            byte[] doubled = Arrays.copyOf(stream, 2 * stream.length);
            System.arraycopy(stream, 0, doubled, stream.length, stream.length);
            stream = doubled;
        }
        return stream;
    }
}
