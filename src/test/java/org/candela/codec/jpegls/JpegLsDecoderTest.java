package org.candela.codec.jpegls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.candela.codec.stream.CodecException;
import org.candela.codec.stream.CodedImage;
import org.junit.jupiter.api.Test;

class JpegLsDecoderTest {
    /** The example of T.87 H.3. */
    static final byte[] EXAMPLE = HexFormat.of()
            .parseHex("FFD8FFF7000B080004000401011100FFDA0008010100000000"
                    + "C000006C80208E01C00000574000006EE6000001BC18000005D800009160FFD9");

    static final short[] EXAMPLE_SAMPLES = {0, 0, 90, 74, 68, 50, 43, 205, 64, 145, 145, 145, 100, 145, 145, 145};

    /** 8 × 8 pixels with NEAR 3, written by CharLS. */
    static final byte[] NEAR_LOSSLESS = HexFormat.of()
            .parseHex(
                    "FFD8FFF7000B080008000801011100FFDA0008010100030000BDFF64924924A8CAB28C46A97AD63FE4CE40FF" + "D9");

    /** What CharLS decodes it to. */
    private static final byte[] NEAR_DECODED = HexFormat.of()
            .parseHex("00070E1C232B323A000E15232A333C4307161E252B3B3F4A09162027393B484B181F232F393D4F5719222C31"
                    + "3C47515820252F343F4A5459232F393D4A4F5961");

    /** 6 × 6 pixels of RGB. */
    private static final byte[] COLOURS = HexFormat.of()
            .parseHex("0A141E0A141E0A141E0A141E0A141E0A141E0A141E0A141E0A141E0A141E0A141E0A141E042AC01F2BC2402A"
                    + "C25D29C57A2AC89628C10240C0213EC63D3CC25B3FC4793EC29A3EC00152C71E51C44054C55A52C67A53C896"
                    + "52C70266C82066C33D67BF5A66BF7967C49766C2");

    /** The same, interleaved by sample, written by CharLS. */
    static final byte[] SAMPLE_INTERLEAVED = HexFormat.of()
            .parseHex("FFD8FFF70011080006000603011100021100031100FFDA000C03010002000300000200020207252DDFCA7CD9"
                    + "C001B0006440000050328001FA40DC8025877001224422E7C4B218DF500E32F6319AA5D5DD57003D68EBDF4B"
                    + "6BD640FFD9");

    /** The same with the three colour transforms of HP's coder, by line and by sample, written by CharLS. */
    private static final List<byte[]> TRANSFORMED = List.of(
            HexFormat.of()
                    .parseHex("FFD8FFE800076D72667801FFF70011080006000603011100021100031100FFDA000C03010002000300000100"
                            + "000001EA95B3CAC357E7E7EF96C0000026600008000281E024D75DD48066EC577800E33FF300089893801C65"
                            + "2B213F111C8F325C05492DF005DF4C00F1E5C68C5E48FFD9"),
            HexFormat.of()
                    .parseHex("FFD8FFE800076D72667802FFF70011080006000603011100021100031100FFDA000C03010002000300000200"
                            + "000001EBD030C9577F92F9DF609600000267C0A000098070002F1205E1605B80A001C0040419047C379017A0"
                            + "046E00044C03C7E09062E228948EAC4401C13427FED009291B0CFFD9"),
            HexFormat.of()
                    .parseHex("FFD8FFE800076D72667803FFF70011080006000603011100021100031100FFDA000C03010002000300000100"
                            + "003CAC0006A561AFF3F3F7C9A0002021C394198A0220025B000000990070000E0005016081104081000E3295"
                            + "9000719FF9800008101144080A925BE4FC44704118C630C18BC9000BBE98FFD9"));

    // [utest->req~codec.jpeg-ls~1]
    @Test
    void theExampleOfTheStandardIsDecoded() throws Exception {
        CodedImage image = JpegLsDecoder.decode(EXAMPLE);

        assertArrayEquals(EXAMPLE_SAMPLES, image.samples());
        assertEquals(8, image.bits());
    }

    @Test
    void nearLosslessSamplesAreThoseOfCharLs() throws Exception {
        assertArrayEquals(
                unsigned(NEAR_DECODED), JpegLsDecoder.decode(NEAR_LOSSLESS).samples());
        assertEquals(3, JpegLsDecoder.describe(NEAR_LOSSLESS).near());
    }

    @Test
    void coloursInterleavedBySampleAreDecoded() throws Exception {
        assertArrayEquals(
                unsigned(COLOURS), JpegLsDecoder.decode(SAMPLE_INTERLEAVED).samples());
    }

