package org.candela.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.candela.Peer;
import org.candela.base.Uid;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.image.FrameReader;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pixels without compression, or deflated, in every cell. */
class NativeConformanceTest {
    private static final List<TransferSyntax> READ_BY_PYDICOM = List.of(
            TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN,
            TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
            TransferSyntax.EXPLICIT_VR_BIG_ENDIAN,
            TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN);
    /** Prints the digest of the pixels of each file: little endian, colour by pixel. */
    private static final String SCRIPT = String.join(
            "\n",
            "import hashlib, sys, pydicom",
            "for path in sys.argv[1:]:",
            "    array = pydicom.dcmread(path).pixel_array",
            "    array = array.astype(array.dtype.newbyteorder('<'))",
            "    print(hashlib.sha256(array.tobytes()).hexdigest())");

    @TempDir
    private Path folder;

    // [utest->req~dicom-image.conformance~1]
    @Test
    void everyCellIsWhatTheDocumentSays() throws Exception {
        StringBuilder measured = new StringBuilder();
        for (TransferSyntax syntax : READ_BY_PYDICOM) {
            measured.append(Measurement.of(folder, syntax, NativeConformanceTest::plain, "Written by us."));
        }
        measured.append(Measurement.of(
                folder, syntax("1.2.840.10008.1.2.1.98"), NativeConformanceTest::withoutFloats, "Written by us."));
        measured.append(Measurement.of(
                folder,
                syntax("1.2.840.10008.1.2.8.1"),
                NativeConformanceTest::deflated,
                "Deflated by zlib, wrapped by us."));

        Document.check("native", measured.toString());
    }

    private static TransferSyntax syntax(String uid) {
        return TransferSyntax.of(new Uid(uid));
    }

    private static List<Coder.Coded> plain(TestImage image) {
        boolean isPossible = Standard.defines(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, image);
        return isPossible ? List.of(new Coder.Coded(image.nativeBytes(), image.values(), 0, "plain")) : List.of();
    }

    private static List<Coder.Coded> withoutFloats(TestImage image) {
        return image.bits().isFloat() ? List.of() : plain(image);
    }

    private static List<Coder.Coded> deflated(TestImage image) throws Exception {
        List<Coder.Coded> streams = new ArrayList<>();
        for (Coder.Coded plain : withoutFloats(image)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (DeflaterOutputStream stream = new DeflaterOutputStream(bytes, new Deflater(6, true))) {
                stream.write(plain.stream());
            }
            streams.add(new Coder.Coded(bytes.toByteArray(), plain.expected(), 0, "deflated"));
        }
        return streams;
    }

    // [utest->req~dicom-image.conformance~1]
    @Test
    void pydicomReadsTheSameFromTheFiles() throws Exception {
        Peer.need("python3");
        Path script = folder.resolve("digests.py");
        Files.writeString(script, SCRIPT);
        List<String> command = new ArrayList<>(List.of("/usr/bin/python3", script.toString()));
        List<String> ours = new ArrayList<>();
        for (TransferSyntax syntax : READ_BY_PYDICOM) {
            for (Colour colour : Colour.values()) {
                for (Bits bits : Bits.values()) {
                    TestImage image = new TestImage(colour, bits);
                    if (Standard.defines(syntax, image)) {
                        Path file = folder.resolve(ours.size() + ".dcm");
                        Measurement.write(image, image.nativeBytes(), syntax, file);
                        command.add(file.toString());
                        ours.add(digest(file) + " " + syntax + " " + image);
                    }
                }
            }
        }

        Peer.Answer answer = Peer.answer(folder, command);
        Assumptions.assumeFalse(answer.text().contains("No module named"), "python3-pydicom or numpy is not installed");

        List<String> theirs = answer.text().lines().toList();
        assertEquals(0, answer.exit(), answer.text());
        assertEquals(ours.stream().map(line -> line.substring(0, 64)).toList(), theirs, String.join("\n", ours));
    }

    private static String digest(Path file) throws Exception {
        byte[] bytes = FrameReader.open(file).readStored(0).littleEndian();
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
