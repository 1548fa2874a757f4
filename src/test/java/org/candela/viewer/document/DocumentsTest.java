package org.candela.viewer.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.dicom.object.ObjectFiles;
import org.candela.dicom.object.ObjectHeader;
import org.candela.dicom.object.structured.Concepts;
import org.candela.dicom.object.structured.ReportSamples;
import org.candela.dicom.object.structured.TextReport;
import org.candela.dicom.object.structured.TextReportWriter;
import org.candela.viewer.document.CaseDocument.Origin;
import org.candela.viewer.document.CaseDocument.Standing;
import org.candela.viewer.document.Documents.Opening;
import org.candela.viewer.document.Documents.Remark;
import org.candela.viewer.document.Documents.State;
import org.candela.viewer.layout.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsTest {
    private static final String MEASUREMENTS = "Imaging Measurement Report";
    private static final String REPORT = "Diagnostic Imaging Report";
    private static final Uid FIRST = new Uid("1.2.3.4.1.1");
    private static final Uid SECOND = new Uid("1.2.3.4.1.2");

    @TempDir
    private Path folder;

    // [utest->req~document.list~1]
    @Test
    void documentsOfTheStudyComeBeforeThoseOfItsPriorsEachWithDateAuthorAndStanding() throws Exception {
        try (CaseRoom room = opened()) {
            assertEquals(List.of(MEASUREMENTS, REPORT), room.titles());
            CaseDocument first = room.documents.found().documents().get(0);
            CaseDocument prior = room.documents.found().documents().get(1);
            assertEquals("Reader^Test", first.author());
            assertEquals(Optional.of(ObjectFiles.MOMENT), first.created());
            assertEquals(Standing.UNVERIFIED, first.standing());
            assertEquals(Origin.CURRENT, first.origin());
            assertEquals(Standing.VERIFIED, prior.standing());
            assertEquals("Chief^Anna", prior.author());
            assertEquals(Origin.PRIOR, prior.origin());
            assertEquals(0, room.documents.found().unread());
        }
    }

    // [utest->req~document.list~1]
    @Test
    void oneThatCannotBeReadIsCountedAndTheOthersAreListed() throws Exception {
        try (CaseRoom room = new CaseRoom(folder)) {
            room.admitImages();
            room.admit(measurements());
            Attributes broken = measurements().set(Tag.SOPInstanceUID, VR.UI, "1.2.3.4.7.1");
            room.admit(broken.remove(Tag.ValueType));
            room.open();

            assertEquals(List.of(MEASUREMENTS), room.titles());
            assertEquals(1, room.documents.found().unread());
        }
    }

    // [utest->req~document.over-one-place~1]
    @Test
    void aCaseWithoutDocumentsAndNoCaseAreTold() throws Exception {
        try (CaseRoom room = new CaseRoom(folder)) {
            assertEquals(Opening.NO_CASE, room.documents.open());
            room.admitImages();
            room.open();

            assertEquals(Opening.NO_DOCUMENTS, room.documents.open());
            assertEquals(State.CLOSED, room.documents.state());
        }
    }

    // [utest->req~document.keys~1]
    @Test
    void theKeysOpenOneOfTheListGoToTheNextAndBack() throws Exception {
        try (CaseRoom room = opened()) {
            assertEquals(Opening.OPENED, room.documents.open());
            assertEquals(State.LIST, room.documents.state());

            press(room, "viewer.next-image", "viewer.place-point");
            assertEquals(REPORT, room.documents.current().orElseThrow().title());
            assertEquals(State.READING, room.documents.state());
            press(room, "viewer.previous-series");
            assertEquals(MEASUREMENTS, room.documents.current().orElseThrow().title());
            press(room, "viewer.cancel-drawing");
            assertEquals(State.LIST, room.documents.state());
            press(room, "viewer.cancel-drawing");
            assertEquals(State.CLOSED, room.documents.state());
            assertFalse(room.documents.take("viewer.next-image"), "the keys are those of images again");
        }
    }

    // [utest->req~document.keys~1]
    @Test
    void theOnlyDocumentOpensAtOnceAndEscapeClosesIt() throws Exception {
        try (CaseRoom room = new CaseRoom(folder)) {
            room.admitImages();
            room.admit(measurements());
            room.open();
            room.documents.open();
            assertEquals(State.READING, room.documents.state());

            press(room, "viewer.cancel-drawing");

            assertEquals(State.CLOSED, room.documents.state());
        }
    }

    // [utest->req~document.over-one-place~1]
    @Test
    void onlyTheCoveredPlaceLosesItsKeysToTheDocument() throws Exception {
        try (CaseRoom room = opened()) {
            room.documents.open();
            press(room, "viewer.place-point");
            assertEquals(Optional.of(Place.LEFT), room.documents.place());
            assertFalse(room.documents.take("viewer.next-place"), "the desk keeps its keys");
            assertTrue(room.documents.take("viewer.invert"), "an image that is not seen must not change");
            assertTrue(room.documents.take("viewer.tool.length"));
            assertEquals(Remark.IMAGE_IS_COVERED, room.documents.remark());

            room.session.activate(Place.RIGHT);

            assertFalse(room.documents.take("viewer.invert"));
            assertFalse(room.documents.take("viewer.next-image"));
            assertEquals(State.READING, room.documents.state(), "the document stays beside the image");
        }
    }

    // [utest->req~document.over-one-place~1]
    @Test
    void aDocumentLeavesTheDeskWithItsCase() throws Exception {
        try (CaseRoom room = opened()) {
            room.documents.open();

            room.session.close();

            assertEquals(State.CLOSED, room.documents.state());
            assertEquals(List.of(), room.titles());
        }
    }

    // [utest->req~document.text~1]
    @Test
    void aPageIsAsLongAsWhatIsSeenAndBothEndsHold() throws Exception {
        try (CaseRoom room = opened()) {
            room.documents.open();
            press(room, "viewer.place-point");
            TextReading text = room.text();
            text.sees(4);

            press(room, "viewer.page-forward");
            assertEquals(3, text.cursor());
            press(room, "viewer.last-image");
            assertEquals(text.lines().size() - 1, text.cursor());
            press(room, "viewer.next-image");
            assertEquals(text.lines().size() - 1, text.cursor());
            press(room, "viewer.first-image", "viewer.previous-image");
            assertEquals(0, text.cursor());
        }
    }

    // [utest->req~document.find~1]
    @Test
    void wordsAreFoundWhateverTheirCaseFromHereOnAndRoundTheEnd() throws Exception {
        try (CaseRoom room = opened()) {
            room.documents.open();
            room.documents.read(1);
            TextReading text = room.text();

            room.documents.find("EFFUSION");
            int first = text.cursor();
            assertTrue(
                    text.lines().get(first).text().contains("effusion"),
                    text.lines().get(first).text());
            assertEquals(2, text.search().hits().size());
            room.documents.findNext(1);
            assertTrue(text.cursor() > first);
            room.documents.findNext(1);
            assertEquals(first, text.cursor());

            room.documents.find("pneumothorax");
            assertEquals(-1, text.search().current());
            assertEquals(first, text.cursor());
        }
    }

    // [utest->req~document.image-links~1]
    @Test
    void anImageThatALineNamesIsShownBesideTheDocument() throws Exception {
        try (CaseRoom room = opened()) {
            room.documents.open();
            press(room, "viewer.place-point");
            press(room, "viewer.next-mark");
            Uid named = room.text().link().orElseThrow().sopInstanceUid();

            press(room, "viewer.place-point");

            assertEquals(FIRST, named);
            assertEquals(Optional.of(FIRST), room.shownAt(Place.RIGHT));
            assertEquals(State.READING, room.documents.state());
            assertEquals(Place.LEFT, room.session.active(), "the keys stay with the document");
        }
    }

    // [utest->req~document.image-links~1]
    @Test
    void aLineWithoutAnImageAndAnImageOfAnotherCaseAreTold() throws Exception {
        try (CaseRoom room = new CaseRoom(folder)) {
            room.admitImages();
            room.admit(ReportSamples.measured(List.of(ObjectFiles.image("1.2.3.4.1.77"))));
            room.open();
            room.documents.open();
            press(room, "viewer.first-image", "viewer.place-point");
            assertEquals(Remark.NO_LINK, room.documents.remark());

            press(room, "viewer.next-mark", "viewer.place-point");

            assertEquals(Remark.IMAGE_NOT_HERE, room.documents.remark());
        }
    }

    private CaseRoom opened() throws Exception {
        CaseRoom room = new CaseRoom(folder);
        room.admitImages();
        room.admit(CaseRoom.ofPrior(ObjectFiles.image("1.2.3.5.1.2")));
        room.admit(report());
        room.admit(measurements());
        room.open();
        return room;
    }

    private static Attributes measurements() {
        return ReportSamples.measured(List.of(ObjectFiles.image(FIRST.value()), ObjectFiles.image(SECOND.value())));
    }

    private static Attributes report() {
        TextReport text = new TextReport(
                new Uid("1.2.3.5.9.1"),
                Concepts.DIAGNOSTIC_IMAGING_REPORT,
                "Reader^Test",
                ObjectFiles.MOMENT.minusYears(1),
                List.of(
                        new TextReport.Section(
                                TextReport.Heading.FINDINGS, List.of("No effusion.", "Heart of normal size.")),
                        new TextReport.Section(TextReport.Heading.IMPRESSIONS, List.of("No pleural effusion."))));
        Attributes image = CaseRoom.ofPrior(ObjectFiles.image("1.2.3.5.1.1"));
        Attributes verifier = new Attributes()
                .set(0x0040A075, VR.PN, "Chief^Anna")
                .set(0x0040A027, VR.LO, "North")
                .set(0x0040A030, VR.DT, "20251121080000");
        return TextReportWriter.write(text, List.of(image), ObjectHeader.Place.inNewSeries(903))
                .set(Tag.VerificationFlag, VR.CS, "VERIFIED")
                .setItems(0x0040A073, List.of(verifier));
    }

    private static void press(CaseRoom room, String... commands) {
        for (String command : commands) {
            assertTrue(room.documents.take(command), command);
        }
    }
}
