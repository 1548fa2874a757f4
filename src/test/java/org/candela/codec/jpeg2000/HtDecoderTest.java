package org.candela.codec.jpeg2000;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.candela.codec.stream.CodecException;
import org.candela.codec.stream.CodedImage;
import org.candela.codec.stream.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
