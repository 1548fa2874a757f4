package org.candela.report.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~report.templates~1]
// [utest->req~template.shipped~1]
class TemplatesTest {
    @ParameterizedTest
    @CsvSource({
        "CT, CT HEAD WITHOUT CONTRAST, '', CT head",
        "CT, CTA HEAD NECK W, '', CTA head and neck",
        "CT, CT ANGIO HEAD AND NECK, '', CTA head and neck",
        "CT, CT SINUS WO, '', CT paranasal sinuses",
        "CT, CT CERVICAL SPINE WO CONTRAST, '', CT cervical spine",
        "CT, CT C SPINE, '', CT cervical spine",
        "CT, CT SPINE, CSPINE, CT cervical spine",
        "CT, CT THORACIC SPINE, '', CT thoracic spine",
        "CT, CT LUMBAR SPINE, '', CT lumbar spine",
        "CT, Chest CT low dose, '', CT chest",
        "CT, CTA CHEST AORTA, '', CT chest",
        "CT, CT CHEST PE PROTOCOL, '', CT pulmonary angiogram",
        "CT, CT PULMONARY ANGIOGRAM, '', CT pulmonary angiogram",
        "CT, CT ABD PELVIS W CONTRAST, '', CT abdomen and pelvis with contrast",
        "CT, CT ABDOMEN/PELVIS W/O, '', CT abdomen and pelvis without contrast",
        "CT, CT ABDOMEN PELVIS W IV CONTRAST, '', CT abdomen and pelvis with contrast",
        "CT, CT ABDOMEN, '', CT abdomen and pelvis",
        "CT, CT ABDOMEN PELVIS W WO, '', CT abdomen and pelvis",
        "CT, CT CHEST ABDOMEN PELVIS W, '', 'CT chest, abdomen and pelvis'",
        "CT, CT ABDOMEN PELVIS WO RENAL STONE, '', CT renal stone",
        "CT, CT STONE PROTOCOL, '', CT renal stone",
        "CT, CT EXTREMITY, '', General report",
        "MR, MRI Brain w/wo, '', MR brain",
        "MR, MRA HEAD WO, '', MRA head",
        "MR, MR CERVICAL SPINE, '', MR cervical spine",
        "MR, MR T SPINE, '', MR thoracic spine",
        "MR, MR, LSPINE, MR lumbar spine",
        "MR, MRI LEFT KNEE, '', MR knee",
        "MR, MRI SHOULDER RIGHT WO, '', MR shoulder",
        "MR, MR HIP LEFT, '', MR hip",
        "MR, MR ANKLE, '', MR ankle",
        "MR, MR WRIST, '', MR wrist",
        "MR, MRI ABDOMEN W WO, '', MR abdomen",
        "MR, MRCP, '', MRCP",
        "MR, MR ABDOMEN MRCP, '', MRCP",
        "MR, MRI PROSTATE, '', MR prostate",
        "CR, XR CHEST 2V, '', Chest radiograph",
        "DX, XR CHEST PA AND LATERAL, '', Chest radiograph",
        "DX, XR CHEST 1 VIEW PORTABLE, '', 'Chest radiograph, one view'",
        "CR, XR ABDOMEN KUB, '', Abdominal radiograph",
        "DX, XR LUMBAR SPINE 3 VIEWS, '', Spine radiographs",
        "CR, XR HAND RIGHT, '', Extremity radiographs",
        "CR, XR TIB FIB, '', Extremity radiographs",
        "CR, XR HIP UNILATERAL W PELVIS, '', Pelvis and hip radiographs",
        "US, US ABDOMEN COMPLETE, '', Ultrasound abdomen",
        "US, US ABDOMEN LIMITED RUQ, '', Ultrasound right upper quadrant",
        "US, US RENAL, '', Ultrasound kidneys and bladder",
        "US, US PELVIS TRANSVAGINAL, '', 'Ultrasound pelvis, female'",
        "US, US OB LESS THAN 14 WEEKS, '', 'Ultrasound obstetric, first trimester'",
        "US, US SCROTUM, '', Ultrasound scrotum",
        "US, US THYROID, '', Ultrasound thyroid",
        "US, US VENOUS DUPLEX LOWER EXTREMITY, '', Ultrasound deep veins",
        "US, US CAROTID DUPLEX, '', Ultrasound carotid arteries",
        "MG, MAMMOGRAM SCREENING BILATERAL, '', Screening mammogram",
        "MG, MAMMOGRAM DIAGNOSTIC LEFT, '', Diagnostic mammogram",
        "NM, BONE SCAN, '', General report"
    })
    void theTemplateFollowsModalityAndBodyPart(String modality, String description, String bodyPart, String title)
            throws Exception {
        StudyKind study = new StudyKind(modality, description, bodyPart, "", PatientAge.UNKNOWN);

        assertEquals(title, Templates.shipped().forStudy(study).title());
    }

