package org.candela.codec.jpegls;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.candela.Fuzz;
import org.candela.MarkerMutator;
import org.candela.codec.stream.CodecException;
import org.candela.codec.stream.CodedImage;
import org.junit.jupiter.api.Test;

/** Mutated streams. */
class JpegLsFuzzTest {
    // [utest->req~codec.jpeg-ls-bounded~1]
    @Test
    void brokenStreamsAreDecodedOrRefusedInTime() throws CodecException {
        Fuzz.slice("codec.jpeg-ls", 1500)
                .allowing(CodecException.class)
                .run(seeds(), MarkerMutator::mutated, (input, random) -> JpegLsDecoder.decode(input))
                .requireBothOutcomes();
    }

    private static List<Fuzz.Seed> seeds() throws CodecException {
        Random random = new Random(14495);
        List<Fuzz.Seed> seeds = new ArrayList<>(List.of(
                new Fuzz.Seed("example", JpegLsDecoderTest.EXAMPLE),
                new Fuzz.Seed("near-lossless", JpegLsDecoderTest.NEAR_LOSSLESS),
                new Fuzz.Seed("interleaved by sample", JpegLsDecoderTest.SAMPLE_INTERLEAVED)));
        for (int bits : new int[] {2, 8, 12, 16}) {
            for (int components : new int[] {1, 3}) {
                short[] samples = new short[24 * 40 * components];
                for (int i = 0; i < samples.length; i++) {
                    boolean isFlat = i < samples.length / 3;
                    samples[i] = (short) (isFlat ? 1 : random.nextInt(1 << bits));
                }
                CodedImage image = new CodedImage(24, 40, components, bits, false, samples);
                seeds.add(new Fuzz.Seed(bits + " bits × " + components, JpegLsEncoder.encode(image)));
            }
        }
        return seeds;
    }
}
