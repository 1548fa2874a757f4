package org.candela.codec.jpegls;

import java.util.HashSet;
import java.util.Set;
import org.candela.codec.stream.CodecException;
import org.candela.codec.stream.CodedImage;
import org.candela.codec.stream.StreamBounds;
import org.candela.codec.stream.StreamBounds.Extent;

/**
 * Decodes JPEG-LS streams (T.87), lossless and near-lossless, 2 to 16 bits, 1 to 4 components. Stateless; safe from any
 * thread.
 *
 * <p>A missing end of image and bytes after it are taken; mapping tables, subsampled components and point transforms are
 * refused. The colour transforms of HP's coder are undone.
 */
public final class JpegLsDecoder {
    /** One bit stands for a run of up to 2^15 samples. */
    private static final int MAX_EXPANSION = 8 << 15;

    private JpegLsDecoder() {}

    /**
     * What the headers of a stream say, read without decoding it.
     *
     * @param bits precision of the samples, 2 to 16
     * @param near largest difference from the source that the first scan allows; 0 when it is lossless
     */
    public record Description(Extent extent, int bits, int near) {}

    /** Reads the headers up to the first scan. */
    public static Description describe(byte[] bytes) throws CodecException {
        Segments segments = new Segments(bytes);
        Header.Scan scan = segments.nextScan();
        Header header = segments.header();
        return new Description(header.extent(), header.precision(), scan.near());
    }

    // [impl->req~codec.jpeg-ls~1] [impl->req~codec.jpeg-ls-bounded~1]
    /**
     * Decodes a whole stream.
     *
     * @throws CodecException when it is broken, or uses what is refused
     */
    public static CodedImage decode(byte[] bytes) throws CodecException {
        Segments segments = new Segments(bytes);
        Header.Scan scan = segments.nextScan();
        Header header = segments.header();
        Extent extent = header.extent();
        short[] samples = new short[StreamBounds.samples(extent, bytes.length, MAX_EXPANSION)];
        Set<Integer> decoded = new HashSet<>();
        while (true) {
            int before = decoded.size();
            decoded.addAll(scan.components());
            if (decoded.size() != before + scan.components().size()) {
                throw new CodecException("JPEG-LS: a component is coded twice");
            }
            segments.resumeAt(ScanLines.decode(bytes, segments.header(), scan, samples));
            if (decoded.size() == extent.components()) {
                break;
            }
            scan = segments.nextScan();
        }
        undoTransform(segments.header(), samples);
        return new CodedImage(extent.rows(), extent.columns(), extent.components(), header.precision(), false, samples);
    }

    private static void undoTransform(Header header, short[] samples) throws CodecException {
        ColourTransform transform = header.transform();
        int bits = header.precision();
        boolean isDefined = header.extent().components() == 3 && (bits == 8 || bits == 16);
        if (transform != ColourTransform.NONE && !isDefined) {
            throw new CodecException(
                    "JPEG-LS: colour transform " + transform + " of " + bits + " bits is not supported");
        }
        transform.undo(samples, bits);
    }
}
