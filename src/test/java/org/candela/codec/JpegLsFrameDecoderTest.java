package org.candela.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.candela.base.Uid;
import org.candela.codec.jpegls.JpegLsEncoder;
import org.candela.codec.stream.CodecException;
import org.candela.codec.stream.CodedImage;
import org.candela.image.Photometric;
import org.candela.image.PixelLayout;
import org.junit.jupiter.api.Test;

class JpegLsFrameDecoderTest {
    private static final FrameDecoder DECODER =
            Decoders.forTransferSyntax(new Uid("1.2.840.10008.1.2.4.80")).orElseThrow();

    // [utest->req~codec.jpeg-ls-header~1]
    @Test
    void aStreamOfAnotherSizeThanTheHeaderIsRefused() throws Exception {
        byte[] stream = stream(8, 1, 2, 3);

        CodecException refusal = assertThrows(CodecException.class, () -> DECODER.decode(stream, layout(1, 4, 8)));

        assertEquals("the JPEG-LS stream is 1 × 3 × 1, the header says 1 × 4 × 1", refusal.getMessage());
    }

    @Test
    void storedBitsAreCutFromTheAllocatedCell() throws Exception {
        byte[] stream = stream(16, 0xFFFF, 0xF800, 0x07FF);

        assertArrayEquals(
                new short[] {-1, -2048, 2047},
                DECODER.decode(stream, signed(12)).samples());
    }

    @Test
    void storedBitsTakeTheirSignFromTheStoredWidth() throws Exception {
        byte[] stream = stream(12, 0xFFF, 0x800, 0x7FF);

        assertArrayEquals(
                new short[] {-1, -2048, 2047},
                DECODER.decode(stream, signed(12)).samples());
    }

    /** A stream of 12 bits cannot tell whether 0xFFF is −1 or 4095 where the header promises 16 signed bits. */
    @Test
    void signedSamplesOfUnknownSignAreRefused() throws Exception {
        assertThrows(CodecException.class, () -> DECODER.decode(stream(12, 1, 2, 0xFFF), signed(16)));
        assertArrayEquals(
                new short[] {1, 2, 3},
                DECODER.decode(stream(12, 1, 2, 3), signed(16)).samples());
    }

    private static byte[] stream(int bits, int... values) throws CodecException {
        short[] samples = new short[values.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) values[i];
        }
        return JpegLsEncoder.encode(new CodedImage(1, samples.length, 1, bits, false, samples));
    }

    private static PixelLayout layout(int rows, int columns, int bits) {
        return new PixelLayout(rows, columns, Photometric.MONOCHROME2, 8, bits, bits - 1, false, false);
    }

    private static PixelLayout signed(int stored) {
        return new PixelLayout(1, 3, Photometric.MONOCHROME2, 16, stored, stored - 1, true, false);
    }
}
