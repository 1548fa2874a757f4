package org.candela.codec;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
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
    @Override
    public Frame decode(byte[] bytes, PixelLayout layout) throws CodecException {
        SampleBits.requireHoldable(layout);
        Raster raster = read(bytes);
        if (raster.getWidth() != layout.columns()
                || raster.getHeight() != layout.rows()
                || raster.getNumBands() != layout.samplesPerPixel()) {
            throw new CodecException("the JPEG holds " + raster.getHeight() + " × " + raster.getWidth() + " × "
                    + raster.getNumBands() + " samples, the header says " + layout.rows() + " × " + layout.columns()
                    + " × " + layout.samplesPerPixel());
        }
        int[] values = raster.getPixels(0, 0, raster.getWidth(), raster.getHeight(), (int[]) null);
        SampleBits bits = new SampleBits(layout);
        short[] samples = new short[values.length];
        for (int i = 0; i < values.length; i++) {
            samples[i] = bits.of(values[i]);
        }
        return new Frame(layout.withPhotometric(photometric(bytes, layout)), samples);
    }

    private static Raster read(byte[] bytes) throws CodecException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
        ImageReader reader = readers.next();
        try (MemoryCacheImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(input, true, true);
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
