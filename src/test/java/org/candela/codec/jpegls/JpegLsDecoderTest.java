package org.candela.codec.jpegls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import org.candela.codec.stream.CodedImage;
import org.junit.jupiter.api.Test;

class JpegLsDecoderTest {
    /** The example of T.87 H.3. */
    static final byte[] EXAMPLE = HexFormat.of()
            .parseHex("FFD8FFF7000B080004000401011100FFDA0008010100000000"
                    + "C000006C80208E01C0000057400000 6EE6000001BC18000005D800009160FFD9".replace(" ", ""));

    static final short[] EXAMPLE_SAMPLES = {0, 0, 90, 74, 68, 50, 43, 205, 64, 145, 145, 145, 100, 145, 145, 145};

    // [utest->req~codec.jpeg-ls~1]
    @Test
    void theExampleOfTheStandardIsDecoded() throws Exception {
        CodedImage image = JpegLsDecoder.decode(EXAMPLE);

        assertArrayEquals(EXAMPLE_SAMPLES, image.samples());
        assertEquals(8, image.bits());
    }
}
