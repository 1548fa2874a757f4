package org.candela.viewer.measured;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.candela.Peer;
import org.candela.audit.AuditLog;
import org.candela.base.AppPaths;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomReader;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.dicom.image.FrameReader;
import org.candela.dicom.object.Code;
import org.candela.dicom.object.ObjectFiles;
import org.candela.dicom.object.structured.Concepts;
import org.candela.dicom.object.structured.GraphicShape;
import org.candela.dicom.object.structured.Measurement;
import org.candela.dicom.object.structured.MeasurementGroup;
import org.candela.dicom.object.structured.MeasurementReader;
import org.candela.dicom.object.structured.Region;
import org.candela.dicom.object.structured.StructuredReportReader;
import org.candela.facility.FacilityId;
import org.candela.image.ImagePoint;
import org.candela.image.Vector3;
import org.candela.measure.FigureKind;
import org.candela.measure.Magnitude;
import org.candela.measure.Quantity;
import org.candela.measure.Reading;
import org.candela.store.Database;
import org.candela.study.FrameKey;
import org.candela.study.StudyLibrary;
import org.candela.viewer.mark.Mark;
import org.candela.viewer.mark.Reference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~viewer.measurements-written~1]
class MeasurementExportTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-28T12:00:00Z"), ZoneOffset.UTC);
    private static final Uid STUDY = new Uid("1.2.3.4");
    private static final FrameKey FRAME = new FrameKey(new Uid("1.2.3.4.1.1"), 0);

    @TempDir
    private Path folder;

    private Database database;
    private StudyLibrary library;

    @BeforeEach
    void openLibrary() throws Exception {
        database = Database.open(folder.resolve("candela.db"), NOON);
        library = new StudyLibrary(database, new AuditLog(), AppPaths.under(folder), NOON);
        admit(ObjectFiles.image("1.2.3.4.1.1"));
    }

    @AfterEach
    void closeLibrary() throws Exception {
        database.close();
    }

    @Test
    void aLengthIsOneNumberOnItsTwoPoints() throws Exception {
        MeasurementGroup group =
                only(mark(FigureKind.LENGTH, points(1, 1, 4, 5), magnitude(Quantity.LENGTH, 12.5, "mm")));

        Measurement length = group.measurements().get(0);
        assertEquals(List.of(), group.regions());
        assertEquals("Length 1", group.tracking().identifier());
        assertTrue(length.name().isSame(Concepts.LENGTH));
        assertTrue(length.unit().isSame(Concepts.MILLIMETER));
        assertEquals(12.5, length.value());
        Region.OnImage source = (Region.OnImage) length.sources().get(0);
        assertEquals(GraphicShape.POLYLINE, source.shape());
        assertEquals(points(1, 1, 4, 5), source.points());
        assertEquals(FRAME.sopInstance(), source.image().sopInstanceUid());
    }

    @Test
    void bothAxesAreNumbersEachOnItsOwnLineWhicheverWasDrawnFirst() throws Exception {
        MeasurementGroup group = only(mark(
                FigureKind.BIDIRECTIONAL,
                points(3, 1, 3, 3, 1, 2, 6, 2),
                magnitude(Quantity.LONG_AXIS, 5, "mm"),
                magnitude(Quantity.SHORT_AXIS, 2, "mm")));

        assertTrue(group.measurements().get(0).name().isSame(Concepts.LONG_AXIS));
        assertEquals(points(1, 2, 6, 2), sourceOf(group.measurements().get(0)).points());
        assertTrue(group.measurements().get(1).name().isSame(Concepts.SHORT_AXIS));
        assertEquals(points(3, 1, 3, 3), sourceOf(group.measurements().get(1)).points());
    }

    @Test
    void anAreaHasItsOutlineStatisticsAndTheirFormulas() throws Exception {
        MeasurementGroup group = only(mark(
                FigureKind.ELLIPSE,
                points(1, 2, 7, 2, 4, 1, 4, 3),
                magnitude(Quantity.MEAN, 41.5, "HU"),
                magnitude(Quantity.STANDARD_DEVIATION, 3.25, "HU"),
                magnitude(Quantity.MINIMUM, -10, "HU"),
                magnitude(Quantity.MAXIMUM, 80, "HU"),
                magnitude(Quantity.PIXELS, 9, ""),
                magnitude(Quantity.AREA, 9.42, "mm²")));

        Region.OnImage outline = (Region.OnImage) group.regions().get(0);
        assertEquals(GraphicShape.ELLIPSE, outline.shape());
        assertEquals(points(1, 2, 7, 2, 4, 1, 4, 3), outline.points());
        assertEquals(5, group.measurements().size());
        Measurement deviation = group.measurements().get(1);
        assertTrue(deviation.name().isSame(Concepts.ATTENUATION));
        assertTrue(deviation.derivation().orElseThrow().isSame(Concepts.STANDARD_DEVIATION));
        assertTrue(deviation.unit().isSame(Concepts.HOUNSFIELD_UNIT));
        assertEquals("SD-N-1", deviation.method().map(Code::value).orElseThrow());
        assertEquals(List.of(), deviation.sources());
        assertTrue(group.measurements().get(4).unit().isSame(Concepts.SQUARE_MILLIMETER));
        assertTrue(group.comment().contains("Pixels 9"), group.comment());
    }

    @Test
    void anEllipseWhoseDiametersAreNoAxesIsAnOutlineOfLines() throws Exception {
        MeasurementGroup group =
                only(mark(FigureKind.ELLIPSE, points(1, 1, 7, 4, 4, 1, 4, 4), magnitude(Quantity.AREA, 9, "mm²")));

        Region.OnImage outline = (Region.OnImage) group.regions().get(0);
        assertEquals(GraphicShape.POLYLINE, outline.shape());
        assertEquals(
                outline.points().get(0), outline.points().get(outline.points().size() - 1));
        assertTrue(outline.points().size() > 50);
    }

    @Test
    void pixelsAreNeverMillimetres() throws Exception {
        MeasurementGroup length = only(mark(
                FigureKind.LENGTH,
                points(1, 1, 4, 5),
                new Magnitude(Quantity.LENGTH, 5, "px", "(no spacing in the file)")));
        MeasurementGroup area = only(mark(
                FigureKind.RECTANGLE,
                points(1, 1, 4, 1, 4, 3, 1, 3),
                magnitude(Quantity.MEAN, 7, ""),
                magnitude(Quantity.AREA, 6, "px²")));

        assertTrue(length.measurements().get(0).unit().isSame(Concepts.PIXELS));
        assertEquals("Length: (no spacing in the file)", length.comment());
        assertEquals(1, area.measurements().size());
        assertTrue(area.measurements().get(0).unit().isSame(Concepts.NO_UNITS));
        assertTrue(area.comment().contains("Area not written: in px²"), area.comment());
    }

    @Test
    void anglesAndRatiosHaveTheirUnitsAndTheirOwnCodes() throws Exception {
        MeasurementGroup cobb = only(mark(
                FigureKind.COBB,
                points(0, 0, 5, 0, 0, 3, 5, 5),
                magnitude(Quantity.ACUTE_ANGLE, 21.8, "°"),
                magnitude(Quantity.OBTUSE_ANGLE, 158.2, "°")));
        MeasurementGroup ratio = only(mark(
                FigureKind.CARDIOTHORACIC,
                points(4, 0, 4, 5, 2, 3, 6, 3, 0, 4, 7, 4),
                magnitude(Quantity.RATIO, 0.57, ""),
                magnitude(Quantity.THORAX, 280, "mm")));

        assertEquals(1, cobb.measurements().size());
        assertTrue(cobb.measurements().get(0).name().isSame(Concepts.COBB_ANGLE));
        assertTrue(cobb.measurements().get(0).unit().isSame(Concepts.DEGREE));
        assertEquals(2, cobb.measurements().get(0).sources().size());
        assertEquals("Cardiothoracic ratio", ratio.measurements().get(0).name().meaning());
        assertEquals(
                MeasuredConcepts.OWN_SCHEME, ratio.measurements().get(0).name().scheme());
        assertTrue(ratio.measurements().get(0).unit().isSame(Concepts.RATIO_UNIT));
        assertEquals(
                GraphicShape.MULTIPOINT, sourceOf(ratio.measurements().get(0)).shape());
    }

    @Test
    void pointsInThePatientLieOnTheImageTheyWereDrawnOn() throws Exception {
        Attributes slice = ObjectFiles.image("1.2.3.4.1.9")
                .set(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.2")
                .set(Tag.Modality, VR.CS, "CT")
                .setNumbers(Tag.ImageOrientationPatient, VR.DS, 1, 0, 0, 0, 1, 0)
                .setNumbers(Tag.ImagePositionPatient, VR.DS, 10, 20, 30)
                .setNumbers(Tag.PixelSpacing, VR.DS, 2, 0.5);
        admit(slice);
        FrameKey frame = new FrameKey(new Uid("1.2.3.4.1.9"), 0);
        Reference reference = new Reference.InPatient(
                frame, Optional.empty(), List.of(new Vector3(11, 22, 30), new Vector3(12, 26, 30)));
        Mark mark = mark(FigureKind.LENGTH, reference, magnitude(Quantity.LENGTH, 4.12, "mm"));

        assertEquals(
                points(2, 1, 4, 3), sourceOf(only(mark).measurements().get(0)).points());
    }

    @Test
    void wordsAndMarksOfOtherStudiesAreLeftOutAndCounted() throws Exception {
        Attributes other = ObjectFiles.image("1.2.3.5.1.1")
                .set(Tag.StudyInstanceUID, VR.UI, "1.2.3.5")
                .set(Tag.SeriesInstanceUID, VR.UI, "1.2.3.5.1");
        admit(other);
        Mark here = mark(FigureKind.LENGTH, points(1, 1, 4, 5), magnitude(Quantity.LENGTH, 12.5, "mm"));
        Mark words = mark(FigureKind.TEXT, points(1, 1));
        Mark elsewhere = mark(
                FigureKind.LENGTH,
                new Reference.InImage(new FrameKey(new Uid("1.2.3.5.1.1"), 0), points(1, 1, 2, 2)),
                magnitude(Quantity.LENGTH, 1, "mm"));

        MeasurementExport.Written written = export().write(STUDY, "Reader^Test", List.of(here, words, elsewhere));

        assertEquals(1, written.groups());
        assertEquals(2, written.leftOut());
        CandelaException none = assertThrows(
                CandelaException.class, () -> export().write(STUDY, "Reader^Test", List.of(words, elsewhere)));
        assertEquals(MeasurementExport.NOTHING_MEASURED, none.code());
    }

    @Test
    void theReportIsValidToOurselvesToDcmtkToDicom3toolsAndToPydicom() throws Exception {
        List<Mark> marks = List.of(
                mark(
                        FigureKind.ELLIPSE,
                        points(1, 2, 7, 2, 4, 1, 4, 3),
                        magnitude(Quantity.MEAN, 41.5, "HU"),
                        magnitude(Quantity.STANDARD_DEVIATION, 3.25, "HU"),
                        magnitude(Quantity.AREA, 9.42, "mm²")),
                mark(
                        FigureKind.BIDIRECTIONAL,
                        points(1, 2, 6, 2, 3, 1, 3, 3),
                        magnitude(Quantity.LONG_AXIS, 5, "mm"),
                        magnitude(Quantity.SHORT_AXIS, 2, "mm")),
                mark(
                        FigureKind.CARDIOTHORACIC,
                        points(4, 0, 4, 5, 2, 3, 6, 3, 0, 4, 7, 4),
                        magnitude(Quantity.RATIO, 0.57, "")));
        Path file = export().write(STUDY, "Reader^Test", marks).file();

        ObjectFiles.requireValid(file);
        ObjectFiles.requireNoErrorsOfDicom3tools(file);
        Peer.need("dsrdump");
        String dump = Peer.run(folder, List.of("dsrdump", "-Ee", "+Pc", "+Pn", "+Pl", file.toString()));
        assertTrue(dump.contains("(103339001,SCT,\"Long axis\")=\"5\" (mm,UCUM,\"millimeter\")"), dump);
        assertTrue(dump.contains("(CTR,99CANDELA,\"Cardiothoracic ratio\")=\"0.57\""), dump);
        assertTrue(dump.contains("=(ELLIPSE,1.5/2.5,7.5/2.5,4.5/1.5,4.5/3.5)"), dump);
        assertTrue(dump.contains("(370129005,SCT,\"Measurement Method\")=(SD-N-1,99CANDELA"), dump);
        assertEquals("3", ObjectFiles.pydicom(file, "len([x for x in ds.ContentSequence[-1].ContentSequence])"));
        assertFalse(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1)
                .contains(".part"));
    }

    private MeasurementGroup only(Mark mark) throws Exception {
        Path file = export().write(STUDY, "Reader^Test", List.of(mark)).file();
        List<MeasurementGroup> groups = MeasurementReader.groups(
                StructuredReportReader.read(DicomReader.read(file).dataSet()));
        assertEquals(1, groups.size());
        assertEquals(Optional.of(mark.id()), groups.get(0).tracking().uid());
        return groups.get(0);
    }

    private static Region.OnImage sourceOf(Measurement measurement) {
        return (Region.OnImage) measurement.sources().get(0);
    }

    private MeasurementExport export() {
        return new MeasurementExport(library, FrameReader::open, folder.resolve("exports"), NOON);
    }

    private void admit(Attributes object) throws Exception {
        Path incoming = Files.createDirectories(folder.resolve("incoming-files"));
        library.admit(
                ObjectFiles.file(
                        object, incoming, object.string(Tag.SOPInstanceUID).orElseThrow() + ".dcm"),
                new FacilityId("north"));
    }

    private static Magnitude magnitude(Quantity quantity, double value, String unit) {
        return new Magnitude(quantity, value, unit, "");
    }

    private static Mark mark(FigureKind kind, List<ImagePoint> points, Magnitude... magnitudes) {
        return mark(kind, new Reference.InImage(FRAME, points), magnitudes);
    }

    private static Mark mark(FigureKind kind, Reference reference, Magnitude... magnitudes) {
        return new Mark(
                Uid.random(),
                new Uid("1.2.3.4.1"),
                kind,
                reference,
                "",
                Mark.UNMOVED,
                new Reading(List.of(magnitudes), List.of()),
                NOON.instant(),
                NOON.instant());
    }

    /** Columns and rows in turn. */
    private static List<ImagePoint> points(double... numbers) {
        return java.util.stream.IntStream.range(0, numbers.length / 2)
                .mapToObj(i -> new ImagePoint(numbers[2 * i], numbers[2 * i + 1]))
                .toList();
    }
}
