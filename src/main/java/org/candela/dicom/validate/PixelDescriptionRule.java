package org.candela.dicom.validate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.Tag;

/** PS3.3 C.7.6.3: the attributes that describe pixels are there and fit each other. */
final class PixelDescriptionRule implements FileRule {
    private static final List<Integer> OF_ALL =
            List.of(Tag.SamplesPerPixel, Tag.PhotometricInterpretation, Tag.Rows, Tag.Columns, Tag.BitsAllocated);
    private static final List<Integer> OF_INTEGERS = List.of(Tag.BitsStored, Tag.HighBit, Tag.PixelRepresentation);
    private static final Map<String, Integer> SAMPLES = Map.ofEntries(
            Map.entry("MONOCHROME1", 1),
            Map.entry("MONOCHROME2", 1),
            Map.entry("PALETTE COLOR", 1),
            Map.entry("RGB", 3),
            Map.entry("YBR_FULL", 3),
            Map.entry("YBR_FULL_422", 3),
            Map.entry("YBR_PARTIAL_420", 3),
            Map.entry("YBR_PARTIAL_422", 3),
            Map.entry("YBR_ICT", 3),
            Map.entry("YBR_RCT", 3),
            Map.entry("XYB", 3),
            Map.entry("HSV", 3),
            Map.entry("ARGB", 4),
            Map.entry("CMYK", 4));
    private static final List<Integer> PALETTE = List.of(
            Tag.RedPaletteColorLookupTableDescriptor,
            Tag.GreenPaletteColorLookupTableDescriptor,
            Tag.BluePaletteColorLookupTableDescriptor);

    @Override
    public void check(DicomFile file, Places places, Report report) {
        Attributes image = file.dataSet();
        boolean hasIntegers = image.contains(Tag.PixelData);
        boolean hasFloats = image.contains(Tag.FloatPixelData) || image.contains(Tag.DoubleFloatPixelData);
        if (!hasIntegers && !hasFloats) {
            return;
        }
        OF_ALL.forEach(tag -> ModuleRule.checkType1(image, tag, report));
        Check check = new Check(image, places, report);
        check.checkColour();
        check.checkCounts();
        if (hasIntegers) {
            OF_INTEGERS.forEach(tag -> ModuleRule.checkType1(image, tag, report));
            check.checkBits();
        }
    }

    /** One image and where its findings go. */
    private record Check(Attributes image, Places places, Report report) {
        void checkColour() {
            Optional<String> photometric = image.string(Tag.PhotometricInterpretation);
            Optional<Integer> samples = image.integer(Tag.SamplesPerPixel);
            if (photometric.isEmpty() || samples.isEmpty()) {
                return;
            }
            Integer expected = SAMPLES.get(photometric.orElseThrow());
            if (expected == null) {
                fault(Tag.PhotometricInterpretation, "is no defined term");
            } else if (!expected.equals(samples.orElseThrow())) {
                fault(
                        Tag.SamplesPerPixel,
                        "is " + samples.orElseThrow() + " where the photometric interpretation has " + expected);
            }
            if (samples.orElseThrow() > 1 && !image.contains(Tag.PlanarConfiguration)) {
                fault(Tag.PlanarConfiguration, "is missing although a pixel has several samples");
            }
            if (photometric.orElseThrow().equals("PALETTE COLOR")) {
                PALETTE.stream()
                        .filter(tag -> image.numbers(tag).size() != 3)
                        .forEach(tag -> fault(tag, "is no descriptor of a palette, which PALETTE COLOR needs"));
            }
        }

        void checkCounts() {
            for (int tag : List.of(Tag.Rows, Tag.Columns, Tag.NumberOfFrames)) {
                if (image.integer(tag).filter(count -> count < 1).isPresent()) {
                    fault(tag, "is not positive");
                }
            }
        }

        void checkBits() {
            Optional<Integer> allocated = image.integer(Tag.BitsAllocated);
            Optional<Integer> stored = image.integer(Tag.BitsStored);
            if (allocated.isPresent() && allocated.orElseThrow() != 1 && allocated.orElseThrow() % 8 != 0) {
                fault(Tag.BitsAllocated, "is " + allocated.orElseThrow() + ", neither 1 nor a multiple of 8");
            }
            if (allocated.isPresent() && stored.isPresent() && stored.orElseThrow() > allocated.orElseThrow()) {
                fault(Tag.BitsStored, "is " + stored.orElseThrow() + " of " + allocated.orElseThrow() + " allocated");
            }
            Optional<Integer> high = image.integer(Tag.HighBit);
            if (stored.isPresent() && high.isPresent() && high.orElseThrow() != stored.orElseThrow() - 1) {
                fault(Tag.HighBit, "is " + high.orElseThrow() + " where " + stored.orElseThrow() + " bits are stored");
            }
            if (image.integer(Tag.PixelRepresentation)
                    .filter(sign -> sign < 0 || sign > 1)
                    .isPresent()) {
                fault(Tag.PixelRepresentation, "is neither 0 nor 1");
            }
        }

        private void fault(int tag, String what) {
            report.error(places.of(image, tag), tag, what);
        }
    }
}
