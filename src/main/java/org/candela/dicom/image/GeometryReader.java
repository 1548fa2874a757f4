package org.candela.dicom.image;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.image.ImageSpacing;
import org.candela.image.ImageSpacing.Source;
import org.candela.image.PixelSpacing;
import org.candela.image.SlicePlane;
import org.candela.image.Vector3;

/** Plane and spacing of a frame (PS3.3 C.7.6.2, 10.7, C.8.5.5). What cannot be read is unknown. */
final class GeometryReader {
    private static final Set<String> PROJECTIONS = Set.of("CR", "DX", "MG", "XA", "RF", "IO", "PX", "RG");
    private static final Set<String> SLICES = Set.of("CT", "MR", "PT", "NM");
    /** Slices computed from projections: X-Ray 3D Angiographic, Craniofacial, and Breast Tomosynthesis (PS3.3 A.53–A.55). */
    private static final Set<String> COMPUTED_SLICES = Set.of(
            "1.2.840.10008.5.1.4.1.1.13.1.1", "1.2.840.10008.5.1.4.1.1.13.1.2", "1.2.840.10008.5.1.4.1.1.13.1.3");

    private static final Set<String> RECONSTRUCTED = Set.of("RECON TOMO", "RECON GATED TOMO");
    private static final List<Double> AXIAL = List.of(1.0, 0.0, 0.0, 0.0, 1.0, 0.0);
    private final Attributes dataSet;
    private final FunctionalGroups groups;

    GeometryReader(Attributes dataSet, FunctionalGroups groups) {
        this.dataSet = dataSet;
        this.groups = groups;
    }

    // [impl->req~dicom-image.plane~1]
    Optional<SlicePlane> plane() {
        if (isReconstructedNuclear()) {
            return nuclearPlane();
        }
        if (dataSet.contains(Tag.GridFrameOffsetVector)) {
            return dosePlane();
        }
        if (groups.isLaterFrameWithoutGroups()) {
            return Optional.empty(); // the position in the data set is that of the first frame
        }
        return plane(
                groups.group(Tag.PlanePositionSequence).numbers(Tag.ImagePositionPatient),
                groups.group(Tag.PlaneOrientationSequence).numbers(Tag.ImageOrientationPatient));
    }

    // [impl->req~dicom-image.volume-plane~1]
    /** The plane of a frame of enhanced ultrasound in the frame of reference of its volume, which no patient axis is known of. */
    Optional<SlicePlane> volumePlane() {
        return plane(
                groups.group(Tag.PlanePositionVolumeSequence).numbers(Tag.ImagePositionVolume),
                groups.group(Tag.PlaneOrientationVolumeSequence).numbers(Tag.ImageOrientationVolume));
    }

    /**
     * C.8.8.3.2: Grid Frame Offset Vector has distances from the first plane along the normal when it begins with 0, patient
     * z coordinates when it begins with that of the position and the grid is axial. What is neither has no place.
     */
    // [impl->req~dicom-image.dose~1]
    private Optional<SlicePlane> dosePlane() {
        List<Double> offsets = dataSet.numbers(Tag.GridFrameOffsetVector);
        List<Double> position = dataSet.numbers(Tag.ImagePositionPatient);
        List<Double> orientation = dataSet.numbers(Tag.ImageOrientationPatient);
        if (position.size() != 3 || groups.frameIndex() >= offsets.size()) {
            return Optional.empty();
        }
        double first = offsets.get(0);
        boolean areDistances = first == 0;
        boolean areCoordinates = first == position.get(2) && orientation.equals(AXIAL);
        if (!areDistances && !areCoordinates) {
            return Optional.empty();
        }
        double away = offsets.get(groups.frameIndex()) - first;
        return plane(position, orientation).map(plane -> along(plane, away));
    }

    private static SlicePlane along(SlicePlane first, double awayMm) {
        return new SlicePlane(
                first.origin().plus(first.normal().times(awayMm)),
                first.rowDirection(),
                first.columnDirection(),
                first.spacing());
    }

