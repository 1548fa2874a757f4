package org.candela.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.candela.base.Uid;
import org.candela.codec.stream.CodecException;
import org.candela.image.Frame;
import org.candela.image.Photometric;
import org.candela.image.PixelLayout;
import org.junit.jupiter.api.Test;

class DecodersTest {
    private static final FrameDecoder NATIVE = decoder("1.2.840.10008.1.2.1");
    private static final FrameDecoder RLE = decoder("1.2.840.10008.1.2.5");
    private static final FrameDecoder JPEG = decoder("1.2.840.10008.1.2.4.50");

    /** Pitfalls 1 and 2: the sign comes from Bits Stored, and bits above High Bit are no part of the sample. */
    @Test
    void signAndHighBitAreCutFromTheCell() throws CodecException {
        PixelLayout layout = gray(1, 3, 16, 12, true);

        Frame frame =
                NATIVE.decode(new byte[] {(byte) 0xFF, 0x0F, (byte) 0xFF, (byte) 0xF7, 0x00, (byte) 0xF8}, layout);

        assertArrayEquals(new short[] {-1, 2047, -2048}, frame.samples());
    }

    @Test
    void planesAreInterleaved() throws CodecException {
        PixelLayout layout = new PixelLayout(1, 2, Photometric.RGB, 8, 8, 7, false, true);

        Frame frame = NATIVE.decode(new byte[] {1, 2, 3, 4, 5, 6}, layout);

        assertArrayEquals(new short[] {1, 3, 5, 2, 4, 6}, frame.samples());
    }

    @Test
    void pairsOfPixelsShareTheirColour() throws CodecException {
        PixelLayout layout = new PixelLayout(1, 2, Photometric.YBR_FULL_422, 8, 8, 7, false, false);

        Frame frame = NATIVE.decode(new byte[] {10, 20, 30, 40}, layout);

        assertArrayEquals(new short[] {10, 30, 40, 20, 30, 40}, frame.samples());
        assertEquals(Photometric.YBR_FULL, frame.layout().photometric());
    }

    @Test
    void aShortFrameIsRefused() {
        assertThrows(CodecException.class, () -> NATIVE.decode(new byte[5], gray(1, 3, 16, 12, true)));
    }

    /** PS3.5 G.3: one literal run of two bytes, one replicate run of three. */
    @Test
    void runsAreUnpacked() throws CodecException {
        byte[] packed = rle(new byte[] {1, 7, 8, -2, 9});

        assertArrayEquals(
                new short[] {7, 8, 9, 9, 9},
                RLE.decode(packed, gray(1, 5, 8, 8, false)).samples());
    }

    @Test
    void brokenRunsAreRefused() {
        Random random = new Random(5);
        PixelLayout layout = gray(8, 8, 16, 16, false);
        for (int round = 0; round < 5000; round++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            if (bytes.length > 8 && random.nextBoolean()) {
                ByteBuffer.wrap(bytes)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(0, 2)
                        .putInt(4, 64);
            }
            decodeOrRefuse(RLE, bytes, layout);
        }
    }

    @Test
    void aGreyJpegIsWithinALevelOfItsSource() throws Exception {
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSamples(0, 0, 16, 16, 0, new int[256]);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", bytes);

        Frame frame = JPEG.decode(bytes.toByteArray(), gray(16, 16, 8, 8, false));

        for (short sample : frame.samples()) {
            assertTrue(sample <= 1, "flat black decodes to " + sample);
        }
    }

    @Test
    void brokenJpegsAreRefused() throws Exception {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY), "jpeg", stream);
        byte[] good = stream.toByteArray();
        Random random = new Random(6);
        for (int round = 0; round < 300; round++) {
            byte[] bad = Arrays.copyOf(good, 2 + random.nextInt(good.length - 2));
            bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            decodeOrRefuse(JPEG, bad, gray(16, 16, 8, 8, false));
        }
    }

    /** A header of 65535 × 65535 in a file of a few bytes would take 8 GB if it were believed. */
    @Test
    void aFrameThatItsBytesCannotHoldTakesNoMemory() throws Exception {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY), "jpeg", jpeg);
        PixelLayout claimed = gray(65535, 65535, 8, 8, false);

        assertThrows(CodecException.class, () -> RLE.decode(rle(new byte[] {-127, 7}), claimed));
        assertThrows(CodecException.class, () -> JPEG.decode(jpeg.toByteArray(), claimed));
        assertThrows(CodecException.class, () -> RLE.decode(rle(new byte[] {-127, 7}), gray(4000, 4000, 8, 8, false)));
    }

    /** 8192 × 8200, of which nearly nothing is there: the samples are taken once, and not by two decoders. */
    // [utest->req~codec.jpeg-bounded~1]
    @Test
    void aVeryLargeBrokenFrameIsTakenOnce() throws Exception {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY), "jpeg", jpeg);
        byte[] stream = Arrays.copyOf(jpeg.toByteArray(), 1 << 20);
        ByteBuffer bytes = ByteBuffer.wrap(stream);
        int frame = 0;
        while (bytes.getShort(frame) != (short) 0xFFC0) {
            frame++;
        }
        bytes.putShort(frame + 5, (short) 8200).putShort(frame + 7, (short) 8192);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());

        assertThrows(CodecException.class, () -> JPEG.decode(stream, gray(8200, 8192, 8, 8, false)));

        long taken = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        assertTrue(taken < 140L << 20, "took " + (taken >> 20) + " MiB");
    }

    @Test
    void aCodestreamOfAnotherSizeThanTheHeaderIsRefused() throws Exception {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY), "jpeg", jpeg);

        CodecException refusal =
                assertThrows(CodecException.class, () -> JPEG.decode(jpeg.toByteArray(), gray(16, 17, 8, 8, false)));

        assertEquals("the JPEG is 16 × 16 × 1, the header says 16 × 17 × 1", refusal.getMessage());
    }

    private static void decodeOrRefuse(FrameDecoder decoder, byte[] bytes, PixelLayout layout) {
        try {
            assertEquals(layout.sampleCount(), decoder.decode(bytes, layout).samples().length);
        } catch (CodecException expected) {
            assertEquals("codec.broken", expected.code());
        }
    }

    private static byte[] rle(byte[] segment) {
        ByteBuffer bytes = ByteBuffer.allocate(64 + segment.length).order(ByteOrder.LITTLE_ENDIAN);
        return bytes.putInt(1).putInt(64).position(64).put(segment).array();
    }

    private static PixelLayout gray(int rows, int columns, int allocated, int stored, boolean isSigned) {
        return new PixelLayout(rows, columns, Photometric.MONOCHROME2, allocated, stored, stored - 1, isSigned, false);
    }

    private static FrameDecoder decoder(String uid) {
        return Decoders.forTransferSyntax(new Uid(uid)).orElseThrow();
    }
}
