package org.candela.dicom.image;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.candela.base.Uid;
import org.candela.image.ImageSpacing;
import org.candela.image.Palette;
import org.candela.image.PixelLayout;
import org.candela.image.PixelPadding;
import org.candela.image.PresentationLut;
import org.candela.image.Rescale;
import org.candela.image.Shutter;
import org.candela.image.SlicePlane;
import org.candela.image.VoiTransform;
import org.candela.image.VoiWindow;

/**
 * What is needed to show one frame rightly, read from its data set.
 *
 * @param layout arrangement of the stored samples as the header says; a decoded frame may refine it
 * @param greys from stored values to P-values
 * @param place where the frame lies
 * @param palette colours, for PALETTE COLOR; beside greys those of a supplemental palette
 * @param shutter what is covered on the display
 * @param isLossy compressed with loss now or ever before: Lossy Image Compression (0028,2110) is 01, a ratio or method
 *     is stated, or the transfer syntax is lossy
 * @param frameTime time between frames of a cine; empty when the file states none
 * @param warnings what the reader must know: present but not applied; shown on the image
 */
public record ImageDescription(
        PixelLayout layout,
        GreyMeaning greys,
        ImagePlace place,
        Optional<Palette> palette,
        Shutter shutter,
        boolean isLossy,
        Optional<Duration> frameTime,
        List<String> warnings) {

    public ImageDescription {
        warnings = warnings.stream().distinct().toList();
    }

    /** A frame without a shutter. */
    public ImageDescription(
            PixelLayout layout,
            GreyMeaning greys,
            ImagePlace place,
            Optional<Palette> palette,
            boolean isLossy,
            Optional<Duration> frameTime,
            List<String> warnings) {
        this(layout, greys, place, palette, Shutter.NONE, isLossy, frameTime, warnings);
    }

    /**
     * What grey stored values mean and how they are shown; without effect in colour.
     *
     * @param rescale stored value → modality value
     * @param voi alternatives of the file, its windows before its VOI LUTs, each in the file's order; may be empty
     * @param voiNames what the file calls each of {@code voi} (0028,1055), (0028,3003); empty where it does not
     * @param presentation last step to P-values
     * @param padding stored values that are no image
     * @param uptake what turns modality values into SUV by body weight, or why nothing does
     * @param origin what the samples are to the file's stored values
     */
    public record GreyMeaning(
            Rescale rescale,
            List<VoiTransform> voi,
            List<String> voiNames,
            PresentationLut presentation,
            PixelPadding padding,
            BodyWeightSuv uptake,
            SampleOrigin origin) {
        public GreyMeaning {
            voi = List.copyOf(voi);
            voiNames = List.copyOf(voiNames);
            if (voiNames.size() != voi.size()) {
                throw new IllegalArgumentException(voiNames.size() + " names for " + voi.size() + " windows");
            }
        }

        /** Of stored values as they are. */
        public GreyMeaning(
                Rescale rescale,
                List<VoiTransform> voi,
                List<String> voiNames,
                PresentationLut presentation,
                PixelPadding padding,
                BodyWeightSuv uptake) {
            this(rescale, voi, voiNames, presentation, padding, uptake, SampleOrigin.STORED);
        }

        /** Windows and tables without names, values without uptake. */
        public GreyMeaning(
                Rescale rescale, List<VoiTransform> voi, PresentationLut presentation, PixelPadding padding) {
            this(
                    rescale,
                    voi,
                    Collections.nCopies(voi.size(), ""),
                    presentation,
                    padding,
                    new BodyWeightSuv.Unknown("not stated"));
        }
    }

    /** Stored value → modality value. */
    public Rescale rescale() {
        return greys.rescale();
    }

    /** The file's windows and VOI LUTs, alternatives: windows first. */
    public List<VoiTransform> voi() {
        return greys.voi();
    }

    /** The file's windows, alternatives in the file's order; empty when it has none. */
    public List<VoiWindow> windows() {
        return greys.voi().stream()
                .filter(VoiWindow.class::isInstance)
                .map(VoiWindow.class::cast)
                .toList();
    }

    /** Stored values that are no image. */
    public PixelPadding padding() {
        return greys.padding();
    }

    /** The same frame, its samples arranged and meant otherwise. */
    public ImageDescription with(PixelLayout other, GreyMeaning meaning, List<String> told) {
        return new ImageDescription(other, meaning, place, palette, shutter, isLossy, frameTime, told);
    }

    /** The same under another shutter, as a presentation state asks. */
    public ImageDescription with(Shutter other) {
        return new ImageDescription(layout, greys, place, palette, other, isLossy, frameTime, warnings);
    }

    /** The same with other colours. */
    ImageDescription with(Palette colours) {
        return new ImageDescription(layout, greys, place, Optional.of(colours), shutter, isLossy, frameTime, warnings);
    }

    /** The same, known to be lossy from elsewhere. */
    ImageDescription asLossy() {
        return new ImageDescription(layout, greys, place, palette, shutter, true, frameTime, warnings);
    }

    /** The same, with more to say of it. */
    ImageDescription with(List<String> remarks) {
        List<String> all = Stream.concat(warnings.stream(), remarks.stream()).toList();
        return new ImageDescription(layout, greys, place, palette, shutter, isLossy, frameTime, all);
    }

    /**
     * Where an image lies and what its sides are called.
     *
     * @param plane position in the patient; empty when the file states none
     * @param frameOfReference the space that {@code plane} is a place of (0020,0052); empty when the file states none
     * @param spacing size of a pixel and how it is known
     * @param pixelAspect height of a pixel over its width: how it is shown, also where its size is unknown
     * @param regions regions of ultrasound in the file's order; empty for other images
     * @param patientOrientation letters of the row and column direction (0020,0020), for images without a plane
     * @param laterality L, R, B or U as stated for the image, else for the series
     * @param view view position or the meaning of the view code, as {@code "CC"}; of nuclear medicine what sets the frame
     *     apart, as {@code "phase 3"}; empty when not stated
     */
    public record ImagePlace(
            Optional<SlicePlane> plane,
            Optional<Uid> frameOfReference,
            ImageSpacing spacing,
            double pixelAspect,
            List<UltrasoundRegion> regions,
            List<String> patientOrientation,
            Optional<String> laterality,
            Optional<String> view) {
        public ImagePlace {
            regions = List.copyOf(regions);
            patientOrientation = List.copyOf(patientOrientation);
        }

        /** A place of no stated space, whose spacing alone tells the aspect of a pixel. */
        public ImagePlace(
                Optional<SlicePlane> plane,
                ImageSpacing spacing,
                List<String> patientOrientation,
                Optional<String> laterality,
                Optional<String> view) {
            this(plane, Optional.empty(), spacing, aspect(spacing), List.of(), patientOrientation, laterality, view);
        }

        /** Regions of ultrasound may differ in their axes within one image, which is shown unstretched (C.8.5.5). */
        static double aspect(ImageSpacing spacing) {
            return spacing.spacing()
                    .map(size -> size.rowSpacingMm() / size.columnSpacingMm())
                    .orElse(1.0);
        }
    }
}
