package org.candela.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.candela.codec.jpeg.LosslessWriter;
import org.candela.codec.jpeg.LosslessWriter.Spec;
import org.candela.codec.stream.CodecException;
import org.candela.image.Photometric;
import org.candela.image.PixelLayout;
import org.junit.jupiter.api.Test;

class JpegFrameDecoderTest {
    private static final FrameDecoder LOSSLESS = JpegFrameDecoder.ofLossless();
    private static final FrameDecoder ANY = JpegFrameDecoder.ofAnyProcess();

    // [utest->req~codec.jpeg-header~1]
    @Test
    void losslessSamplesAreCutToBitsStored() throws Exception {
        byte[] stream = lossless(16, 0xFFFF, 0xF800, 0x07FF);

        assertArrayEquals(
                new short[] {-1, -2048, 2047},
                LOSSLESS.decode(stream, grey(3, 12, true)).samples());
        assertArrayEquals(
                new short[] {4095, 2048, 2047},
                LOSSLESS.decode(stream, grey(3, 12, false)).samples());
    }

    // [utest->req~codec.jpeg-header~1]
    @Test
    void signedSamplesOfUnknownSignAreRefused() throws Exception {
        CodecException refusal =
                assertThrows(CodecException.class, () -> LOSSLESS.decode(lossless(12, 1, 2, 0xFFF), grey(3, 16, true)));

        assertEquals("signed samples of 16 bits in a JPEG of 12 bits: their sign is unknown", refusal.getMessage());
        assertArrayEquals(
                new short[] {1, 2, 3},
                LOSSLESS.decode(lossless(12, 1, 2, 3), grey(3, 16, true)).samples());
    }

    // [utest->req~codec.jpeg-header~1]
    @Test
    void lossySamplesAreBroughtToTheStoredRange() throws Exception {
        byte[] white = photograph(BufferedImage.TYPE_BYTE_GRAY);

        short[] samples = ANY.decode(white, new PixelLayout(8, 8, Photometric.MONOCHROME2, 8, 7, 6, false, false))
                .samples();

        short[] all = new short[64];
        Arrays.fill(all, (short) 127);
        assertArrayEquals(all, samples);
    }

    // [utest->req~codec.jpeg-header~1]
    @Test
    void theStreamSaysItsColourWhereItCan() throws Exception {
        byte[] withJfif = photograph(BufferedImage.TYPE_INT_RGB);

        PixelLayout rgb = new PixelLayout(8, 8, Photometric.RGB, 8, 8, 7, false, false);
        assertEquals(Photometric.YBR_FULL, ANY.decode(withJfif, rgb).layout().photometric());
    }

    // [utest->req~codec.jpeg-header~1]
    @Test
    void otherComponentsThanInTheHeaderAreRefused() throws Exception {
        CodecException refusal = assertThrows(
                CodecException.class, () -> ANY.decode(photograph(BufferedImage.TYPE_INT_RGB), grey(8, 8, false)));

        assertEquals("the JPEG is 8 × 8 × 3, the header says 1 × 8 × 1", refusal.getMessage());
    }

    private static byte[] lossless(int precision, int... values) {
        return LosslessWriter.write(Spec.plain(values.length, 1, precision, 1), values);
    }

    private static byte[] photograph(int type) throws IOException {
        BufferedImage image = new BufferedImage(8, 8, type);
        for (int i = 0; i < 64; i++) {
            image.setRGB(i % 8, i / 8, 0xFFFFFF);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", bytes);
        return bytes.toByteArray();
    }

    private static PixelLayout grey(int columns, int stored, boolean isSigned) {
        return new PixelLayout(1, columns, Photometric.MONOCHROME2, 16, stored, stored - 1, isSigned, false);
    }
}
