package org.candela.report.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.candela.report.ReportDraft;
import org.candela.report.ReportSamples;
import org.candela.report.SignContext;
import org.candela.report.SignFinding;
import org.candela.report.SignatureMeaning;
import org.candela.report.template.Template;
import org.candela.report.template.TemplateField;
import org.candela.report.template.TemplateSection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is picked from a list says what it says together with the name of its field. */
// [utest->req~report.sign-negation~1]
// [utest->req~report.sign-laterality~1]
// [utest->req~report.sign-impression-unfounded~1]
// [utest->req~report.sign-critical-untold~1]
class PickedAnswerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Pleural effusion | Small right | Small right pleural effusion. | -",
                "Pleural effusion | Small right | Small left pleural effusion. | sign.laterality",
                "Pleural effusion | Small right | No pleural effusion. | sign.negation",
                "Pleural effusion | None | Small right pleural effusion. | sign.negation",
                "Pleural effusion | None. | No pleural effusion. | -",
                "Pleural effusion | Bilateral | Bilateral effusions. | -",
                "Pleural effusion | Large left, unchanged | Large left pleural effusion. | -",
                "Pneumothorax | Not seen | Right pneumothorax. | sign.critical-untold sign.negation",
                "Pneumothorax | Left | Left pneumothorax. | sign.critical-untold",
                "Pneumothorax | Left | Nothing acute. | sign.critical-untold",
                "Pneumothorax | None | No pneumothorax. | -",
                "Joint effusion | Moderate | Moderate joint effusion. | -",
                "Joint effusion | None | Moderate joint effusion. | sign.negation",
            })
    void fieldAndAnswerAreReadTogether(String field, String answer, String impression, String rules) {
        Set<String> expected =
                rules == null ? Set.of() : Arrays.stream(rules.split(" ", -1)).collect(Collectors.toSet());

        assertEquals(expected, rulesAt(field, answer, impression));
    }

    @Test
    void theMessageNamesTheField() {
        assertEquals(
                List.of("The impression affirms \"effusion\", the findings say \"joint effusion: none\":"
                        + " mend the one that is wrong."),
                findingsAt("Joint effusion", "None", "Moderate joint effusion.").stream()
                        .map(SignFinding::message)
                        .toList());
    }

    private static Set<String> rulesAt(String field, String answer, String impression) {
        return findingsAt(field, answer, impression).stream()
                .map(SignFinding::ruleId)
                .collect(Collectors.toSet());
    }

    private static List<SignFinding> findingsAt(String field, String answer, String impression) {
        Template template = new Template(
                "urn:picked",
                "Picked",
                "CR",
                Set.of(),
                List.of(
                        new TemplateSection("Findings", true, List.of(field("picked", field))),
                        new TemplateSection("Impression", true, List.of(field("impression", "")))));
        ReportDraft draft = ReportDraft.begin(ReportSamples.draft().study(), template)
                .withText("picked", answer)
                .withText("impression", impression);
        return SignRules.standard()
                .check(new SignContext(
                        draft,
                        template,
                        SignatureMeaning.FINAL,
                        List.of(draft.study().studyInstanceUid())));
    }

    private static TemplateField field(String id, String name) {
        return new TemplateField(id, name, TemplateField.Content.of(TemplateField.Kind.PROSE), "", false);
    }
}
