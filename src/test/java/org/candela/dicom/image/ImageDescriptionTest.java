package org.candela.dicom.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.image.ImagePoint;
import org.candela.image.ImageSpacing;
import org.candela.image.ImageSpacing.Source;
import org.candela.image.Palette;
import org.candela.image.PixelSpacing;
import org.candela.image.Rescale;
import org.candela.image.VoiWindow;
import org.junit.jupiter.api.Test;

class ImageDescriptionTest {
    // [utest->req~dicom-image.plane~1]
    @Test
    void aCtHasAPlaneAndASpacingInThePatient() throws Exception {
        Attributes ct = image("CT")
                .setNumbers(Tag.ImagePositionPatient, VR.DS, -100, -90, 12)
                .setNumbers(Tag.ImageOrientationPatient, VR.DS, 1, 0, 0, 0, 1, 0)
                .setNumbers(Tag.PixelSpacing, VR.DS, 0.5, 0.25)
                .setNumbers(Tag.RescaleSlope, VR.DS, 1)
                .setNumbers(Tag.RescaleIntercept, VR.DS, -1024)
                .setNumbers(Tag.WindowCenter, VR.DS, 40, 300)
                .setNumbers(Tag.WindowWidth, VR.DS, 400, 1500)
                .set(Tag.FrameOfReferenceUID, VR.UI, "1.2.3.4");

        ImageDescription description = ImageReader.describe(ct, 0);

        assertEquals(12, description.place().plane().orElseThrow().position());
        assertEquals(Optional.of(new Uid("1.2.3.4")), description.place().frameOfReference());
        assertEquals(known(0.5, 0.25, Source.PATIENT), description.place().spacing());
        assertEquals("HU", description.rescale().unit());
        assertEquals(List.of(VoiWindow.linear(40, 400), VoiWindow.linear(300, 1500)), description.windows());
    }

    // [utest->req~dicom-image.plane~1]
    @Test
    void anOrientationThatIsNoRotationGivesNoPlane() throws Exception {
        Attributes ct = image("CT")
                .setNumbers(Tag.ImagePositionPatient, VR.DS, 0, 0, 0)
                .setNumbers(Tag.ImageOrientationPatient, VR.DS, 1, 0, 0, 1, 0, 0)
                .setNumbers(Tag.PixelSpacing, VR.DS, 1, 1);

        assertTrue(ImageReader.describe(ct, 0).place().plane().isEmpty());
    }

    /** Pitfall 21. */
    // [utest->req~dicom-image.spacing-source~1]
    @Test
    void aProjectionNamesTheSourceOfItsSpacing() throws Exception {
        Attributes detector = image("CR").setNumbers(Tag.ImagerPixelSpacing, VR.DS, 0.2, 0.2);
        Attributes corrected = detector.copy().setNumbers(Tag.EstimatedRadiographicMagnificationFactor, VR.DS, 1.25);
        Attributes fiducial = detector.copy()
                .setNumbers(Tag.PixelSpacing, VR.DS, 0.15, 0.15)
                .set(Tag.PixelSpacingCalibrationType, VR.CS, "FIDUCIAL");

        assertEquals(known(0.2, 0.2, Source.DETECTOR), spacing(detector));
        assertEquals(known(0.16, 0.16, Source.DETECTOR_CORRECTED), spacing(corrected));
        assertEquals(known(0.15, 0.15, Source.CALIBRATED_FIDUCIAL), spacing(fiducial));
        assertEquals(ImageSpacing.UNKNOWN, spacing(image("CR")));
    }

