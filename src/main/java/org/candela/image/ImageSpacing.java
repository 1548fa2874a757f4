package org.candela.image;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is known of the size of a pixel, and how (PS3.3 10.7.1). Without a spacing lengths are told in pixels.
 */
public sealed interface ImageSpacing {
    /** Nothing is known: measurements are in pixels. */
    ImageSpacing UNKNOWN = new Unknown("px (no spacing in the file)");

    /** A line that is not within one calibrated ultrasound region: in pixels. */
    ImageSpacing OUTSIDE_REGIONS = new Unknown("px (not within one calibrated region)");

    /** The spacing, if there is one for the whole image. */
    Optional<PixelSpacing> spacing();

    /** What a line between two points of the image is measured with. */
    ImageSpacing between(ImagePoint from, ImagePoint to);

    /** Short label for the image, for example {@code "mm at detector, not corrected"}. */
    String label();

    /** No usable spacing in the file. */
    record Unknown(String label) implements ImageSpacing {
        @Override
        public ImageSpacing between(ImagePoint from, ImagePoint to) {
            return this;
        }

        @Override
        public Optional<PixelSpacing> spacing() {
            return Optional.empty();
        }
    }

    /** Ultrasound regions (PS3.3 C.8.5.5): each has a spacing of its own, valid within it alone. */
    record Regions(List<Region> regions) implements ImageSpacing {
        public Regions {
            regions = List.copyOf(regions);
        }

        @Override
        public Optional<PixelSpacing> spacing() {
            return Optional.empty();
        }

        /** That of the regions which hold both points, where they agree; in pixels otherwise. */
        // [impl->req~image.region-spacing~1]
        @Override
        public ImageSpacing between(ImagePoint from, ImagePoint to) {
            Set<Optional<PixelSpacing>> found = regions.stream()
                    .filter(region -> region.contains(from) && region.contains(to))
                    .map(Region::spacing)
                    .collect(Collectors.toSet());
            Optional<PixelSpacing> only = found.size() == 1 ? found.iterator().next() : Optional.empty();
            return only.<ImageSpacing>map(spacing -> new Known(spacing, Source.ULTRASOUND_REGION))
                    .orElse(OUTSIDE_REGIONS);
        }

        @Override
        public String label() {
            return "mm within a calibrated region, px elsewhere";
        }
    }

    /**
     * A region of an ultrasound image.
     *
     * @param left first column, from 0
     * @param top first row, from 0
     * @param right last column
     * @param bottom last row
     * @param spacing empty where its axes are not both lengths, as in M-mode and Doppler
     */
    record Region(int left, int top, int right, int bottom, Optional<PixelSpacing> spacing) {
        /** Whether a point lies in it, its border pixels with it. */
        public boolean contains(ImagePoint point) {
            return point.column() >= left - 0.5
                    && point.column() <= right + 0.5
                    && point.row() >= top - 0.5
                    && point.row() <= bottom + 0.5;
        }
    }

    /** A spacing and its origin. */
    record Known(PixelSpacing value, Source source) implements ImageSpacing {
        @Override
        public Optional<PixelSpacing> spacing() {
            return Optional.of(value);
        }

        @Override
        public ImageSpacing between(ImagePoint from, ImagePoint to) {
            return this;
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
        /** Nominal Scanned Pixel Spacing (0018,2010): on the film or paper that was scanned. */
        SCANNED("mm on the scanned film, not in the patient"),
        /** An ultrasound region with physical delta in cm (PS3.3 C.8.5.5). */
        ULTRASOUND_REGION("mm (ultrasound region)"),
        /** A line of known length that the reader drew on an image of the series. */
        READER("mm (calibrated by reader)");

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
