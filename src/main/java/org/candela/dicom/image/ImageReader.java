package org.candela.dicom.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.image.ImageSpacing;
import org.candela.image.Palette;
import org.candela.image.Photometric;
import org.candela.image.PixelLayout;
import org.candela.image.PixelPadding;
import org.candela.image.PresentationLut;
import org.candela.image.Rescale;
import org.candela.image.VoiLut;
import org.candela.image.VoiTransform;
import org.candela.image.VoiWindow;

/** Reads the {@link ImageDescription} of a frame. Stateless. */
final class ImageReader {
    /** Goes away where the table is applied. */
    static final String MODALITY_LUT_LEFT_OUT = "modality LUT not applied";

    /** The axes of an animal have other names (PS3.3 C.7.6.1.1.1); those of a human are not to be trusted there. */
    private static final String QUADRUPED = "an animal: edge letters are those of a human";

    /** Pixel Presentation (0008,9205) of images with a supplemental palette. */
    private static final Set<String> WITH_COLOURS = Set.of("COLOR", "MIXED");

    /** Units (0054,1001), as a reader writes them. */
    private static final Map<String, String> UNITS = Map.of("BQML", "Bq/ml", "CNTS", "counts", "GML", "g/ml");

    private ImageReader() {}

    static ImageDescription describe(Attributes dataSet, int frameIndex) throws UnsupportedImageException {
        return describe(dataSet, LayoutReader.read(dataSet), frameIndex);
    }

    static ImageDescription describe(Attributes dataSet, PixelLayout layout, int frameIndex)
            throws UnsupportedImageException {
        FunctionalGroups groups = new FunctionalGroups(dataSet, frameIndex);
        GeometryReader geometry = new GeometryReader(dataSet, groups);
        List<String> warnings = new ArrayList<>();
        if (ModalityLut.isForDisplay(dataSet)) {
            warnings.add(MODALITY_LUT_LEFT_OUT);
        }
        if (dataSet.string(Tag.AnatomicalOrientationType).equals(Optional.of("QUADRUPED"))) {
            warnings.add(QUADRUPED);
        }
        ImageSpacing spacing = geometry.spacing();
        double aspect = aspect(dataSet, spacing);
        return new ImageDescription(
                layout,
                greys(dataSet, layout, groups, warnings),
                new ImageDescription.ImagePlace(
                        geometry.plane(),
                        dataSet.uid(Tag.FrameOfReferenceUID),
                        spacing,
                        aspect,
                        geometry.regions(),
                        dataSet.strings(Tag.PatientOrientation),
                        laterality(dataSet, groups),
                        view(dataSet, frameIndex)),
                palette(dataSet, layout),
                new ShutterReader(groups, aspect, warnings).read(),
                isLossy(dataSet),
                FrameTiming.of(dataSet, frameIndex),
                warnings);
    }

    /** Colours of all values, or, beside greys, of those that a supplemental palette maps (C.7.6.19, C.8.16.2). */
    // [impl->req~dicom-image.palettes~1]
    private static Optional<Palette> palette(Attributes dataSet, PixelLayout layout) throws UnsupportedImageException {
        boolean isSupplemental = layout.photometric() == Photometric.MONOCHROME2
                && dataSet.string(Tag.PixelPresentation)
                        .filter(WITH_COLOURS::contains)
                        .isPresent()
                && dataSet.contains(Tag.RedPaletteColorLookupTableDescriptor);
        return layout.photometric() == Photometric.PALETTE_COLOR || isSupplemental
                ? Optional.of(PaletteReader.read(dataSet, layout.isSigned()))
                : Optional.empty();
    }

