package org.candela.pitfall;

import static org.candela.pitfall.PitfallImages.grey;
import static org.candela.pitfall.PitfallImages.load;
import static org.candela.pitfall.PitfallImages.words;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.dicom.image.ImageDescription.ImagePlace;
import org.candela.dicom.image.UltrasoundRegion;
import org.candela.image.ImagePoint;
import org.candela.image.Measurement;
import org.candela.image.OrientationMarks;
import org.candela.image.PixelSpacing;
import org.candela.image.SeriesGeometry;
import org.candela.image.SeriesGeometry.Slice;
import org.candela.image.SlicePlane;
import org.candela.image.SliceSteps;
import org.candela.image.Vector3;
import org.candela.study.LoadedFrame;
import org.candela.viewer.picture.CanvasPoint;
import org.candela.viewer.picture.CanvasSize;
import org.candela.viewer.picture.ResolvedView;
import org.candela.viewer.picture.ViewState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Size, shape and place of pixels and slices. */
class GeometryPitfallsTest {
    private static final double EXACT = 1e-9;
    private static final PixelSpacing HALF = new PixelSpacing(0.5, 0.5);

    @TempDir
    private Path folder;

    /** PS3.3 10.7.1.3: rows first. 3 rows of 2 mm and 4 columns of 1 mm: 6 and 4 mm, √52 across. */
    @Test
    void pitfall20RowAndColumnSpacingKeepTheirAxes() throws Exception {
        LoadedFrame loaded = load(
                folder, blank("CT").setNumbers(Tag.PixelSpacing, VR.DS, 2, 1).setNumbers(Tag.Rows, VR.US, 4));
        ImagePlace place = loaded.description().place();

        assertEquals(6, length(place, new ImagePoint(0, 0), new ImagePoint(0, 3)), EXACT);
        assertEquals(3, length(place, new ImagePoint(0, 0), new ImagePoint(3, 0)), EXACT);
        assertEquals(Math.sqrt(52), length(place, new ImagePoint(0, 0), new ImagePoint(4, 3)), EXACT);
        assertEquals(2, aspectOnScreen(loaded), EXACT);
    }

    /** C.7.6.3.1.7: vertical\horizontal, used where there is no spacing; it makes no millimetres. */
    @Test
    void pitfall20TheAspectRatioAloneShapesPixelsAndMeasuresNothing() throws Exception {
        LoadedFrame loaded = load(folder, blank("US").set(Tag.PixelAspectRatio, VR.IS, "4", "3"));

        assertEquals(4 / 3.0, aspectOnScreen(loaded), EXACT);
        assertEquals(Optional.empty(), loaded.description().place().spacing().spacing());
    }

    /** 10.7.1.1–2: what is known of a projection's pixel, and the words that stand beside each number. */
    @ParameterizedTest
    @CsvSource({
        "'', '', '', '', px (no spacing in the file)",
        "0.2, '', '', '', '10.0 × 0.2 = 2.0 mm at detector, not corrected for magnification'",
        "0.2, 1.25, '', '', '10.0 × 0.16 = 1.6 mm (estimated magnification corrected)'",
        "0.2, '', 0.15, FIDUCIAL, '10.0 × 0.15 = 1.5 mm (calibrated by fiducial)'",
        "0.2, '', 0.15, GEOMETRY, '10.0 × 0.15 = 1.5 mm (calibrated by geometry)'",
        "'', '', 0.15, '', '10.0 × 0.15 = 1.5 mm (calibration not stated)'",
        "0.2, '', 0.2, '', '10.0 × 0.2 = 2.0 mm at detector, not corrected for magnification'"
    })
    void pitfall21TheSourceOfASpacingStandsBesideEveryNumber(
            String imager, String magnification, String pixel, String calibration, String expected) throws Exception {
        Attributes image = blank("DX");
        if (!imager.isEmpty()) {
            image.set(Tag.ImagerPixelSpacing, VR.DS, imager, imager);
        }
        if (!magnification.isEmpty()) {
            image.set(Tag.EstimatedRadiographicMagnificationFactor, VR.DS, magnification);
        }
        if (!pixel.isEmpty()) {
            image.set(Tag.PixelSpacing, VR.DS, pixel, pixel);
        }
        if (!calibration.isEmpty()) {
            image.set(Tag.PixelSpacingCalibrationType, VR.CS, calibration);
        }

        String text = Measurement.length(
                        new ImagePoint(0, 0),
                        new ImagePoint(10, 0),
                        load(folder, image).description().place().spacing())
                .text();

        String wanted = expected.contains("=") ? expected.substring(expected.indexOf('=') + 2) : "10.0 " + expected;
        assertEquals(wanted, text);
    }

    @Test
    void pitfall21ScannedFilmIsMeasuredOnTheFilmAndSaysSo() throws Exception {
        Attributes image = blank("OT").setNumbers(Tag.NominalScannedPixelSpacing, VR.DS, 0.1, 0.1);

        assertEquals(
                "mm on the scanned film, not in the patient",
                load(folder, image).description().place().spacing().label());
    }

