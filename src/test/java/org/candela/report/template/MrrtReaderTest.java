package org.candela.report.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

// [utest->req~report.templates~1]
class MrrtReaderTest {
    /** In the manner of published MRRT files: coded content in a script, entities, an unclosed element, a comment. */
    private static final String CHEST = """
            <!DOCTYPE html><html><head><meta charset="UTF-8"/><title>CXR 2 views</title>
            <meta name="dcterms.title" content="CXR 2 views"/><meta name=dcterms.identifier content='urn:test:cxr2'>
            <meta name="candela.modality" content="CR"><meta name="candela.body-parts" content="Chest, thorax">
            <script type="text/xml"><template_attributes><coded_content><entry ORIGTXT="F1"><section>
            </entry></coded_content></template_attributes></script></head>
            <body><!-- <input type="text" id="no"> -->
            <section data-section-name="Comparison" data-section-required="true"><header class="level1">Comparison</header>
            <p><textarea id="C1" name="Comparison">None &amp; none &lt; 5.</textarea></p></section>
            <section data-section-name="Findings"><header class="level1">Findings</header><br>
            <p><label for="F1">Lungs</label><input type="text" id="F1" name="x" value="Clear." required>
            <p><label for="F2">Nodule</label><input type="number" id="F2" name="Nodule size" data-field-units="mm"/></p>
            <p><label for="F3">Effusion</label><select id="F3"><option value="None">None</option>
            <option value="Small left" selected>Small left</option></select></p></section>
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
                List.of("C1", "F1", "F2", "F3"),
                template.fields().stream().map(TemplateField::id).toList());
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
        assertEquals("mm", template.field("F2").orElseThrow().content().unit());
        assertEquals("Small left", template.field("F3").orElseThrow().initialText());
        assertEquals(
                List.of("None", "Small left"),
                template.field("F3").orElseThrow().content().options());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>no metadata</html>",
                "<meta name='dcterms.identifier' content='x'><meta name='dcterms.title' content='y'>",
                "<section data-section-name='A'><input type='checkbox' id='a'></section>",
                "<input type='text' id='a'>",
                "<section data-section-name='A'><select id='a'></select></section>"
            })
    void refusesWhatItCannotRead(String html) {
        assertThrows(TemplateException.class, () -> MrrtReader.read("test", html));
    }

    @Test
    void aDamagedDocumentIsReadOrRefusedButNeverAnythingElse() throws Exception {
        String good = shipped("ct-chest");
        Random random = new Random(20261124);
        for (int round = 0; round < 500; round++) {
            StringBuilder damaged = new StringBuilder(good);
            for (int i = 0; i < 8; i++) {
                damaged.setCharAt(random.nextInt(damaged.length()), "<>\"'&/= a;#".charAt(random.nextInt(11)));
            }
            damaged.setLength(random.nextInt(damaged.length()));
            try {
                MrrtReader.read("damaged", damaged.toString());
            } catch (TemplateException expected) {
                assertEquals("report.template", expected.code());
            }
        }
    }

    private static String shipped(String name) throws IOException {
        try (InputStream in = Templates.class.getResourceAsStream("shipped/" + name + ".html")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
