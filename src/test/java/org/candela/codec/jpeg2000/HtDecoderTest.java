package org.candela.codec.jpeg2000;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import org.candela.codec.stream.CodecException;
import org.candela.codec.stream.CodedImage;
import org.candela.codec.stream.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** High-throughput streams that OpenJPH made of {@link Streams#sample}. */
class HtDecoderTest {
    // [utest->req~codec.htj2k~1]
    @ParameterizedTest
    @CsvSource({
        "ht-plain-8.j2c, 1, 8",
        "ht-small-blocks-12.j2c, 1, 12",
        "ht-wide-blocks-16.j2c, 1, 16",
        "ht-colour-rpcl.j2c, 3, 8",
        "ht-colour-tiles.j2c, 3, 8"
    })
    void losslessStreamsGiveTheirSourceExactly(String name, int components, int bits) throws CodecException {
        CodedImage image = Jpeg2000Decoder.decode(Streams.of(name), Jpeg2000Decoder.Options.FULL);

        short[] source = new short[Streams.ROWS * Streams.COLUMNS * components];
        for (int i = 0; i < source.length; i++) {
            int pixel = i / components;
            source[i] = (short) Streams.sample(pixel % Streams.COLUMNS, pixel / Streams.COLUMNS, i % components, bits);
        }
        assertEquals(bits, image.bits());
        assertArrayEquals(source, image.samples());
    }

    /** Rounding differs between floating-point decoders by one grey at most. */
    // [utest->req~codec.htj2k~1]
    @Test
    void lossyStreamsDifferFromOpenJpegByOneAtMost() throws CodecException {
        byte[] planes = Streams.of("ht-lossy-colour.raw");

        CodedImage image = Jpeg2000Decoder.decode(Streams.of("ht-lossy-colour.j2c"), Jpeg2000Decoder.Options.FULL);

        int pixels = image.rows() * image.columns();
        for (int i = 0; i < image.samples().length; i++) {
            assertEquals(planes[i % 3 * pixels + i / 3] & 0xFF, image.samples()[i], 1, "sample " + i);
        }
    }

    /**
     * Cleanup segments of OpenJPH with refinement segments of arbitrary bits behind, one bit plane above the last; what
     * they mean is what OpenJPEG and OpenJPH agree on.
     */
    // [utest->req~codec.htj2k~1]
    @ParameterizedTest
    @CsvSource({"ht-refined-significance", "ht-refined-both", "ht-refined-causal", "ht-refined-first-byte"})
    void refinementPassesGiveWhatOpenJpegGives(String name) throws CodecException {
        byte[] expected = Streams.of(name + ".raw");

        CodedImage image = Jpeg2000Decoder.decode(Streams.of(name + ".j2c"), Jpeg2000Decoder.Options.FULL);

        short[] samples = new short[expected.length / 2];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (expected[2 * i] << 8 | (expected[2 * i + 1] & 0xFF));
        }
        assertArrayEquals(samples, image.samples());
    }

    // [utest->req~codec.htj2k-progressive~1]
    @Test
    void aPrefixIsEnoughForTheResolutionsThatItHolds() throws CodecException {
        byte[] stream = Streams.of("ht-colour-rpcl.j2c");
        Jpeg2000Decoder.Options quarter = new Jpeg2000Decoder.Options(2, Workers.ALONE);
        Jpeg2000Decoder.Options half = new Jpeg2000Decoder.Options(1, Workers.ALONE);
        byte[] prefix = Arrays.copyOf(stream, stream.length / 2);

        assertArrayEquals(
                Jpeg2000Decoder.decode(stream, quarter).samples(),
                Jpeg2000Decoder.decode(prefix, quarter).samples());
        assertThrows(CodecException.class, () -> Jpeg2000Decoder.decode(prefix, Jpeg2000Decoder.Options.FULL));
        assertThrows(
                CodecException.class, () -> Jpeg2000Decoder.decode(Arrays.copyOf(stream, stream.length / 5), half));
    }

    /** While a frame arrives it is shown as it will be, only smaller: never with samples that later change. */
    // [utest->req~codec.htj2k-progressive~1]
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ht-colour-rpcl.j2c",
                "ht-lossy-colour.j2c",
                "ht-small-blocks-12.j2c",
                "rpcl-precincts-sop-eph.j2k"
            })
    void whatAPrefixGivesIsExactlyWhatTheWholeGives(String name) throws CodecException {
        byte[] stream = Streams.of(name);
        SortedSet<Integer> reductions = new TreeSet<>();
        int former = Integer.MAX_VALUE;
        for (int length = 1; length <= stream.length; length++) {
            byte[] prefix = Arrays.copyOf(stream, length);
            OptionalInt reduction = Jpeg2000Decoder.reductionOf(prefix);
            if (reduction.isEmpty()) {
                assertEquals(Integer.MAX_VALUE, former, length + " bytes give nothing, fewer gave an image");
                continue;
            }
            Jpeg2000Decoder.Options options = new Jpeg2000Decoder.Options(reduction.orElseThrow(), Workers.ALONE);
            assertTrue(options.reduction() <= former, "more bytes give less at " + length);
            former = options.reduction();
            reductions.add(former);
            if (length % 5 == 0 || length == stream.length) {
                assertArrayEquals(
                        Jpeg2000Decoder.decode(stream, options).samples(),
                        Jpeg2000Decoder.decode(prefix, options).samples(),
                        length + " bytes, reduced by " + former);
            }
        }

        assertTrue(reductions.size() >= 3, "every resolution comes in turn: " + reductions);
        assertEquals(0, former);
    }

    // [utest->req~codec.htj2k-progressive~1]
    @Test
    void theBeginningOfAStreamInAnotherOrderGivesNothing() {
        byte[] stream = Streams.of("plain-8.j2k"); // by layer, but of one layer: its resolutions come in turn as well
        byte[] tiles = Streams.of("ht-colour-tiles.j2c");

        assertEquals(OptionalInt.empty(), Jpeg2000Decoder.reductionOf(Arrays.copyOf(stream, 60)));
        assertEquals(OptionalInt.empty(), Jpeg2000Decoder.reductionOf(Arrays.copyOf(tiles, tiles.length / 2)));
        assertEquals(OptionalInt.of(0), Jpeg2000Decoder.reductionOf(tiles));
    }

    /** Ccap15 of T.814 A.3: 0 that all blocks are of this kind, 2 that COD and COC say which are, 3 that blocks may mix. */
    // [utest->req~codec.htj2k~1]
    @ParameterizedTest
    @CsvSource({"0", "2", "3"})
    void whatTheCapabilitiesAllowChangesNoSample(int kinds) throws CodecException {
        byte[] stream = Streams.of("ht-plain-8.j2c");
        int capabilities = segment(stream, Marker.CAP) + 8;
        byte[] declared = stream.clone();
        declared[capabilities] = (byte) ((stream[capabilities] & 0x3F) | kinds << 6);

        assertArrayEquals(
                Jpeg2000Decoder.decode(stream, Jpeg2000Decoder.Options.FULL).samples(),
                Jpeg2000Decoder.decode(declared, Jpeg2000Decoder.Options.FULL).samples());
    }

    // [utest->req~codec.htj2k-bounded~1]
    @Test
    void severalSetsAndMixedBlocksAreRefusedByName() {
        byte[] several = Streams.of("ht-plain-8.j2c");
        several[segment(several, Marker.CAP) + 8] |= 0x20;
        byte[] mixed = Streams.of("ht-plain-8.j2c");
        mixed[segment(mixed, Marker.COD) + 12] |= (byte) 0x80;

        assertEquals("code blocks of several high-throughput sets (T.814 MULTIHT) are not supported", refusal(several));
        assertEquals("code blocks of both kinds in one component (T.814 mixed sets) are not supported", refusal(mixed));
    }

    private static String refusal(byte[] stream) {
        return String.valueOf(
                assertThrows(CodecException.class, () -> Jpeg2000Decoder.decode(stream, Jpeg2000Decoder.Options.FULL))
                        .getMessage());
    }

    /** Index of a marker of the main header. */
    private static int segment(byte[] stream, int marker) {
        ByteBuffer in = ByteBuffer.wrap(stream);
        int at = 2;
        while ((in.getShort(at) & 0xFFFF) != marker) {
            at += 2 + (in.getShort(at + 2) & 0xFFFF);
        }
        return at;
    }
}
