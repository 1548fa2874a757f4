package org.candela.delivery.hl7;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.util.Terser;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.candela.MovableClock;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.delivery.ReportObjectUid;
import org.candela.facility.ReadingPriority;
import org.candela.report.ReportDraft;
import org.candela.report.ReportSamples;
import org.candela.report.SignatureMeaning;
import org.candela.report.SignedReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

// [utest->req~delivery.oru~1]
class OruWriterTest {
    private static final String STANDARD = MappingBook.shipped(MappingBook.STANDARD);

    private final MovableClock clock = new MovableClock();

    @Test
    void aPreliminaryReportIsWrittenSegmentBySegment() throws Exception {
        List<String> segments = HlSamples.segments(message(STANDARD, SignatureMeaning.PRELIMINARY));

        assertEquals(
                List.of(
                        "MSH|^~\\&|CANDELA|1999|RIS|FAC_TX|20261124013012+0000||ORU^R01^ORU_R01|" + HlSamples.CONTROL_ID
                                + "|P|2.5.1||||||UNICODE UTF-8",
                        "PID|1||MRN123^^^CLINIC^MR||Zebedee^Quillon^^Jr^Dr||19700101|F",
                        "PV1|1|U",
                        "ORC|RE|PL55^RIS|AC99^RIS",
                        "OBR|1|PL55^RIS|AC99^RIS|71250^CT CHEST^L|||20261124010500|||||||||^Order^Mary||AC99||||"
                                + "20261124013012+0000||RAD|P|||||||1999&Doe&John",
                        "TQ1|1||||||||S"),
                segments.subList(0, 6));
        assertEquals(
                "OBX|1|TX|18748-4&GDT^Diagnostic imaging study^LN|1|TECHNIQUE:||||||P|||20261124013012+0000",
                segments.get(6));
        assertEquals(
                "OBX|" + (segments.size() - 6)
                        + "|TX|18748-4&IMP^Diagnostic imaging study^LN|1|No acute disease.||||||P|||20261124013012+0000",
                segments.get(segments.size() - 1));
    }

    @Test
    void theFinalVersionOfTheSameOrderHasStatusF() throws Exception {
        String message = message(STANDARD, SignatureMeaning.FINAL);

        assertEquals("AC99^RIS", HlSamples.field(HlSamples.segment(message, "OBR"), 3));
        assertEquals("F", HlSamples.field(HlSamples.segment(message, "OBR"), 25));
        assertTrue(HlSamples.segments(message).stream()
                .filter(segment -> segment.startsWith("OBX"))
                .allMatch(obx -> HlSamples.field(obx, 11).equals("F")));
    }

    @ParameterizedTest
    @CsvSource({
        "PRELIMINARY, P",
        "FINAL, F",
        "ADDENDUM, F",
        "CORRECTED, C",
        "CANCELLED, X",
        "WITHDRAWN, W",
    })
    void everyStateHasItsLetter(ResultStatus status, String letter) throws Exception {
        assertEquals(letter, OruMappingReader.read(STANDARD).status().of(status));
    }

    // [utest->req~delivery.mapping~1]
    @Test
    void aFacilityMayWantOtherLetters() throws Exception {
        OruMapping.Status status =
                OruMappingReader.read(MappingBook.shipped("latin-2.3.1")).status();

        assertEquals("A", status.of(ResultStatus.ADDENDUM));
        assertEquals("D", status.of(ResultStatus.WITHDRAWN));
        assertEquals("F", status.of(ResultStatus.FINAL));
    }

    @Test
    void withoutAnAccessionNumberTheReportIsFiledUnderTheStudy() throws Exception {
        ReportDraft draft = ReportSamples.draft(ReportSamples.study(new Uid("2.25.77"), "", ReadingPriority.ROUTINE));

        String message = HlSamples.message(STANDARD, signed(draft));

        assertEquals("2.25.77^RIS", HlSamples.field(HlSamples.segment(message, "OBR"), 3));
        assertEquals("", HlSamples.field(HlSamples.segment(message, "OBR"), 18));
        assertEquals("R", HlSamples.field(HlSamples.segment(message, "TQ1"), 9));
    }

    @Test
    void messagesOfTheDemonstrationAreMarkedAsTraining() throws Exception {
        String message = HlSamples.message(
                STANDARD, HlSamples.consignment(signed(ReportSamples.draft()), HlSamples.CLINIC.asDemo()));

        assertEquals("T", HlSamples.field(HlSamples.segment(message, "MSH"), 11));
    }

    // [utest->req~delivery.escape~1]
    /** Whatever is written comes back by HAPI as it was, and no field holds what would end it. */
    @Test
    void anyTextSurvivesTheRoundTripThroughAnotherReader() throws Exception {
        String letters = "abc |^~\\&\u00e4\u00b5\u2265\u4e2d\\.br\\ \\F\\ 1";
        Random random = new Random(7);
        try (DefaultHapiContext context = new DefaultHapiContext()) {
            for (int i = 0; i < 300; i++) {
                String text = "x" + random(random, letters) + "x";
                ReportDraft draft = ReportSamples.draft().withText("impression", text);

                String message = HlSamples.message(STANDARD, signed(draft));

                Terser terser = new Terser(context.getPipeParser().parse(message));
                long lines = HlSamples.segments(message).stream()
                        .filter(segment -> segment.startsWith("OBX"))
                        .count();
                assertEquals(
                        text,
                        terser.get("/PATIENT_RESULT/ORDER_OBSERVATION/OBSERVATION(" + (lines - 1) + ")/OBX-5"),
                        () -> "of " + text);
            }
        }
    }

