package org.candela.codec;

import java.util.Optional;
import java.util.Set;
import org.candela.base.Uid;
import org.candela.codec.jpeg.JpegDecoder;
import org.candela.codec.jpeg.JpegHeader;
import org.candela.codec.jpeg2000.Jpeg2000Decoder;
import org.candela.codec.jpegls.JpegLsDecoder;
import org.candela.codec.stream.CodecException;
import org.candela.codec.stream.CodedImage;
import org.candela.image.PixelLayout;

/**
 * Pixel cells of a coded frame with what lies in the bits that no sample uses (PS3.5 8.1.2), where the coder kept them: it
 * coded all bits of the cell, and lost none.
 */
public final class CodedCells {
    private static final String RLE = "1.2.840.10008.1.2.5";
    private static final Set<String> JPEG_LOSSLESS = Set.of("1.2.840.10008.1.2.4.57", "1.2.840.10008.1.2.4.70");
    private static final Set<String> JPEG_LS = Set.of("1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.81");
    /** Not those that may lose: a 5/3 wavelet does not tell whether layers were left out. */
    private static final Set<String> JPEG_2000 =
            Set.of("1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.201", "1.2.840.10008.1.2.4.202");

    private CodedCells() {}

    // [impl->req~codec.whole-cells~1]
    /**
     * The cells, little endian, of an image of one sample a pixel in 8 or 16 bits.
     *
     * @return empty where unused bits were lost, or may have been
     * @throws CodecException when the bytes are no such frame
     */
    public static Optional<byte[]> of(Uid transferSyntax, byte[] bytes, PixelLayout layout) throws CodecException {
        String syntax = transferSyntax.value();
        boolean isPlain =
                layout.samplesPerPixel() == 1 && (layout.bitsAllocated() == 8 || layout.bitsAllocated() == 16);
        if (!isPlain) {
            return Optional.empty();
        }
        SampleBits.requireHoldable(layout);
        if (syntax.equals(RLE)) {
            return Optional.of(RleSegments.unpack(bytes, layout));
        }
        return isWhole(syntax, bytes, layout.bitsAllocated())
                ? Optional.of(cells(image(syntax, bytes), layout))
                : Optional.empty();
    }

    private static boolean isWhole(String syntax, byte[] bytes, int bitsAllocated) throws CodecException {
        if (JPEG_LOSSLESS.contains(syntax)) {
            JpegHeader header = JpegDecoder.describe(bytes);
            return header.process().isLossless() && header.precision() == bitsAllocated;
        }
        if (JPEG_LS.contains(syntax)) {
            JpegLsDecoder.Description header = JpegLsDecoder.describe(bytes);
            return header.near() == 0 && header.bits() == bitsAllocated;
        }
        return JPEG_2000.contains(syntax) && Jpeg2000Decoder.describe(bytes).bits() == bitsAllocated;
    }

    private static CodedImage image(String syntax, byte[] bytes) throws CodecException {
        return JPEG_LOSSLESS.contains(syntax)
                ? JpegDecoder.decode(bytes)
                : JPEG_LS.contains(syntax)
                        ? JpegLsDecoder.decode(bytes)
                        : Jpeg2000Decoder.decode(bytes, Jpeg2000Decoder.Options.FULL);
    }

    private static byte[] cells(CodedImage image, PixelLayout layout) throws CodecException {
        boolean isSame =
                image.rows() == layout.rows() && image.columns() == layout.columns() && image.components() == 1;
        if (!isSame) {
            throw new CodecException("the stream is " + image.rows() + " × " + image.columns() + " × "
                    + image.components() + ", the header says " + layout.rows() + " × " + layout.columns() + " × 1");
        }
        short[] samples = image.samples();
        int bytesPerCell = layout.bitsAllocated() / Byte.SIZE;
        byte[] cells = new byte[samples.length * bytesPerCell];
        for (int i = 0; i < samples.length; i++) {
            cells[i * bytesPerCell] = (byte) samples[i];
            if (bytesPerCell == 2) {
                cells[2 * i + 1] = (byte) (samples[i] >> Byte.SIZE);
            }
        }
        return cells;
    }
}
