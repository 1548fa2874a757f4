package org.candela.delivery.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candela.MovableClock;
import org.candela.Peer;
import org.candela.delivery.Consignment;
import org.candela.delivery.DeliveryChannel;
import org.candela.delivery.DeliveryChannel.Need;
import org.candela.delivery.DeliveryChannel.Way;
import org.candela.delivery.Parcel;
import org.candela.delivery.ReportObjectUid;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomReader;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.dicom.object.ObjectFiles;
import org.candela.dicom.object.SeriesReference;
import org.candela.dicom.object.document.EncapsulatedPdf;
import org.candela.facility.Facility;
import org.candela.report.ReportDraft;
import org.candela.report.ReportSamples;
import org.candela.report.SignatureMeaning;
import org.candela.report.SignedReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~delivery.sr~1] [utest->req~dicom-object.signed-text~1]
class ReportObjectsTest {
    private static final int PRELIMINARY_FLAG = 0x0040A496;
    private static final int PREDECESSORS = 0x0040A360;
    private static final int REQUEST = 0x0040A370;
    private static final int EVIDENCE = 0x0040A375;
    private static final int VERIFIERS = 0x0040A073;

    private final MovableClock clock = new MovableClock();
    private final ReportDraft draft = ReportSamples.draft();
    private final SignedReport preliminary = ReportSamples.signed(draft, SignatureMeaning.PRELIMINARY, 1, clock);

    @TempDir
    private Path folder;

    @Test
    void aPreliminaryReportIsPartialAndVerifiedByNobody() throws Exception {
        Attributes object = structured(preliminary, List.of(), StudyImages.Known.NOTHING);

        assertEquals(Optional.of("PRELIMINARY"), object.string(PRELIMINARY_FLAG));
        assertEquals(Optional.of("PARTIAL"), object.string(Tag.CompletionFlag));
        assertEquals(Optional.of("UNVERIFIED"), object.string(Tag.VerificationFlag));
        assertTrue(!object.contains(VERIFIERS) && !object.contains(PREDECESSORS));
    }

    @Test
    void aFinalReportIsVerifiedByItsSignerAndTakesThePlaceOfThePreliminary() throws Exception {
        SignedReport last = last();
        Attributes object = structured(last, List.of(preliminary), known());

        assertEquals(Optional.of("FINAL"), object.string(PRELIMINARY_FLAG));
        assertEquals(Optional.of("COMPLETE"), object.string(Tag.CompletionFlag));
        assertEquals(Optional.of("VERIFIED"), object.string(Tag.VerificationFlag));
        assertEquals(Optional.of("Doe^John"), object.items(VERIFIERS).get(0).string(0x0040A075));
        Attributes before = object.items(PREDECESSORS)
                .get(0)
                .items(Tag.ReferencedSeriesSequence)
                .get(0)
                .items(Tag.ReferencedSOPSequence)
                .get(0);
        assertEquals(Optional.of(ReportObjectUid.structured(preliminary)), before.uid(Tag.ReferencedSOPInstanceUID));
    }

    @Test
    void itNamesTheOrderAndAllImagesOfTheStudy() throws Exception {
        Attributes object = structured(last(), List.of(preliminary), known());

        Attributes request = object.items(REQUEST).get(0);
        assertEquals(Optional.of("AC99"), request.string(Tag.AccessionNumber));
        assertEquals(Optional.of("PL55"), request.string(0x00402016));
        assertEquals(1, object.items(EVIDENCE).size());
        assertEquals(Optional.of(ReportObjectUid.structured(last())), object.uid(Tag.SOPInstanceUID));
    }

    @Test
    void theSameVersionIsTheSameObjectByteForByte() throws Exception {
        assertArrayEquals(
                pack("sr", last(), List.of(preliminary)).bytes(),
                pack("sr", last(), List.of(preliminary)).bytes());
    }

    @Test
    void dcmtkAndDicom3toolsTakeItWithAndWithoutImages() throws Exception {
        for (StudyImages.Known known : List.of(known(), StudyImages.Known.NOTHING)) {
            Path file = ObjectFiles.file(structured(last(), List.of(preliminary), known), folder, "sr.dcm");

            ObjectFiles.requireValid(file);
            ObjectFiles.requireNoErrorsOfDicom3tools(file);
            Peer.need("dsrdump");
            String dump = Peer.run(folder, List.of("dsrdump", file.toString()));
            assertTrue(dump.contains("Basic Text SR"), dump);
            assertTrue(dump.contains("VERIFIED"), dump);
            assertTrue(dump.contains("No acute disease."), dump);
        }
    }

    // [utest->req~delivery.dicom-pdf~1] [utest->req~dicom-object.pdf-write~1]
    @Test
    void thePdfIsAnObjectOfTheStudyThatDicom3toolsTakesAndOursReads() throws Exception {
        Parcel parcel = pack("pdf", last(), List.of(preliminary));
        Path file = Files.write(folder.resolve("pdf.dcm"), parcel.bytes());

        ObjectFiles.requireValid(file);
        ObjectFiles.requireNoErrorsOfDicom3tools(file);
        EncapsulatedPdf read = EncapsulatedPdf.read(DicomReader.read(file).dataSet());
        assertEquals(ReportObjectUid.document(last()), read.sopInstanceUid());
        assertEquals("%PDF-", new String(read.bytes(), 0, 5, StandardCharsets.US_ASCII));
    }

    private SignedReport last() {
        return ReportSamples.signed(draft, SignatureMeaning.FINAL, 2, clock);
    }

    private static StudyImages.Known known() {
        Attributes image = ObjectFiles.image("2.25.77.1");
        image.set(Tag.StudyInstanceUID, VR.UI, ReportSamples.STUDY.value());
        return new StudyImages.Known(Optional.of(image), SeriesReference.of(List.of(image)));
    }

    private static Attributes structured(SignedReport report, List<SignedReport> earlier, StudyImages.Known known)
            throws Exception {
        return new ReportObjects(study -> known, ZoneOffset.UTC).structured(consignment("sr", report, earlier));
    }

    private static Parcel pack(String object, SignedReport report, List<SignedReport> earlier) throws Exception {
        return new ReportObjects(study -> known(), ZoneOffset.UTC).pack(consignment(object, report, earlier));
    }

    private static Consignment consignment(String object, SignedReport report, List<SignedReport> earlier) {
        Facility clinic = Facility.of(ReportSamples.CLINIC, "Clinic", URI.create("https://pacs.example/dicom-web"));
        DeliveryChannel channel = new DeliveryChannel(
                clinic.id(),
                "archive",
                Way.DICOM_WEB,
                "https://pacs.example/dicom-web",
                Need.REQUIRED,
                Map.of("object", object));
        return new Consignment(new Consignment.Ticket(clinic, channel, "C1"), report, earlier);
    }
}
