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
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.candela.Fx;
import org.candela.dicom.object.ObjectFiles;
import org.candela.dicom.object.structured.ReportSamples;
import org.candela.viewer.document.CaseRoom;
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
                    2, ((ListView<?>) desk.node("document-list")).getItems().size());
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

    private DocumentDesk opened() throws Exception {
        DocumentDesk desk = new DocumentDesk(folder);
        desk.room.admitImages();
        desk.room.admit(CaseRoom.ofPrior(ObjectFiles.image("1.2.3.5.1.2")));
        desk.room.admit(
                ReportSamples.measured(List.of(ObjectFiles.image("1.2.3.4.1.1"), ObjectFiles.image("1.2.3.4.1.2"))));
        desk.room.admit(CaseRoom.ofPrior(ReportSamples.longText(ObjectFiles.image("1.2.3.5.1.1"))));
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
