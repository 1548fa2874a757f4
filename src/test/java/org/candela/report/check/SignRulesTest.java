package org.candela.report.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.candela.base.Uid;
import org.candela.facility.ReadingPriority;
import org.candela.report.ImageFacts;
import org.candela.report.LinkedMeasurement;
import org.candela.report.LinkedMeasurement.Unit;
import org.candela.report.ReportDraft;
import org.candela.report.ReportSamples;
import org.candela.report.ReportedOrder;
import org.candela.report.ReportedPatient;
import org.candela.report.ReportedPriors;
import org.candela.report.ReportedStudy;
import org.candela.report.SignContext;
import org.candela.report.SignFacts;
import org.candela.report.SignFinding;
import org.candela.report.SignatureMeaning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~report.sign-checks~1]
class SignRulesTest {
    private static final LinkedMeasurement NODULE =
            new LinkedMeasurement(12.4, Unit.MILLIMETRE, ReportSamples.IMAGE, 41);

    @Test
    void aCompleteReportHasNoFindings() {
        assertEquals(List.of(), check(ReportSamples.draft(), SignatureMeaning.FINAL));
    }

    // [utest->req~report.sign-section-missing~1]
    @Test
    void anEmptyRequiredSectionBlocks() {
        ReportDraft draft = ReportSamples.draft().withText("impression", "  \n");

        assertEquals(List.of("sign.section-missing BLOCK impression"), check(draft, SignatureMeaning.PRELIMINARY));
    }

    // [utest->req~report.sign-field-unfilled~1]
    @Test
    void aBracketedPlaceWarnsBeforeAPreliminaryAndBlocksAFinalSignature() {
        ReportDraft draft = ReportSamples.draft().withText("lungs", "Nodule of [size] in the apex.");

        assertEquals(List.of("sign.field-unfilled WARN lungs"), check(draft, SignatureMeaning.PRELIMINARY));
        assertEquals(List.of("sign.field-unfilled BLOCK lungs"), check(draft, SignatureMeaning.FINAL));
    }

    // [utest->req~report.sign-field-unfilled~1]
    @Test
    void theFreeTextOfASectionIsCalledAsItsHeadingIs() {
        ReportDraft draft = ReportSamples.draft().withText("technique", "[Contrast] given.");
        SignContext context = new SignContext(
                draft,
                ReportSamples.template(),
                SignatureMeaning.FINAL,
                List.of(draft.study().studyInstanceUid()));

        assertEquals(
                List.of("Technique is not filled in: \"[Contrast]\"."),
                SignRules.standard().check(context).stream()
                        .map(SignFinding::message)
                        .toList());
    }

