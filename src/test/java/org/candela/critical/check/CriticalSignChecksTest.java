package org.candela.critical.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.candela.MovableClock;
import org.candela.audit.AuditLog;
import org.candela.critical.Communication;
import org.candela.critical.Communication.Method;
import org.candela.critical.Communication.ReadBack;
import org.candela.critical.CriticalCategory;
import org.candela.critical.CriticalLoop;
import org.candela.critical.CriticalLoops;
import org.candela.critical.CriticalSubject;
import org.candela.critical.Happening.Told;
import org.candela.critical.ReportSentence;
import org.candela.report.ReportDraft;
import org.candela.report.ReportSamples;
import org.candela.report.SignContext;
import org.candela.report.SignFinding;
import org.candela.report.SignFinding.Severity;
import org.candela.report.SignatureMeaning;
import org.candela.report.template.TemplateSection;
import org.candela.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~critical.sign-check~1]
// [utest->req~critical.amended~1]
class CriticalSignChecksTest {
    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock();
    private final List<String> toldFindings = new ArrayList<>();
    private Database database;
    private CriticalLoops loops;
    private CriticalSignChecks checks;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(folder.resolve("candela.db"), clock);
        loops = CriticalLoops.open(database, new AuditLog(), clock);
        checks = new CriticalSignChecks(
                context -> {
                    toldFindings.clear();
                    toldFindings.addAll(context.facts().findingsTold());
                    return List.of();
                },
                loops,
                clock);
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    private List<String> found(String impression, SignatureMeaning meaning) {
        ReportDraft begun = ReportDraft.begin(ReportSamples.study(), ReportSamples.template());
        SignContext empty = new SignContext(begun, ReportSamples.template(), meaning, List.of());
        ReportDraft draft = begun.withText(empty.firstFieldOf(TemplateSection.IMPRESSION), impression);
        return checks.check(new SignContext(draft, ReportSamples.template(), meaning, List.of())).stream()
                .map(CriticalSignChecksTest::words)
                .toList();
    }

    private static String words(SignFinding finding) {
        return finding.ruleId() + " " + finding.severity();
    }

    private CriticalLoop begin() throws Exception {
        CriticalSubject subject = new CriticalSubject(
                ReportSamples.CLINIC, ReportSamples.STUDY, "Zebedee^Quillon", "MRN123", "AC99", "CT CHEST");
        return loops.open(subject, CriticalCategory.MINUTES, "pneumothorax", clock.instant(), "1999");
    }

    private String tell(CriticalLoop loop) throws Exception {
        Communication told = new Communication(
                "Roe", "ED attending", "John Doe", Method.TELEPHONE, clock.instant(), ReadBack.READ_BACK, "");
        return ReportSentence.of(loops.add(loop.id(), new Told(told), "1999"), clock.getZone())
                .orElseThrow();
    }

    @Test
    void anOpenOneWarnsAndDoesNotHoldTheReportBack() throws Exception {
        begin();

        assertEquals(
                List.of(CriticalSignChecks.OPEN + " " + Severity.WARN),
                found("Pneumothorax.", SignatureMeaning.PRELIMINARY));
    }

    @Test
    void aReportWithoutTheSentenceOfItsRecordIsNotSigned() throws Exception {
        String sentence = tell(begin());

        assertEquals(
                List.of(CriticalSignChecks.RECORD + " " + Severity.BLOCK),
                found("Pneumothorax.", SignatureMeaning.FINAL));
        assertEquals(List.of(), found("Pneumothorax.\n" + sentence, SignatureMeaning.FINAL));
        assertEquals(List.of("pneumothorax"), toldFindings);
    }

    @Test
    void aSentenceThatWasChangedByHandIsNotSigned() throws Exception {
        String changed = tell(begin()).replace("Roe", "Rowe");

        assertEquals(
                List.of(CriticalSignChecks.RECORD + " BLOCK", CriticalSignChecks.RECORD + " BLOCK"),
                found(changed, SignatureMeaning.FINAL));
    }

    @Test
    void aCallThatIsWrittenAndNotRecordedWarns() {
        assertEquals(
                List.of(CriticalSignChecks.RECORD + " WARN"),
                found("Findings were discussed with Dr. Roe.", SignatureMeaning.FINAL));
    }

    @Test
    void aCorrectionAndAWrongPatientNeedARecordOfWhoWasToldOfIt() throws Exception {
        for (SignatureMeaning meaning : List.of(SignatureMeaning.CORRECTED, SignatureMeaning.WITHDRAWN)) {
            assertEquals(List.of(CriticalSignChecks.AMENDED + " BLOCK"), found("Normal.", meaning));
        }
        assertEquals(List.of(CriticalSignChecks.AMENDED + " WARN"), found("Normal.", SignatureMeaning.ADDENDUM));

        String sentence = tell(begin());

        assertEquals(List.of(), found("Normal. " + sentence, SignatureMeaning.CORRECTED));
        assertEquals(List.of(), found("Normal.", SignatureMeaning.WITHDRAWN));

        clock.advance(Duration.ofDays(2));
        assertEquals(List.of(CriticalSignChecks.AMENDED + " BLOCK"), found("Normal.", SignatureMeaning.WITHDRAWN));
    }
}
