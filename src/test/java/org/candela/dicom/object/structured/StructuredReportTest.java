package org.candela.dicom.object.structured;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.candela.Peer;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomReader;
import org.candela.dicom.Dictionary;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.dicom.object.Code;
import org.candela.dicom.object.ObjectFiles;
import org.candela.dicom.object.UnsupportedObjectException;
import org.candela.image.ImagePoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StructuredReportTest {
    @TempDir
    private Path folder;

    /** DCMTK's dsrdump +Pn of the same file is the source of these values. */
    // [utest->req~dicom-object.report-read~1]
    @Test
    void everyValueTypeOfDcmtksTestDocumentIsRead() throws Exception {
        StructuredReport report = offis();

        ContentItem root = report.content();
        assertEquals("Diagnosis", report.title());
        assertEquals(new ContentValue.Text("A mass of"), at(root, 1, 2, 1).value());
        ContentValue.Numeric diameter = (ContentValue.Numeric) at(root, 1, 2, 2).value();
        assertEquals(OptionalDouble.of(3), diameter.value());
        assertEquals(
                new Code("cm", "99_OFFIS_DCMTK", "Length Unit"), diameter.unit().orElseThrow());
        ContentValue.ImageCoordinates circle =
                (ContentValue.ImageCoordinates) at(root, 1, 3, 2).value();
        assertEquals(GraphicShape.CIRCLE, circle.shape());
        assertEquals(List.of(new ImagePoint(-0.5, -0.5), new ImagePoint(254.5, 254.5)), circle.points());
        assertEquals(
                new ContentValue.TemporalCoordinates("SEGMENT", List.of("1.000000", "2.500000")),
                at(root, 1, 3, 3).value());
        assertEquals(Relationship.SELECTED_FROM, at(root, 1, 3, 3, 1).relationship());
        assertEquals(
                new ContentValue.ItemReference(List.of(1, 3, 2)),
                at(root, 1, 3, 3, 1).value());
        ContentValue.Referenced image = (ContentValue.Referenced) at(root, 1, 5).value();
        assertEquals(List.of(5, 2), image.object().frames());
        assertEquals(
                new ContentValue.Plain(ContentValue.Plain.Type.DATE, "20001206"),
                at(root, 1, 4, 1).value());
        assertEquals(ContentValue.Referenced.Type.WAVEFORM, type(at(root, 1, 5, 2, 2)));
    }

    // [utest->req~dicom-object.report-read~1]
    @Test
    void whoAttestsToADocumentIsRead() throws Exception {
        StructuredReport.Status status = offis().status();

        assertTrue(status.isComplete());
        assertTrue(status.isVerified());
        assertEquals(List.of("Riesmeier^Jörg", "Observer^Verifying"), status.verifiers());
    }

    // [utest->req~dicom-object.report-text~1]
    @Test
    void aDocumentIsShownAsIndentedLinesUnderItsHeadings() throws Exception {
        List<ReportLine> lines = ReportText.lines(offis());

        assertEquals(new ReportLine(0, ReportLine.Kind.HEADING, "Diagnosis"), lines.get(0));
        assertEquals(
                new ReportLine(0, ReportLine.Kind.REMARK, "Verified by Riesmeier, Jörg; Observer, Verifying"),
                lines.get(1));
        assertTrue(lines.contains(new ReportLine(0, ReportLine.Kind.ITEM, "Text Code: A mass of")), lines.toString());
        assertTrue(lines.contains(new ReportLine(1, ReportLine.Kind.ITEM, "Code: Sample Code 1")));
        assertTrue(lines.contains(new ReportLine(0, ReportLine.Kind.ITEM, "Diameter: 3 Length Unit")));
        assertTrue(lines.contains(new ReportLine(2, ReportLine.Kind.ITEM, "see SCoord Code (1.3.2)")));
    }

    // [utest->req~dicom-object.report-text~1]
    @Test
    void aTextOfSeveralLinesIsSeveralLines() {
        ContentItem root = ContentItems.container(
                Relationship.NONE,
                Concepts.DIAGNOSTIC_IMAGING_REPORT,
                List.of(ContentItems.text(Relationship.CONTAINS, Concepts.FINDING, "one\r\n\r\ntwo\nthree")));

        assertEquals(
                List.of("0 Finding: one", "1 two", "1 three"),
                ReportText.lines(report(root)).stream()
                        .filter(line -> line.kind() == ReportLine.Kind.ITEM)
                        .map(line -> line.depth() + " " + line.text())
                        .toList());
    }

    // [utest->req~dicom-object.report-text~1]
    @Test
    void aDocumentWithoutEndIsCutAndThatIsSaid() {
        List<ContentItem> many = new ArrayList<>();
        for (int i = 0; i < ReportText.MOST_LINES + 10; i++) {
            many.add(ContentItems.text(Relationship.CONTAINS, Concepts.FINDING, "line"));
        }

        List<ReportLine> lines = ReportText.lines(
                report(ContentItems.container(Relationship.NONE, Concepts.DIAGNOSTIC_IMAGING_REPORT, many)));

        assertEquals(ReportText.MOST_LINES + 1, lines.size());
        assertEquals(
                "There is more than is shown here", lines.get(lines.size() - 1).text());
    }

    // [utest->req~dicom-object.report-read~1]
    @Test
    void anItemThatCannotBeReadKeepsItsPlaceAndIsSaid() throws Exception {
        Attributes document =
                TextReportWriter.write(DocumentSamples.text(), List.of(DocumentSamples.FIRST), DocumentSamples.PLACE);
        document.items(Tag.ContentSequence).get(0).set(Tag.ValueType, VR.CS, "HOLOGRAM");

        StructuredReport report = StructuredReportReader.read(document);

        assertEquals(List.of("a content item cannot be read: HOLOGRAM"), report.warnings());
        assertEquals(
                new ContentValue.Unreadable("HOLOGRAM"),
                report.content().children().get(0).value());
        assertEquals(
                "Findings",
                report.content().children().get(2).name().orElseThrow().meaning());
    }

    // [utest->req~dicom-object.bounded~1]
    @Test
    void nestingWithoutEndIsRefused() {
        Attributes deepest = new Attributes().set(Tag.ValueType, VR.CS, "CONTAINER");
        for (int i = 0; i < ContentReader.MOST_DEPTH; i++) {
            deepest = new Attributes()
                    .set(Tag.ValueType, VR.CS, "CONTAINER")
                    .setItems(Tag.ContentSequence, List.of(deepest));
        }
        Attributes root = deepest.set(Tag.SOPClassUID, VR.UI, TextReportWriter.BASIC_TEXT.value())
                .set(Tag.SOPInstanceUID, VR.UI, "1.2.3");

        UnsupportedObjectException refusal =
                assertThrows(UnsupportedObjectException.class, () -> StructuredReportReader.read(root));

        assertEquals(Tag.ContentSequence, refusal.tag());
    }

    // [utest->req~dicom-object.report-read~1]
    @Test
    void aDocumentMadeByDcmtkFromXmlIsRead() throws Exception {
        Peer.need("dsr2xml", "xml2dsr");
        Path source = ObjectFiles.ofPydicom("test-SR.dcm");
        Path xml = folder.resolve("report.xml");
        Path made = folder.resolve("made.dcm");
        Peer.run(folder, List.of("dsr2xml", source.toString(), xml.toString()));
        Peer.run(folder, List.of("xml2dsr", xml.toString(), made.toString()));

        assertEquals(
                StructuredReportReader.read(DicomReader.read(source).dataSet()).content(),
                StructuredReportReader.read(DicomReader.read(made).dataSet()).content());
        assertTrue(Files.size(made) > 0);
    }

    // [utest->req~dicom-object.report-read~1]
    @Test
    void anotherObjectIsRefused() {
        assertThrows(UnsupportedObjectException.class, () -> StructuredReportReader.read(DocumentSamples.FIRST));
    }

    @Test
    void everyTagHasTheNameOfTheDictionary() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (var field : DocumentTag.class.getDeclaredFields()) {
            String keyword = Dictionary.standard().keyword(field.getInt(null)).orElse("unknown");
            if (!keyword.equals(field.getName())) {
                wrong.add(field.getName() + " is " + keyword);
            }
        }

        assertEquals(List.of(), wrong);
    }

    // [utest->req~dicom-object.measurements-read~1]
    @Test
    void aRegionThatIsOnlyPointedAtIsFollowed() {
        ContentItem region = new ContentItem(
                Relationship.CONTAINS,
                Optional.of(Concepts.IMAGE_REGION),
                new ContentValue.ImageCoordinates(GraphicShape.POINT, List.of(new ImagePoint(3, 4))),
                List.of(ContentItem.of(
                        Relationship.SELECTED_FROM, Concepts.SOURCE_IMAGE, Evidence.asContent(DocumentSamples.FIRST))));
        ContentItem measured = ContentItem.of(
                Relationship.CONTAINS,
                Concepts.LENGTH,
                ContentItems.numeric(2, Concepts.MILLIMETER),
                new ContentItem(
                        Relationship.INFERRED_FROM,
                        Optional.empty(),
                        new ContentValue.ItemReference(List.of(1, 1)),
                        List.of()));
        ContentItem root = ContentItems.container(
                Relationship.NONE,
                Concepts.IMAGING_MEASUREMENT_REPORT,
                List.of(
                        region,
                        ContentItems.container(Relationship.CONTAINS, Concepts.MEASUREMENT_GROUP, List.of(measured))));

        Region found = MeasurementReader.groups(report(root))
                .get(0)
                .measurements()
                .get(0)
                .sources()
                .get(0);

        assertEquals(List.of(new ImagePoint(3, 4)), ((Region.OnImage) found).points());
    }

    private static StructuredReport offis() throws Exception {
        return StructuredReportReader.read(
                DicomReader.read(ObjectFiles.ofPydicom("test-SR.dcm")).dataSet());
    }

    private static ContentItem at(ContentItem root, Integer... place) {
        return root.at(List.of(place)).orElseThrow();
    }

    private static ContentValue.Referenced.Type type(ContentItem item) {
        return ((ContentValue.Referenced) item.value()).type();
    }

    private static StructuredReport report(ContentItem root) {
        return new StructuredReport(
                new StructuredReport.Identity(TextReportWriter.BASIC_TEXT, Uid.random(), "2000", Optional.empty()),
                new StructuredReport.Status(true, false, List.of()),
                root,
                new Evidence(List.of()),
                List.of());
    }
}
