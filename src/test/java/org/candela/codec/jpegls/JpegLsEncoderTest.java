package org.candela.codec.jpegls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.candela.codec.stream.CodecException;
import org.candela.codec.stream.CodedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JpegLsEncoderTest {
    private static final int[][] SIZES = {{1, 1}, {1, 7}, {9, 1}, {2, 2}, {13, 31}, {3, 300}, {64, 64}};

    // [utest->req~codec.jpeg-ls-encode~1]
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 10, 12, 15, 16})
    void anyImageComesBackAsItWas(int bits) throws CodecException {
        Random random = new Random(bits);
        for (int[] size : SIZES) {
            for (int components = 1; components <= 4; components++) {
                for (Texture texture : Texture.values()) {
                    short[] samples = texture.samples(size[0] * size[1] * components, bits, random);
                    CodedImage image = new CodedImage(size[0], size[1], components, bits, false, samples);

                    CodedImage decoded = JpegLsDecoder.decode(JpegLsEncoder.encode(image));

                    assertArrayEquals(samples, decoded.samples(), texture + " " + Arrays.toString(size));
                    assertEquals(Math.max(2, bits), decoded.bits());
                }
            }
        }
    }

    /** What T.87 H.3 prints for its example. */
    @Test
    void theExampleOfTheStandardIsWrittenByteForByte() throws CodecException {
        CodedImage image = new CodedImage(4, 4, 1, 8, false, JpegLsDecoderTest.EXAMPLE_SAMPLES.clone());

        assertArrayEquals(JpegLsDecoderTest.EXAMPLE, JpegLsEncoder.encode(image));
    }

    @Test
    void signedSamplesAreWrittenAsTwosComplement() throws CodecException {
        CodedImage image = new CodedImage(1, 3, 1, 12, true, new short[] {-1, -2048, 2047});

        CodedImage decoded = JpegLsDecoder.decode(JpegLsEncoder.encode(image));

        assertArrayEquals(new short[] {0xFFF, 0x800, 0x7FF}, decoded.samples());
    }

    /** Kinds of content that take each path of the coder. */
    private enum Texture {
        NOISE {
            @Override
            int value(int i, int most, Random random) {
                return random.nextInt(most + 1);
            }
        },
        FLAT {
            @Override
            int value(int i, int most, Random random) {
                return most;
            }
        },
        SPARSE {
            @Override
            int value(int i, int most, Random random) {
                return random.nextInt(20) == 0 ? random.nextInt(most + 1) : 0;
            }
        },
        RAMP {
            @Override
            int value(int i, int most, Random random) {
                return Math.min(most, i / 3 + random.nextInt(2));
            }
        },
        EXTREMES {
            @Override
            int value(int i, int most, Random random) {
                return random.nextBoolean() ? most : 0;
            }
        };

        abstract int value(int i, int most, Random random);

        short[] samples(int count, int bits, Random random) {
            short[] samples = new short[count];
            for (int i = 0; i < count; i++) {
                samples[i] = (short) value(i, (1 << bits) - 1, random);
            }
            return samples;
        }
    }
}
