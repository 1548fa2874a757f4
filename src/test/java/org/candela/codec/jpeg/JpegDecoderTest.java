package org.candela.codec.jpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.candela.Fuzz;
import org.candela.MarkerMutator;
import org.candela.codec.jpeg.LosslessWriter.Spec;
import org.candela.codec.stream.CodecException;
import org.candela.codec.stream.CodedImage;
import org.candela.codec.stream.StreamBounds.Extent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JpegDecoderTest {
    private static final int COLUMNS = 37;
    private static final int ROWS = 23;

    // [utest->req~codec.jpeg~1]
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void everyPredictorAndPrecisionIsExact(int predictor) throws CodecException {
        for (int precision = 2; precision <= 16; precision++) {
            int[] plane = noise(precision, predictor);

            byte[] bytes = LosslessWriter.write(Spec.plain(COLUMNS, ROWS, precision, predictor), plane);

            assertArrayEquals(shorts(plane), JpegDecoder.decode(bytes).samples(), precision + " bits");
        }
    }

    /** H.1.1: after a restart the first line is predicted from the left, from half the range at its beginning. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 7})
    void restartsBeginPredictionAnew(int predictor) throws CodecException {
        for (int every : new int[] {1, 2, 5}) {
            int[] plane = noise(12, every);
            Spec spec = Spec.plain(COLUMNS, ROWS, 12, predictor).withRestartRows(every);

            assertArrayEquals(
                    shorts(plane),
                    JpegDecoder.decode(LosslessWriter.write(spec, plane)).samples());
        }
    }

    @Test
    void aPointTransformCutsLowBits() throws CodecException {
        int[] plane = noise(12, 3);

        byte[] bytes = LosslessWriter.write(Spec.plain(COLUMNS, ROWS, 12, 6).withShift(3), plane);

        int[] cut = Arrays.stream(plane).map(value -> value >> 3 << 3).toArray();
        assertArrayEquals(shorts(cut), JpegDecoder.decode(bytes).samples());
    }

    @Test
    void componentsInOneScanOrInSeveralAreTheSameImage() throws CodecException {
        int[][] planes = {noise(8, 1), noise(8, 2), noise(8, 3)};
        short[] expected = new short[3 * COLUMNS * ROWS];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = (short) planes[i % 3][i / 3];
        }
        Spec spec = Spec.plain(COLUMNS, ROWS, 8, 5).withRestartRows(4);

        assertArrayEquals(
                expected, JpegDecoder.decode(LosslessWriter.write(spec, planes)).samples());
        assertArrayEquals(
                expected,
                JpegDecoder.decode(LosslessWriter.write(spec.apart(), planes)).samples());
    }

    // [utest->req~codec.jpeg-complete~1]
    @Test
    void aScanThatEndsEarlyIsRefused() {
        byte[] whole = lossless();

        for (int cut = 3; cut < whole.length; cut += 7) {
            byte[] bytes = Arrays.copyOf(whole, whole.length - cut);
            assertThrows(CodecException.class, () -> JpegDecoder.decode(bytes), "without its last " + cut + " bytes");
        }
    }

    @Test
    void aMissingEndMarkerAndBytesAfterTheImageDoNotMatter() throws CodecException {
        byte[] whole = lossless();
        short[] expected = JpegDecoder.decode(whole).samples();

        byte[] longer = Arrays.copyOf(whole, whole.length + 50);

        assertArrayEquals(
                expected,
                JpegDecoder.decode(Arrays.copyOf(whole, whole.length - 2)).samples());
        assertArrayEquals(expected, JpegDecoder.decode(longer).samples());
    }

    /** B.2.5: the frame header says 0 lines, a DNL segment after the first scan says how many. */
    @Test
    void linesDefinedAfterTheScanAreFound() throws CodecException {
        byte[] whole = lossless();
        short[] expected = JpegDecoder.decode(whole).samples();
        byte[] late = Arrays.copyOf(whole, whole.length + 6);
        late[7] = 0;
        late[8] = 0;
        System.arraycopy(
                new byte[] {(byte) 0xFF, (byte) 0xDC, 0, 4, 0, ROWS, (byte) 0xFF, (byte) 0xD9},
                0,
                late,
                whole.length - 2,
                8);

        assertArrayEquals(expected, JpegDecoder.decode(late).samples());
    }

    @Test
    void aRestartMarkerOutOfTurnIsRefused() {
        byte[] bytes = LosslessWriter.write(Spec.plain(COLUMNS, ROWS, 12, 1).withRestartRows(4), noise(12, 9));
        for (int i = 0; i + 1 < bytes.length; i++) {
            if ((bytes[i] & 0xFF) == 0xFF && (bytes[i + 1] & 0xFF) == 0xD1) {
                bytes[i + 1] = (byte) 0xD3;
            }
        }

        assertThrows(CodecException.class, () -> JpegDecoder.decode(bytes));
    }

    // [utest->req~codec.jpeg-refuse~1]
    @ParameterizedTest
    @CsvSource({
        "0xC9, JPEG with arithmetic coding is not supported",
        "0xC7, hierarchical JPEG is not supported",
        "0xF7, 'this is a JPEG-LS stream, not JPEG'"
    })
    void otherProcessesAreRefusedByName(String marker, String message) {
        byte[] bytes = lossless();
        bytes[3] = (byte) (int) Integer.decode(marker);

        CodecException refusal = assertThrows(CodecException.class, () -> JpegDecoder.decode(bytes));

        assertEquals(message, refusal.getMessage());
    }

    /** The JDK's reader is built on the decoder that the field's other decoders descend from. */
    @ParameterizedTest
    @CsvSource({"GRAY, false", "GRAY, true", "RGB, false", "RGB, true"})
    void dctFramesEqualThoseOfTheJdk(String kind, boolean isProgressive) throws Exception {
        byte[] bytes = photograph(kind.equals("GRAY"), isProgressive);
        Raster expected = jdk(bytes);

        CodedImage image = JpegDecoder.decode(bytes);

        int[] samples = expected.getPixels(0, 0, expected.getWidth(), expected.getHeight(), (int[]) null);
        assertArrayEquals(shorts(samples), image.samples());
    }

    @Test
    void theHeaderSaysWhatIsComing() throws Exception {
        JpegHeader header = JpegDecoder.describe(photograph(false, true));

        assertEquals(new JpegHeader(new Extent(53, 75, 3), 8, JpegProcess.PROGRESSIVE, JpegColour.YBR), header);
    }

    /** 5500 × 5500 in colour: bytes enough for a bit a block, but samples and coefficients of 288 MiB. */
    // [utest->req~codec.jpeg-bounded~1]
    @Test
    void aFrameOfTooMuchMemoryIsRefusedBeforeItIsTaken() throws Exception {
        byte[] stream = Arrays.copyOf(photograph(false, true), 1 << 20);
        int frame = 0;
        while ((stream[frame] & 0xFF) != 0xFF || (stream[frame + 1] & 0xFF) != 0xC2) {
            frame++;
        }
        for (int at = frame + 5; at < frame + 9; at += 2) {
            stream[at] = (byte) (5500 >> 8);
            stream[at + 1] = (byte) 5500;
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());

        CodecException refusal = assertThrows(CodecException.class, () -> JpegDecoder.decode(stream));

        long taken = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        assertEquals("an image of 5500 × 5500 × 3 takes too much memory", refusal.getMessage());
        assertEquals(0, taken >> 20, "MiB taken");
    }

    // [utest->req~codec.jpeg-bounded~1]
    @Test
    void mutatedStreamsEndWithPixelsOrARefusal() throws Exception {
        int[] plane = noise(16, 4);
        List<Fuzz.Seed> seeds = List.of(
                new Fuzz.Seed("lossless", lossless()),
                new Fuzz.Seed("sequential grey", photograph(true, false)),
                new Fuzz.Seed("sequential colour", photograph(false, false)),
                new Fuzz.Seed("progressive colour", photograph(false, true)),
                new Fuzz.Seed(
                        "restarts",
                        LosslessWriter.write(Spec.plain(COLUMNS, ROWS, 16, 7).withRestartRows(2), plane)),
                new Fuzz.Seed(
                        "planes apart",
                        LosslessWriter.write(Spec.plain(COLUMNS, ROWS, 16, 4).apart(), plane, plane, plane)));

        Fuzz.slice("codec.jpeg", 1500)
                .allowing(CodecException.class)
                .run(seeds, MarkerMutator::mutated, (input, random) -> JpegDecoder.decode(input))
                .requireBothOutcomes();
    }

    private static byte[] lossless() {
        return LosslessWriter.write(Spec.plain(COLUMNS, ROWS, 12, 1), noise(12, 7));
    }

    /** Noise with runs of extremes, so that every size of difference occurs. */
    private static int[] noise(int precision, int seed) {
        Random random = new Random(seed);
        return random.ints(COLUMNS * ROWS, 0, 1 << precision)
                .map(value -> switch (random.nextInt(4)) {
                    case 0 -> 0;
                    case 1 -> (1 << precision) - 1;
                    case 2 -> 1 << (precision - 1);
                    default -> value;
                })
                .toArray();
    }

    private static short[] shorts(int[] values) {
        short[] shorts = new short[values.length];
        for (int i = 0; i < values.length; i++) {
            shorts[i] = (short) values[i];
        }
        return shorts;
    }

    /** Odd sizes, so that edges of blocks and of subsampled components are tested. */
    private static byte[] photograph(boolean isGray, boolean isProgressive) throws IOException {
        BufferedImage image =
                new BufferedImage(75, 53, isGray ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
        Random random = new Random(2);
        for (int y = 0; y < 53; y++) {
            for (int x = 0; x < 75; x++) {
                image.setRGB(x, y, (x * 3) << 16 | (y * 4) << 8 | (random.nextInt(3) == 0 ? 255 : x + y));
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setProgressiveMode(isProgressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(0.9f);
        writer.setOutput(ImageIO.createImageOutputStream(bytes));
        writer.write(null, new IIOImage(image, null, null), param);
        writer.dispose();
        return bytes.toByteArray();
    }

    private static Raster jdk(byte[] bytes) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(bytes)));
        Raster raster = reader.readRaster(0, null);
        reader.dispose();
        return raster;
    }
}
