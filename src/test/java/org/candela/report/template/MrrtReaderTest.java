package org.candela.report.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.candela.Fuzz;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

// [utest->req~report.templates~1]
// [utest->req~template.import~1]
class MrrtReaderTest {
    /** In the manner of published MRRT files: codes in a comment in a script, entities, unclosed elements, a comment. */
    private static final String CHEST = """
            <!DOCTYPE html><html><head><meta charset="UTF-8"/><title>CXR 2 views</title>
            <meta name="dcterms.title" content="CXR 2 views"/><meta name=dcterms.identifier content='urn:test:cxr2'>
            <meta name="dcterms.language" content="en"/><meta name="dcterms.type" content="IMAGE_REPORT_TEMPLATE"/>
            <meta name="candela.modality" content="CR"><meta name="candela.body-parts" content="Chest, thorax">
            <script type="text/xml"><!-- <template_attributes><coded_content><entry ORIGTXT="F1"><term>
            <code meaning="Findings" value="59776-5" scheme="LOINC"></entry><entry ORIGTXT="gone"><term><code value="1">
            </coded_content></template_attributes> --></script>
            <script>alert(1)</script><link rel="stylesheet" href="http://example.com/a.css"></head>
            <body onload="alert(2)"><!-- <input type="text" id="no"> --><img src="http://example.com/x.png">
            <section data-section-name="Comparison" data-section-required="true"><header class="level1">Comparison</header>
            <p><textarea id="C1" name="Comparison">None &amp; none &lt; 5.</textarea></p></section>
            <section data-section-name="Findings"><header class="level1">Findings</header><br>
            <p><label for="F1">Lungs</label><input type="text" id="F1" name="x" value="Clear." required
             data-field-verbal-trigger="lungs" data-field-merge-flag="true" data-field-completion-action="ALERT">
            <p><label for="F2">Nodule</label><input type="number" id="F2" name="Nodule size" data-field-units="mm" min="0"
             max="300" step="0.5"/></p>
            <p><label for="F3">Effusion</label><select id="F3"><option value="None">None</option>
            <option value="Small left" selected>Small left</option></select></p>
            <p><input type="checkbox" id="F4" name="Portable" value="Portable examination"></p>
            <p><input type="hidden" id="F5" name="secret" value="x"></p></section>
            </body></html>
            """;

    @Test
    void readsSectionsAndFieldsOfALooselyWrittenDocument() throws Exception {
        Template template = MrrtReader.read("test", CHEST);

        assertEquals("urn:test:cxr2", template.id());
        assertEquals("CXR 2 views", template.title());
        assertEquals("CR", template.modality());
        assertEquals(Set.of("chest", "thorax"), template.bodyParts());
        assertEquals(
                List.of("Comparison", "Findings"),
                template.sections().stream().map(TemplateSection::name).toList());
        assertEquals(
                List.of("C1", "F1", "F2", "F3", "F4"),
                template.fields().stream().map(TemplateField::id).toList());
        assertEquals("en", template.metadata().get("dcterms.language"));
    }

    @Test
    void aFieldKnowsItsNameKindAndInitialText() throws Exception {
        Template template = MrrtReader.read("test", CHEST);

        TemplateField comparison = template.field("C1").orElseThrow();
        assertEquals("", comparison.name(), "prose that fills its section has no name of its own");
        assertEquals("None & none < 5.", comparison.initialText());
        TemplateField lungs = template.field("F1").orElseThrow();
        assertEquals("Lungs", lungs.name());
        assertTrue(lungs.isRequired());
        assertEquals(new FieldConduct("lungs", true, "ALERT"), lungs.conduct());
        assertEquals(List.of(new FieldCode("Findings", "59776-5", "LOINC")), lungs.codes());
        TemplateField.Content nodule = template.field("F2").orElseThrow().content();
        assertEquals("mm", nodule.unit());
        assertEquals(new NumberLimits("0", "300", "0.5"), nodule.limits());
        assertTrue(nodule.limits().admits("6"));
        assertFalse(nodule.limits().admits("600"));
        assertFalse(nodule.limits().admits("six"));
        assertEquals("Small left", template.field("F3").orElseThrow().initialText());
        assertEquals(
                List.of("None", "Small left"),
                template.field("F3").orElseThrow().content().options());
        assertEquals(
                List.of("", "Portable examination"),
                template.field("F4").orElseThrow().content().options());
    }

