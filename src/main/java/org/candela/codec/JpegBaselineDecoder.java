package org.candela.codec;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.candela.codec.jpeg.JpegDecoder;
import org.candela.codec.jpeg.JpegHeader;
import org.candela.codec.stream.CodecException;
import org.candela.codec.stream.StreamBounds;
import org.candela.image.Frame;
import org.candela.image.PixelLayout;

/**
 * JPEG baseline (T.81): 8 bits by the JDK's reader, which is fast and delivers components without colour conversion.
 *
 * <p>What that reader refuses, or reads with a warning because it filled in pixels that the stream does not hold, goes to
 * our own decoder, which decodes it or says what is wrong. Both give the same samples.
 */
final class JpegBaselineDecoder implements FrameDecoder {
    /** A block of 64 samples takes two codes of at least one bit, and a subsampled one stands for four. */
    private static final int MAX_EXPANSION = 1024;

    /** Of larger ones what the JDK's reader takes in vain and our decoder then takes would be over 256 MiB together. */
    private static final long MOST_SAMPLES_FOR_JDK = 1L << 26;

    private final FrameDecoder own = JpegFrameDecoder.ofAnyProcess();

    @Override
    public Frame decode(byte[] bytes, PixelLayout layout) throws CodecException {
        SampleBits.requireHoldable(layout);
        StreamBounds.samples(HeldSamples.extent(layout), bytes.length, MAX_EXPANSION);
        JpegHeader header = JpegDecoder.describe(bytes);
        boolean isOrdinary = header.precision() == 8
                && !header.process().isLossless()
                && header.extent().equals(HeldSamples.extent(layout))
                && layout.bitsStored() == 8
                && layout.sampleCount() <= MOST_SAMPLES_FOR_JDK;
        Optional<Raster> raster = isOrdinary ? read(bytes, layout) : Optional.empty();
        return raster.isPresent() ? frame(raster.orElseThrow(), header, layout) : own.decode(bytes, layout);
    }

    private static Frame frame(Raster raster, JpegHeader header, PixelLayout layout) {
        SampleBits bits = new SampleBits(layout);
        short[] samples = new short[(int) layout.sampleCount()];
        int[] line = new int[samples.length / layout.rows()];
        for (int row = 0; row < layout.rows(); row++) {
            raster.getPixels(0, row, layout.columns(), 1, line);
            for (int i = 0; i < line.length; i++) {
                samples[row * line.length + i] = bits.of(line[i]);
            }
        }
        return new Frame(layout.withPhotometric(JpegFrameDecoder.photometric(header.colour(), layout)), samples);
    }

    /** Empty when the JDK's reader fails or has a doubt. */
    private static Optional<Raster> read(byte[] bytes, PixelLayout layout) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
        ImageReader reader = readers.next();
        List<String> warnings = new ArrayList<>();
        try (MemoryCacheImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
            reader.setInput(input, true, true);
            if (reader.getWidth(0) != layout.columns() || reader.getHeight(0) != layout.rows()) {
                return Optional.empty();
            }
            Raster raster = reader.readRaster(0, null);
            boolean isTrusted = warnings.isEmpty() && raster.getNumBands() == layout.samplesPerPixel();
            return isTrusted ? Optional.of(raster) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            // The JDK's reader throws unchecked exceptions over some broken streams; our decoder says what is wrong.
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }
}