    private static String random(Random random, String letters) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(40); i > 0; i--) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    // [utest->req~delivery.escape~1]
    @ParameterizedTest
    @ValueSource(strings = {"\u000b", "\u001c", "\u0000", "\u0085", "\u2028", "\u001c\r", "\u001b"})
    void noControlCharacterGetsIntoAField(String control) throws Exception {
        ReportDraft draft = ReportSamples.draft().withText("impression", "one" + control + "two");

        String message = HlSamples.message(STANDARD, signed(draft));

        assertFalse(message.replace("\r", "").chars().anyMatch(Character::isISOControl));
        assertTrue(HlSamples.segments(message).stream().allMatch(segment -> segment.matches("[A-Z][A-Z0-9]{2}\\|.*")));
    }

    // [utest->req~delivery.escape~1]
    @Test
    void aLongTextIsWhole() throws Exception {
        String text = "Nodule. ".repeat(20_000).strip();
        ReportDraft draft = ReportSamples.draft().withText("impression", text);

        String message = HlSamples.message(STANDARD, signed(draft));

        assertTrue(message.contains("|" + text + "|"));
    }

    // [utest->req~delivery.escape~1]
    @Test
    void linesOfFormattedTextAreDividedByTheStandardsBreak() throws Exception {
        ReportDraft draft = ReportSamples.draft().withText("impression", "1. One.\n2. T|wo.");

        String message = HlSamples.message(MappingBook.shipped("formatted-2.4"), signed(draft));

        assertTrue(message.contains("|Impression:\\.br\\1. One.\\.br\\2. T\\F\\wo.|"), message);
    }

    @Test
    void linesOfPlainTextInOneSegmentAreRepetitions() throws Exception {
        ReportDraft draft = ReportSamples.draft().withText("impression", "1. One.\n2. Two.");

        String message = HlSamples.message(MappingBook.shipped("latin-2.3.1"), signed(draft));

        assertTrue(message.contains("|BEURT^Beurteilung^L|1|1. One.~2. Two.|"), message);
    }

    @Test
    void longLinesAreBrokenAtWords() throws Exception {
        ReportDraft draft =
                ReportSamples.draft().withText("impression", "word ".repeat(40).strip());

        String message = HlSamples.message(MappingBook.shipped("lines-2.3.1"), signed(draft));

        List<String> lines = HlSamples.segments(message).stream()
                .filter(segment -> segment.contains("RADIMP"))
                .map(segment -> HlSamples.field(segment, 5))
                .toList();
        assertTrue(lines.stream().allMatch(line -> line.length() <= 72), lines::toString);
        assertEquals("word ".repeat(40).strip(), String.join(" ", lines));
    }

    // [utest->req~delivery.charset~1]
    @ParameterizedTest
    @CsvSource({
        "lines-2.3.1, M\u00fcller \u2265 5 \u00b5m \u00d7 3 \u201cno\u201d, Muller >= 5 um x 3 \"no\"",
        "latin-2.3.1, M\u00fcller \u2265 5 \u00b5m, M\u00fcller >= 5 \u00b5m",
        "standard, M\u00fcller \u2265 5 \u00b5m \u4e2d, M\u00fcller \u2265 5 \u00b5m \u4e2d"
    })
    void whatACharacterSetLacksIsWrittenPlainly(String mapping, String text, String written) throws Exception {
        ReportDraft draft = ReportSamples.draft().withText("impression", text);

        assertTrue(
                HlSamples.message(MappingBook.shipped(mapping), signed(draft)).contains("|" + written + "|"));
    }

    // [utest->req~delivery.charset~1]
    @Test
    void aSignThatCannotBeWrittenStopsTheMessageAndIsNamed() {
        ReportDraft draft = ReportSamples.draft().withText("impression", "\u4e2d");

        CandelaException refused = assertThrows(
                CandelaException.class, () -> HlSamples.message(MappingBook.shipped("lines-2.3.1"), signed(draft)));

        assertEquals("delivery.charset", refused.code());
        assertTrue(String.valueOf(refused.getMessage()).contains("U+4E2D"), refused.getMessage());
    }

    // [utest->req~delivery.rad28~1]
    @Test
    void theRowsOfRad28NameStudyAndReportObject() throws Exception {
        SignedReport report = signed(ReportSamples.draft());

        String message = HlSamples.message(MappingBook.shipped("rad28-2.5"), report);

        assertTrue(message.contains("|TX|^SR Text|1|Findings:~"), message);
        assertTrue(message.contains("|HD|^Study Instance UID||" + ReportSamples.STUDY + "|"), message);
        assertTrue(message.contains("|HD|^SR Instance UID||" + ReportObjectUid.structured(report) + "|"), message);
        assertEquals(ReportSamples.STUDY + "^RIS", HlSamples.field(HlSamples.segment(message, "ORC"), 3));
    }

    @Test
    void aPdfTravelsAsEncapsulatedData() throws Exception {
        String message = message(MappingBook.shipped("pdf-2.5.1"), SignatureMeaning.FINAL);

        String value = HlSamples.segments(message).stream()
                .filter(segment -> HlSamples.field(segment, 2).equals("ED"))
                .map(segment -> HlSamples.field(segment, 5))
                .findFirst()
                .orElseThrow();
        assertTrue(value.startsWith("^application^pdf^Base64^"));
        assertArrayEquals(
                "%PDF-1.4 of a test".getBytes(StandardCharsets.US_ASCII),
                Base64.getDecoder().decode(value.substring(value.lastIndexOf('^') + 1)));
    }

    private String message(String mapping, SignatureMeaning meaning) throws Exception {
        return HlSamples.message(mapping, ReportSamples.signed(ReportSamples.draft(), meaning, 1, clock));
    }

    private SignedReport signed(ReportDraft draft) {
        return ReportSamples.signed(draft, SignatureMeaning.FINAL, 1, clock);
    }
}
