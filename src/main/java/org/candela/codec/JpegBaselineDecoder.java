package org.candela.codec;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.candela.codec.stream.CodecException;
import org.candela.image.Frame;
import org.candela.image.Photometric;
import org.candela.image.PixelLayout;

/**
 * JPEG baseline, 8 bits (T.81), by the JDK's reader, which delivers components without colour conversion.
 *
 * <p>Whether three components are RGB or YBR is decided by the codestream where it says so, since headers disagree with
 * it in the wild: JFIF and Adobe transform 1 are YBR, Adobe transform 0 is RGB; otherwise the header decides.
 */
final class JpegBaselineDecoder implements FrameDecoder {
    /** A block of 64 samples takes two codes of at least one bit, and a subsampled one stands for four. */
    private static final int MAX_EXPANSION = 1024;

    @Override
    public Frame decode(byte[] bytes, PixelLayout layout) throws CodecException {
        SampleBits.requireHoldable(layout);
        SampleBits.requirePlausible(layout, bytes.length, MAX_EXPANSION);
        Raster raster = read(bytes, layout);
        if (raster.getNumBands() != layout.samplesPerPixel()) {
            throw new CodecException("the JPEG holds " + raster.getNumBands() + " samples a pixel, the header says "
                    + layout.samplesPerPixel());
        }
        SampleBits bits = new SampleBits(layout);
        short[] samples = new short[(int) layout.sampleCount()];
        int[] line = new int[samples.length / layout.rows()];
        for (int row = 0; row < layout.rows(); row++) {
            raster.getPixels(0, row, layout.columns(), 1, line);
            for (int i = 0; i < line.length; i++) {
                samples[row * line.length + i] = bits.of(line[i]);
            }
        }
        return new Frame(layout.withPhotometric(photometric(bytes, layout)), samples);
    }

    /** Asks for the size first, which reads no pixels, so that a lying codestream takes no memory. */
    private static Raster read(byte[] bytes, PixelLayout layout) throws CodecException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
        ImageReader reader = readers.next();
        try (MemoryCacheImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(input, true, true);
            if (reader.getWidth(0) != layout.columns() || reader.getHeight(0) != layout.rows()) {
                throw new CodecException("the JPEG is " + reader.getHeight(0) + " × " + reader.getWidth(0)
                        + ", the header says " + layout.rows() + " × " + layout.columns());
            }
            return reader.readRaster(0, null);
        } catch (IOException | RuntimeException e) {
            // The JDK's reader throws unchecked exceptions over some broken streams.
            throw new CodecException("not a readable JPEG baseline stream: " + e.getMessage(), e);
        } finally {
            reader.dispose();
        }
    }

    private static Photometric photometric(byte[] bytes, PixelLayout layout) {
        if (layout.samplesPerPixel() == 1) {
            return layout.photometric();
        }
        return switch (JpegMarkers.colour(bytes)) {
            case YBR -> Photometric.YBR_FULL;
            case RGB -> Photometric.RGB;
            case UNSTATED -> layout.photometric() == Photometric.RGB ? Photometric.RGB : Photometric.YBR_FULL;
        };
    }
}
