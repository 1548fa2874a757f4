package org.candela.viewer.picture;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.candela.dicom.image.ImageDescription;
import org.candela.image.ImageSpacing;
import org.candela.study.LoadedFrame;

/**
 * What a reader must be told of a frame beside its pixels.
 *
 * @param laterality L, R or B; empty when not stated
 * @param view view position, as {@code "CC"}; empty when not stated
 * @param spacing size of a pixel and how it is known
 * @param unit unit of the window, as {@code "HU"}; empty when unspecified or for colour
 * @param isGrayscale whether window and inversion do anything
 * @param isLossy compressed with loss, now or ever before
 * @param frameTime time between frames of a cine; empty when not stated
 * @param warnings what is present in the file but not applied
 */
public record ImageFacts(
        Optional<String> laterality,
        Optional<String> view,
        ImageSpacing spacing,
        String unit,
        boolean isGrayscale,
        boolean isLossy,
        Optional<Duration> frameTime,
        List<String> warnings) {
    /** Rescale Type (0028,1054) for "unspecified", PS3.3 C.11.1.1.2. */
    private static final String UNSPECIFIED = "US";

    public static ImageFacts of(LoadedFrame loaded) {
        ImageDescription description = loaded.description();
        boolean isGrayscale = loaded.frame().layout().photometric().isGrayscale();
        String unit = description.rescale().unit();
        return new ImageFacts(
                description.place().laterality(),
                description.place().view(),
                description.place().spacing(),
                isGrayscale && !unit.equals(UNSPECIFIED) ? unit : "",
                isGrayscale,
                description.isLossy(),
                description.frameTime(),
                description.warnings());
    }
}
