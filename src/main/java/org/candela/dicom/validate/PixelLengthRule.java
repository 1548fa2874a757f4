package org.candela.dicom.validate;

import java.util.Optional;
import org.candela.dicom.Attributes;
import org.candela.dicom.BulkData;
import org.candela.dicom.DicomFile;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;

/** PS3.5 §8.1, A.1, A.2: native pixel data has as many bytes as its description asks for, and the VR. */
final class PixelLengthRule implements FileRule {
    @Override
    public void check(DicomFile file, Places places, Report report) {
        Attributes image = file.dataSet();
        for (int tag : new int[] {Tag.PixelData, Tag.FloatPixelData, Tag.DoubleFloatPixelData}) {
            Optional<Long> length = image.bulkData(tag).map(BulkData::length);
            Optional<Long> expected = expectedBytes(image);
            if (length.isPresent() && expected.isPresent()) {
                compare(length.orElseThrow(), expected.orElseThrow(), places.of(image, tag), tag, report);
            }
        }
        boolean isWide = image.integer(Tag.BitsAllocated).orElse(0) > 8;
        boolean isNative = image.bulkData(Tag.PixelData).isPresent();
        if (isWide && isNative && places.isCodedAs(image, Tag.PixelData, VR.OB)) {
            report.error(places.of(image, Tag.PixelData), Tag.PixelData, "is OB where more than 8 bits need OW");
        }
    }

    private static void compare(long length, long expected, long offset, int tag, Report report) {
        long even = expected + (expected & 1);
        if (length < expected) {
            report.error(offset, tag, "has " + length + " bytes where its description asks for " + expected);
        } else if (length > even) {
            report.add(
                    offset,
                    tag,
                    Severity.WARNING,
                    "has " + length + " bytes where its description asks for " + expected);
        }
    }

    /** Rows × Columns × Samples × Bits Allocated × Frames; of YBR_FULL_422 two pixels share their colour. */
    private static Optional<Long> expectedBytes(Attributes image) {
        long bits = 1;
        for (int tag : new int[] {Tag.Rows, Tag.Columns, Tag.SamplesPerPixel, Tag.BitsAllocated}) {
            Optional<Integer> factor = image.integer(tag);
            if (factor.isEmpty() || factor.orElseThrow() < 1 || bits > Long.MAX_VALUE / factor.orElseThrow()) {
                return Optional.empty();
            }
            bits *= factor.orElseThrow();
        }
        boolean isShared = image.string(Tag.PhotometricInterpretation)
                .filter("YBR_FULL_422"::equals)
                .isPresent();
        bits = isShared ? bits / 3 * 2 : bits;
        int frames = Math.max(1, image.integer(Tag.NumberOfFrames).orElse(1));
        return bits > Long.MAX_VALUE / frames ? Optional.empty() : Optional.of((bits * frames + 7) / 8);
    }
}
