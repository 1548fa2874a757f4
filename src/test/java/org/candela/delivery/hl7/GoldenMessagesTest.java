package org.candela.delivery.hl7;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.parser.GenericModelClassFactory;
import ca.uhn.hl7v2.parser.PipeParser;
import ca.uhn.hl7v2.util.Terser;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.candela.Peer;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.facility.MllpEndpoint;
import org.candela.report.SignatureMeaning;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * What each shipped mapping makes of the same report in each of its states, letter by letter, and where readers of others
 * find the facts in it. {@code -Dcandela.golden=write} writes the files anew.
 */
// [utest->req~delivery.oru~1] [utest->req~delivery.mapping-preview~1]
class GoldenMessagesTest {
    static final List<String> SHIPPED = MappingBook.SHIPPED;

    private static final Path GOLDEN = Path.of("src/test/resources/delivery/golden");
    private static final Facility FAR = Facility.of(
                    new FacilityId("far"), "Far Hospital", URI.create("https://pacs.example/dicom-web"))
            .withMllp(new MllpEndpoint("hl7.example", 2575, "RIS", "FAC_TX"));

    /** Places and what stands there; columns are mappings. */
    private static final String FACTS = """
            place       | standard      | lines-2.3.1 | formatted-2.4 | rad28-2.5 | enhanced-2.5.1 | pdf-2.5.1 | latin-2.3.1
            MSH-3       | CANDELA       | HOMEREAD    | CANDELA       | CANDELA   | CANDELA        | CANDELA   | CANDELA
            MSH-4       | 1999          | 1999        | 1999          | 1999      | 1999           | 1999      | 1999
            MSH-5       | RIS           | RIS         | RIS           | RIS       | HUB            | RIS       | RIS
            MSH-6       | FAC_TX        | COUNTY      | FAC_TX        | FAC_TX    | WEST           | FAC_TX    | FAC_TX
            MSH-7       | 20261124013012+0000 | 20261123193012 | 20261123203012-0500 | 20261124013012+0000 | 20261124013012+0000 | 20261124013012+0000 | 20261124023012
            MSH-9-1     | ORU           | ORU         | ORU           | ORU       | ORU            | ORU       | ORU
            MSH-9-2     | R01           | R01         | R01           | R01       | R01            | R01       | R01
            MSH-9-3     | ORU_R01       |             | ORU_R01       | ORU_R01   | ORU_R01        | ORU_R01   |
            MSH-10      | CPREVIEW000000000001 | CPREVIEW000000000001 | CPREVIEW000000000001 | CPREVIEW000000000001 | CPREVIEW000000000001 | CPREVIEW000000000001 | CPREVIEW000000000001
            MSH-11      | P             | P           | P             | P         | P              | P         | P
            MSH-12      | 2.5.1         | 2.3.1       | 2.4           | 2.5       | 2.5.1          | 2.5.1     | 2.3.1
            MSH-15      |               |             |               |           | AL             | AL        |
            MSH-16      |               |             |               |           | AL             | NE        |
            MSH-18      | UNICODE UTF-8 | ASCII       | 8859/1        | UNICODE UTF-8 | UNICODE UTF-8 | UNICODE UTF-8 | 8859/1
            PID-3-1     | MRN123        | MRN123      | MRN123        | MRN123    | MRN123         | MRN123    | MRN123
            PID-3-4     | FAC           | FAC         | NORTH         | FAC       | FAC            | FAC       | FAC
            PID-3-5     | MR            | MR          | MR            | MR        | MR             | MR        | MR
            PID-5-1     | DOE           | DOE         | DOE           | DOE       | DOE            | DOE       | DOE
            PID-5-2     | JANE          | JANE        | JANE          | JANE      | JANE           | JANE      | JANE
            PID-7       | 19700101      | 19700101    | 19700101      | 19700101  | 19700101       | 19700101  | 19700101
            PID-8       | F             | F           | F             | F         | F              | F         | F
            PID-18      |               |             |               |           |                |           | MRN123
            PV1-2       | U             | E           | U             | U         | U              | U         | U
            PV1-3       |               |             |               |           | ER             |           |
            ORC-1       | RE            | RE          | RE            | RE        | RE             | RE        | RE
            ORC-2-1     | PL55          | PL55        | PL55          | PL55      | PL55           | PL55      | PL55
            ORC-3-1     | AC99          | AC99        | AC99          | 2.25.1    | AC99           | AC99      | AC99
            ORC-7-6     |               | S           |               |           |                |           |
            OBR-2-1     | PL55          | PL55        | PL55          | PL55      | PL55           | PL55      | PL55
            OBR-2-2     | RIS           | RIS         | RIS           | RIS       | HUB            | RIS       | RIS
            OBR-3-1     | AC99          | AC99        | AC99          | 2.25.1    | AC99           | AC99      | AC99
            OBR-4-1     | 71046         | 71046       | 71046         | 71046     | 71046          | 71046     | 71046
            OBR-4-2     | XR CHEST 2V   | XR CHEST 2V | XR CHEST 2V   | XR CHEST 2V | XR CHEST 2V  | XR CHEST 2V | XR CHEST 2V
            OBR-4-3     | L             | L           | 99NORTH       | L         | L              | L         | L
            OBR-5       |               |             | S             |           |                |           |
            OBR-7       | 20261124010500 | 20261124010500 | 20261124010500 | 20261124010500 | 20261124010500 | 20261124010500 | 20261124010500
            OBR-16-2    | ORDER         | ORDER       | ORDER         | ORDER     | ORDER          | ORDER     | ORDER
            OBR-18      | AC99          | AC99        | AC99          | AC99      | AC99           | AC99      | AC99
            OBR-19      |               |             |               |           | AC99           |           |
            OBR-20      |               | AC99        |               |           |                |           |
            OBR-24      | RAD           | RAD         | RAD           | RAD       | RAD            | RAD       | RX
            OBR-25      | F             | F           | F             | F         | F              | F         | F
            OBR-27-6    |               | S           |               |           |                |           |
            OBR-28-1    |               |             |               |           | 77             |           |
            OBR-32-1    | 1999          | 1999        | 1999          | 1999      | 1999           | 1999      |
            TQ1-9       | S             |             |               | S         | S              | S         |
            OBX-2       | TX            | TX          | FT            | TX        | FT             | TX        | TX
            OBX-3-1     | 18748-4       | RADRPT      | 59776-5       |           | 18748-4        | 18748-4   | BEFUND
            OBX-11      | F             | F           | F             | F         | F              | F         | F
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @FieldSource("SHIPPED")
    void theMessagesAreTheGoldenOnes(String name) throws Exception {
        StringBuilder text = new StringBuilder();
        for (SignatureMeaning meaning : SignatureMeaning.values()) {
            text.append("# ").append(meaning).append('\n');
            MappingPreview.of(mapping(name), FAR, meaning)
                    .forEach(segment -> text.append(segment).append('\n'));
        }
        Path golden = GOLDEN.resolve(name + ".hl7");
        if ("write".equals(System.getProperty("candela.golden"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, text.toString());
        }

        assertEquals(Files.readString(golden), text.toString());
    }

    /** One place of one message. */
    private record Fact(String mapping, String place, String value) {}

    @Test
    void hapiFindsEachFactAtItsPlace() throws Exception {
        try (DefaultHapiContext context = new DefaultHapiContext(new GenericModelClassFactory())) {
            context.setValidationContext(ValidationContextFactory.noValidation());
            PipeParser parser = context.getPipeParser();
            for (Fact fact : facts()) {
                Terser terser = new Terser(parser.parse(message(fact.mapping())));
                boolean isAbsent = fact.value().isEmpty();
                String found = isAbsent
                                && !message(fact.mapping())
                                        .contains("\r" + fact.place().substring(0, 3) + "|")
                        ? ""
                        : terser.get("/." + fact.place());
                assertEquals(fact.value(), found == null ? "" : found, fact::toString);
            }
        }
    }

    @Test
    void pythonHl7FindsEachFactAtItsPlace() throws Exception {
        Peer.need("python3");
        StringBuilder script = new StringBuilder(
                "import sys\ntry:\n    import hl7\nexcept ImportError:\n    print('none')\n    sys.exit(0)\n");
        script.append("def at(m, s, f, c):\n    try:\n        field = m.segment(s)(f)\n        text = str(field)\n")
                .append("        parts = text.split('~')[0].split('^')\n")
                .append("        part = parts[c - 1] if c else (parts[0] if s != 'MSH' or f != 2 else text)\n")
                .append("        return part.split('&')[0]\n    except (KeyError, IndexError):\n        return ''\n");
        List<Fact> facts = facts();
        for (String name : SHIPPED) {
            Files.writeString(folder.resolve(name), message(name), StandardCharsets.UTF_8);
        }
        script.append("ms = {}\nfor n in ")
                .append(SHIPPED.stream().map(one -> "'" + one + "'").toList())
                .append(":\n");
        script.append("    ms[n] = hl7.parse(open(n, encoding='utf-8', newline='').read())\n");
        for (Fact fact : facts) {
            String[] parts = fact.place().split("-", -1);
            script.append("print(at(ms['")
                    .append(fact.mapping())
                    .append("'], '")
                    .append(parts[0])
                    .append("', ")
                    .append(parts[1])
                    .append(", ")
                    .append(parts.length > 2 ? parts[2] : "0")
                    .append("))\n");
        }
        Path file = Files.writeString(folder.resolve("facts.py"), script.toString());
        List<String> found =
                Peer.run(folder, List.of("python3", file.toString())).lines().toList();
        Assumptions.assumeFalse(found.equals(List.of("none")), "python3-hl7 is not here");

        List<String> wanted = facts.stream().map(Fact::value).toList();
        assertEquals(wanted.size(), found.size(), () -> String.join("\n", found));
        for (int i = 0; i < wanted.size(); i++) {
            assertEquals(wanted.get(i), found.get(i), facts.get(i).toString());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ADDENDUM, formatted-2.4, C",
        "CORRECTED, standard, C",
        "WITHDRAWN, standard, W",
        "WITHDRAWN, latin-2.3.1, D"
    })
    void amendmentsHaveTheirLetterInOrderAndText(SignatureMeaning meaning, String name, String letter)
            throws Exception {
        List<String> segments = MappingPreview.of(mapping(name), FAR, meaning);

        for (String segment : segments) {
            if (segment.startsWith("OBX")) {
                assertEquals(letter, HlSamples.field(segment, 11));
            } else if (segment.startsWith("OBR")) {
                assertEquals(letter, HlSamples.field(segment, 25));
            }
        }
    }

    // [utest->req~delivery.amendments~1]
    @Test
    void aCorrectionBeginsWithWhatChangedAndWhoWasTold() throws Exception {
        List<String> segments = MappingPreview.of(mapping("standard"), FAR, SignatureMeaning.CORRECTED);

        String first = segments.stream()
                .filter(one -> one.startsWith("OBX|2|"))
                .findFirst()
                .orElseThrow();
        String second = segments.stream()
                .filter(one -> one.startsWith("OBX|3|"))
                .findFirst()
                .orElseThrow();
        assertEquals("The left side, not the right, is meant.", HlSamples.field(first, 5));
        assertEquals("Told to the ward by telephone at 01:25.", HlSamples.field(second, 5));
    }

    // [utest->req~delivery.amendments~1]
    @Test
    void anAddendumComesWholeOrAloneWithItsTime() throws Exception {
        String whole = String.join("\n", MappingPreview.of(mapping("standard"), FAR, SignatureMeaning.ADDENDUM));
        String alone = String.join("\n", MappingPreview.of(mapping("formatted-2.4"), FAR, SignatureMeaning.ADDENDUM));

        assertTrue(whole.contains("No acute disease.") && whole.contains("ADDENDUM 2026-11-24 01:30"), whole);
        assertTrue(!alone.contains("No acute disease.") && alone.contains("Addendum 2026-11-23 20:30 -05:00"), alone);
    }

    private static List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        List<List<String>> rows = FACTS.lines()
                .map(line -> List.of(line.split("\\|", -1)))
                .map(row -> row.stream().map(String::strip).toList())
                .toList();
        List<String> names = rows.get(0);
        for (List<String> row : rows.subList(1, rows.size())) {
            for (int i = 1; i < names.size(); i++) {
                facts.add(new Fact(names.get(i), row.get(0), row.get(i)));
            }
        }
        return facts;
    }

    private static String message(String name) throws Exception {
        return String.join("\r", MappingPreview.of(mapping(name), FAR, SignatureMeaning.FINAL)) + "\r";
    }

    private static OruMapping mapping(String name) throws Exception {
        return OruMappingReader.read(MappingBook.shipped(name));
    }
}
