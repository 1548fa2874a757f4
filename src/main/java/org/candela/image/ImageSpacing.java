package org.candela.image;

import java.util.Optional;

/**
 * What is known of the size of a pixel, and how (PS3.3 10.7.1). Without a spacing lengths are told in pixels.
 *
 */
public sealed interface ImageSpacing {
    /** Nothing is known: measurements are in pixels. */
    ImageSpacing UNKNOWN = new Unknown();

    /** The spacing, if there is one. */
    Optional<PixelSpacing> spacing();

    /** Short label for the image, for example {@code "mm at detector, not corrected"}. */
    String label();

    /** No usable spacing in the file. */
    record Unknown() implements ImageSpacing {
        @Override
        public Optional<PixelSpacing> spacing() {
            return Optional.empty();
        }

        @Override
        public String label() {
            return "px (no spacing in the file)";
        }
    }

    /** A spacing and its origin. */
    record Known(PixelSpacing value, Source source) implements ImageSpacing {
        @Override
        public Optional<PixelSpacing> spacing() {
            return Optional.of(value);
        }

        @Override
        public String label() {
            return source.label();
        }
    }

    /** Where a spacing comes from. */
    enum Source {
        /** Pixel Spacing (0028,0030) of a cross-sectional image: in the patient. */
        PATIENT("mm"),
        /** Pixel Spacing with Pixel Spacing Calibration Type FIDUCIAL. */
        CALIBRATED_FIDUCIAL("mm (calibrated by fiducial)"),
        /** Pixel Spacing with Pixel Spacing Calibration Type GEOMETRY. */
        CALIBRATED_GEOMETRY("mm (calibrated by geometry)"),
        /** Pixel Spacing of a projection image whose calibration is not stated. */
        PROJECTION_UNSTATED("mm (calibration not stated)"),
        /** Imager Pixel Spacing (0018,1164): at the detector, magnified against the patient. */
        DETECTOR("mm at detector, not corrected for magnification"),
        /** Imager Pixel Spacing divided by Estimated Radiographic Magnification Factor (0018,1114). */
        DETECTOR_CORRECTED("mm (estimated magnification corrected)"),
        /** An ultrasound region with physical delta in cm (PS3.3 C.8.5.5). */
        ULTRASOUND_REGION("mm (ultrasound region)");

        private final String label;

        Source(String label) {
            this.label = label;
        }

        /** Unit and reservation as written beside a measurement. */
        public String label() {
            return label;
        }
    }
}
