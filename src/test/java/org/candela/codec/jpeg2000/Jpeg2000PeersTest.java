package org.candela.codec.jpeg2000;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.candela.Peer;
import org.candela.codec.stream.CodecException;
import org.candela.codec.stream.CodedImage;
import org.candela.codec.stream.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Streams of random scenes with random coding options, made and decoded by the programs of others as well; property
 * {@code candela.peers.count} says how many of each kind.
 */
class Jpeg2000PeersTest {
    private static final int COUNT = Integer.getInteger("candela.peers.count", 60);
    /** Up to so many bits lossy decoders differ by one; from there on OpenJPEG's constant for 9/7 shows (ADR 176). */
    private static final int NARROW_BITS = 12;

    private static final int WIDE_TOLERANCE = 5;

    @TempDir
    Path folder;

    // [utest->req~codec.jpeg2000~1]
    // [utest->req~codec.jpeg2000-reduced~1]
    @Test
    void streamsOfOpenJpegDecodeAsItDecodesThem() throws Exception {
        Peer.need("opj_compress", "opj_decompress");
        compareAll(new Random(15_444), (peers, random) -> {
            Scene scene = PeerOptions.scene(random);
            PeerOptions options = PeerOptions.openJpeg(scene, random);
            return new Coded(scene, options, peers.openJpeg(scene, options.words()));
        });
    }

    // [utest->req~codec.htj2k~1]
    @Test
    void streamsOfOpenJphDecodeAsOpenJpegDecodesThem() throws Exception {
        Peer.need("ojph_compress", "opj_decompress");
        compareAll(new Random(15_444), (peers, random) -> {
            Scene scene = PeerOptions.sceneOfOneOrThree(random);
            PeerOptions options = PeerOptions.openJph(scene, random);
            return new Coded(scene, options, peers.openJph(scene, options.words()));
        });
    }

    private interface Coder {
        Coded code(PeerCodecs peers, Random random) throws IOException, InterruptedException;
    }

    /** A stream; empty where the peer refuses such options, as it does for tiles smaller than their resolutions. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Coded(Scene scene, PeerOptions options, Optional<byte[]> stream) {}

    private void compareAll(Random random, Coder coder) throws Exception {
        PeerCodecs peers = new PeerCodecs(folder);
        int compared = 0;
        for (int round = 0; round < COUNT; round++) {
            Coded coded = coder.code(peers, random);
            int reduction = random.nextInt(3) == 0 ? 1 + random.nextInt(2) : 0;
            if (coded.stream().isPresent()) {
                String told = round + ": " + coded.scene() + " " + coded.options() + ", reduced " + reduction;
                compared += compare(told, peers, coded, reduction);
            }
        }
        assertTrue(compared >= COUNT / 3, "too few streams compared: " + compared);
    }

    /** 1 when there was something to compare with; a reduction may leave no sample, and broken streams occur. */
    private static int compare(String told, PeerCodecs peers, Coded coded, int reduction) throws Exception {
        Scene scene = coded.scene();
        byte[] stream = coded.stream().orElseThrow();
        int used = Math.min(reduction, levels(stream));
        boolean isExact = used == 0 && coded.options().isLossless();
        if (isExact && Arrays.equals(scene.samples(), planes(scene, decoded(told, stream, 0)))) {
            return 1;
        }
        Optional<int[]> theirs = scene.isConverted() ? Optional.empty() : peers.openJpegDecodes(stream, scene, used);
        if (theirs.isEmpty()) {
            assertTrue(!isExact || !scene.isConverted(), told + ": not what was coded");
            return 0;
        }
        int[] expected = theirs.orElseThrow();
        // What the coder itself lost must be lost for OpenJPEG too, but for a half of a single odd sample (F.3.6).
        assertTrue(!isExact || !Arrays.equals(expected, scene.samples()), told + ": not what was coded");
        int tolerance = isExact || !coded.options().isReversible()
                ? scene.bits() > NARROW_BITS ? WIDE_TOLERANCE : 1
                : coded.options().hasSlivers() ? 1 : 0;
        int[] ours = planes(scene, decoded(told, stream, used));
        assertEquals(expected.length, ours.length, told);
        for (int i = 0; i < ours.length; i++) {
            assertTrue(
                    Math.abs(ours[i] - expected[i]) <= tolerance,
                    told + ": sample " + i + " is " + ours[i] + ", not " + expected[i]);
        }
        return 1;
    }

    private static int levels(byte[] stream) throws CodecException {
        return new CodestreamParser(stream, 0, stream.length)
                .parse()
                .tiles()
                .get(0)
                .parameters()
                .coding(0)
                .levels();
    }

    private static CodedImage decoded(String told, byte[] stream, int reduction) {
        try {
            return Jpeg2000Decoder.decode(stream, new Jpeg2000Decoder.Options(reduction, Workers.ALONE));
        } catch (CodecException e) {
            throw new AssertionError(told + ": " + e.getMessage(), e);
        }
    }

    /** Components one after another, each with its own samples only: ours are brought to full size by repetition. */
    private static int[] planes(Scene scene, CodedImage image) {
        return IntStream.range(0, scene.components())
                .flatMap(c -> IntStream.range(0, image.rows())
                        .filter(y -> y % scene.dy()[c] == 0)
                        .flatMap(y -> IntStream.range(0, image.columns())
                                .filter(x -> x % scene.dx()[c] == 0)
                                .map(x -> (y * image.columns() + x) * image.components() + c)))
                .map(i -> scene.isSigned() ? image.samples()[i] : image.samples()[i] & 0xFFFF)
                .toArray();
    }
}
