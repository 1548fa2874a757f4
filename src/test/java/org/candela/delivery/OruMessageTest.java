package org.candela.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.util.Terser;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.candela.MovableClock;
import org.candela.base.Uid;
import org.candela.facility.Facility;
import org.candela.facility.MllpEndpoint;
import org.candela.facility.ReadingPriority;
import org.candela.report.ReportDraft;
import org.candela.report.ReportSamples;
import org.candela.report.SignatureMeaning;
import org.candela.report.SignedReport;
import org.junit.jupiter.api.Test;

// [utest->req~delivery.oru~1]
class OruMessageTest {
    private static final Facility CLINIC = Facility.of(
                    ReportSamples.CLINIC, "County Clinic", URI.create("https://pacs.example/dicom-web"))
            .withMllp(new MllpEndpoint("hl7.example", 2575, "RIS", "FAC_TX"));

    private final MovableClock clock = new MovableClock();

    @Test
    void aPreliminaryReportIsWrittenSegmentBySegment() throws Exception {
        List<String> segments = segments(message(draft(), SignatureMeaning.PRELIMINARY, 1));

        String id = segments.get(0).split("\\|")[9];
        assertEquals(
                List.of(
                        "MSH|^~\\&|CANDELA|1999|RIS|FAC_TX|20261124013012+0000||ORU^R01^ORU_R01|" + id
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
    void theFinalVersionOfTheSameOrderHasAnotherControlIdAndStatusF() throws Exception {
        ReportDraft draft = draft();
        List<String> preliminary = segments(message(draft, SignatureMeaning.PRELIMINARY, 1));
        List<String> last = segments(message(draft, SignatureMeaning.FINAL, 2));

        assertNotEquals(field(preliminary.get(0), 9), field(last.get(0), 9));
        assertEquals("AC99^RIS", field(last.get(4), 3));
        assertEquals("F", field(last.get(4), 25));
        assertTrue(last.stream().filter(segment -> segment.startsWith("OBX")).allMatch(obx -> field(obx, 11)
                .equals("F")));
    }

    @Test
    void theSameVersionAlwaysHasTheSameControlIdOfAtMostTwentyCharacters() throws Exception {
        SignedReport report = ReportSamples.signed(draft(), SignatureMeaning.FINAL, 1, clock);

        assertEquals(ControlId.of(report), ControlId.of(report));
        assertEquals(20, ControlId.of(report).value().length());
    }

    @Test
    void delimitersAndForeignLettersSurviveTheRoundTrip() throws Exception {
        String text = "2 < 3 & a|b ^ c ~ d \\ e, Müller 5 µm ×3";
        ReportDraft draft = draft().withText("impression", text + "\nsecond\tline\u000b\u001cend");
        String message = message(draft, SignatureMeaning.FINAL, 1);

        Terser terser = parsed(message);
        int lines = segments(message).size() - 6;
        assertEquals(text, terser.get("/PATIENT_RESULT/ORDER_OBSERVATION/OBSERVATION(" + (lines - 2) + ")/OBX-5"));
        assertEquals(
                "second line end",
                terser.get("/PATIENT_RESULT/ORDER_OBSERVATION/OBSERVATION(" + (lines - 1) + ")/OBX-5"));
        assertTrue(message.contains("a\\F\\b \\S\\ c \\R\\ d \\E\\ e"), "escaped as the standard says");
    }

    @Test
    void withoutAnAccessionNumberTheReportIsFiledUnderTheStudy() throws Exception {
        ReportDraft draft = ReportSamples.draft(ReportSamples.study(new Uid("2.25.77"), "", ReadingPriority.ROUTINE));

        List<String> segments = segments(message(draft, SignatureMeaning.FINAL, 1));

        assertEquals("2.25.77^RIS", field(segments.get(4), 3));
        assertEquals("", field(segments.get(4), 18));
        assertEquals("R", field(segments.get(5), 9));
    }

    @Test
    void messagesOfTheDemonstrationAreMarkedAsTraining() throws Exception {
        SignedReport report = ReportSamples.signed(draft(), SignatureMeaning.FINAL, 1, clock);

        assertEquals("T", field(segments(OruMessage.of(report, CLINIC.asDemo())).get(0), 10));
    }

    /** HAPI's default id generator keeps a file in the working directory, which is nobody's to write in. */
    @Test
    void buildingAMessageLeavesNoFileBehind() throws Exception {
        Path counter = Path.of("id_file");
        Files.deleteIfExists(counter);

        assertTrue(message(draft(), SignatureMeaning.FINAL, 1).startsWith("MSH|"));

        assertFalse(Files.exists(counter));
    }

    private static ReportDraft draft() {
        return ReportSamples.draft();
    }

    private String message(ReportDraft draft, SignatureMeaning meaning, int version) throws Exception {
        return OruMessage.of(ReportSamples.signed(draft, meaning, version, clock), CLINIC);
    }

    private static Terser parsed(String message) throws Exception {
        try (DefaultHapiContext context = new DefaultHapiContext()) {
            return new Terser(context.getPipeParser().parse(message));
        }
    }

    private static List<String> segments(String message) {
        return Arrays.asList(message.split("\r"));
    }

    /** Field by its HL7 number; in MSH the separator itself counts as field 1. */
    private static String field(String segment, int number) {
        String[] fields = segment.split("\\|", -1);
        return number < fields.length ? fields[number] : "";
    }
}