    /** Pitfall 22. */
    // [utest->req~dicom-image.spacing-source~1]
    @Test
    void ultrasoundIsMeasuredOnlyWithinARegionInCentimetres() throws Exception {
        Attributes two = image("US")
                .setItems(
                        Tag.SequenceOfUltrasoundRegions,
                        List.of(bounded(region(3, 0.02), 0, 0, 1, 3), bounded(region(4, 1), 2, 0, 3, 3)));
        Attributes noBounds = image("US").setItems(Tag.SequenceOfUltrasoundRegions, List.of(region(3, 0.02)));

        ImageSpacing spacing = spacing(two);

        assertEquals(
                known(0.2, 0.2, Source.ULTRASOUND_REGION), spacing.between(new ImagePoint(0, 0), new ImagePoint(1, 3)));
        assertEquals(ImageSpacing.OUTSIDE_REGIONS, spacing.between(new ImagePoint(2, 0), new ImagePoint(3, 3)));
        assertEquals(ImageSpacing.OUTSIDE_REGIONS, spacing.between(new ImagePoint(0, 0), new ImagePoint(2, 3)));
        assertEquals(ImageSpacing.UNKNOWN, spacing(noBounds));
    }

    @Test
    void aRegionThatSaysNothingDoesNotDenyTheOneWithinIt() throws Exception {
        Attributes around = bounded(region(0, 1), 0, 0, 3, 3).setNumbers(Tag.RegionSpatialFormat, VR.US, 0);
        Attributes trace = bounded(region(4, 1), 0, 0, 3, 3).setNumbers(Tag.RegionSpatialFormat, VR.US, 3);
        Attributes calibrated = bounded(region(3, 0.02), 0, 0, 1, 3);
        ImagePoint from = new ImagePoint(0, 0);
        ImagePoint to = new ImagePoint(1, 3);

        assertEquals(
                known(0.2, 0.2, Source.ULTRASOUND_REGION),
                spacing(image("US").setItems(Tag.SequenceOfUltrasoundRegions, List.of(around, calibrated)))
                        .between(from, to));
        assertEquals(
                ImageSpacing.OUTSIDE_REGIONS,
                spacing(image("US").setItems(Tag.SequenceOfUltrasoundRegions, List.of(trace, calibrated)))
                        .between(from, to));
    }

