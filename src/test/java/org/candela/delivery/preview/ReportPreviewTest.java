package org.candela.delivery.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.candela.MovableClock;
import org.candela.base.CandelaException;
import org.candela.delivery.SampleReport;
import org.candela.delivery.dicom.ReportObjects;
import org.candela.delivery.dicom.StudyImages;
import org.candela.delivery.hl7.MappingBook;
import org.candela.delivery.hl7.MessageGaps;
import org.candela.delivery.hl7.OruMapping;
import org.candela.delivery.hl7.OruMappingReader;
import org.candela.delivery.preview.ReportPreview.Looked;
import org.candela.facility.Facility;
import org.candela.image.RasterArgb;
import org.candela.report.ForeseenVersion;
import org.candela.report.OpenReport;
import org.candela.report.ReportDraft;
import org.candela.report.ReportSamples;
import org.candela.report.Signature;
import org.candela.report.SignatureMeaning;
import org.candela.report.SignedReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

// [utest->req~delivery.preview~1]
class ReportPreviewTest {
    private static final Facility CLINIC =
            Facility.of(ReportSamples.CLINIC, "Clinic", URI.create("http://127.0.0.1:1/web"));

    private final ReportPreview previews =
            new ReportPreview(new ReportObjects(study -> StudyImages.Known.NOTHING, ZoneOffset.UTC), ZoneOffset.UTC);

    static List<String> shipped() {
        return MappingBook.SHIPPED;
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void noShippedMappingLacksWhatReceiversAskOfEveryMessage(String name) throws Exception {
        Preview preview = previews.of(Form.HL7, mapping(MappingBook.shipped(name)), sample(SignatureMeaning.FINAL));

        assertEquals(List.of(), preview.gaps());
        assertTrue(preview.lines().get(0).startsWith("MSH|^~\\&|"), preview.lines()::toString);
    }

    @ParameterizedTest
    @EnumSource(SignatureMeaning.class)
    void eachMeaningIsSeenInEachForm(SignatureMeaning meaning) throws Exception {
        OruMapping mapping = mapping(MappingBook.shipped(MappingBook.STANDARD));

        assertTrue(words(previews.of(Form.HL7, mapping, sample(meaning))).contains("DOE^JANE"));
        assertTrue(words(previews.of(Form.SR, mapping, sample(meaning))).contains("Lungs clear"));
        assertTrue(words(previews.of(Form.FHIR, mapping, sample(meaning))).contains("\"DiagnosticReport\""));
        List<RasterArgb> pages = previews.of(Form.PDF, mapping, sample(meaning)).pages();
        assertTrue(isWritten(pages.get(0)), "an empty page");
    }

    /** Something dark on white. */
    private static boolean isWritten(RasterArgb page) {
        for (int argb : page.pixels()) {
            if ((argb & 0xFF) < 0x60) {
                return true;
            }
        }
        return false;
    }

    @Test
    void documentsWithinAreToldByTheirSize() throws Exception {
        String bundle = words(previews.of(
                Form.FHIR, mapping(MappingBook.shipped(MappingBook.STANDARD)), sample(SignatureMeaning.FINAL)));

        assertTrue(bundle.contains("letters of base64, left out here"), bundle);
        assertTrue(bundle.length() < 6_000, bundle.length() + " letters");
    }

    @Test
    void whatTheCharacterSetLacksIsToldBySegment() throws Exception {
        OruMapping latin = mapping(MappingBook.shipped("latin-2.3.1"));
        ReportDraft draft = ReportSamples.draft();
        String field = draft.texts().keySet().iterator().next();
        Looked greek = looked(draft.withText(field, "κ is not a Latin letter."));

        CandelaException refused = assertThrows(CandelaException.class, () -> previews.of(Form.HL7, latin, greek));

        assertTrue(
                String.valueOf(refused.getMessage())
                        .matches("segment \\d+ \\(OBX\\): the report has the character U\\+03BA.*"),
                refused.getMessage());
    }

    @Test
    void theReportOnTheDeskIsSeenAsItWouldBeSignedNow() throws Exception {
        ReportDraft draft = ReportSamples.draft();
        Looked looked = looked(draft);

        String message = words(previews.of(Form.HL7, mapping(MappingBook.shipped(MappingBook.STANDARD)), looked));

        assertTrue(looked.report().isIntact());
        assertEquals(1, looked.report().version());
        assertTrue(message.contains("Zebedee"), message);
    }

    @Test
    void whatLacksNamesSegmentAndField() {
        List<String> gaps = MessageGaps.of(
                List.of("MSH|^~\\&|A|B|C|D|20260101||ORU^R01|ID|P|2.5.1", "PID|1||4711", "OBR|1|||71046"));

        assertEquals(
                Set.of("there is no segment OBX", "segment 2: PID-5 is empty", "segment 3: OBR-25 is empty"),
                gaps.stream().collect(Collectors.toSet()));
    }

    private static Looked looked(ReportDraft draft) {
        OpenReport open = new OpenReport(draft, ReportSamples.template(), List.of());
        SignedReport foreseen = ForeseenVersion.of(
                open, draft, new Signature(ReportSamples.SIGNER, SignatureMeaning.FINAL, new MovableClock().instant()));
        return new Looked(CLINIC, foreseen, List.of());
    }

    private static Looked sample(SignatureMeaning meaning) {
        return new Looked(CLINIC, SampleReport.of(CLINIC.id(), meaning), List.of());
    }

    private static OruMapping mapping(String text) throws CandelaException {
        return OruMappingReader.read(text);
    }

    private static String words(Preview preview) {
        return String.join("\n", preview.lines());
    }
}
