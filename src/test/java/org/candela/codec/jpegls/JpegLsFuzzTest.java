package org.candela.codec.jpegls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.candela.codec.stream.CodecException;
import org.candela.codec.stream.CodedImage;
import org.junit.jupiter.api.Test;

/** Mutated streams; property {@code candela.fuzz.count} says how many. */
class JpegLsFuzzTest {
    private static final int COUNT = Integer.getInteger("candela.fuzz.count", 2000);
    private static final Duration LIMIT = Duration.ofSeconds(2);

    // [utest->req~codec.jpeg-ls-bounded~1]
    @Test
    void brokenStreamsAreDecodedOrRefusedInTime() throws CodecException {
        List<byte[]> seeds = seeds();
        Random random = new Random(87);
        int refused = 0;
        for (int round = 0; round < COUNT; round++) {
            byte[] stream = mutated(seeds.get(random.nextInt(seeds.size())), random);
            long start = System.nanoTime();
            try {
                CodedImage image = JpegLsDecoder.decode(stream);
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

    private static List<byte[]> seeds() throws CodecException {
        Random random = new Random(14495);
        List<byte[]> seeds = new ArrayList<>(List.of(
                JpegLsDecoderTest.EXAMPLE, JpegLsDecoderTest.NEAR_LOSSLESS, JpegLsDecoderTest.SAMPLE_INTERLEAVED));
        for (int bits : new int[] {2, 8, 12, 16}) {
            for (int components : new int[] {1, 3}) {
                short[] samples = new short[24 * 40 * components];
                for (int i = 0; i < samples.length; i++) {
                    boolean isFlat = i < samples.length / 3;
                    samples[i] = (short) (isFlat ? 1 : random.nextInt(1 << bits));
                }
                seeds.add(JpegLsEncoder.encode(new CodedImage(24, 40, components, bits, false, samples)));
            }
        }
        return seeds;
    }

    /** Cut, bytes changed anywhere or in the headers, or a part doubled. */
    private static byte[] mutated(byte[] seed, Random random) {
        byte[] stream = seed.clone();
        if (random.nextInt(4) == 0) {
            stream = Arrays.copyOf(stream, 1 + random.nextInt(stream.length));
        }
        int changes = random.nextInt(5);
        for (int i = 0; i < changes; i++) {
            int within = random.nextBoolean() ? Math.min(48, stream.length) : stream.length;
            stream[random.nextInt(within)] = (byte) (random.nextInt(4) == 0 ? 0xFF : random.nextInt());
        }
        if (random.nextInt(8) == 0) {
            byte[] doubled = Arrays.copyOf(stream, 2 * stream.length);
            System.arraycopy(stream, 0, doubled, stream.length, stream.length);
            stream = doubled;
        }
        return stream;
    }
}