    // [utest->req~dicom-image.spacing-source~1]
    @Test
    void aComputedSliceOfTheBreastIsMeasuredInThePatientAndAProjectionIsNot() throws Exception {
        Attributes slice = image("MG")
                .set(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.13.1.3")
                .setNumbers(Tag.ImagePositionPatient, VR.DS, 0, 0, 0)
                .setNumbers(Tag.PixelSpacing, VR.DS, 0.1, 0.1);
        Attributes projection = slice.copy().set(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.1.2");

        assertEquals(known(0.1, 0.1, Source.PATIENT), spacing(slice));
        assertEquals(known(0.1, 0.1, Source.PROJECTION_UNSTATED), spacing(projection));
    }

    // [utest->req~dicom-image.spacing-source~1]
    @Test
    void anEnhancedAngiogramIsMeasuredInItsBeamElseAtItsDetector() throws Exception {
        Attributes detector = new Attributes()
                .setItems(
                        Tag.XAXRFFramePixelDataPropertiesSequence,
                        List.of(new Attributes().setNumbers(Tag.ImagerPixelSpacing, VR.DS, 0.3, 0.3)));
        Attributes beam = detector.copy()
                .setItems(
                        Tag.ProjectionPixelCalibrationSequence,
                        List.of(new Attributes().setNumbers(Tag.ObjectPixelSpacingInCenterOfBeam, VR.FD, 0.2, 0.2)));

        assertEquals(
                known(0.3, 0.3, Source.DETECTOR),
                spacing(image("XA").setItems(Tag.PerFrameFunctionalGroupsSequence, List.of(detector))));
        assertEquals(
                known(0.2, 0.2, Source.CALIBRATED_GEOMETRY),
                spacing(image("XA").setItems(Tag.PerFrameFunctionalGroupsSequence, List.of(beam))));
    }

    // [utest->req~dicom-image.pixel-aspect~1]
    @Test
    void theAspectOfAPixelComesFromItsSpacingElseFromTheStatedRatio() throws Exception {
        Attributes stated = image("OT").setNumbers(Tag.PixelAspectRatio, VR.IS, 4, 3);
        Attributes spaced = stated.copy().set(Tag.Modality, VR.CS, "CT").setNumbers(Tag.PixelSpacing, VR.DS, 2, 1);

        assertEquals(4 / 3.0, ImageReader.describe(stated, 0).place().pixelAspect());
        assertEquals(List.of(), ImageReader.describe(stated, 0).warnings());
        assertEquals(2, ImageReader.describe(spaced, 0).place().pixelAspect());
        assertEquals(1, ImageReader.describe(image("OT"), 0).place().pixelAspect());
        assertEquals(
                1,
                ImageReader.describe(image("OT").setNumbers(Tag.PixelAspectRatio, VR.IS, 0, 3), 0)
                        .place()
                        .pixelAspect());
    }

    // [utest->req~dicom-image.spacing-source~1]
    @Test
    void aScannedFilmIsMeasuredOnTheFilm() throws Exception {
        Attributes film = image("OT").setNumbers(Tag.NominalScannedPixelSpacing, VR.DS, 0.1, 0.1);

        assertEquals(known(0.1, 0.1, Source.SCANNED), spacing(film));
    }

    private static Attributes bounded(Attributes region, int left, int top, int right, int bottom) {
        return region.setNumbers(Tag.RegionLocationMinX0, VR.UL, left)
                .setNumbers(Tag.RegionLocationMinY0, VR.UL, top)
                .setNumbers(Tag.RegionLocationMaxX1, VR.UL, right)
                .setNumbers(Tag.RegionLocationMaxY1, VR.UL, bottom);
    }

    // [utest->req~dicom-image.refuse~1]
    @Test
    void unknownPhotometricIsRefusedAndAModalityLutIsNamed() throws Exception {
        Attributes odd = image("OT").set(Tag.PhotometricInterpretation, VR.CS, "HSV");
        Attributes lut = image("CR").setItems(Tag.ModalityLUTSequence, List.of(new Attributes()));

        assertThrows(UnsupportedImageException.class, () -> ImageReader.describe(odd, 0));
        assertEquals(
                List.of("modality LUT not applied"),
                ImageReader.describe(lut, 0).warnings());
    }

    /** Pitfall 23. */
    @Test
    void theFramesOwnGroupOverridesTheSharedOne() throws Exception {
        Attributes enhanced = image("CT")
                .setItems(
                        Tag.SharedFunctionalGroupsSequence,
                        List.of(group(Tag.PixelValueTransformationSequence, rescale(1))))
                .setItems(
                        Tag.PerFrameFunctionalGroupsSequence,
                        List.of(new Attributes(), group(Tag.PixelValueTransformationSequence, rescale(2))));

        assertEquals(1, ImageReader.describe(enhanced, 0).rescale().slope());
        assertEquals(2, ImageReader.describe(enhanced, 1).rescale().slope());
    }

    /** Pitfall 21: the spacing of a screen capture is somebody's claim, not that of a slice. */
    // [utest->req~dicom-image.spacing-source~1]
    @Test
    void aCaptureDoesNotPassForASlice() throws Exception {
        Attributes capture = image("OT").setNumbers(Tag.PixelSpacing, VR.DS, 0.5, 0.5);

        assertEquals(known(0.5, 0.5, Source.PROJECTION_UNSTATED), spacing(capture));
    }

    // [utest->req~dicom-image.plane~1]
    @Test
    void aLaterFrameDoesNotBorrowThePositionOfTheFirst() throws Exception {
        Attributes dose = image("RTDOSE")
                .setNumbers(Tag.NumberOfFrames, VR.IS, 2)
                .setNumbers(Tag.ImagePositionPatient, VR.DS, 0, 0, 0)
                .setNumbers(Tag.ImageOrientationPatient, VR.DS, 1, 0, 0, 0, 1, 0)
                .setNumbers(Tag.PixelSpacing, VR.DS, 1, 1);

        assertTrue(ImageReader.describe(dose, 0).place().plane().isPresent());
        assertTrue(ImageReader.describe(dose, 1).place().plane().isEmpty());
    }

    /** Pitfall 34. */
    // [utest->req~dicom-image.refuse~1]
    @Test
    void aJunkSlopeIsMarkedAndNotTakenForOne() throws Exception {
        Attributes junk =
                image("CT").set(Tag.RescaleSlope, VR.DS, "1,5").setNumbers(Tag.RescaleIntercept, VR.DS, -1024);

        ImageDescription description = ImageReader.describe(junk, 0);

        assertEquals(Rescale.IDENTITY, description.rescale());
        assertEquals(List.of("rescale unusable, stored values shown"), description.warnings());
    }

    /** Pitfall 16: the first mapped value is a stored value, here −2 although the descriptor's VR is unsigned. */
    @Test
    void aPaletteOfSignedPixelsStartsBelowZero() throws Exception {
        Attributes image = image("US")
                .set(Tag.PhotometricInterpretation, VR.CS, "PALETTE COLOR")
                .setNumbers(Tag.PixelRepresentation, VR.US, 1);
        for (int channel = 0; channel < 3; channel++) {
            image.setNumbers(Tag.RedPaletteColorLookupTableDescriptor + channel, VR.US, 2, 65534, 16);
            image.setBytes(Tag.RedPaletteColorLookupTableData + channel, VR.OW, new byte[] {0, 0, 0, (byte) 0x80});
        }

        Palette palette = ImageReader.describe(image, 0).palette().orElseThrow();

        assertEquals(0xFF000000, palette.argb(-2));
        assertEquals(0xFF808080, palette.argb(-1));
    }

    @Test
    void aStatedCompressionRatioMeansLossy() throws Exception {
        Attributes image = image("MG").setNumbers(Tag.LossyImageCompressionRatio, VR.DS, 8);

        assertTrue(ImageReader.describe(image, 0).isLossy());
    }

    @Test
    void theRateOfACineGivesItsFrameTime() throws Exception {
        Attributes cine = image("US").setNumbers(Tag.RecommendedDisplayFrameRate, VR.IS, 25);

        assertEquals(
                Optional.of(Duration.ofMillis(40)),
                ImageReader.describe(cine, 0).frameTime());
    }

    private static ImageSpacing spacing(Attributes image) throws UnsupportedImageException {
        return ImageReader.describe(image, 0).place().spacing();
    }

    private static ImageSpacing known(double row, double column, Source source) {
        return new ImageSpacing.Known(new PixelSpacing(row, column), source);
    }

    private static Attributes group(int sequence, Attributes item) {
        return new Attributes().setItems(sequence, List.of(item));
    }

    private static Attributes rescale(double slope) {
        return new Attributes().setNumbers(Tag.RescaleSlope, VR.DS, slope).setNumbers(Tag.RescaleIntercept, VR.DS, 0);
    }

    private static Attributes region(int unit, double delta) {
        return new Attributes()
                .setNumbers(Tag.PhysicalUnitsXDirection, VR.US, unit)
                .setNumbers(Tag.PhysicalUnitsYDirection, VR.US, unit)
                .setNumbers(Tag.PhysicalDeltaX, VR.FD, delta)
                .setNumbers(Tag.PhysicalDeltaY, VR.FD, delta);
    }

    private static Attributes image(String modality) {
        return new Attributes()
                .set(Tag.Modality, VR.CS, modality)
                .set(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2")
                .setNumbers(Tag.SamplesPerPixel, VR.US, 1)
                .setNumbers(Tag.Rows, VR.US, 4)
                .setNumbers(Tag.Columns, VR.US, 4)
                .setNumbers(Tag.BitsAllocated, VR.US, 16)
                .setNumbers(Tag.BitsStored, VR.US, 12)
                .setNumbers(Tag.HighBit, VR.US, 11)
                .setNumbers(Tag.PixelRepresentation, VR.US, 0);
    }
}
