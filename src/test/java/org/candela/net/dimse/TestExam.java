package org.candela.net.dimse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.candela.base.Cancellation;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomReader;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.UID;
import org.candela.dicom.VR;

/** Made-up objects of one series, and ports and addresses to send them between. */
final class TestExam {
    static final String STUDY = "2.25.1";
    static final String SERIES = "2.25.2";

    private TestExam() {}

    /** Objects 2.25.100 and on, of {@code bytes} of pixel data each (a multiple of 512). */
    static List<StorageUser.Sendable> objects(Path folder, int count, int bytes) throws Exception {
        Path made = Files.createDirectories(folder);
        Random noise = new Random(1);
        List<StorageUser.Sendable> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] pixels = new byte[bytes];
            noise.nextBytes(pixels);
            Attributes object = new Attributes()
                    .set(Tag.SOPClassUID, VR.UI, UID.SecondaryCaptureImageStorage.value())
                    .set(Tag.SOPInstanceUID, VR.UI, "2.25." + (100 + i))
                    .set(Tag.StudyDate, VR.DA, "20260101")
                    .set(Tag.Modality, VR.CS, "OT")
                    .set(Tag.PatientName, VR.PN, "Test")
                    .set(Tag.PatientID, VR.LO, "P1")
                    .set(Tag.StudyInstanceUID, VR.UI, STUDY)
                    .set(Tag.SeriesInstanceUID, VR.UI, SERIES)
                    .set(Tag.InstanceNumber, VR.IS, String.valueOf(i + 1))
                    .setNumbers(Tag.SamplesPerPixel, VR.US, 1)
                    .set(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2")
                    .setNumbers(Tag.Rows, VR.US, bytes / 512.0)
                    .setNumbers(Tag.Columns, VR.US, 512)
                    .setNumbers(Tag.BitsAllocated, VR.US, 8)
                    .setNumbers(Tag.BitsStored, VR.US, 8)
                    .setNumbers(Tag.HighBit, VR.US, 7)
                    .setNumbers(Tag.PixelRepresentation, VR.US, 0)
                    .setBytes(Tag.PixelData, VR.OB, pixels);
            Path file = made.resolve(i + ".dcm");
            DicomWriter.write(DicomFile.of(object, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), file);
            files.add(StorageUser.Sendable.of(file));
        }
        return files;
    }

    /** Sends each, one after the other. */
    static void send(Association association, List<StorageUser.Sendable> files) throws Exception {
        for (StorageUser.Sendable file : files) {
            StorageUser.send(association, file, new Cancellation());
        }
    }

    /** Keys of a query or retrieval of the study. */
    static Attributes study() {
        return new Attributes().set(Tag.QueryRetrieveLevel, VR.CS, "STUDY").set(Tag.StudyInstanceUID, VR.UI, STUDY);
    }

    static DimseEndpoint endpoint(int port, String title) {
        return DimseEndpoint.of(URI.create("dicom://" + title + "@127.0.0.1:" + port), "CANDELA")
                .within(Duration.ofSeconds(20));
    }

    /** A port for CANDELA, into a folder, for these peers from this machine. */
    static ServiceProvider.Settings port(Path in, String... peers) throws IOException {
        Set<InetAddress> here = Set.of(InetAddress.getLoopbackAddress());
        return new ServiceProvider.Settings(
                "CANDELA",
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                DimseEndpoint.Security.PLAIN,
                Arrays.stream(peers)
                        .map(peer -> new ServiceProvider.Allowed(peer, here))
                        .toList(),
                inbox(in),
                Duration.ofSeconds(20),
                16);
    }

    static Inbox inbox(Path in) throws IOException {
        return new Inbox(Files.createDirectories(in), 1 << 24, stored -> {});
    }

    /** Names of all files, the half ones as well. */
    static Set<String> names(Path in) throws IOException {
        try (Stream<Path> files = Files.list(in)) {
            return new TreeSet<>(
                    files.map(file -> String.valueOf(file.getFileName())).toList());
        }
    }

    /** Names that {@code files} have once they arrived. */
    static Set<String> names(List<StorageUser.Sendable> files) {
        return new TreeSet<>(
                files.stream().map(file -> file.sopInstance() + ".dcm").toList());
    }

    /** Whether what arrived has the pixels that were sent. */
    static boolean isIntact(StorageUser.Sendable sent, Path in) throws Exception {
        return Arrays.equals(pixels(sent.file()), pixels(in.resolve(sent.sopInstance() + ".dcm")));
    }

    private static byte[] pixels(Path file) throws Exception {
        return DicomReader.read(file).dataSet().loadBytes(Tag.PixelData).orElseThrow();
    }
}