    // [utest->req~report.sign-laterality~1]
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Small left pleural effusion. | Right pleural effusion. | true",
                "Small left pleural effusion. | Left pleural effusion. | false",
                "Effusion on the left. | Right effusion. | true",
                "Right kidney normal, stone in the left kidney. | Left kidney stone. | false",
                "Bilateral effusions. Right upper lobe mass. | Left upper lobe mass. | true",
                "Bilateral pleural effusion. | Left pleural effusion. | false",
                "Small left pleural effusion. | Bilateral pleural effusion. | true",
                "No acute finding. | No acute disease. | false",
                "Left-sided pneumothorax | Right-sided pneumothorax | true"
            })
    void theImpressionMustNotChangeSides(String findings, String impression, boolean isContradiction) {
        ReportDraft draft = ReportSamples.draft().withText("findings", findings).withText("impression", impression);

        List<String> expected = isContradiction ? List.of("sign.laterality WARN impression") : List.of();
        assertEquals(
                expected,
                check(draft, SignatureMeaning.FINAL).stream()
                        .filter(finding -> finding.startsWith("sign.laterality "))
                        .toList());
    }

    // [utest->req~report.sign-measurement~1]
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Nodule of 12.4 mm. | NONE",
                "Nodule of 12 mm. | NONE",
                "Nodule of 1.24 cm. | NONE",
                "Nodule of 1.2 x 0.9 cm. | NONE",
                "Nodule of 12.4 millimeters. | NONE",
                "Nodule of 12.4 cm. | BLOCK",
                "Nodule of 124 mm. | BLOCK",
                "Nodule of 1.24 mm. | BLOCK",
                "Nodule of 12.4 px. | BLOCK",
                "Nodule of 14 mm. | WARN",
                "Nodule, stable. | WARN"
            })
    void aNumberMustStayTheOneMeasured(String text, String expected) {
        ReportDraft draft = ReportSamples.draft().withText("findings", text).withMeasurement("findings", NODULE);

        assertEquals(
                expected.equals("NONE") ? List.of() : List.of("sign.measurement " + expected + " findings"),
                check(draft, SignatureMeaning.FINAL));
    }

    // [utest->req~report.sign-measurement~1]
    @Test
    void pixelsMustNotBecomeMillimetres() {
        LinkedMeasurement pixels = new LinkedMeasurement(37, Unit.PIXEL, ReportSamples.IMAGE, 0);
        ReportDraft draft = ReportSamples.draft().withMeasurement("findings", pixels);

        assertEquals(
                List.of("sign.measurement BLOCK findings"),
                check(draft.withText("findings", "37 mm lesion"), SignatureMeaning.FINAL));
        assertEquals(List.of(), check(draft.withText("findings", "37.0 px lesion"), SignatureMeaning.FINAL));
    }

    // [utest->req~report.sign-measurement~1]
    @Test
    void aBareNumberCountsInTheUnitOfItsField() {
        ReportDraft draft = ReportSamples.draft().withMeasurement("nodule", NODULE);

        assertEquals(List.of(), check(draft.withText("nodule", "12"), SignatureMeaning.FINAL));
        assertEquals(
                List.of("sign.measurement BLOCK nodule"),
                check(draft.withText("nodule", "124"), SignatureMeaning.FINAL));
    }

    // [utest->req~report.sign-comparison-date~1]
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CT chest of 2025-03-04. | false",
                "CT chest, 3/4/2025. | false",
                "CT chest of 4 March 2025. | false",
                "CT chest of 2025-03-05. | true",
                "CT chest, 4 Mar 2024. | true"
            })
    void aComparisonDateMustBeThatOfAKnownPrior(String text, boolean isWarned) {
        ReportDraft draft = ReportSamples.draft().withText("comparison", text);

        List<String> expected = isWarned ? List.of("sign.comparison-date WARN comparison") : List.of();
        assertEquals(expected, check(draft, SignatureMeaning.FINAL));
    }

    // [utest->req~report.sign-comparison-denied~1]
    @ParameterizedTest
    @CsvSource({"None., true", "none, true", "None available digitally., false"})
    void noComparisonWhereAPriorIsKnownMustBeMeant(String text, boolean isWarned) {
        ReportDraft draft = ReportSamples.draft().withText("comparison", text);

        List<String> expected = isWarned ? List.of("sign.comparison-denied WARN comparison") : List.of();
        assertEquals(expected, check(draft, SignatureMeaning.FINAL));
    }

    // [utest->req~report.sign-other-study~1]
    @Test
    void anotherStudyOnTheScreensBlocksAndNoneWarns() {
        Uid other = new Uid("2.25.99");

        assertEquals(List.of("sign.other-study BLOCK "), check(ReportSamples.draft(), List.of(other)));
        assertEquals(List.of("sign.other-study WARN "), check(ReportSamples.draft(), List.of()));
        assertEquals(List.of(), check(ReportSamples.draft(), List.of(other, ReportSamples.STUDY)));
    }

    // [utest->req~report.sign-laterality-order~1]
    @ParameterizedTest
    @CsvSource({"PRELIMINARY, WARN", "FINAL, BLOCK"})
    void imagesOfTheOtherSideBlockTheFinalReportAlone(SignatureMeaning meaning, String severity) {
        SignContext context = new SignContext(
                ReportSamples.draft(described("XR LEFT KNEE")),
                ReportSamples.template(),
                meaning,
                List.of(ReportSamples.STUDY),
                SignFacts.NONE.withImages(new ImageFacts(Set.of("KNEE"), Set.of("R"), Set.of())));

        assertEquals(
                List.of("sign.laterality-order " + severity + " "),
                check(context).stream()
                        .filter(finding -> finding.startsWith("sign.laterality-order"))
                        .toList());
    }

    private static ReportedStudy described(String description) {
        ReportedStudy study = ReportSamples.draft().study();
        return new ReportedStudy(
                study.facility(),
                study.studyInstanceUid(),
                study.patient(),
                new ReportedOrder(
                        "AC1",
                        "",
                        "",
                        "",
                        new ReportedOrder.Examination("DX", description, LocalDateTime.of(2026, 1, 1, 0, 0)),
                        ReadingPriority.ROUTINE),
                ReportedPriors.NONE);
    }

    // [utest->req~report.sign-no-identity~1]
    @Test
    void aStudyWithoutPatientIdAndAccessionNumberBlocks() {
        ReportedStudy nameless = new ReportedStudy(
                ReportSamples.CLINIC,
                ReportSamples.STUDY,
                new ReportedPatient("", "", "", "", ""),
                new ReportedOrder(
                        "",
                        "",
                        "",
                        "",
                        new ReportedOrder.Examination("CT", "CT CHEST", LocalDateTime.of(2026, 1, 1, 0, 0)),
                        ReadingPriority.ROUTINE),
                ReportedPriors.NONE);

        assertEquals(
                List.of("sign.no-identity BLOCK "), check(ReportSamples.draft(nameless), SignatureMeaning.PRELIMINARY));
    }

    private static List<String> check(ReportDraft draft, SignatureMeaning meaning) {
        return check(new SignContext(draft, ReportSamples.template(), meaning, List.of(ReportSamples.STUDY)));
    }

    private static List<String> check(ReportDraft draft, List<Uid> onScreen) {
        return check(new SignContext(draft, ReportSamples.template(), SignatureMeaning.FINAL, onScreen));
    }

    private static List<String> check(SignContext context) {
        return SignRules.standard().check(context).stream()
                .map(finding -> finding.ruleId() + " " + finding.severity() + " " + finding.fieldId())
                .toList();
    }
}