    /** The steps of PS3.4 N.2; colour has none of them. */
    private static ImageDescription.GreyMeaning greys(
            Attributes dataSet, PixelLayout layout, FunctionalGroups groups, List<String> warnings) {
        Rescale rescale = rescale(dataSet, groups, warnings);
        if (!layout.photometric().isGrayscale()) {
            return new ImageDescription.GreyMeaning(
                    rescale, List.of(), PresentationLut.of(layout.photometric()), padding(dataSet, layout));
        }
        Attributes group = groups.group(Tag.FrameVOILUTSequence);
        List<String> names = new ArrayList<>();
        List<VoiTransform> voi = new ArrayList<>(windows(group, names, warnings));
        for (VoiLut table : LutReader.voi(group, inputs(dataSet, layout, rescale), warnings)) {
            voi.add(table);
            names.add(table.explanation());
        }
        return new ImageDescription.GreyMeaning(
                rescale,
                voi,
                names,
                presentation(dataSet, layout, warnings),
                padding(dataSet, layout),
                new SuvReader(dataSet).read());
    }

    /** The output of a modality LUT is never negative (C.11.1.1.1); that of a rescale is what its ends are. */
    private static LutDescriptor.Inputs inputs(Attributes dataSet, PixelLayout layout, Rescale rescale) {
        boolean canBeNegative = !ModalityLut.isForDisplay(dataSet)
                && (rescale.apply(layout.minimum()) < 0 || rescale.apply(layout.maximum()) < 0);
        return canBeNegative ? LutDescriptor.Inputs.SIGNED : LutDescriptor.Inputs.UNSIGNED;
    }

    /**
     * A table of the data set, else what the photometric interpretation says. A Presentation LUT Shape only repeats that
     * (C.8.11.3.1.2); where it does not, it is known to be the one that is wrong, and the contradiction is told.
     */
    // [impl->req~dicom-image.presentation~1]
    private static PresentationLut presentation(Attributes dataSet, PixelLayout layout, List<String> warnings) {
        PresentationLut implied = PresentationLut.of(layout.photometric());
        boolean isContradicted = dataSet.string(Tag.PresentationLUTShape)
                .filter(shape -> !shape.equals(implied.toString()))
                .isPresent();
        if (isContradicted) {
            warnings.add(
                    "presentation LUT shape contradicts " + layout.photometric().term());
        }
        return LutReader.presentation(dataSet, warnings).orElse(implied);
    }

    /** C.11.1; for CT without a type the output is in Hounsfield units (C.8.2.1.1.2). */
    private static Rescale rescale(Attributes dataSet, FunctionalGroups groups, List<String> warnings) {
        Attributes group = groups.group(Tag.PixelValueTransformationSequence);
        Optional<Rescale> dose = dose(dataSet);
        if (dose.isPresent()) {
            return dose.orElseThrow();
        }
        Optional<Double> slope = group.number(Tag.RescaleSlope);
        Optional<Double> intercept = group.number(Tag.RescaleIntercept);
        if (group.string(Tag.RescaleSlope).isEmpty()
                && group.string(Tag.RescaleIntercept).isEmpty()) {
            return Rescale.IDENTITY;
        }
        String unit = group.string(Tag.RescaleType).orElseGet(() -> usualUnit(dataSet));
        try {
            if (slope.isPresent() && intercept.isPresent()) {
                return new Rescale(slope.orElseThrow(), intercept.orElseThrow(), unit);
            }
        } catch (IllegalArgumentException e) {
            // A slope of 0 is as unusable as a missing one.
        }
        warnings.add("rescale unusable, stored values shown");
        return Rescale.IDENTITY;
    }

    /** Of a file without Rescale Type; of positron emission tomography its Units (C.8.9.1.1.3). */
    private static String usualUnit(Attributes dataSet) {
        return switch (dataSet.string(Tag.Modality).orElse("")) {
            case "CT" -> "HU";
            case "PT" ->
                dataSet.string(Tag.Units)
                        .map(units -> UNITS.getOrDefault(units, units))
                        .orElse(Rescale.IDENTITY.unit());
            default -> Rescale.IDENTITY.unit();
        };
    }

    /** C.8.8.3.4.1: stored values times Dose Grid Scaling are the dose, in gray or relative to an implicit reference. */
    // [impl->req~dicom-image.dose~1]
    private static Optional<Rescale> dose(Attributes dataSet) {
        String unit = dataSet.string(Tag.DoseUnits)
                .map(term -> term.equals("GY") ? "Gy" : term)
                .orElse("");
        return dataSet.number(Tag.DoseGridScaling)
                .filter(scaling -> scaling > 0 && Double.isFinite(scaling))
                .map(scaling -> new Rescale(scaling, 0, unit));
    }

