package org.candela.dicom.image;

import java.util.Set;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.image.Photometric;
import org.candela.image.PixelLayout;

/** How the samples of a data set are arranged (PS3.3 C.7.6.3, C.7.6.24, C.7.6.25). Stateless. */
final class LayoutReader {
    private static final Set<String> OF_VIDEO = Set.of("YBR_PARTIAL_420", "YBR_PARTIAL_422");
    /** MPEG-2, H.264 and HEVC are 1.2.840.10008.1.2.4.100 to .109: what shows them gets RGB. */
    private static final String VIDEO = "1.2.840.10008.1.2.4.10";

    private static final int FLOAT_BITS = 32;
    private static final int DOUBLE_BITS = 64;

    private LayoutReader() {}

    /** The layout as the header says; RGB for the YBR of video, which is shown as that. */
    static PixelLayout read(Attributes dataSet, Uid transferSyntax) throws UnsupportedImageException {
        String term = dataSet.string(Tag.PhotometricInterpretation).orElse("missing");
        if (!OF_VIDEO.contains(term)) {
            return read(dataSet);
        }
        if (!transferSyntax.value().startsWith(VIDEO)) {
            throw new UnsupportedImageException(term + " belongs to video, but the pixels are none");
        }
        return read(dataSet, Photometric.RGB, term);
    }

    /** The layout as the header alone says. */
    static PixelLayout read(Attributes dataSet) throws UnsupportedImageException {
        if (isFloat(dataSet)) {
            return floatLayout(dataSet);
        }
        String term = dataSet.string(Tag.PhotometricInterpretation).orElse("missing");
        Photometric photometric = Photometric.ofTerm(term)
                .orElseThrow(() ->
                        new UnsupportedImageException("photometric interpretation not supported: " + quotable(term)));
        return read(dataSet, photometric, term);
    }

    /** What may be a term (PS3.5 §6.2, CS); a broken file may have lines of text there, or a name. */
    private static String quotable(String term) {
        return term.matches("[A-Za-z0-9_ ]{1,16}") ? term : "no term";
    }

    /** Whether the pixels are in floating point. */
    static boolean isFloat(Attributes dataSet) {
        return !dataSet.contains(Tag.PixelData)
                && (dataSet.contains(Tag.FloatPixelData) || dataSet.contains(Tag.DoubleFloatPixelData));
    }

    private static PixelLayout read(Attributes dataSet, Photometric photometric, String term)
            throws UnsupportedImageException {
        int samples = dataSet.integer(Tag.SamplesPerPixel).orElse(photometric.samplesPerPixel());
        if (samples != photometric.samplesPerPixel()) {
            throw new UnsupportedImageException(samples + " samples a pixel do not fit " + term);
        }
        try {
            int stored = required(dataSet, Tag.BitsStored);
            int allocated = required(dataSet, Tag.BitsAllocated);
            if (allocated > FLOAT_BITS) {
                throw new UnsupportedImageException("whole numbers of " + allocated + " bits are not supported");
            }
            return new PixelLayout(
                    required(dataSet, Tag.Rows),
                    required(dataSet, Tag.Columns),
                    photometric,
                    allocated,
                    stored,
                    dataSet.integer(Tag.HighBit).orElse(stored - 1),
                    dataSet.integer(Tag.PixelRepresentation).orElse(0) == 1,
                    dataSet.integer(Tag.PlanarConfiguration).orElse(0) == 1);
        } catch (IllegalArgumentException e) {
            throw new UnsupportedImageException(String.valueOf(e.getMessage()));
        }
    }

    private static PixelLayout floatLayout(Attributes dataSet) throws UnsupportedImageException {
        int bits = dataSet.contains(Tag.FloatPixelData) ? FLOAT_BITS : DOUBLE_BITS;
        int samples = dataSet.integer(Tag.SamplesPerPixel).orElse(1);
        boolean isInverse = dataSet.string(Tag.PhotometricInterpretation)
                .filter(Photometric.MONOCHROME1.term()::equals)
                .isPresent();
        if (samples != 1) {
            throw new UnsupportedImageException("floating point pixels of " + samples + " samples");
        }
        try {
            return new PixelLayout(
                    required(dataSet, Tag.Rows),
                    required(dataSet, Tag.Columns),
                    isInverse ? Photometric.MONOCHROME1 : Photometric.MONOCHROME2,
                    bits,
                    bits,
                    bits - 1,
                    true,
                    false);
        } catch (IllegalArgumentException e) {
            throw new UnsupportedImageException(String.valueOf(e.getMessage()));
        }
    }

    private static int required(Attributes dataSet, int tag) throws UnsupportedImageException {
        return dataSet.integer(tag)
                .orElseThrow(() -> new UnsupportedImageException(Tag.toString(tag) + " is missing or no number"));
    }
}
