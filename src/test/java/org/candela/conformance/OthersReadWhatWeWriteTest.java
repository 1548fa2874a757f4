package org.candela.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.candela.base.Cancellation;
import org.candela.base.Uid;
import org.candela.demo.SyntheticStudies;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomReader;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.UID;
import org.candela.dicom.VR;
import org.candela.dicom.image.Transcoder;
import org.candela.dicom.object.Deidentifier;
import org.candela.dicom.validate.Validator;
import org.candela.net.dimse.ApplicationEntity;
import org.candela.net.dimse.Association;
import org.candela.net.dimse.DimseEndpoint;
import org.candela.net.dimse.Inbox;
import org.candela.net.dimse.ServiceProvider;
import org.candela.net.dimse.StorageUser;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What each of our writers writes, read by DCMTK, GDCM, dicom3tools and pydicom: of a file that we rewrote they complain of
 * nothing that they did not of its source, of an object of our own making of nothing.
 */
class OthersReadWhatWeWriteTest {
    private static final Path PYDICOM = Path.of("/usr/lib/python3/dist-packages/pydicom/data");
    private static final List<String> DATA_SETS = List.of(
            "test_files/CT_small.dcm",
            "test_files/MR_small_bigendian.dcm",
            "test_files/MR_small_implicit.dcm",
            "test_files/UN_sequence.dcm",
            "test_files/rtplan.dcm",
            "test_files/reportsi.dcm",
            "test_files/waveform_ecg.dcm",
            "charset_files/chrKoreanMulti.dcm");
    private static final List<String> IMAGES = List.of(
            "test_files/CT_small.dcm",
            "test_files/MR_small_bigendian.dcm",
            "test_files/SC_rgb_small_odd.dcm",
            "test_files/SC_rgb_rle_2frame.dcm",
            "test_files/SC_rgb_jpeg_gdcm.dcm",
            "test_files/MR_small_jp2klossless.dcm",
            "test_files/SC_rgb_jpeg_dcmtk.dcm");
    private static final Map<String, String> ENCODINGS = Map.of(
            "implicit", "1.2.840.10008.1.2",
            "explicit", "1.2.840.10008.1.2.1",
            "big-endian", "1.2.840.10008.1.2.2",
            "deflated", "1.2.840.10008.1.2.1.99");
    private static final Map<String, String> CODINGS =
            Map.of("rle", "1.2.840.10008.1.2.5", "jpeg-ls", "1.2.840.10008.1.2.4.80", "native", "1.2.840.10008.1.2.1");

    @TempDir
    private Path folder;

    private OtherReaders others;
    /** File that we wrote → the one it came of. */
    private final Map<Path, Path> written = new LinkedHashMap<>();

    @BeforeEach
    void needPeers() {
        others = new OtherReaders(folder);
    }

    // [utest->req~dicom.write~1]
    @Test
    void dataSetsInEveryEncoding() throws Exception {
        for (Path source : sources(DATA_SETS)) {
            DicomFile file = DicomReader.read(source);
            note(source, target(source, "same"), target -> DicomWriter.write(file, target));
            for (Map.Entry<String, String> encoding : ENCODINGS.entrySet()) {
                // Items of a UN are little endian also in big endian data (PS3.5 6.2.2), where no reader here finds
                // them. We
                // keep them so, since files that came so are written as they came; no command makes such a file.
                if (source.endsWith("UN_sequence.dcm") && encoding.getKey().equals("big-endian")) {
                    continue;
                }
                TransferSyntax syntax = TransferSyntax.of(new Uid(encoding.getValue()));
                DicomFile other = new DicomFile(file.meta(), file.dataSet(), syntax, List.of());
                note(source, target(source, encoding.getKey()), target -> DicomWriter.write(other, target));
            }
        }
        assertNothingNew(DATA_SETS.size() * (ENCODINGS.size() + 1) - 1);
    }

