package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.candela.Fx;
import org.candela.Looks;
import org.candela.MovableClock;
import org.candela.audit.AuditLog;
import org.candela.base.CandelaException;
import org.candela.critical.CriticalPolicies;
import org.candela.delivery.dicom.ReportObjects;
import org.candela.delivery.dicom.StudyImages;
import org.candela.delivery.hl7.MappingBook;
import org.candela.delivery.preview.ReportPreview.Looked;
import org.candela.facility.Facilities;
import org.candela.facility.Facility;
import org.candela.facility.ui.FacilityText.Choice;
import org.candela.facility.ui.FacilityText.Shown;
import org.candela.facility.ui.FacilityTextModel;
import org.candela.facility.ui.FacilityTextWindow;
import org.candela.report.Ledger;
import org.candela.report.ReportSamples;
import org.candela.report.SignatureMeaning;
import org.candela.report.SignedReport;
import org.candela.store.Database;
import org.candela.ui.Theme;
import org.candela.ui.UiExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands behind the texts of the facility window. */
class FacilityTextsTest {
    private static final Facility CLINIC =
            Facility.of(ReportSamples.CLINIC, "Clinic", URI.create("http://127.0.0.1:1/web"));

    private final MovableClock clock = new MovableClock();

    @TempDir
    private Path folder;

    private Database database;
    private Ledger ledger;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(folder.resolve("store.db"), clock);
        ledger = new Ledger(database, new AuditLog(), clock);
        new Facilities(database, ledger.audit(), clock).add(CLINIC);
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    // [utest->req~app.report-writing~1]
    @Test
    void aMappingIsSeenKeptAndCountsFromThenOn() throws Exception {
        ReportWriting writing = writing(Optional.empty());
        assertTrue(writing.kept().standing().contains("shipped"), writing.kept().standing());
        String mine = MappingBook.shipped("lines-2.3.1");

        Shown made = writing.look(mine, new Choice("HL7 message", "A made-up final report"));
        Shown pages = writing.look(mine, new Choice("PDF", "A made-up final report"));

        assertTrue(made.heading().startsWith("Made up, of nobody"), made.heading());
        assertTrue(made.lines().get(0).startsWith("  1  MSH|"), made.lines().get(0));
        assertEquals(List.of(), made.remarks());
        assertTrue(pages.pages().size() > 0 && pages.lines().isEmpty());
        assertTrue(writing.kept().standing().contains("shipped"), "looking keeps nothing");
        assertTrue(writing.keep(mine).standing().startsWith("Version 1 counts"));
        assertEquals(mine, new MappingBook(ledger).of(CLINIC.id()).text());
    }

    // [utest->req~app.report-writing~1]
    @Test
    void aSlipIsToldByItsLineAndNothingKept() {
        ReportWriting writing = writing(Optional.empty());
        String wrong = "schema: 1\nversion: 2.9\n";

        CandelaException looked = assertThrows(
                CandelaException.class, () -> writing.look(wrong, new Choice("FHIR", "A made-up addendum")));
        CandelaException kept = assertThrows(CandelaException.class, () -> writing.keep(wrong));

        assertTrue(String.valueOf(looked.getMessage()).contains("line 2"), looked.getMessage());
        assertEquals(looked.getMessage(), kept.getMessage());
    }

    // [utest->req~app.report-writing~1]
    @Test
    void theReportOnTheDeskIsToldFromAMadeUpOne() throws Exception {
        SignedReport real = ReportSamples.signed(ReportSamples.draft(), SignatureMeaning.FINAL, 1, clock);
        String text = MappingBook.shipped(MappingBook.STANDARD);
        Choice desk = new Choice("HL7 message", "The report on the desk");

        Shown shown = writing(Optional.of(new Looked(CLINIC, real, List.of()))).look(text, desk);
        Shown none = writing(Optional.empty()).look(text, desk);

        assertTrue(shown.heading().startsWith("Of the patient on the desk"), shown.heading());
        assertTrue(String.join("\n", shown.lines()).contains("Zebedee"));
        assertEquals(List.of(), none.lines());
        assertTrue(none.heading().startsWith("No report"), none.heading());
    }