    @Test
    void theImportSaysWhatOfTheDocumentIsNotUsed() throws Exception {
        String notes = String.join("\n", MrrtReader.imported("test", CHEST).notes());

        for (String said : List.of(
                "1 script is never run",
                "2 link or embedded objects are not followed",
                "1 event handler is never run",
                "box F4 is offered as a choice",
                "input F5 of type hidden is left out",
                "codes of gone")) {
            assertTrue(notes.contains(said), said + " in\n" + notes);
        }
    }

    @Test
    void whatIsWrittenIsReadAsTheSameTemplate() throws Exception {
        assertWrittenAndRead(MrrtReader.read("test", CHEST));
        for (Template template : Templates.shipped().all()) {
            assertWrittenAndRead(template);
        }
    }

    @Test
    void textOfAnyKindSurvivesWriting() throws Exception {
        Template odd = new Template(
                "urn:\"odd\"",
                "A & B <c>",
                TemplateUse.of("CT", Set.of("chest")),
                List.of(new TemplateSection(
                        "Findings \"x\"",
                        true,
                        List.of(
                                new TemplateField(
                                        "a",
                                        "",
                                        TemplateField.Content.of(TemplateField.Kind.PROSE),
                                        "</textarea><script>x</script>\n\n5 < 6 & \"7\" – [size]",
                                        false),
                                new TemplateField(
                                        "b'",
                                        "N",
                                        TemplateField.Content.of(TemplateField.Kind.LINE),
                                        "µ \"°\" '",
                                        true)))),
                java.util.Map.of("dcterms.type", "IMAGE_REPORT_TEMPLATE"));

        assertWrittenAndRead(odd);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>no metadata</html>",
                "<meta name='dcterms.identifier' content='x'><meta name='dcterms.title' content='y'>",
                "<section data-section-name='A'><input type='checkbox' id='a'></section>",
                "<meta name='dcterms.identifier' content='x'><meta name='dcterms.title' content='y'><input type='text' id='a'>",
                "<meta name='dcterms.identifier' content='x'><meta name='dcterms.title' content='y'>"
                        + "<section data-section-name='A'><select id='a'></select></section>"
            })
    void refusesWhatItCannotRead(String html) {
        assertThrows(TemplateException.class, () -> MrrtReader.read("test", html));
    }

    @Test
    void aDocumentBeyondTheBoundsIsRefused() {
        String endless = CHEST + " ".repeat(MrrtReader.LONGEST_CHARACTERS);
        String many = CHEST.replace("</body>", "<section><input id=q></section>".repeat(1100));

        assertThrows(TemplateException.class, () -> MrrtReader.read("test", endless));
        assertThrows(TemplateException.class, () -> MrrtReader.read("test", many));
    }

    @Test
    void aDamagedDocumentIsReadOrRefusedButNeverAnythingElse() {
        List<Fuzz.Seed> seeds = List.of(new Fuzz.Seed("chest", CHEST.getBytes(StandardCharsets.UTF_8)));

        Fuzz.slice("report.template", 400)
                .allowing(TemplateException.class)
                .run(
                        seeds,
                        MrrtReaderTest::damaged,
                        (input, random) -> MrrtReader.read("damaged", new String(input, StandardCharsets.UTF_8)))
                .requireBothOutcomes();
    }

    private static byte[] damaged(byte[] seed, Random random) {
        StringBuilder text = new StringBuilder(new String(seed, StandardCharsets.UTF_8));
        for (int i = random.nextInt(12); i > 0; i--) {
            text.setCharAt(random.nextInt(text.length()), "<>\"'&/= a;#".charAt(random.nextInt(11)));
        }
        if (random.nextInt(10) == 0) {
            text.insert(random.nextInt(text.length()), "<section>".repeat(random.nextInt(5000)));
        }
        text.setLength(text.length() - (random.nextInt(3) == 0 ? random.nextInt(text.length()) : 0));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void assertWrittenAndRead(Template template) throws TemplateException {
        Template again = MrrtReader.read(template.title(), MrrtWriter.write(template));
        assertEquals(template.sections(), again.sections());
        assertEquals(template.use(), again.use());
        assertEquals(template.id(), again.id());
        assertEquals(template.title(), again.title());
        assertEquals(template.metadata(), again.metadata());
    }
}
