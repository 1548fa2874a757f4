package org.candela.report.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.candela.report.ReportDraft;
import org.candela.report.ReportSamples;
import org.candela.report.SignContext;
import org.candela.report.SignFinding;
import org.candela.report.SignatureMeaning;
import org.candela.report.check.Mention.Stance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StanceReaderTest {
    // [utest->req~report.sign-negation~1]
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no pneumothorax | pneumothorax | DENIED",
                "no effusion or pneumothorax | pneumothorax | DENIED",
                "rib fracture without pneumothorax | pneumothorax | DENIED",
                "rib fracture without pneumothorax | fracture | AFFIRMED",
                "small pneumothorax | pneumothorax | AFFIRMED",
                "no change in the small pneumothorax | pneumothorax | AFFIRMED",
                "no new nodule | nodule | PARTLY_DENIED",
                "the pneumothorax has resolved | pneumothorax | PAST",
                "resolved pneumothorax | pneumothorax | PAST",
                "old rib fracture | fracture | PAST",
                "no effusion, but a small pneumothorax | pneumothorax | AFFIRMED",
                "a pneumothorax is not seen | pneumothorax | DENIED",
                "small effusion not excluded | effusion | UNSURE",
                "possible small effusion | effusion | UNSURE",
                "rule out pneumothorax | pneumothorax | SPOKEN_OF",
                "ct to exclude dissection | dissection | SPOKEN_OF",
                "negative for fracture | fracture | DENIED"
            })
    void aSentenceAffirmsOrDeniesWhatItNames(String sentence, String word, Stance expected) {
        int at = sentence.indexOf(word);

        assertEquals(expected, StanceReader.stance(sentence, at, at + word.length()));
    }

    // [utest->req~report.sign-laterality~1]
    @ParameterizedTest
    @CsvSource({
        "left ventricle is enlarged, 0",
        "right lower quadrant pain, 0",
        "cyst in the left hepatic lobe, 0",
        "right-sided pleural effusion, 1",
        "both kidneys, 2",
        "left kidney, 1"
    })
    void sidesOfNamesAreNone(String text, int sides) {
        assertEquals(sides, Side.in(text).size());
    }

    // [utest->req~report.sign-evidence~1]
    @Test
    void aFindingPointsAtItsWordsAndStaysConfirmedWhenTextIsTypedBeforeThem() {
        ReportDraft draft = ReportSamples.draft()
                .withText("findings", "Small left pleural effusion.")
                .withText("impression", "No acute disease. The prostate is enlarged.");
        SignFinding finding = sex(draft);
        SignFinding later =
                sex(draft.withText("impression", "First of all: no acute disease. The prostate is enlarged."));

        assertEquals("prostate", finding.span().of(draft.text("impression")));
        assertTrue(later.span().from() > finding.span().from());
        assertTrue(Set.of(finding).contains(later));
    }

    private static SignFinding sex(ReportDraft draft) {
        SignContext context =
                new SignContext(draft, ReportSamples.template(), SignatureMeaning.FINAL, List.of(ReportSamples.STUDY));
        return SignRules.standard().check(context).stream()
                .filter(finding -> finding.ruleId().equals("sign.sex"))
                .findFirst()
                .orElseThrow();
    }
}
