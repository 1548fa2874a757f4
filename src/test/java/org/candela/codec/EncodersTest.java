package org.candela.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.candela.base.Uid;
import org.candela.codec.stream.CodecException;
import org.candela.image.Frame;
import org.candela.image.Photometric;
import org.candela.image.PixelLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodersTest {
    private static final String RLE = "1.2.840.10008.1.2.5";
    private static final String JPEG_LS = "1.2.840.10008.1.2.4.80";

    // [utest->req~codec.encode~1]
    @ParameterizedTest
    @ValueSource(strings = {"1.2.840.10008.1.2.1", RLE, JPEG_LS})
    void framesComeBackAsTheyWere(String syntax) throws CodecException {
        Random random = new Random(5);
        for (int allocated : new int[] {8, 16}) {
            for (int stored = 2; stored <= allocated; stored++) {
                for (Photometric photometric : new Photometric[] {Photometric.MONOCHROME2, Photometric.RGB}) {
                    for (int rows = 1; rows < 12; rows += 5) {
                        assertSame(syntax, frame(layout(rows, 7, photometric, allocated, stored), random));
                    }
                }
            }
        }
    }

    private static PixelLayout layout(int rows, int columns, Photometric photometric, int allocated, int stored) {
        return new PixelLayout(
                rows, columns, photometric, allocated, stored, stored - 1, stored % 2 == rows % 2, false);
    }

    private static Frame frame(PixelLayout layout, Random random) {
        short[] samples = new short[(int) layout.sampleCount()];
        for (int i = 0; i < samples.length; i++) {
            boolean repeats = i >= 3 && random.nextInt(3) > 0;
            int range = layout.maximum() - layout.minimum() + 1;
            samples[i] = repeats ? samples[i - 3] : (short) (layout.minimum() + random.nextInt(range));
        }
        return new Frame(layout, samples);
    }

    private static void assertSame(String syntax, Frame frame) throws CodecException {
        byte[] bytes = encoded(syntax, frame);
        Frame decoded =
                Decoders.forTransferSyntax(new Uid(syntax)).orElseThrow().decode(bytes, frame.layout());
        assertArrayEquals(frame.samples(), decoded.samples(), frame.layout().toString());
        assertEquals(0, bytes.length % 2);
    }

    private static byte[] encoded(String syntax, Frame frame) throws CodecException {
        return Encoders.forTransferSyntax(new Uid(syntax)).orElseThrow().encode(frame);
    }

    @Test
    void bitsArePackedAndUnpacked() throws CodecException {
        PixelLayout layout = new PixelLayout(3, 5, Photometric.MONOCHROME2, 1, 1, 0, false, false);
        Frame frame = new Frame(layout, new short[] {1, 0, 1, 1, 0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 1});

        assertSame(RLE, frame);
        assertSame("1.2.840.10008.1.2.1", frame);
        assertThrows(CodecException.class, () -> encoded(JPEG_LS, frame));
    }

    // [utest->req~codec.rle-encode~1]
    @Test
    void rowsArePackedByThemselvesAndSegmentsAreEven() throws CodecException {
        PixelLayout layout = new PixelLayout(2, 4, Photometric.MONOCHROME2, 16, 16, 15, false, false);
        short[] samples = {0x0101, 0x0102, 0x0103, 0x0104, 0x0105, 0x0105, 0x0105, 0x0106};

        byte[] bytes = encoded(RLE, new Frame(layout, samples));

        assertEquals("02000000" + "40000000" + "44000000", hex(Arrays.copyOf(bytes, 12)));
        assertEquals(
                "FD01FD01" + "0301020304" + "FE05" + "0006" + "00", hex(Arrays.copyOfRange(bytes, 64, bytes.length)));
    }

    @Test
    void longRunsAndLiteralsAreSplitAt128() throws CodecException {
        PixelLayout layout = new PixelLayout(1, 600, Photometric.MONOCHROME2, 8, 8, 7, false, false);
        short[] samples = new short[600];
        for (int i = 0; i < 300; i++) {
            samples[i] = (short) (i & 0xFF);
        }

        assertSame(RLE, new Frame(layout, samples));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }
}