    // [utest->req~app.report-writing~1]
    @Test
    void theWindowShowsTheMessageAndThePages() throws Exception {
        Fx.start();
        Fx.run(Theme::install);
        Stage owner = Fx.call(() -> {
            Stage window = new Stage();
            window.setScene(new Scene(new Region(), 1300, 900));
            Theme.dress(window.getScene());
            window.show();
            return window;
        });
        Stage stage = Fx.call(Stage::new);
        FacilityTextModel model = new FacilityTextModel(writing(Optional.empty()), Runnable::run, new UiExecutor());
        Fx.run(() -> new FacilityTextWindow(stage, owner, "Reports to Clinic", model).open());
        try {
            Fx.until("the message", () -> ((TextArea) stage.getScene().lookup("#facility-text-made"))
                    .getText()
                    .contains("ORU^R01"));
            Looks.at(stage.getScene(), "writing-hl7");
            Fx.run(() -> choose(stage, "PDF"));
            Fx.until(
                    "pages",
                    () -> stage.getScene().lookup("#facility-text-pages").isVisible());
            Looks.at(stage.getScene(), "writing-pdf");
            Fx.run(() -> choose(stage, "DICOM SR"));
            Fx.until(
                    "a tree",
                    () -> !stage.getScene().lookup("#facility-text-pages").isVisible());
            Looks.at(stage.getScene(), "writing-sr");
        } finally {
            Fx.run(() -> {
                stage.hide();
                owner.hide();
            });
        }
    }

    @SuppressWarnings("unchecked")
    private static void choose(Stage stage, String form) {
        ((ComboBox<String>) stage.getScene().lookup("#facility-text-forms")).setValue(form);
    }

    private ReportWriting writing(Optional<Looked> open) {
        return new ReportWriting(
                CLINIC, ledger, new ReportObjects(study -> StudyImages.Known.NOTHING, ZoneOffset.UTC), open);
    }

    // [utest->req~app.critical-wishes~1]
    @Test
    void whatAFacilityWantsIsSeenAsCallsBeforeItIsEntered() throws Exception {
        CriticalPolicies policies = CriticalPolicies.open(database, ledger.audit(), clock);
        CriticalWishes wishes = wishes(policies, "");
        Choice choice = new Choice(wishes.forms().get(0), wishes.subjects().get(0));
        String text =
                "zone UTC\nlimit 1 15m\nfinding 1 tension pneumothorax\nstep 1 5m | ED nurse | Jane Doe | +1 555\n";

        Shown meant = wishes.look(text, choice);
        Shown nobody = wishes.look("zone UTC\n", choice);

        assertTrue(
                meant.lines().contains("Category 1: somebody there must know within 15 min"), meant.lines()::toString);
        assertTrue(meant.lines().contains("    after 5 min call Jane Doe, ED nurse: +1 555"), meant.lines()::toString);
        assertTrue(meant.lines().contains("    · tension pneumothorax"), meant.lines()::toString);
        assertEquals(List.of(), meant.remarks());
        assertTrue(nobody.remarks().get(0).startsWith("Nobody to call"), nobody.remarks()::toString);
        assertEquals(
                List.of(),
                wishes(policies, "+1 555 0199").look("zone UTC\n", choice).remarks());
        assertTrue(wishes.kept().standing().startsWith("Start values"));
        assertTrue(wishes.keep(text).standing().startsWith("Version 1 counts, entered by 1999"));
        assertEquals(
                "tension pneumothorax",
                policies.of(CLINIC.id()).findings().get(0).term());
    }

    // [utest->req~app.critical-wishes~1]
    @Test
    void aStatementThatIsNoneIsToldByItsLine() throws Exception {
        CriticalWishes wishes = wishes(CriticalPolicies.open(database, ledger.audit(), clock), "");

        CandelaException refused = assertThrows(CandelaException.class, () -> wishes.keep("zone UTC\nsteps 1 5m"));

        assertTrue(String.valueOf(refused.getMessage()).startsWith("line 2:"), refused.getMessage());
    }

    private CriticalWishes wishes(CriticalPolicies policies, String phone) {
        return new CriticalWishes(
                CLINIC.id(), policies, new CriticalWishes.Desk(ZoneOffset.UTC, "1999", () -> Optional.of(phone)
                        .filter(one -> !one.isEmpty())));
    }
}
