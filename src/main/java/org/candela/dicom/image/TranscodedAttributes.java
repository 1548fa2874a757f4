package org.candela.dicom.image;

import java.nio.file.Path;
import java.util.Locale;
import org.candela.dicom.Attributes;
import org.candela.dicom.Fragments;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.VR;
import org.candela.image.PixelLayout;

/** What changes in a data set when its pixels are coded otherwise (PS3.3 C.7.6.1.1.5, C.7.6.3; PS3.5 8.2). */
final class TranscodedAttributes {
    private static final int OVERLAY_GROUPS = 16;
    private static final String LOSSY = "01";
    private static final String MEDIA_DIRECTORY = "1.2.840.10008.1.3.10";

    private TranscodedAttributes() {}

    /** Refuses a DICOMDIR: its records hold offsets of its own bytes (PS3.3 F.3.2.2), which rewriting makes wrong. */
    static void requireObject(Path source, Attributes meta) throws UnsupportedImageException {
        if (meta.string(Tag.MediaStorageSOPClassUID)
                .filter(MEDIA_DIRECTORY::equals)
                .isPresent()) {
            throw new UnsupportedImageException(source.getFileName()
                    + ": a media directory (DICOMDIR) points at its own bytes, not to be rewritten");
        }
    }

    /** Refuses overlays in the unused bits of the cells (retired; PS3.5 8.1.2), which decoding cuts off. */
    static void requireKeepable(Path source, Attributes dataSet) throws UnsupportedImageException {
        for (int i = 0; i < OVERLAY_GROUPS; i++) {
            int group = i << 17;
            if (dataSet.contains(Tag.OverlayRows + group) && !dataSet.contains(Tag.OverlayData + group)) {
                throw new UnsupportedImageException(
                        source.getFileName() + ": its overlay lies in unused bits of the pixels and would be lost");
            }
        }
    }

    /** Says in {@code dataSet}, whose pixels are still the old ones, how the new ones are coded. */
    static void update(Attributes dataSet, TransferSyntax from, PixelLayout layout) {
        dataSet.set(Tag.PhotometricInterpretation, VR.CS, layout.photometric().term());
        dataSet.setNumbers(Tag.HighBit, VR.US, layout.highBit());
        if (layout.samplesPerPixel() > 1) {
            dataSet.setNumbers(Tag.PlanarConfiguration, VR.US, 0);
        }
        LossySyntaxes.method(from.uid()).ifPresent(method -> stateLoss(dataSet, method, layout));
        dataSet.remove(Tag.ExtendedOffsetTable).remove(Tag.ExtendedOffsetTableLengths);
    }

    /**
     * Once lossy, always lossy. A header that knows better is believed only where the syntax can be without loss: JPEG
     * 2000 and JPEG-LS.
     */
    private static void stateLoss(Attributes dataSet, String method, PixelLayout layout) {
        boolean isDenied =
                dataSet.string(Tag.LossyImageCompression).filter("00"::equals).isPresent();
        if (LossySyntaxes.mayBeExact(method) && isDenied) {
            return;
        }
        dataSet.set(Tag.LossyImageCompression, VR.CS, LOSSY);
        if (dataSet.string(Tag.LossyImageCompressionMethod).isEmpty()
                && dataSet.string(Tag.LossyImageCompressionRatio).isEmpty()) {
            dataSet.set(Tag.LossyImageCompressionMethod, VR.CS, method);
            dataSet.set(Tag.LossyImageCompressionRatio, VR.DS, ratio(dataSet, layout));
        }
    }

    private static String ratio(Attributes dataSet, PixelLayout layout) {
        long coded = dataSet.fragments(Tag.PixelData).map(Fragments::length).orElse(0L);
        int frames = Math.max(1, dataSet.integer(Tag.NumberOfFrames).orElse(1));
        double ratio = (double) layout.byteCount() * frames / Math.max(1, coded);
        return String.format(Locale.ROOT, "%.3f", Math.min(ratio, 999_999));
    }
}
