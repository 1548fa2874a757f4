package org.candela.dicom.object.structured;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.candela.Corpus;
import org.candela.Peer;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomReader;
import org.candela.dicom.Tag;
import org.candela.dicom.object.Code;
import org.candela.dicom.object.ObjectFiles;
import org.candela.image.ImagePoint;
import org.candela.image.Vector3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrittenDocumentsTest {
    private static final List<Attributes> BOTH = List.of(DocumentSamples.FIRST, DocumentSamples.SECOND);

    @TempDir
    private Path folder;

    // [utest->req~dicom-object.key-write~1] [utest->req~dicom-object.key-read~1]
    @Test
    void aKeyObjectSelectionIsReadAsItWasWritten() throws Exception {
        KeyObjects keys = DocumentSamples.keys();

        Attributes written = KeyObjectsWriter.write(keys, BOTH, DocumentSamples.PLACE);

        assertEquals(keys, KeyObjectsReader.read(ObjectFiles.reread(written)));
    }

    // [utest->req~dicom-object.key-write~1]
    @Test
    void aKeyObjectSelectionIsValidToOurselvesToDcmtkAndToPydicom() throws Exception {
        Path file = ObjectFiles.file(
                KeyObjectsWriter.write(DocumentSamples.keys(), BOTH, DocumentSamples.PLACE), folder, "ko.dcm");

        String dump = checked(file);

        assertTrue(dump.contains("<contains TEXT:(113012,DCM,\"Key Object Description\")=\"Läsion links\">"), dump);
        assertTrue(dump.contains(" image,,2,5)>"), dump);
        assertEquals(
                "For Conference 2",
                ObjectFiles.pydicom(
                        file,
                        "ds.ConceptNameCodeSequence[0].CodeMeaning, len(ds.CurrentRequestedProcedureEvidenceSequence[0]"
                                + ".ReferencedSeriesSequence[0].ReferencedSOPSequence)"));
    }

    // [utest->req~dicom-object.key-read~1]
    @Test
    void framesAreMarkedOneByOne() {
        KeyObjects keys = DocumentSamples.keys();

        assertTrue(keys.marks(new Uid("1.2.3.4.1.1"), 1));
        assertTrue(keys.marks(new Uid("1.2.3.4.1.2"), 5));
        assertFalse(keys.marks(new Uid("1.2.3.4.1.2"), 1));
    }

    // [utest->req~dicom-object.key-read~1]
    @Test
    void theSelectionOfTheCorpusIsReadAsPydicomSaysItIs() throws Exception {
        KeyObjects keys = KeyObjectsReader.read(
                DicomReader.read(Corpus.folder().resolve("derived/ko/key.dcm")).dataSet());

        assertEquals("113000", keys.title().value());
        assertEquals("key slices", keys.note().text());
        assertEquals(
                List.of(
                        "1.3.46.670589.33.1.2934113123683099727.31898010432040724936",
                        "1.3.46.670589.33.1.13421034902827697477.29626148222176119814"),
                keys.objects().stream()
                        .map(one -> one.object().sopInstanceUid().value())
                        .toList());
        assertEquals(
                "1.3.46.670589.33.1.6002432791750815306.26862469513794233732",
                keys.objects().get(1).place().orElseThrow().seriesInstanceUid().value());
    }

    // [utest->req~dicom-object.key-write~1]
    @Test
    void anImageWithoutAHeaderIsNotMarked() {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> KeyObjectsWriter.write(
                        DocumentSamples.keys(), List.of(DocumentSamples.FIRST), DocumentSamples.PLACE));

        assertEquals("no header of object 1.2.3.4.1.2", refusal.getMessage());
    }

    // [utest->req~dicom-object.measurements-write~1] [utest->req~dicom-object.measurements-read~1]
    @Test
    void measurementsOnImagesAreReadAsTheyWereWritten() throws Exception {
        MeasurementReport report = DocumentSamples.onImages();

        Attributes written =
                MeasurementReportWriter.write(report, List.of(DocumentSamples.FIRST), DocumentSamples.PLACE);

        assertEquals(
                "1.2.840.10008.5.1.4.1.1.88.33", written.string(Tag.SOPClassUID).orElseThrow());
        assertEquals(
                report.groups(), MeasurementReader.groups(StructuredReportReader.read(ObjectFiles.reread(written))));
    }

    // [utest->req~dicom-object.measurements-write~1] [utest->req~dicom-object.measurements-read~1]
    @Test
    void measurementsInThePatientMakeAComprehensive3DReport() throws Exception {
        MeasurementReport report = DocumentSamples.inPatient();

        Attributes written =
                MeasurementReportWriter.write(report, List.of(DocumentSamples.FIRST), DocumentSamples.PLACE);

        assertEquals(
                "1.2.840.10008.5.1.4.1.1.88.34", written.string(Tag.SOPClassUID).orElseThrow());
        assertEquals(
                report.groups(), MeasurementReader.groups(StructuredReportReader.read(ObjectFiles.reread(written))));
    }

    // [utest->req~dicom-object.measurements-write~1]
    @Test
    void measurementReportsAreValidToOurselvesToDcmtkAndToPydicom() throws Exception {
        Path flat = ObjectFiles.file(
                MeasurementReportWriter.write(
                        DocumentSamples.onImages(), List.of(DocumentSamples.FIRST), DocumentSamples.PLACE),
                folder,
                "flat.dcm");
        Path deep = ObjectFiles.file(
                MeasurementReportWriter.write(
                        DocumentSamples.inPatient(), List.of(DocumentSamples.FIRST), DocumentSamples.PLACE),
                folder,
                "deep.dcm");

        String onImage = checked(flat);
        String inPatient = checked(deep);

        assertTrue(
                onImage.contains("<contains NUM:(410668003,SCT,\"Length\")=\"3.25\" (mm,UCUM,\"millimeter\")>"),
                onImage);
        assertTrue(onImage.contains("=(POLYLINE,1.5/2.5,6/2.5)>"), onImage);
        assertTrue(inPatient.contains("=(POLYGON,,0/0/10,4/0/10,4/3/10,0/0/10)>"), inPatient);
        assertEquals("1500", ObjectFiles.pydicom(deep, "ds.ContentTemplateSequence[0].TemplateIdentifier"));
    }

    /** A mistyped code would be read back alike, and mean something else to everybody. */
    // [utest->req~dicom-object.measurements-write~1]
    @Test
    void codesMeanToPydicomWhatTheyMeanToUs() throws Exception {
        Path file = ObjectFiles.file(DocumentSamples.FIRST, folder, "image.dcm");
        List<Code> codes = List.of(
                Concepts.LENGTH,
                Concepts.DIAMETER,
                Concepts.LONG_AXIS,
                Concepts.SHORT_AXIS,
                Concepts.DISTANCE,
                Concepts.PATH_LENGTH,
                Concepts.MEASUREMENT_METHOD,
                Concepts.COMMENT,
                Concepts.PERIMETER,
                Concepts.AREA,
                Concepts.VOLUME,
                Concepts.RATIO,
                Concepts.ATTENUATION,
                Concepts.MR_SIGNAL_INTENSITY,
                Concepts.SUV_BODY_WEIGHT,
                Concepts.MEAN,
                Concepts.STANDARD_DEVIATION,
                Concepts.MINIMUM,
                Concepts.MAXIMUM,
                Concepts.FINDING_SITE,
                Concepts.LATERALITY,
                Concepts.IMAGING_PROCEDURE,
                Concepts.REFERENCED_SEGMENT,
                Concepts.IMAGE_REGION,
                Concepts.SOURCE_OF_MEASUREMENT,
                Concepts.DERIVATION,
                Concepts.MILLIMETER,
                Concepts.SQUARE_MILLIMETER,
                Concepts.DEGREE,
                Concepts.HOUNSFIELD_UNIT,
                Concepts.RATIO_UNIT,
                Concepts.NO_UNITS);
        String asked = codes.stream()
                .map(code -> "('" + code.scheme() + "',\"" + code.value() + "\",'" + code.meaning() + "')")
                .collect(Collectors.joining(","));

        String unknown = ObjectFiles.pydicom(
                file,
                "[c for c in [" + asked + "] if c[2] not in [k[c[1]][0] for k in"
                        + " __import__('pydicom.sr._concepts_dict',fromlist=['x']).concepts[c[0]].values()"
                        + " if c[1] in k]]");

        assertEquals("[]", unknown);
    }

    /** Values as dsrdump +Pn +Pl prints them. */
    // [utest->req~dicom-object.measurements-read~1]
    @Test
    void measurementsOfDcmqiAreFound() throws Exception {
        Path file = Corpus.folder().resolve("robyoung+dicom-test-files/dcmqi/sr-example/sr.dcm");

        List<MeasurementGroup> groups = MeasurementReader.groups(
                StructuredReportReader.read(DicomReader.read(file).dataSet()));

        assertEquals(1, groups.size());
        MeasurementGroup group = groups.get(0);
        assertEquals("primary tumor", group.tracking().identifier());
        assertEquals("Neoplasm, Primary", group.finding().orElseThrow().meaning());
        assertEquals(
                "pharyngeal tonsil (adenoid)", group.site().orElseThrow().site().meaning());
        Measurement mean = group.measurements().get(0);
        assertEquals(6.01529, mean.value());
        assertEquals("{SUVbw}g/ml", mean.unit().value());
        assertEquals("Mean", mean.derivation().orElseThrow().meaning());
        assertEquals(List.of(1), ((Region.OfSegments) group.regions().get(0)).segments());
    }

    /** Values as dsrdump prints them. */
    // [utest->req~dicom-object.measurements-read~1]
    @Test
    void aRegionOfHighdicomIsFoundOnItsImage() throws Exception {
        Path file = Corpus.folder().resolve("ImagingDataCommons+highdicom/test_files/sr_document.dcm");

        MeasurementGroup group = MeasurementReader.groups(
                        StructuredReportReader.read(DicomReader.read(file).dataSet()))
                .get(0);

        Region.OnImage region = (Region.OnImage) group.regions().get(0);
        assertEquals(GraphicShape.CIRCLE, region.shape());
        assertEquals(new ImagePoint(57.5, 51.5), region.points().get(0));
        assertEquals(1.7, group.measurements().get(0).value());
        assertEquals("Spinal cord", group.finding().orElseThrow().meaning());
        assertEquals("Cervico-thoracic spine", group.site().orElseThrow().site().meaning());
    }

    // [utest->req~dicom-object.measurements-write~1]
    @Test
    void aCircleInThePatientIsNotWritten() {
        Region circle = new Region.InPatient(
                GraphicShape.CIRCLE,
                List.of(new Vector3(0, 0, 0), new Vector3(1, 0, 0)),
                DocumentSamples.FRAME_OF_REFERENCE,
                Optional.empty());
        MeasurementReport report = new MeasurementReport(
                Uid.random(),
                "Reader^Test",
                ObjectFiles.MOMENT,
                Concepts.IMAGING_PROCEDURE,
                List.of(new MeasurementGroup(
                        new MeasurementGroup.Tracking("C", Optional.empty()),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(circle),
                        List.of())));

        assertThrows(
                IllegalArgumentException.class,
                () -> MeasurementReportWriter.write(report, List.of(DocumentSamples.FIRST), DocumentSamples.PLACE));
    }

    // [utest->req~dicom-object.text-write~1]
    @Test
    void aTextReportIsValidAndSaysWhatWasWritten() throws Exception {
        Path file = ObjectFiles.file(
                TextReportWriter.write(DocumentSamples.text(), List.of(DocumentSamples.FIRST), DocumentSamples.PLACE),
                folder,
                "text.dcm");

        String dump = checked(file);
        List<ReportLine> lines = ReportText.lines(
                StructuredReportReader.read(DicomReader.read(file).dataSet()));

        assertTrue(dump.contains("<contains TEXT:(121073,DCM,\"Impression\")=\"Normal.\">"), dump);
        assertTrue(lines.contains(new ReportLine(0, ReportLine.Kind.HEADING, "Findings")));
        assertTrue(lines.contains(new ReportLine(1, ReportLine.Kind.ITEM, "Finding: No effusion.")));
        assertTrue(lines.contains(new ReportLine(2, ReportLine.Kind.ITEM, "Übersicht frei.")));
        assertEquals("COMPLETE UNVERIFIED", ObjectFiles.pydicom(file, "ds.CompletionFlag, ds.VerificationFlag"));
    }

    /** What dsrdump prints, after it and our validation had no objection. */
    private String checked(Path file) throws Exception {
        ObjectFiles.requireValid(file);
        ObjectFiles.requireNoErrorsOfDicom3tools(file);
        Peer.need("dsrdump");
        String dump = Peer.run(folder, List.of("dsrdump", "+Pn", "+Pl", "+Pc", "+Pe", "+U8", file.toString()));
        List<String> objections = dump.lines()
                .filter(line -> line.startsWith("W:") || line.startsWith("E:"))
                .filter(line -> !line.contains("VR checker does not support this Specific Character Set: ISO_IR 192"))
                .filter(line -> !line.contains("Check for template constraints not yet supported"))
                .toList();
        assertEquals(List.of(), objections);
        return dump;
    }
}
