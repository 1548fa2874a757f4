package org.candela.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.candela.audit.AuditVerifier;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFormatException;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.facility.FacilityId;
import org.candela.study.Admission.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyLibraryTest {
    private static final FacilityId CLINIC = new FacilityId("clinic");

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void open() throws CandelaException {
        desk = new Desk(folder.resolve("home"));
    }

    @AfterEach
    void close() throws CandelaException {
        desk.close();
    }

    // [utest->req~study.admit-durable~1]
    @Test
    void anAdmittedObjectIsListedKeptByteForByteAndAudited() throws Exception {
        Path file = SmallStudies.write(SmallStudies.slice(7, 0), folder);

        Admission admission = desk.library.admit(file, CLINIC);

        assertEquals(Outcome.ADMITTED, admission.outcome());
        Study study = desk.library.study(SmallStudies.studyUid(7)).orElseThrow();
        assertEquals("SECRETNAME^SYNTHETIC", study.patient().name());
        assertEquals(CLINIC, study.facility());
        Path kept = study.series().get(0).instances().get(0).file();
        assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(kept));
        assertEquals(List.of(), desk.leftovers());
        assertTrue(AuditVerifier.verify(desk.database).isIntact());
    }

    // [utest->req~study.admit-idempotent~1]
    @Test
    void admittingTheSameFileAgainChangesNothing() throws Exception {
        Path file = SmallStudies.write(SmallStudies.slice(7, 0), folder);
        desk.library.admit(file, CLINIC);

        Admission again = desk.library.admit(file, new FacilityId("other"));

        assertEquals(Outcome.ALREADY_HERE, again.outcome());
        Study study = desk.library.study(SmallStudies.studyUid(7)).orElseThrow();
        assertEquals(1, study.instanceCount());
        assertEquals(CLINIC, study.facility());
    }

    // [utest->req~study.admit-idempotent~1]
    @Test
    void otherBytesUnderTheSameUidNeverReplaceTheFirst() throws Exception {
        Path file = SmallStudies.write(SmallStudies.slice(7, 0), folder);
        byte[] first = Files.readAllBytes(file);
        desk.library.admit(file, CLINIC);
        Path other = SmallStudies.write(
                SmallStudies.slice(7, 0).set(Tag.ImageComments, VR.LT, "other"), folder.resolve("other"));

        Admission admission = desk.library.admit(other, CLINIC);

        assertEquals(Outcome.DIFFERENT_BYTES, admission.outcome());
        Path kept = desk.library.fileOf(admission.sopInstanceUid()).orElseThrow();
        assertArrayEquals(first, Files.readAllBytes(kept));
    }

    @Test
    void aVanishedFileComesBackWhenItsBytesAreOfferedAgain() throws Exception {
        Path file = SmallStudies.write(SmallStudies.slice(7, 0), folder);
        Uid uid = desk.library.admit(file, CLINIC).sopInstanceUid();
        Files.delete(desk.library.fileOf(uid).orElseThrow());

        Admission again = desk.library.admit(file, CLINIC);

        assertEquals(Outcome.ADMITTED, again.outcome());
        assertTrue(Files.exists(desk.library.fileOf(uid).orElseThrow()));
    }

    // [utest->req~study.no-mixing~1]
    @Test
    void anObjectOfAnotherPatientIsNotMixedIntoAStudy() throws Exception {
        desk.library.admit(SmallStudies.write(SmallStudies.slice(7, 0), folder), CLINIC);
        Attributes stranger = SmallStudies.slice(7, 1).set(Tag.PatientID, VR.LO, "SOMEONE-ELSE");
        Path file = SmallStudies.write(stranger, folder);

        StudyException refusal = assertThrows(StudyException.class, () -> desk.library.admit(file, CLINIC));

        assertEquals("study.patient-mismatch", refusal.code());
        assertFalse(refusal.toString().contains("SOMEONE"));
        assertEquals(
                1, desk.library.study(SmallStudies.studyUid(7)).orElseThrow().instanceCount());
        assertEquals(List.of(), desk.leftovers());
    }

    // [utest->req~study.no-mixing~1]
    @Test
    void aSeriesBelongsToOneStudy() throws Exception {
        desk.library.admit(SmallStudies.write(SmallStudies.slice(7, 0), folder), CLINIC);
        Attributes stray = SmallStudies.slice(8, 0).set(Tag.SeriesInstanceUID, VR.UI, "1.2.7.1");
        Path file = SmallStudies.write(stray, folder);

        StudyException refusal = assertThrows(StudyException.class, () -> desk.library.admit(file, CLINIC));

        assertEquals("study.series-of-another", refusal.code());
    }

    @Test
    void aTruncatedFileIsRefusedByItsOwnName() throws Exception {
        Path file = SmallStudies.write(SmallStudies.slice(7, 0), folder);
        byte[] bytes = Files.readAllBytes(file);
        Path cut = Files.write(folder.resolve("cut-short.dcm"), java.util.Arrays.copyOf(bytes, bytes.length - 40));

        DicomFormatException refusal = assertThrows(DicomFormatException.class, () -> desk.library.admit(cut, CLINIC));

        assertEquals("cut-short.dcm", refusal.file());
        assertEquals(List.of(), desk.library.studies());
        assertEquals(List.of(), desk.leftovers());
    }

    // [utest->req~study.slice-order~1]
    @Test
    void slicesComeInTheOrderOfTheirPosition() throws Exception {
        for (int slice : new int[] {2, 0, 1}) {
            desk.library.admit(SmallStudies.write(SmallStudies.slice(7, slice), folder), CLINIC);
        }

        List<FrameKey> frames = desk.library
                .study(SmallStudies.studyUid(7))
                .orElseThrow()
                .series()
                .get(0)
                .frames();

        assertEquals(
                List.of(0, 1, 2).stream()
                        .map(slice -> new FrameKey(SmallStudies.instanceUid(7, slice), 0))
                        .toList(),
                frames);
    }

    // [utest->req~study.slice-order~1]
    @Test
    void slicesThatAreNotParallelComeByNumber() throws Exception {
        desk.library.admit(SmallStudies.write(SmallStudies.slice(7, 0), folder), CLINIC);
        Attributes sagittal =
                SmallStudies.slice(7, 1).setNumbers(Tag.ImageOrientationPatient, VR.DS, 0, 1, 0, 0, 0, -1);
        desk.library.admit(SmallStudies.write(sagittal, folder), CLINIC);

        Series series = desk.library
                .study(SmallStudies.studyUid(7))
                .orElseThrow()
                .series()
                .get(0);

        assertEquals(SmallStudies.instanceUid(7, 1), series.instances().get(0).sopInstanceUid());
    }

    // [utest->req~study.priors~1]
    @Test
    void priorsAreEarlierStudiesOfTheSamePatientNewestFirst() throws Exception {
        for (int study : new int[] {101, 103, 105, 205}) {
            desk.library.admit(SmallStudies.write(SmallStudies.slice(study, 0), folder), CLINIC);
        }
        Study current = desk.library.study(SmallStudies.studyUid(105)).orElseThrow();

        List<Uid> priors =
                desk.library.priorsOf(current).stream().map(Study::uid).toList();

        assertEquals(List.of(SmallStudies.studyUid(103), SmallStudies.studyUid(101)), priors);
    }

    // [utest->req~study.priors~1]
    @Test
    void aPatientWithoutIdHasNoPriors() throws Exception {
        for (int study : new int[] {101, 103}) {
            Attributes nameOnly = SmallStudies.slice(study, 0).set(Tag.PatientID, VR.LO);
            desk.library.admit(SmallStudies.write(nameOnly, folder), CLINIC);
        }
        Study current = desk.library.study(SmallStudies.studyUid(103)).orElseThrow();

        assertEquals(List.of(), desk.library.priorsOf(current));
    }

    @Test
    void whatIsPrintedOfAStudyHoldsNothingOfThePatient() throws Exception {
        desk.library.admit(SmallStudies.write(SmallStudies.slice(7, 0), folder), CLINIC);

        String printed = desk.library.studies().toString();

        assertFalse(printed.contains("SECRET"), printed);
    }

    @Test
    void anUnreadableSourceIsAClearFailure() throws IOException {
        Path missing = folder.resolve("missing.dcm");

        StudyException failure = assertThrows(StudyException.class, () -> desk.library.admit(missing, CLINIC));

        assertTrue(String.valueOf(failure.getMessage()).startsWith("missing.dcm"));
        assertEquals(List.of(), desk.leftovers());
    }
}