    @ParameterizedTest
    @CsvSource({
        "US, US PELVIS, F, 'Ultrasound pelvis, female'",
        "US, US PELVIS, M, General report",
        "MR, MRI PROSTATE, F, General report",
        "US, US SCROTUM, M, Ultrasound scrotum"
    })
    void aFormForOneSexIsNotOfferedForTheOther(String modality, String description, String sex, String title)
            throws Exception {
        StudyKind study = new StudyKind(modality, description, "", sex, PatientAge.UNKNOWN);

        assertEquals(title, Templates.shipped().forStudy(study).title());
    }

    @Test
    void everyShippedTemplateAsksForFindingsComparisonAndImpression() throws Exception {
        for (Template template : Templates.shipped().all()) {
            for (String heading : new String[] {"Comparison", "Findings", "Impression"}) {
                assertTrue(template.section(heading).orElseThrow().isRequired(), template.title() + " " + heading);
            }
            assertTrue(template.fields().stream().anyMatch(field -> field.id().equals("impression")));
            assertEquals("", template.field("impression").orElseThrow().initialText(), template.title());
        }
    }

    @Test
    void fortyAndMoreTemplatesAreShippedAndNoTwoShareTitleOrIdentifier() throws Exception {
        List<Template> all = Templates.shipped().all();

        assertTrue(all.size() >= 40, "templates: " + all.size());
        assertEquals(
                all.size(),
                all.stream().map(Template::id).collect(Collectors.toSet()).size());
        assertEquals(
                all.size(),
                all.stream().map(Template::title).collect(Collectors.toSet()).size());
    }

    @Test
    void noShippedNormalSaysASideOfItsOwn() throws Exception {
        for (Template template : Templates.shipped().all()) {
            for (TemplateField field : template.fields()) {
                Set<String> words = Set.copyOf(List.of(field.initialText()
                        .replace("right upper quadrant", "")
                        .toLowerCase(java.util.Locale.ROOT)
                        .split("[^a-z]+")));
                boolean isHeart = field.id().equals("strain");
                assertTrue(
                        isHeart || (!words.contains("left") && !words.contains("right")),
                        template.title() + " " + field.id() + ": " + field.initialText());
            }
        }
    }

    @Test
    void aVerbalTriggerLeadsToItsFieldAndTheNameDoesWhereThereIsNone() throws Exception {
        Template knee = Templates.shipped().forStudy("MR", "MRI KNEE");

        assertEquals("acl", knee.verbalTriggers().get("a c l"));
        assertEquals("medialmeniscus", knee.verbalTriggers().get("medial meniscus"));
        assertEquals("impression", knee.verbalTriggers().get("impression"));
    }

    @Test
    void noTechniqueIsClaimedThatTheStudyContradicts() throws Exception {
        Templates shipped = Templates.shipped();

        assertTrue(technique(shipped.forStudy("CT", "CT HEAD")).contains("without"));
        assertTrue(technique(shipped.forStudy("CT", "CT HEAD WO")).contains("without"));
        assertEquals("", technique(shipped.forStudy("CT", "CT HEAD W CONTRAST")));
        assertEquals("", technique(shipped.forStudy("MR", "MRI LUMBAR SPINE W WO")));
    }

    private static String technique(Template template) {
        return template.field("technique").orElseThrow().initialText();
    }
}
