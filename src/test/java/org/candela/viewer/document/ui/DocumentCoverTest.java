package org.candela.viewer.document.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.shape.Line;
import org.candela.Fx;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomReader;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.dicom.object.ObjectFiles;
import org.candela.dicom.object.document.PdfSamples;
import org.candela.dicom.object.structured.ReportSamples;
import org.candela.dicom.object.waveform.WaveformSamples;
import org.candela.viewer.document.CaseRoom;
import org.candela.viewer.document.CurveReading;
import org.candela.viewer.document.DocumentStep;
import org.candela.viewer.document.Reading;
import org.candela.viewer.document.TextReading;
import org.candela.viewer.layout.Place;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents over images, with a real toolkit. */
class DocumentCoverTest {
    @TempDir
    private Path folder;

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    // [utest->req~document.over-one-place~1]
    @Test
    void theListCoversTheImageOfOnePlaceAndNotItsBannerNorTheOther() throws Exception {
        try (DocumentDesk desk = opened()) {
            desk.run(desk.room.documents::open);
            desk.look("list");

            Node cover = desk.node("documents");
            assertTrue(cover.isVisible());
            assertFalse(desk.view.lookup("#viewport-right #documents").isVisible());
            double banner = Fx.call(() -> desk.node("patient")
                    .localToScene(desk.node("patient").getBoundsInLocal())
                    .getMaxY());
            double top =
                    Fx.call(() -> cover.localToScene(cover.getBoundsInLocal()).getMinY());
            assertTrue(top >= banner, top + " below " + banner);
            assertEquals(
                    3, ((ListView<?>) desk.node("document-list")).getItems().size());
            assertTrue(text(desk, "document-identity").startsWith("SYNTHETIC, Zoë"), text(desk, "document-identity"));

            desk.press("viewer.cancel-drawing");
            assertFalse(cover.isVisible());
        }
    }

    // [utest->req~document.text~1]
    @Test
    void aReportIsReadUnderItsTitleDateAuthorAndStanding() throws Exception {
        try (DocumentDesk desk = opened()) {
            desk.run(desk.room.documents::open);
            desk.press("viewer.place-point", "viewer.next-mark");
            desk.look("report");

            assertEquals("Imaging Measurement Report", text(desk, "document-title"));
            assertEquals("28 Nov 2026 10:30   ·   Reader, Test   ·   NOT VERIFIED", text(desk, "document-facts"));
            ListView<?> lines = (ListView<?>) desk.node("document-text");
            TextReading reading = (TextReading) desk.room.documents.reading().orElseThrow();
            assertEquals(reading.cursor(), lines.getSelectionModel().getSelectedIndex());
            assertTrue(reading.link().isPresent());
        }
    }

    // [utest->req~document.text~1]
    @Test
    void theLineTheReaderIsAtStaysInSight() throws Exception {
        try (DocumentDesk desk = opened()) {
            desk.run(desk.room.documents::open);
            desk.press("viewer.next-image", "viewer.place-point");
            TextReading reading = (TextReading) desk.room.documents.reading().orElseThrow();
            desk.press("viewer.next-image");

            desk.press("viewer.page-forward", "viewer.page-forward", "viewer.next-image");
            assertTrue(reading.cursor() > 20, "a page is what is seen: " + reading.cursor());
            String wanted = reading.lines().get(reading.cursor()).text();
            double bottom =
                    Fx.call(() -> desk.node("document-text").localToScene(0, 0).getY()
                            + desk.node("document-text").getLayoutBounds().getHeight());

            List<Node> seen = List.copyOf(desk.node("document-text").lookupAll("#document-line"));
            assertTrue(seen.stream()
                    .filter(node -> ((Label) node).getText().equals(wanted))
                    .anyMatch(node -> Fx.call(() -> node.localToScene(0, 0).getY()) < bottom));
        }
    }

    // [utest->req~document.find~1]
    @Test
    void wordsTypedAreFoundAndEscapeGivesTheKeysBack() throws Exception {
        try (DocumentDesk desk = opened()) {
            desk.run(desk.room.documents::open);
            desk.press("viewer.place-point");
            desk.run(desk.room.documents::beginSearch);
            TextField field = (TextField) desk.node("document-search");
            assertTrue(Fx.call(field::isFocused));
            desk.run(() -> field.setText("12.5"));
            desk.run(() -> field.fireEvent(key(KeyCode.ENTER)));
            desk.look("found");

            assertEquals("“12.5”: 1 of 2", text(desk, "document-foot"));
            desk.run(() -> field.fireEvent(key(KeyCode.ENTER)));
            assertEquals("“12.5”: 2 of 2", text(desk, "document-foot"));
            desk.run(() -> field.fireEvent(key(KeyCode.ESCAPE)));
            assertFalse(Fx.call(field::isFocused));
            assertFalse(desk.room.documents.isSearching());
        }
    }

    // [utest->req~document.image-links~1]
    @Test
    void theNamedImageHangsInTheOtherPlaceWhileTheDocumentStays() throws Exception {
        try (DocumentDesk desk = opened()) {
            desk.run(desk.room.documents::open);
            desk.press("viewer.place-point", "viewer.next-mark", "viewer.place-point");
            desk.look("beside");

            assertTrue(desk.node("documents").isVisible());
            assertEquals(
                    "1.2.3.4.1.1",
                    desk.room
                            .session
                            .viewport(Place.RIGHT)
                            .shown()
                            .orElseThrow()
                            .key()
                            .sopInstance()
                            .value());
        }
    }

