package org.candela.codec.jpeg2000;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.candela.codec.stream.CodecException;
import org.candela.codec.stream.CodedImage;
import org.candela.codec.stream.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Jpeg2000DecoderTest {
    // [utest->req~codec.jpeg2000~1]
    @ParameterizedTest
    @CsvSource({
        "plain-8.j2k, 1, 8, false",
        "signed-12.j2k, 1, 12, true",
        "sixteen.j2k, 1, 16, false",
        "colour-tiles-offset.j2k, 3, 8, false",
        "all-modes.j2k, 1, 12, false",
        "bypass-layers.j2k, 1, 12, true",
        "rpcl-precincts-sop-eph.j2k, 3, 8, false",
        "pcrl-tile-parts.j2k, 3, 8, false",
        "cprl.j2k, 3, 8, false",
        "progression-changes.j2k, 3, 8, false",
        "region.j2k, 1, 8, false",
        "boxed.jp2, 3, 8, false"
    })
    void losslessStreamsGiveTheirSourceExactly(String name, int components, int bits, boolean isSigned)
            throws CodecException {
        CodedImage image = Jpeg2000Decoder.decode(Streams.of(name), Jpeg2000Decoder.Options.FULL);

        assertEquals(isSigned, image.isSigned());
        assertEquals(bits, image.bits());
        assertArrayEquals(source(components, bits, isSigned), image.samples());
    }

    private static short[] source(int components, int bits, boolean isSigned) {
        short[] samples = new short[Streams.ROWS * Streams.COLUMNS * components];
        for (int i = 0; i < samples.length; i++) {
            int pixel = i / components;
            int value = Streams.sample(pixel % Streams.COLUMNS, pixel / Streams.COLUMNS, i % components, bits);
            samples[i] = (short) (isSigned ? value - (1 << (bits - 1)) : value);
        }
        return samples;
    }

    /** Rounding differs between floating-point decoders by one grey at most. */
    // [utest->req~codec.jpeg2000~1]
    @ParameterizedTest
    @CsvSource({"lossy, 1, 2", "lossy-colour, 3, 1"})
    void lossyStreamsDifferFromOpenJpegByOneAtMost(String name, int components, int bytesPerSample)
            throws CodecException {
        byte[] planes = Streams.of(name + ".raw");

        CodedImage image = Jpeg2000Decoder.decode(Streams.of(name + ".j2k"), Jpeg2000Decoder.Options.FULL);

        int pixels = image.rows() * image.columns();
        for (int i = 0; i < image.samples().length; i++) {
            int at = (i % components * pixels + i / components) * bytesPerSample;
            int expected = (planes[at] & 0xFF) | (bytesPerSample == 2 ? (planes[at + 1] & 0xFF) << 8 : 0);
            assertEquals(expected, image.samples()[i] & 0xFFFF, 1, "sample " + i);
        }
    }

    // [utest->req~codec.jpeg2000-reduced~1]
    @Test
    void eachReductionHalvesTheImage() throws CodecException {
        byte[] stream = Streams.of("colour-tiles-offset.j2k");

        CodedImage half = Jpeg2000Decoder.decode(stream, new Jpeg2000Decoder.Options(1, Workers.ALONE));
        CodedImage least = Jpeg2000Decoder.decode(stream, new Jpeg2000Decoder.Options(9, Workers.ALONE));

        // On the grid the image reaches from (5, 3) to (50, 40): ⌈50 ÷ 2⌉ − ⌈5 ÷ 2⌉ columns (T.800 B-14).
        assertEquals("22 x 18", half.columns() + " x " + half.rows());
        assertEquals("11 x 9", least.columns() + " x " + least.rows());
        assertTrue(Math.abs((half.samples()[0] & 0xFFFF) - Streams.sample(1, 1, 0, 8)) < 10);
    }

    /** On the grid the image is column 1 alone: at half its size there would be none (T.800 B-14). */
    // [utest->req~codec.jpeg2000-reduced~1]
    @Test
    void aReductionThatLeavesNoSampleIsNotMade() throws CodecException {
        CodedImage image =
                Jpeg2000Decoder.decode(Streams.of("column-at-1.j2k"), new Jpeg2000Decoder.Options(2, Workers.ALONE));

        assertEquals("1 x 6", image.columns() + " x " + image.rows());
    }

    // [utest->req~codec.jpeg2000-reduced~1]
    @Test
    void aReducedImageIsTheSamePictureSmaller() throws CodecException {
        CodedImage half =
                Jpeg2000Decoder.decode(Streams.of("lossy.j2k"), new Jpeg2000Decoder.Options(1, Workers.ALONE));

        for (int y = 1; y < half.rows() - 1; y++) {
            for (int x = 1; x < 9; x++) {
                int value = half.samples()[y * half.columns() + x];
                assertEquals(Streams.sample(2 * x, 2 * y, 0, 12), value, 130, x + ", " + y);
            }
        }
    }

    @Test
    void workersChangeNothing() throws CodecException {
        ExecutorService executor = Executors.newFixedThreadPool(2);
        try {
            Workers workers = new Workers(executor, 2);
            for (String name : new String[] {"colour-tiles-offset.j2k", "rpcl-precincts-sop-eph.j2k", "lossy.j2k"}) {
                byte[] stream = Streams.of(name);
                CodedImage alone = Jpeg2000Decoder.decode(stream, Jpeg2000Decoder.Options.FULL);
                CodedImage together = Jpeg2000Decoder.decode(stream, new Jpeg2000Decoder.Options(0, workers));
                assertArrayEquals(alone.samples(), together.samples(), name);
            }
        } finally {
            executor.shutdownNow();
        }
    }

    // [utest->req~codec.jpeg2000-bounded~1]
    @Test
    void anImageThatItsBytesCannotHoldIsRefused() {
        byte[] stream = Streams.of("plain-8.j2k");
        stream[8] = 0x20; // Xsiz and Ysiz, and with them the tile, of 2^29
        stream[12] = 0x20;
        stream[24] = 0x20;
        stream[28] = 0x20;

        assertThrows(CodecException.class, () -> Jpeg2000Decoder.decode(stream, Jpeg2000Decoder.Options.FULL));
    }

    // [utest->req~codec.jpeg2000-complete~1]
    @Test
    void aStreamWithoutOneOfItsTilesIsRefused() {
        byte[] stream = Streams.of("colour-tiles-offset.j2k");
        int last = lastTilePart(stream);

        CodecException refusal = assertThrows(
                CodecException.class,
                () -> Jpeg2000Decoder.decode(Arrays.copyOf(stream, last), Jpeg2000Decoder.Options.FULL));

        assertEquals("8 of 9 tiles are in the codestream", refusal.getMessage());
    }

    /** Between tile-parts no packet is cut in two; SOT says how many of them there should be. */
    // [utest->req~codec.jpeg2000-complete~1]
    @Test
    void aStreamWithoutTheLastPartOfATileIsRefused() {
        byte[] stream = Streams.of("pcrl-tile-parts.j2k");
        int last = stream.length - 12;
        while ((stream[last] & 0xFF) != 0xFF || (stream[last + 1] & 0xFF) != 0x90 || stream[last + 3] != 10) {
            last--;
        }
        byte[] prefix = Arrays.copyOf(stream, last);

        CodecException refusal =
                assertThrows(CodecException.class, () -> Jpeg2000Decoder.decode(prefix, Jpeg2000Decoder.Options.FULL));

        assertEquals("tile 5 was cut within its packets", refusal.getMessage());
    }

    // [utest->req~codec.jpeg2000-complete~1]
    @ParameterizedTest
    @CsvSource({"plain-8.j2k, 3", "plain-8.j2k, 300", "bypass-layers.j2k, 900", "lossy.j2k, 10"})
    void aStreamThatWasCutIsRefused(String name, int missing) {
        byte[] stream = Streams.of(name);

        assertThrows(
                CodecException.class,
                () -> Jpeg2000Decoder.decode(
                        Arrays.copyOf(stream, stream.length - missing), Jpeg2000Decoder.Options.FULL));
    }

    /** Once a hang: the packets that such a progression waits for never come. */
    // [utest->req~codec.jpeg2000-bounded~1]
    @Test
    void aProgressionMayNameMoreLayersThanThereAre() throws CodecException {
        byte[] stream = Streams.of("progression-changes.j2k");
        int entry = 0;
        while ((stream[entry] & 0xFF) != 0xFF || stream[entry + 1] != 0x5F) {
            entry++;
        }
        stream[entry + 4 + 2 + 1] = 9; // LYEpoc of the first change, and of the second
        stream[entry + 4 + 7 + 2 + 1] = 9;

        CodedImage image = Jpeg2000Decoder.decode(stream, Jpeg2000Decoder.Options.FULL);

        assertArrayEquals(source(3, 8, false), image.samples());
    }

    /** Writers forget EOC, and DICOM pads to an even length. */
    @Test
    void aStreamWithoutItsEndMarkerIsWhole() throws CodecException {
        byte[] stream = Streams.of("plain-8.j2k");

        byte[] open = Arrays.copyOf(stream, stream.length - 2);

        assertArrayEquals(
                source(1, 8, false),
                Jpeg2000Decoder.decode(open, Jpeg2000Decoder.Options.FULL).samples());
    }

    private static int lastTilePart(byte[] stream) {
        int at = stream.length - 2;
        while ((stream[at] & 0xFF) != 0xFF || (stream[at + 1] & 0xFF) != 0x90 || stream[at + 3] != 10) {
            at--;
        }
        return at;
    }

    /** By OpenJPEG's library with a matrix of its own: what decodes it as Part 1 shows other colours. */
    // [utest->req~codec.jpeg2000-part2~1]
    @Test
    void aMultiComponentTransformIsRefusedByName() {
        CodecException refusal = assertThrows(
                CodecException.class,
                () -> Jpeg2000Decoder.decode(Streams.of("part-2-transform.j2k"), Jpeg2000Decoder.Options.FULL));

        assertEquals("JPEG 2000 Part 2 (T.801) is not supported: component transform 2 in COD", refusal.getMessage());
    }

    // [utest->req~codec.jpeg2000-part2~1]
    @ParameterizedTest
    @CsvSource({"FF5A", "FF70", "FF73", "FF74", "FF75", "FF76", "FF77", "FF78", "FF79"})
    void segmentsOfPart2AreRefusedByName(String marker) {
        byte[] stream = Streams.of("plain-8.j2k");
        byte[] extended = new byte[stream.length + 6];
        int behindSize = 2 + 2 + 41; // SOC and SIZ of one component
        int code = Integer.parseInt(marker, 16);
        ByteBuffer.wrap(extended)
                .put(stream, 0, behindSize)
                .putShort((short) code)
                .putInt(4 << 16)
                .put(stream, behindSize, stream.length - behindSize);

        CodecException refusal = assertThrows(
                CodecException.class, () -> Jpeg2000Decoder.decode(extended, Jpeg2000Decoder.Options.FULL));

        assertEquals(
                "JPEG 2000 Part 2 (T.801) is not supported: marker " + marker + " in a header", refusal.getMessage());
    }

    @Test
    void somethingElseIsRefusedByName() {
        CodecException refusal = assertThrows(
                CodecException.class,
                () -> Jpeg2000Decoder.decode(new byte[] {-1, -40, -1, -37}, Jpeg2000Decoder.Options.FULL));

        assertEquals("no JPEG 2000 codestream: it does not begin with SOC and SIZ", refusal.getMessage());
    }
}