    private static List<VoiWindow> windows(Attributes voi, List<String> names, List<String> warnings) {
        List<Double> centers = voi.numbers(Tag.WindowCenter);
        List<Double> widths = voi.numbers(Tag.WindowWidth);
        List<String> explanations = voi.strings(Tag.WindowCenterWidthExplanation);
        VoiWindow.Function function = function(voi, warnings);
        List<VoiWindow> windows = new ArrayList<>();
        for (int i = 0; i < Math.min(centers.size(), widths.size()); i++) {
            try {
                windows.add(new VoiWindow(centers.get(i), widths.get(i), function));
                names.add(i < explanations.size() ? explanations.get(i) : "");
            } catch (IllegalArgumentException e) {
                warnings.add("a window of the file is unusable");
            }
        }
        return windows;
    }

    private static VoiWindow.Function function(Attributes voi, List<String> warnings) {
        String term = voi.string(Tag.VOILUTFunction).orElse("LINEAR");
        for (VoiWindow.Function function : VoiWindow.Function.values()) {
            if (function.name().equals(term)) {
                return function;
            }
        }
        warnings.add("unknown VOI LUT function, shown linear");
        return VoiWindow.Function.LINEAR;
    }

    /** C.7.5.1.1.2; the values are stored as US or SS by Pixel Representation, and masked like samples. */
    private static PixelPadding padding(Attributes dataSet, PixelLayout layout) {
        Optional<Double> value = dataSet.number(Tag.PixelPaddingValue);
        if (value.isEmpty()) {
            return PixelPadding.NONE;
        }
        double limit = dataSet.number(Tag.PixelPaddingRangeLimit).orElse(value.orElseThrow());
        return PixelPadding.between(asStored(value.orElseThrow(), layout), asStored(limit, layout));
    }

    private static int asStored(double value, PixelLayout layout) {
        return layout.isSigned() ? (short) value : (int) value & 0xFFFF;
    }

    /** Of the spacing where there is one; else Pixel Aspect Ratio, vertical over horizontal (C.7.6.3.1.7). */
    // [impl->req~dicom-image.pixel-aspect~1]
    private static double aspect(Attributes dataSet, ImageSpacing spacing) {
        List<Double> ratio = dataSet.numbers(Tag.PixelAspectRatio);
        boolean isStated = ratio.size() == 2 && ratio.get(0) > 0 && ratio.get(1) > 0;
        boolean isBySpacing = spacing.spacing().isPresent() || !isStated;
        return isBySpacing ? ImageDescription.ImagePlace.aspect(spacing) : ratio.get(0) / ratio.get(1);
    }

    private static boolean isLossy(Attributes dataSet) {
        return dataSet.string(Tag.LossyImageCompression).equals(Optional.of("01"))
                || dataSet.string(Tag.LossyImageCompressionRatio).isPresent()
                || dataSet.string(Tag.LossyImageCompressionMethod).isPresent();
    }

    /** Of the frame (C.7.6.16.2.8), the image or the series. */
    private static Optional<String> laterality(Attributes dataSet, FunctionalGroups groups) {
        return groups.group(Tag.FrameAnatomySequence)
                .string(Tag.FrameLaterality)
                .or(() -> dataSet.string(Tag.ImageLaterality))
                .or(() -> dataSet.string(Tag.Laterality));
    }

    private static Optional<String> view(Attributes dataSet, int frameIndex) {
        if (dataSet.string(Tag.Modality).equals(Optional.of("NM"))) {
            return NuclearFrames.of(dataSet).label(frameIndex);
        }
        return dataSet.string(Tag.ViewPosition)
                .or(() -> dataSet.item(Tag.ViewCodeSequence).flatMap(code -> code.string(Tag.CodeMeaning)));
    }
}