    // [utest->req~dicom-image.transcode~1]
    @Test
    void transcodedImages() throws Exception {
        for (Path source : sources(IMAGES)) {
            for (Map.Entry<String, String> coding : CODINGS.entrySet()) {
                TransferSyntax syntax = TransferSyntax.of(new Uid(coding.getValue()));
                note(source, target(source, coding.getKey()), target -> Transcoder.transcode(source, syntax, target));
            }
        }
        assertNothingNew(20);
    }

    // [utest->req~dicom-object.deidentify~1]
    @Test
    void copiesWithoutThePatient() throws Exception {
        byte[] key = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
        for (Deidentifier.Dates dates : Deidentifier.Dates.values()) {
            Deidentifier deidentifier = new Deidentifier(key, dates);
            for (Path source : sources(IMAGES)) {
                DicomFile file = DicomReader.read(source);
                Attributes clean = deidentifier.deidentify(file.dataSet());
                note(
                        source,
                        target(source, dates.name()),
                        target -> DicomWriter.write(DicomFile.of(clean, file.transferSyntax()), target));
            }
        }
        assertNothingNew(2 * IMAGES.size());
    }

    // [utest->req~net.dimse.store~1]
    @Test
    void objectsThatWereSentToUs() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
        try {
            ApplicationEntity entity = new ApplicationEntity(threads, scheduler);
            for (Path source : sources(IMAGES)) {
                Path inbox = Files.createDirectories(folder.resolve("inbox-" + source.getFileName()));
                written.put(received(source, inbox, entity), source);
            }
        } finally {
            threads.shutdownNow();
            scheduler.shutdownNow();
        }
        assertNothingNew(IMAGES.size());
    }

    private static Path received(Path source, Path inbox, ApplicationEntity entity) throws Exception {
        ServiceProvider.Settings settings = new ServiceProvider.Settings(
                "CANDELA",
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                DimseEndpoint.Security.PLAIN,
                List.of(new ServiceProvider.Allowed("PEER", Set.of())),
                new Inbox(inbox, 1 << 24, stored -> {}),
                Duration.ofSeconds(20),
                1);
        StorageUser.Sendable object = StorageUser.Sendable.of(source);
        try (ServiceProvider port = entity.listen(settings)) {
            URI peer = URI.create("dicom://CANDELA@127.0.0.1:" + port.port());
            try (Association association = entity.connect(
                    DimseEndpoint.of(peer, "PEER"), StorageUser.contextsFor(List.of(object)), new Cancellation())) {
                StorageUser.send(association, object, new Cancellation());
            }
        }
        return inbox.resolve(object.sopInstance() + ".dcm");
    }

    // [utest->req~demo.synthetic~1]
    @Test
    void patientsWhoDoNotExist() throws Exception {
        SyntheticStudies studies = new SyntheticStudies(7, Instant.parse("2026-11-28T08:00:00Z"));
        for (String modality : List.of("CT", "MR", "MG", "CR", "US")) {
            Path file = studies.writeModality(modality, folder.resolve(modality))
                    .get(0)
                    .files()
                    .get(0);
            assertEquals(Set.of(), complaints(file), modality);
            assertEquals(List.of(), Validator.validate(file).findings(), modality);
        }
    }

    // [utest->req~dicom.write~1]
    @Test
    void anObjectOfOurOwnMaking() throws Exception {
        for (Map.Entry<String, String> encoding : ENCODINGS.entrySet()) {
            Path file = folder.resolve(encoding.getKey() + ".dcm");
            TransferSyntax syntax = TransferSyntax.of(new Uid(encoding.getValue()));
            DicomWriter.write(DicomFile.of(secondaryCapture(), syntax), file);

            assertEquals(Set.of(), complaints(file), encoding.getKey());
            assertEquals(List.of(), Validator.validate(file).findings(), encoding.getKey());
        }
    }

    private Set<String> complaints(Path file) throws Exception {
        return others.complaints(List.of(file)).getOrDefault(file, Set.of());
    }

    /** A Secondary Capture image with nested sequences, a private block and text beyond ASCII. */
    private static Attributes secondaryCapture() {
        Attributes code = new Attributes()
                .set(Tag.CodeValue, VR.SH, "113100")
                .set(Tag.CodingSchemeDesignator, VR.SH, "DCM")
                .set(Tag.CodeMeaning, VR.LO, "Basic Application Confidentiality Profile");
        int methods = 0x00120064;
        return new Attributes()
                .set(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192")
                .set(Tag.ImageType, VR.CS, "DERIVED", "SECONDARY")
                .set(Tag.SOPClassUID, VR.UI, UID.SecondaryCaptureImageStorage.value())
                .set(Tag.SOPInstanceUID, VR.UI, Uid.random().value())
                .set(Tag.StudyDate, VR.DA, "20261124")
                .set(Tag.StudyTime, VR.TM, "101500.25")
                .set(Tag.AccessionNumber, VR.SH)
                .set(Tag.Modality, VR.CS, "OT")
                .set(Tag.ConversionType, VR.CS, "SYN")
                .set(Tag.ReferringPhysicianName, VR.PN)
                .set(Tag.PatientName, VR.PN, "SYNTHETIC^Zoë")
                .set(Tag.PatientID, VR.LO, "SYN-1")
                .set(Tag.PatientBirthDate, VR.DA)
                .set(Tag.PatientSex, VR.CS, "O")
                .set(0x00120062, VR.CS, "YES")
                .setItems(methods, List.of(code, code))
                .set(Tag.StudyInstanceUID, VR.UI, Uid.random().value())
                .set(Tag.SeriesInstanceUID, VR.UI, Uid.random().value())
                .set(Tag.StudyID, VR.SH)
                .set(Tag.SeriesNumber, VR.IS, "1")
                .set(Tag.InstanceNumber, VR.IS, "1")
                .set(Tag.PatientOrientation, VR.CS)
                .set(Tag.Laterality, VR.CS)
                .setNumbers(Tag.SamplesPerPixel, VR.US, 1)
                .set(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2")
                .setNumbers(Tag.Rows, VR.US, 3)
                .setNumbers(Tag.Columns, VR.US, 3)
                .setNumbers(Tag.BitsAllocated, VR.US, 16)
                .setNumbers(Tag.BitsStored, VR.US, 16)
                .setNumbers(Tag.HighBit, VR.US, 15)
                .setNumbers(Tag.PixelRepresentation, VR.US, 0)
                .set(0x00290010, VR.LO, "CANDELA TEST")
                .setNumbers(0x00291001, VR.FD, Math.PI)
                .setItems(0x00291002, List.of(new Attributes().set(Tag.TextValue, VR.UT, "äöü")))
                .setBytes(Tag.PixelData, VR.OW, new byte[18]);
    }

    /** Writes a file. */
    private interface Writing {
        void write(Path target) throws Exception;
    }

    private void note(Path source, Path target, Writing writing) throws Exception {
        writing.write(target);
        written.put(target, source);
    }

    private Path target(Path source, String kind) {
        return folder.resolve(kind + "-" + source.getFileName());
    }

    private static List<Path> sources(List<String> names) {
        Assumptions.assumeTrue(Files.isDirectory(PYDICOM), "no test files of python3-pydicom");
        return names.stream().map(PYDICOM::resolve).filter(Files::exists).toList();
    }

    private void assertNothingNew(int least) throws Exception {
        assertTrue(written.size() >= least, written.size() + " files were written");
        Set<Path> all = new LinkedHashSet<>(written.values());
        all.addAll(written.keySet());
        Map<Path, Set<String>> complaints = others.complaints(List.copyOf(all));
        List<String> fresh = new ArrayList<>();
        written.forEach((target, source) -> {
            Set<String> more = new TreeSet<>(complaints.getOrDefault(target, Set.of()));
            more.removeAll(complaints.getOrDefault(source, Set.of()));
            more.forEach(complaint -> fresh.add(target.getFileName() + ": " + complaint));
        });
        assertEquals(List.of(), fresh);
    }
}
