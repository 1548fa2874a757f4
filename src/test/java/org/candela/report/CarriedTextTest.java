package org.candela.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.candela.MovableClock;
import org.candela.base.Uid;
import org.candela.facility.ReadingPriority;
import org.candela.report.template.Template;
import org.candela.report.template.TemplateField;
import org.candela.report.template.TemplateSection;
import org.candela.report.template.Templates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~report.carry~1]
class CarriedTextTest {
    private static final ReportedStudy RIGHT =
            ReportSamples.study(new Uid("2.25.77"), "AC200", ReadingPriority.ROUTINE);

    @TempDir
    private Path folder;

    @Test
    void namedLinesComeToTheirFieldsAndTheRestToTheFreeText() {
        ReportDraft source = ReportSamples.draft()
                .withText("lungs", "Nodule of 8 mm.")
                .withText("findings", "Old granuloma.\nNo effusion.")
                .withText("indication", "Cough of the other patient.");

        ReportDraft carried = carried(ReportSection.of(source, ReportSamples.template()));

        assertEquals("Nodule of 8 mm.", carried.text("lungs"));
        assertEquals("Old granuloma.\nNo effusion.", carried.text("findings"));
        assertEquals("No acute disease.", carried.text("impression"));
        assertEquals("", carried.text("indication"));
        assertEquals(RIGHT, carried.study());
    }

    @Test
    void whatTheTemplateSaysByItselfIsNotSaidOfTheseImages() {
        ReportDraft carried = carried(List.of(new ReportSection("Findings", "Large left effusion.")));

        assertEquals("Large left effusion.", carried.text("findings"));
        assertEquals("", carried.text("airways"), "\"Patent.\" was said by nobody");
        assertEquals("", carried.text("lungs"));
    }

    @Test
    void aSectionThatTheTemplateLacksIsWrittenUnderItsNameAndNothingIsLost() {
        ReportDraft carried = carried(List.of(
                new ReportSection("Recommendation", "CT in three months."),
                new ReportSection("Impression", "Nodule.")));

        assertTrue(carried.text("findings").contains("Recommendation: CT in three months."));
        assertEquals("Nodule.", carried.text("impression"));
    }

    @Test
    void textThatNoFieldOfItsSectionTakesIsWrittenIntoTheFindings() {
        TemplateField choice = new TemplateField(
                "c",
                "Effusion",
                new TemplateField.Content(TemplateField.Kind.CHOICE, List.of("None", "Small"), ""),
                "",
                false);
        TemplateField prose = new TemplateField("f", "", TemplateField.Content.of(TemplateField.Kind.PROSE), "", false);
        Template template = new Template(
                "urn:t",
                "T",
                "CT",
                Set.of(),
                List.of(
                        new TemplateSection("Pleura", false, List.of(choice)),
                        new TemplateSection("Findings", true, List.of(prose))));

        ReportDraft carried = CarriedText.onto(
                ReportDraft.begin(RIGHT, template),
                template,
                List.of(new ReportSection("Pleura", "Effusion: Huge"), new ReportSection("Findings", "Mass.")));

        assertEquals("Mass.\nPleura: Effusion: Huge", carried.text("f"));
    }

    @Test
    void withdrawnReportsAndWrittenDraftsOfOthersAreOfferedAndUntouchedOnesNot() throws Exception {
        Ledger ledger = ReportSamples.ledger(folder, new MovableClock());
        Reports reports = new Reports(ledger.database(), Templates.shipped());
        Signing signing = ReportSamples.signing(ledger);
        ReportDraft wrong = ReportSamples.draft().withText("findings", "Mass.");
        ReportSamples.save(ledger, wrong);
        assertEquals(List.of(false), withdrawn(reports));

        signing.sign(ReportSamples.request(wrong, SignatureMeaning.FINAL));
        assertEquals(List.of(), withdrawn(reports));
        SignContext back = new SignContext(
                wrong,
                ReportSamples.template(),
                SignatureMeaning.WITHDRAWN,
                List.of(wrong.study().studyInstanceUid()),
                SignFacts.NONE.withAmendment(new Amendment("Wrong patient.", "Dr. Order, by phone")));
        signing.sign(new SignRequest(
                back, Set.copyOf(signing.checks().check(back)), ReportSamples.SIGNER.id(), ReportSamples.pin()));

        assertEquals(List.of(true), withdrawn(reports));
        assertTrue(reports.carriable(RIGHT).get(0).sections().stream()
                .anyMatch(section -> section.text().contains("Mass.")));
        assertEquals(List.of(), reports.carriable(wrong.study()));
        ledger.database().close();
    }

    private static List<Boolean> withdrawn(Reports reports) throws Exception {
        return reports.carriable(RIGHT).stream().map(CarriedReport::isWithdrawn).toList();
    }

    private static ReportDraft carried(List<ReportSection> sections) {
        return CarriedText.onto(ReportDraft.begin(RIGHT, ReportSamples.template()), ReportSamples.template(), sections);
    }
}
