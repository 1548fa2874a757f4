package org.candela.viewer.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomReader;
import org.candela.dicom.Fragments;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.dicom.object.Deidentifier;

/**
 * An object without its patient (PS3.15 Annex E), remarks inside coded pixels and overlays in unused bits taken out too.
 *
 * @param file its attributes and, still in the source's file, its pixels
 * @param source SOP Instance UID of what it was made of
 * @param name its new SOP Instance UID
 * @param guard what must not be found in it
 */
// [impl->req~export.no-identity~1]
record DicomCopy(DicomFile file, Uid source, Uid name, IdentityGuard guard) {
    private static final int OVERLAY_BITS_ALLOCATED = 0x60000100;
    private static final int OVERLAY_BIT_POSITION = 0x60000102;
    private static final int LAST_OVERLAY = 0x1E;

    static DicomCopy of(Path source, Deidentifier deidentifier) throws IOException, CandelaException {
        DicomFile read = DicomReader.read(source);
        Attributes clean = deidentifier.deidentify(read.dataSet());
        Uid name = clean.uid(Tag.SOPInstanceUID)
                .orElseThrow(() -> new ExportException(
                        ExportException.PICTURE, "an object without SOP Instance UID cannot be named"));
        Optional<Fragments> coded = clean.fragments(Tag.PixelData);
        boolean hasHiddenOverlay = hasHiddenOverlay(read.dataSet());
        if (hasHiddenOverlay && coded.isPresent()) {
            throw new ExportException(
                    ExportException.IDENTITY,
                    "an overlay lies in unused bits of compressed pixels and cannot be removed");
        }
        if (hasHiddenOverlay) {
            blankUnusedBits(clean);
        }
        if (coded.isPresent()) {
            clean.setFragments(Tag.PixelData, CodestreamRemarks.without(coded.orElseThrow()));
        }
        return new DicomCopy(
                DicomFile.of(clean, read.transferSyntax()), source(read), name, IdentityGuard.of(read.dataSet()));
    }

    private static Uid source(DicomFile read) {
        return read.dataSet().uid(Tag.SOPInstanceUID).orElseThrow();
    }

    /** PS3.3 C.9.2, retired: a bit of the pixels themselves is the overlay. */
    private static boolean hasHiddenOverlay(Attributes dataSet) {
        for (int group = 0; group <= LAST_OVERLAY; group += 2) {
            int offset = group << 16;
            boolean isEmbedded =
                    dataSet.integer(OVERLAY_BITS_ALLOCATED + offset).orElse(1) != 1
                            || dataSet.integer(OVERLAY_BIT_POSITION + offset).orElse(0) != 0;
            if (isEmbedded) {
                return true;
            }
        }
        return false;
    }

    private static void blankUnusedBits(Attributes image) throws IOException {
        int allocated = image.integer(Tag.BitsAllocated).orElse(Short.SIZE);
        int stored = image.integer(Tag.BitsStored).orElse(allocated);
        int high = image.integer(Tag.HighBit).orElse(stored - 1);
        int mask = ((1 << stored) - 1) << Math.max(0, high - stored + 1);
        byte[] bytes = image.loadBytes(Tag.PixelData).orElse(new byte[0]);
        int step = allocated / Byte.SIZE;
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] &= (byte) (mask >> (Byte.SIZE * (i % step)));
        }
        image.setBytes(Tag.PixelData, image.vr(Tag.PixelData).orElse(VR.OW), bytes);
    }
}
