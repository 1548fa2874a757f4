package org.candela.viewer.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.candela.viewer.export.ExportPlan.Burn;
import org.candela.viewer.layout.Grid;
import org.candela.viewer.print.PrintDesk.Step;
import org.candela.viewer.print.PrintRequest.Form;
import org.candela.viewer.print.SheetLayout.Ground;
import org.candela.viewer.print.SheetLayout.Scale;
import org.candela.viewer.print.SheetPlan.Patient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintDeskTest {
    private static final Form FORM = new Form(Paper.A4, Paper.Lie.PORTRAIT, Scale.FIT, Ground.AS_SHOWN);

    @TempDir
    private Path folder;

    private PrintCase room;
    private PrintDesk desk;

    @BeforeEach
    void open() throws Exception {
        room = new PrintCase(folder, 25, Runnable::run);
        desk = room.desk;
        desk.begin();
    }

    @AfterEach
    void close() throws Exception {
        desk.cancel();
        room.close();
    }

    // [utest->req~print.extent~1]
    @ParameterizedTest
    @CsvSource({"SHOWN, 1", "SCREEN, 1", "SERIES, 2"})
    void sheetsHoldWhatWasChosenAndNothingMore(PrintExtent extent, int sheets) {
        desk.make(request(extent, Patient.NAMED, ""));

        assertEquals(Step.LOOK, desk.step(), desk.failure());
        assertEquals(sheets, desk.sheetCount());
        assertTrue(desk.shown().isPresent());
    }

    // [utest->req~print.extent~1]
    @Test
    void withoutKeyImagesThereIsNothingToPrintAndItIsSaid() {
        desk.make(request(PrintExtent.KEY_IMAGES, Patient.NAMED, ""));

        assertEquals(Step.CHOOSE, desk.step());
        assertTrue(desk.failure().contains("choose others"), desk.failure());
    }

    // [utest->req~print.to-file~1]
    // [utest->req~print.confirmed~1]
    @Test
    void aFileIsWrittenAfterItWasConfirmedAndKept() {
        desk.make(request(PrintExtent.SHOWN, Patient.NAMED, ""));
        assertFalse(Files.exists(room.file));
        desk.confirm();

        assertEquals(Step.DONE, desk.step(), desk.failure());
        assertTrue(Files.exists(room.file));
        assertEquals("file", room.confirmed.get(0).target());
        assertEquals(1, room.confirmed.get(0).sheets());
    }

    /** The test's images do not deny burned-in text, so they are suspect. */
    // [utest->req~print.preview~1]
    @Test
    void withoutThePatientSuspectSheetsLeaveOnlyOnceAllWereSeen() {
        desk.make(request(PrintExtent.SERIES, Patient.WITHOUT, "Tray"));
        assertFalse(desk.risks().isEmpty());
        assertFalse(desk.mayLeave());
        desk.confirm();
        assertEquals(0, room.tray.taken);

        desk.turn(1);
        assertTrue(desk.mayLeave());
        desk.confirm();

        assertEquals(2, room.tray.taken);
    }

    // [utest->req~print.printer~1]
    // [utest->req~print.by-keys~1]
    @Test
    void aPrinterWithoutPaperSaysWhatToDoAndTheNextTryPrints() {
        room.tray.isEmpty = true;
        desk.make(request(PrintExtent.SHOWN, Patient.NAMED, "Tray"));
        desk.confirm();
        assertEquals(Step.CHOOSE, desk.step());
        assertTrue(desk.failure().contains("fill it"), desk.failure());

        room.tray.isEmpty = false;
        desk.make(request(PrintExtent.SHOWN, Patient.NAMED, "Tray"));
        desk.confirm();

        assertEquals(1, room.tray.taken);
        assertEquals("Tray", desk.told());
    }

    // [utest->req~print.preview~1]
    @Test
    void anotherCaseTakesTheSheetsDown() {
        desk.make(request(PrintExtent.SHOWN, Patient.NAMED, ""));
        room.opened.session.close();
        desk.keepToCase();

        assertEquals(Step.CHOOSE, desk.step());
        assertTrue(desk.shown().isEmpty());
        desk.confirm();
        assertFalse(Files.exists(room.file));
    }

    // [utest->req~print.extent~1]
    @Test
    void aGridThatWasChosenIsKept() {
        desk.make(new PrintRequest(
                PrintExtent.SERIES, FORM, List.of(new Grid(4, 3)), Patient.NAMED, Set.of(), "", room.file.toString()));

        assertEquals(3, desk.sheetCount());
    }

    private PrintRequest request(PrintExtent extent, Patient patient, String printer) {
        return new PrintRequest(extent, FORM, List.of(), patient, Set.of(Burn.MARKS), printer, room.file.toString());
    }
}