    @Test
    void colourTransformsAreUndone() throws Exception {
        for (byte[] stream : TRANSFORMED) {
            assertArrayEquals(unsigned(COLOURS), JpegLsDecoder.decode(stream).samples());
        }
    }

    @Test
    void anUnknownColourTransformIsRefused() {
        byte[] stream = TRANSFORMED.get(0).clone();
        stream[10] = 4;

        assertRefused("JPEG-LS: colour transform 4 is not supported", stream);
    }

    @Test
    void aMissingEndAndPaddingAreTaken() throws Exception {
        byte[] unended = Arrays.copyOf(EXAMPLE, EXAMPLE.length - 2);
        byte[] padded = Arrays.copyOf(EXAMPLE, EXAMPLE.length + 1);

        assertArrayEquals(EXAMPLE_SAMPLES, JpegLsDecoder.decode(unended).samples());
        assertArrayEquals(EXAMPLE_SAMPLES, JpegLsDecoder.decode(padded).samples());
    }

    @Test
    void aStreamThatEndsEarlyIsRefused() {
        assertRefused("JPEG-LS: the coded data end early, at byte 40", Arrays.copyOf(EXAMPLE, 40));
    }

    /** A SPIFF directory (T.84 F) stands before the frame in application segments, and other ones may. */
    @Test
    void otherSegmentsAreSkipped() throws Exception {
        byte[] spiff = HexFormat.of().parseHex("FFE8000A5350494646000102FFE8000800000001FFD8FFFE000568656C");

        assertArrayEquals(
                EXAMPLE_SAMPLES,
                JpegLsDecoder.decode(inserted(EXAMPLE, 2, spiff)).samples());
    }

    @Test
    void mappingTablesAreRefusedWhereTheyAreUsed() throws Exception {
        byte[] table = HexFormat.of().parseHex("FFF8000602010199");
        byte[] stream = inserted(EXAMPLE, 15, table);

        assertArrayEquals(EXAMPLE_SAMPLES, JpegLsDecoder.decode(stream).samples());
        stream[15 + table.length + 6] = 1;
        assertRefused("JPEG-LS: mapping tables are not supported", stream);
    }

    /** Each interval is coded as an image of its own (T.87 C.2.5), so that two images make one. */
    @Test
    void linesAfterARestartForgetThoseBefore() throws Exception {
        Random random = new Random(3);
        short[] upper = new short[4 * 9];
        short[] lower = new short[2 * 9];
        Arrays.fill(upper, (short) 7);
        for (int i = 0; i < lower.length; i++) {
            lower[i] = (short) random.nextInt(256);
        }
        byte[] first = JpegLsEncoder.encode(new CodedImage(4, 9, 1, 8, false, upper));
        byte[] second = JpegLsEncoder.encode(new CodedImage(2, 9, 1, 8, false, lower));
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        stream.write(first, 0, 15);
        stream.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xDD, 0, 4, 0, 4});
        stream.write(first, 15, first.length - 17);
        stream.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD0});
        stream.write(second, 25, second.length - 25);
        byte[] both = stream.toByteArray();
        both[8] = 6;

        short[] samples = JpegLsDecoder.decode(both).samples();

        assertArrayEquals(upper, Arrays.copyOf(samples, upper.length));
        assertArrayEquals(lower, Arrays.copyOfRange(samples, upper.length, samples.length));
    }

    /** 65535 × 65535 pixels claimed by 56 bytes would take 8 GB. */
    @Test
    void anImageThatItsBytesCannotHoldTakesNoMemory() {
        byte[] stream = EXAMPLE.clone();
        Arrays.fill(stream, 7, 11, (byte) 0xFF);

        assertTrue(refusal(stream).contains("65535 × 65535"), refusal(stream));
    }

    private static void assertRefused(String message, byte[] stream) {
        assertEquals(message, refusal(stream));
    }

    private static String refusal(byte[] stream) {
        return String.valueOf(assertThrows(CodecException.class, () -> JpegLsDecoder.decode(stream))
                .getMessage());
    }

    private static byte[] inserted(byte[] stream, int at, byte[] more) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(stream, 0, at);
        whole.writeBytes(more);
        whole.write(stream, at, stream.length - at);
        return whole.toByteArray();
    }

    private static short[] unsigned(byte[] bytes) {
        short[] samples = new short[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            samples[i] = (short) (bytes[i] & 0xFF);
        }
        return samples;
    }
}