    /** C.8.5.5: tissue in cm left, a trace in cm/s over s right; nothing from one into the other, no stretching. */
    @Test
    void pitfall22UltrasoundIsMeasuredInTheUnitsOfOneRegion() throws Exception {
        Attributes image = blank("US")
                .setItems(
                        Tag.SequenceOfUltrasoundRegions,
                        List.of(region(0, 1, 3, 0.01, 3, 0.02), region(2, 3, 4, 0.005, 7, -1.5)));
        LoadedFrame loaded = load(folder, image);
        ImagePlace place = loaded.description().place();
        UltrasoundRegion trace = UltrasoundRegion.holding(place.regions(), new ImagePoint(2, 0), new ImagePoint(3, 3))
                .orElseThrow();

        assertEquals("0.6 mm (ultrasound region)", text(place, new ImagePoint(1, 0), new ImagePoint(1, 3)));
        assertEquals(
                "2.0 px (not within one calibrated region)", text(place, new ImagePoint(1, 0), new ImagePoint(3, 0)));
        assertEquals(
                "1.0 px (not within one calibrated region)", text(place, new ImagePoint(2, 0), new ImagePoint(3, 0)));
        assertEquals(0.005, trace.across().distance(2, 3).orElseThrow(), EXACT);
        assertEquals(4.5, trace.down().distance(0, 3).orElseThrow(), EXACT);
        assertEquals("s", trace.across().unit().symbol());
        assertEquals("cm/s", trace.down().unit().symbol());
        assertEquals(
                Optional.empty(),
                UltrasoundRegion.holding(place.regions(), new ImagePoint(1, 0), new ImagePoint(2, 0)));
        assertEquals(1, aspectOnScreen(loaded), EXACT);
    }

    /** Two views of one scale beside one another: the scale is the same, but no line goes from one into the other. */
    @Test
    void pitfall22NothingIsMeasuredFromOneRegionIntoAnotherOfTheSameScale() throws Exception {
        Attributes image = blank("US")
                .setItems(
                        Tag.SequenceOfUltrasoundRegions,
                        List.of(region(0, 1, 3, 0.01, 3, 0.01), region(2, 3, 3, 0.01, 3, 0.01)));
        ImagePlace place = load(folder, image).description().place();
        ImagePoint left = new ImagePoint(0, 0);
        ImagePoint right = new ImagePoint(3, 0);

        assertEquals("3.0 px (not within one calibrated region)", text(place, left, right));
        assertEquals(Optional.empty(), UltrasoundRegion.holding(place.regions(), left, right));
        assertTrue(UltrasoundRegion.holding(place.regions(), right, right).isPresent());
    }

    /** C.7.6.2.1.1: along the normal, not along z, and not by number: a sagittal series from right to left. */
    @Test
    void pitfall25SlicesAreOrderedAlongTheirNormal() {
        Vector3 back = new Vector3(0, 1, 0);
        Vector3 down = new Vector3(0, 0, -1);
        List<Slice> sagittal = List.of(
                slice(new Vector3(20, -100, 90), back, down),
                slice(new Vector3(-10, -100, 90), back, down),
                slice(new Vector3(5, -100, 90), back, down));

        // normal = row × column = (0, 1, 0) × (0, 0, −1) = (−1, 0, 0): positions −20, 10, −5
        assertEquals(List.of(0, 2, 1), SeriesGeometry.of(sagittal).order());
    }

    /** Slices every 2 mm of 5 mm thickness: the step is 2; one missing is a gap of 4; one twice is a repetition. */
    @Test
    void pitfall27TheDistanceOfSlicesIsThatOfTheirPositions() {
        assertEquals(2, SliceSteps.of(List.of(0.0, 2.0, 4.0, 6.0)).stepMm(), EXACT);
        assertTrue(SliceSteps.of(List.of(0.0, 2.0, 4.0, 6.0)).isEven());
        assertEquals(
                List.of(new SliceSteps.Gap(1, 4)),
                SliceSteps.of(List.of(0.0, 2.0, 6.0, 8.0, 10.0)).gaps());
        assertEquals(List.of(2), SliceSteps.of(List.of(0.0, 2.0, 2.0, 4.0, 6.0)).repeated());
    }

    /** Steps of (0, 1, 3) against a normal of z: atan(1/3) = 18.4349°. */
    @Test
    void pitfall28ATiltedGantryIsFoundFromPositions() {
        List<Slice> tilted = List.of(axial(0, 0), axial(1, 3), axial(2, 6), axial(3, 9));
        List<Slice> straight = List.of(axial(0, 0), axial(0, 3), axial(0, 6), axial(0, 9));

        assertEquals(18.434948822922, SeriesGeometry.of(tilted).alignment().tiltDegrees(), 1e-6);
        assertFalse(SeriesGeometry.of(tilted).alignment().isStraight());
        assertTrue(SeriesGeometry.of(straight).alignment().isStraight());
    }

