package org.candela.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import org.candela.base.Uid;
import org.candela.codec.jpeg2000.Jpeg2000Decoder;
import org.candela.codec.stream.CodecException;
import org.candela.codec.stream.Workers;
import org.candela.image.Frame;
import org.candela.image.Photometric;
import org.candela.image.PixelLayout;
import org.junit.jupiter.api.Test;

class Jpeg2000FrameDecoderTest {
    private static final FrameDecoder DECODER =
            Decoders.forTransferSyntax(new Uid("1.2.840.10008.1.2.4.90")).orElseThrow();

    // [utest->req~codec.jpeg2000-header~1]
    @Test
    void aStreamOfAnotherSizeThanTheHeaderIsRefused() throws IOException {
        byte[] stream = stream("plain-8.j2k");

        CodecException refusal = assertThrows(
                CodecException.class, () -> DECODER.decode(stream, layout(36, Photometric.MONOCHROME2, 8, false)));

        assertEquals("the JPEG 2000 stream is 37 × 45 × 1, the header says 36 × 45 × 1", refusal.getMessage());
    }

    // [utest->req~codec.jpeg2000-header~1]
    @Test
    void aSignedStreamUnderAnUnsignedHeaderIsReadAsTwosComplement() throws Exception {
        byte[] stream = stream("signed-12.j2k");

        Frame asSigned = DECODER.decode(stream, layout(37, Photometric.MONOCHROME2, 12, true));
        Frame asUnsigned = DECODER.decode(stream, layout(37, Photometric.MONOCHROME2, 12, false));

        assertEquals(asSigned.value(0, 0) & 0xFFF, asUnsigned.value(0, 0));
        assertEquals(-2048, asSigned.value(0, 0));
    }

    @Test
    void transformedComponentsAreRgbWhateverTheHeaderSays() throws Exception {
        Frame frame = DECODER.decode(stream("boxed.jp2"), layout(37, Photometric.YBR_RCT, 8, false));

        assertEquals(Photometric.RGB, frame.layout().photometric());
    }

    @Test
    void aReducedFrameSaysItsSize() throws Exception {
        Frame frame = DECODER.decode(
                stream("plain-8.j2k"),
                layout(37, Photometric.MONOCHROME2, 8, false),
                new DecodeOptions(2, Workers.ALONE));

        assertEquals("10 × 12", frame.layout().rows() + " × " + frame.layout().columns());
    }

    private static PixelLayout layout(int rows, Photometric photometric, int bits, boolean isSigned) {
        return new PixelLayout(rows, 45, photometric, bits > 8 ? 16 : 8, bits, bits - 1, isSigned, false);
    }

    private static byte[] stream(String name) throws IOException {
        try (InputStream stream = Jpeg2000Decoder.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IOException("no stream " + name);
            }
            return stream.readAllBytes();
        }
    }
}
