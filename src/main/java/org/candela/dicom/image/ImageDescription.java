package org.candela.dicom.image;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.candela.image.ImageSpacing;
import org.candela.image.Palette;
import org.candela.image.PixelLayout;
import org.candela.image.PixelPadding;
import org.candela.image.Rescale;
import org.candela.image.SlicePlane;
import org.candela.image.VoiWindow;

/**
 * What is needed to show one frame rightly, read from its data set.
 *
 * @param layout arrangement of the stored samples as the header says; a decoded frame may refine it
 * @param rescale stored value → modality value
 * @param windows the file's windows, alternatives in the file's order; empty when it has none
 * @param padding stored values that are no image
 * @param place where the frame lies
 * @param palette colours, for PALETTE COLOR
 * @param isLossy compressed with loss now or ever before: Lossy Image Compression (0028,2110) is 01, a ratio or method
 *     is stated, or the transfer syntax is lossy
 * @param frameTime time between frames of a cine; empty when the file states none
 * @param warnings what the reader must know: present but not applied; shown on the image
 */
public record ImageDescription(
        PixelLayout layout,
        Rescale rescale,
        List<VoiWindow> windows,
        PixelPadding padding,
        ImagePlace place,
        Optional<Palette> palette,
        boolean isLossy,
        Optional<Duration> frameTime,
        List<String> warnings) {
    /** The warning of an image whose VOI LUT only {@link DescribedFrame#voiLuts()} has. */
    public static final String VOI_LUT_LEFT_OUT = "VOI LUT not applied";

    public ImageDescription {
        windows = List.copyOf(windows);
        warnings = List.copyOf(warnings);
    }

    /** The same, known to be lossy from elsewhere. */
    ImageDescription asLossy() {
        return new ImageDescription(layout, rescale, windows, padding, place, palette, true, frameTime, warnings);
    }

    /**
     * Where an image lies and what its sides are called.
     *
     * @param plane position in the patient; empty when the file states none
     * @param spacing size of a pixel and how it is known
     * @param patientOrientation letters of the row and column direction (0020,0020), for images without a plane
     * @param laterality L, R, B or U as stated for the image, else for the series
     * @param view view position or the meaning of the view code, as {@code "CC"}; empty when not stated
     */
    public record ImagePlace(
            Optional<SlicePlane> plane,
            ImageSpacing spacing,
            List<String> patientOrientation,
            Optional<String> laterality,
            Optional<String> view) {
        public ImagePlace {
            patientOrientation = List.copyOf(patientOrientation);
        }
    }
}