    /** From the cosines where there are any, else from Patient Orientation, and neither from nothing nor from junk. */
    @Test
    void pitfall29LettersComeFromTheCosinesElseFromPatientOrientation() throws Exception {
        Attributes oblique = blank("MR")
                .setNumbers(Tag.PixelSpacing, VR.DS, 1, 1)
                .setNumbers(Tag.ImagePositionPatient, VR.DS, 0, 0, 0)
                .setNumbers(Tag.ImageOrientationPatient, VR.DS, 0.8, 0.6, 0, 0, 0, -1);
        SlicePlane plane = load(folder, oblique).description().place().plane().orElseThrow();

        assertEquals(new OrientationMarks("RA", "LP", "H", "F"), OrientationMarks.of(plane));
        assertEquals(new OrientationMarks("P", "A", "H", "F"), OrientationMarks.of(List.of("A", "F")));
        assertEquals(OrientationMarks.NONE, OrientationMarks.of(List.of()));
        assertEquals(OrientationMarks.NONE, OrientationMarks.of(List.of("A", "X")));
        // Cranial and ventral of an animal are not turned into letters of a human (C.7.6.1.1.1).
        assertEquals(OrientationMarks.NONE, OrientationMarks.of(List.of("CR", "V")));
        assertEquals(
                List.of("an animal: edge letters are those of a human"),
                load(folder, oblique.set(Tag.AnatomicalOrientationType, VR.CS, "QUADRUPED"))
                        .description()
                        .warnings());
    }

    /** A quarter clockwise brings the left edge up; mirroring exchanges left and right of what is then seen. */
    @Test
    void pitfall29LettersFollowTurnsAndMirrors() {
        OrientationMarks stored = new OrientationMarks("R", "L", "A", "P");

        assertEquals(
                new OrientationMarks("P", "A", "R", "L"),
                ViewState.FIT.turnedClockwise().marks(stored));
        assertEquals(
                new OrientationMarks("A", "P", "R", "L"),
                ViewState.FIT.turnedClockwise().mirrored().marks(stored));
        assertEquals(
                new OrientationMarks("L", "R", "A", "P"),
                ViewState.FIT.mirrored().marks(stored));
    }

    /** C.8.11.7, C.7.3.1.1.1: side and view of a mammogram, of the frame before the image before the series. */
    @Test
    void pitfall29SideAndViewOfAMammogramAreRead() throws Exception {
        Attributes image = blank("MG")
                .set(Tag.Laterality, VR.CS, "R")
                .set(Tag.ImageLaterality, VR.CS, "L")
                .setItems(
                        Tag.ViewCodeSequence,
                        List.of(new Attributes().set(Tag.CodeMeaning, VR.LO, "medio-lateral oblique")));
        ImagePlace place = load(folder, image).description().place();

        assertEquals(Optional.of("L"), place.laterality());
        assertEquals(Optional.of("medio-lateral oblique"), place.view());
    }

    private static double length(ImagePlace place, ImagePoint from, ImagePoint to) {
        return Measurement.length(from, to, place.spacing()).value();
    }

    private static String text(ImagePlace place, ImagePoint from, ImagePoint to) {
        return Measurement.length(from, to, place.spacing()).text();
    }

    /** Height over width of a pixel as it is drawn. */
    private static double aspectOnScreen(LoadedFrame loaded) {
        ResolvedView view = ResolvedView.of(loaded, ViewState.FIT, new CanvasSize(600, 400));
        CanvasPoint first = view.canvasPoint(new ImagePoint(0, 0));
        CanvasPoint next = view.canvasPoint(new ImagePoint(1, 1));
        return (next.y() - first.y()) / (next.x() - first.x());
    }

    private static Slice axial(double y, double z) {
        return slice(new Vector3(0, y, z), new Vector3(1, 0, 0), new Vector3(0, 1, 0));
    }

    private static Slice slice(Vector3 origin, Vector3 row, Vector3 column) {
        return new Slice(new SlicePlane(origin, row, column, HALF), 100, 100);
    }

    private static Attributes blank(String modality) {
        return grey(modality, 4, 4).setBytes(Tag.PixelData, VR.OW, words(new int[16]));
    }

    private static Attributes region(int left, int right, int unitX, double deltaX, int unitY, double deltaY) {
        return new Attributes()
                .setNumbers(Tag.RegionSpatialFormat, VR.US, 1)
                .setNumbers(Tag.RegionLocationMinX0, VR.UL, left)
                .setNumbers(Tag.RegionLocationMinY0, VR.UL, 0)
                .setNumbers(Tag.RegionLocationMaxX1, VR.UL, right)
                .setNumbers(Tag.RegionLocationMaxY1, VR.UL, 3)
                .setNumbers(Tag.PhysicalUnitsXDirection, VR.US, unitX)
                .setNumbers(Tag.PhysicalUnitsYDirection, VR.US, unitY)
                .setNumbers(Tag.PhysicalDeltaX, VR.FD, deltaX)
                .setNumbers(Tag.PhysicalDeltaY, VR.FD, deltaY);
    }
}