    // [utest->req~document.pages~1]
    @Test
    void aPdfIsReadByKeysPageByPageOnDimmedPaper() throws Exception {
        try (DocumentDesk desk = opened()) {
            desk.run(desk.room.documents::open);
            desk.press("viewer.next-image", "viewer.next-image", "viewer.place-point");
            int dim = desk.look("pdf").getPixelReader().getArgb(450, 900) & 0xFF;
            assertEquals("Page 1 of 3   ·   100 %   ·   paper dimmed", text(desk, "document-foot"));

            desk.press("viewer.invert");
            int dark = desk.look("pdf-dark").getPixelReader().getArgb(450, 900) & 0xFF;
            assertEquals(140, dim);
            assertEquals(16, dark);

            desk.press("viewer.next-image");
            desk.run(() -> desk.room.documents.step(DocumentStep.ZOOM_IN));
            desk.run(() -> desk.room.documents.step(DocumentStep.ZOOM_IN));
            desk.look("pdf-zoomed");
            assertEquals("Page 2 of 3   ·   156 %   ·   paper dark", text(desk, "document-foot"));
            desk.press("viewer.true-size");
            ImageView page = (ImageView) desk.node("document-page");
            assertEquals(210 / 0.25, Fx.call(page::getFitWidth), 1, "A4 at a quarter of a millimetre a pixel");

            desk.run(() -> desk.room.documents.find("pleural EFFUSION"));
            Fx.until("words are found", () -> search(desk).current() >= 0);
            assertEquals(List.of(0, 2), search(desk).hits());
        }
    }

    // [utest->req~document.curves~1]
    @Test
    void anEcgLiesOnPaperOfMillimetresTrueToSizeWithItsCalliper() throws Exception {
        try (DocumentDesk desk = new DocumentDesk(folder)) {
            desk.room.admitImages();
            desk.room.admit(WaveformSamples.beats().set(Tag.SeriesInstanceUID, VR.UI, "1.2.3.4.8"));
            desk.open();
            desk.run(desk.room.documents::open);
            desk.look("ecg");
            assertTrue(
                    text(desk, "document-foot").startsWith("25 mm/s   10 mm/mV   ·   true to size   ·   RHYTHM"),
                    text(desk, "document-foot"));
            assertEquals("SINUS RHYTHM   ·   RR Interval: 1000 ms", text(desk, "curve-statements"));

            CurveReading reading = (CurveReading) desk.room.documents.reading().orElseThrow();
            desk.run(() -> {
                reading.measure(0, 1.5, 2.5);
                desk.room.documents.changed();
            });
            desk.look("ecg-calliper");
            assertEquals("I   ·   1000 ms   ·   60 /min   ·   0.00 mV", text(desk, "calliper-span"));
            Line first = (Line) desk.node("calliper-first");
            Line second = (Line) desk.node("calliper-second");
            assertEquals(
                    25 / 0.25,
                    Fx.call(() -> second.getStartX() - first.getStartX()),
                    1,
                    "a second is 25 mm of the screen");
        }
    }

    // [utest->req~document.curves~1]
    @Test
    void aRealEcgOfTwelveLeadsIsSeenWhole() throws Exception {
        Path file = ObjectFiles.ofPydicom("waveform_ecg.dcm");
        Attributes ecg = DicomReader.read(file).dataSet().copy();
        ecg.set(Tag.StudyInstanceUID, VR.UI, "1.2.3.4").set(Tag.PatientID, VR.LO, "SYN-7");
        try (DocumentDesk desk = new DocumentDesk(folder)) {
            desk.room.admitImages();
            desk.room.admit(ecg);
            desk.open();
            desk.run(desk.room.documents::open);
            desk.run(() -> desk.room.documents.step(DocumentStep.ZOOM_OUT));
            desk.look("ecg-real");
            assertTrue(text(desk, "document-foot").contains("0.80 × true size"), text(desk, "document-foot"));
            desk.press("viewer.next-mark");
            desk.look("ecg-median");
            assertTrue(text(desk, "document-foot").contains("MEDIAN BEAT"), text(desk, "document-foot"));
        }
    }

    private static Reading.Search search(DocumentDesk desk) {
        return desk.room.documents.reading().orElseThrow().search();
    }

    private DocumentDesk opened() throws Exception {
        DocumentDesk desk = new DocumentDesk(folder);
        desk.room.admitImages();
        desk.room.admit(CaseRoom.ofPrior(ObjectFiles.image("1.2.3.5.1.2")));
        desk.room.admit(
                ReportSamples.measured(List.of(ObjectFiles.image("1.2.3.4.1.1"), ObjectFiles.image("1.2.3.4.1.2"))));
        desk.room.admit(CaseRoom.ofPrior(ReportSamples.longText(ObjectFiles.image("1.2.3.5.1.1"))));
        desk.room.admit(
                CaseRoom.ofPrior(PdfSamples.object(PdfSamples.letter()).set(Tag.ContentDate, VR.DA, "20250101")));
        desk.open();
        return desk;
    }

    private static String text(DocumentDesk desk, String id) {
        return Fx.call(() -> ((Label) desk.node(id)).getText());
    }

    private static KeyEvent key(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }
}