    private Optional<SlicePlane> plane(List<Double> position, List<Double> orientation) {
        Optional<PixelSpacing> spacing = pixelSpacing();
        if (position.size() != 3 || orientation.size() != 6 || spacing.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SlicePlane(
                    vector(position, 0), vector(orientation, 0), vector(orientation, 3), spacing.orElseThrow()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Slices computed from all views of a tomography; only these have one plane a frame (C.8.4.9.1.1.3). */
    private boolean isReconstructedNuclear() {
        List<String> type = dataSet.strings(Tag.ImageType);
        return type.size() > 2 && RECONSTRUCTED.contains(type.get(2)) && dataSet.contains(Tag.SliceVector);
    }

    /**
     * The detector's one item tells the first slice, Slice Vector (C.8.4.8) which slice the frame is, and Spacing Between
     * Slices how far along the normal it lies; negative against the normal (C.8.4.15).
     */
    // [impl->req~dicom-image.nuclear-plane~1]
    private Optional<SlicePlane> nuclearPlane() {
        List<Attributes> detectors = dataSet.items(Tag.DetectorInformationSequence);
        List<Double> slices = dataSet.numbers(Tag.SliceVector);
        Optional<Double> step = dataSet.number(Tag.SpacingBetweenSlices);
        boolean isTold = detectors.size() == 1 && groups.frameIndex() < slices.size() && step.isPresent();
        if (!isTold) {
            return Optional.empty();
        }
        double away = (slices.get(groups.frameIndex()) - 1) * step.orElseThrow();
        return plane(
                        detectors.get(0).numbers(Tag.ImagePositionPatient),
                        detectors.get(0).numbers(Tag.ImageOrientationPatient))
                .map(first -> along(first, away));
    }

    /** 10.7.1.1–10.7.1.3: the spacing in the patient, or what stands in for it, named as such. */
    // [impl->req~dicom-image.spacing-source~1]
    ImageSpacing spacing() {
        if (!dataSet.items(Tag.SequenceOfUltrasoundRegions).isEmpty()) {
            return ultrasound();
        }
        Optional<PixelSpacing> patient = pixelSpacing();
        if (isCrossSectional()) {
            return patient.<ImageSpacing>map(spacing -> new ImageSpacing.Known(spacing, Source.PATIENT))
                    .orElse(ImageSpacing.UNKNOWN);
        }
        Optional<PixelSpacing> inBeam = spacing(
                groups.group(Tag.ProjectionPixelCalibrationSequence).numbers(Tag.ObjectPixelSpacingInCenterOfBeam));
        if (inBeam.isPresent()) {
            // C.8.19.6.9: computed from the distances of source, detector and table
            return new ImageSpacing.Known(inBeam.orElseThrow(), Source.CALIBRATED_GEOMETRY);
        }
        Optional<PixelSpacing> detector =
                spacing(groups.group(Tag.XAXRFFramePixelDataPropertiesSequence).numbers(Tag.ImagerPixelSpacing));
        if (patient.isPresent() && !patient.equals(detector)) {
            return new ImageSpacing.Known(patient.orElseThrow(), calibration());
        }
        return detector.map(this::atDetector)
                .or(() -> patient.map(spacing -> new ImageSpacing.Known(spacing, calibration())))
                .or(() -> spacing(dataSet.numbers(Tag.NominalScannedPixelSpacing))
                        .map(spacing -> new ImageSpacing.Known(spacing, Source.SCANNED)))
                .orElse(ImageSpacing.UNKNOWN);
    }

    /** Slices have a position or come from a modality that makes nothing else; a capture of a screen has neither. */
    private boolean isCrossSectional() {
        String modality = dataSet.string(Tag.Modality).orElse("");
        boolean hasPosition = !groups.group(Tag.PlanePositionSequence)
                .numbers(Tag.ImagePositionPatient)
                .isEmpty();
        boolean isVolume = !groups.group(Tag.PlanePositionVolumeSequence)
                .numbers(Tag.ImagePositionVolume)
                .isEmpty(); // enhanced ultrasound: mm in a frame of its own (C.8.24.3)
        boolean isComputed = dataSet.string(Tag.SOPClassUID)
                .filter(COMPUTED_SLICES::contains)
                .isPresent();
        return SLICES.contains(modality)
                || isVolume
                || (hasPosition && isComputed)
                || (hasPosition && !PROJECTIONS.contains(modality));
    }

    private Source calibration() {
        return switch (dataSet.string(Tag.PixelSpacingCalibrationType).orElse("")) {
            case "FIDUCIAL" -> Source.CALIBRATED_FIDUCIAL;
            case "GEOMETRY" -> Source.CALIBRATED_GEOMETRY;
            default -> Source.PROJECTION_UNSTATED;
        };
    }

    private ImageSpacing atDetector(PixelSpacing detector) {
        return dataSet.number(Tag.EstimatedRadiographicMagnificationFactor)
                .filter(factor -> factor >= 1)
                .<ImageSpacing>map(factor -> new ImageSpacing.Known(
                        new PixelSpacing(detector.rowSpacingMm() / factor, detector.columnSpacingMm() / factor),
                        Source.DETECTOR_CORRECTED))
                .orElse(new ImageSpacing.Known(detector, Source.DETECTOR));
    }

    /** A spacing for each region; the frame that some scanners put around the others is none of them. */
    private ImageSpacing ultrasound() {
        List<ImageSpacing.Region> areas = regions().stream()
                .filter(region -> !region.saysNothing())
                .map(UltrasoundRegion::area)
                .toList();
        boolean isAnyInMm = areas.stream().anyMatch(area -> area.spacing().isPresent());
        return isAnyInMm ? new ImageSpacing.Regions(areas) : ImageSpacing.UNKNOWN;
    }

    /** Regions of ultrasound (C.8.5.5) that have a place in the image. */
    List<UltrasoundRegion> regions() {
        return dataSet.items(Tag.SequenceOfUltrasoundRegions).stream()
                .flatMap(item -> UltrasoundRegion.of(item).stream())
                .toList();
    }

    private Optional<PixelSpacing> pixelSpacing() {
        return spacing(groups.group(Tag.PixelMeasuresSequence).numbers(Tag.PixelSpacing));
    }

    private static Optional<PixelSpacing> spacing(List<Double> rowThenColumn) {
        if (rowThenColumn.size() != 2 || !(rowThenColumn.get(0) > 0) || !(rowThenColumn.get(1) > 0)) {
            return Optional.empty();
        }
        return Optional.of(new PixelSpacing(rowThenColumn.get(0), rowThenColumn.get(1)));
    }

    private static Vector3 vector(List<Double> numbers, int from) {
        return new Vector3(numbers.get(from), numbers.get(from + 1), numbers.get(from + 2));
    }
}
