package org.candela.report.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~report.templates~1]
class TemplatesTest {
    @ParameterizedTest
    @CsvSource({
        "CT, CT HEAD WITHOUT CONTRAST, CT head",
        "CT, Chest CT low dose, CT chest",
        "CT, CT LUMBAR SPINE, General report",
        "MR, MRI Brain w/wo, MR brain",
        "CR, XR CHEST 2V, Chest radiograph",
        "US, US ABDOMEN COMPLETE, Ultrasound abdomen",
        "MG, MAMMOGRAM SCREENING BILATERAL, Screening mammogram",
        "NM, BONE SCAN, General report"
    })
    void theTemplateFollowsModalityAndBodyPart(String modality, String description, String title) throws Exception {
        assertEquals(title, Templates.shipped().forStudy(modality, description).title());
    }

    @Test
    void everyShippedTemplateAsksForFindingsComparisonAndImpression() throws Exception {
        for (Template template : Templates.shipped().all()) {
            for (String heading : new String[] {"Comparison", "Findings", "Impression"}) {
                assertTrue(template.section(heading).orElseThrow().isRequired(), template.title() + " " + heading);
            }
            assertTrue(template.fields().stream().anyMatch(field -> field.id().equals("impression")));
        }
    }
}
