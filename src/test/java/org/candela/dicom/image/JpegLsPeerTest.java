package org.candela.dicom.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.VR;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams that DCMTK writes decode here to what DCMTK decodes them to. */
class JpegLsPeerTest {
    private static final int ROWS = 37;
    private static final int COLUMNS = 29;

    @TempDir
    private Path folder;

    // [utest->req~codec.jpeg-ls~1]
    @ParameterizedTest
    @ValueSource(
            strings = {
                "+el +il",
                "+el +is",
                "+el +in",
                "+el +pc",
                "+el +t1 5 +t2 9 +t3 30 +rs 32",
                "+el +pz",
                "+en +md 1 +is",
                "+en +md 2 +il",
                "+en +md 9 +in",
                "+en +md 4 +pc +ps"
            })
    void samplesAreThoseOfDcmtk(String options) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/dcmcjpls")), "dcmcjpls is not installed");
        for (Path source : List.of(image("MONOCHROME2", 12, 0), image("MONOCHROME2", 16, 1), image("RGB", 8, 0))) {
            Path coded = folder.resolve("coded.dcm");
            Path decoded = folder.resolve("decoded.dcm");
            List<String> command = new ArrayList<>(List.of("dcmcjpls"));
            command.addAll(List.of(options.split(" ")));
            command.addAll(List.of(source.toString(), coded.toString()));
            boolean isNearLossless = options.startsWith("+en");
            boolean isSigned = source.getFileName().toString().startsWith("MONOCHROME216");
            if (isNearLossless && isSigned) {
                continue; // dcmcjpls writes none of these
            }
            assertEquals(0, run(command), String.join(" ", command));
            assertEquals(0, run(List.of("dcmdjpls", coded.toString(), decoded.toString())));

            short[] ours = FrameReader.open(coded).read(0).samples();

            assertArrayEquals(FrameReader.open(decoded).read(0).samples(), ours, options + " " + source.getFileName());
        }
    }

    /** A slope with noise, flat in its upper third; a third of the values may be negative. */
    private Path image(String photometric, int stored, int representation) throws IOException {
        int samples = photometric.equals("RGB") ? 3 : 1;
        int cell = stored > 8 ? 2 : 1;
        Random random = new Random(stored);
        byte[] bytes = new byte[ROWS * COLUMNS * samples * cell];
        for (int i = 0; i < bytes.length / cell; i++) {
            int slope = i < bytes.length / cell / 3 ? 100 : (i * 3 + random.nextInt(9)) % (1 << (stored - 1));
            int value = representation == 1 && i % 3 == 0 ? -slope : slope;
            bytes[i * cell] = (byte) value;
            if (cell == 2) {
                bytes[2 * i + 1] = (byte) (value >> 8);
            }
        }
        Attributes dataSet = new Attributes()
                .set(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.7")
                .set(Tag.SOPInstanceUID, VR.UI, "1.2.3")
                .setNumbers(Tag.SamplesPerPixel, VR.US, samples)
                .set(Tag.PhotometricInterpretation, VR.CS, photometric)
                .setNumbers(Tag.Rows, VR.US, ROWS)
                .setNumbers(Tag.Columns, VR.US, COLUMNS)
                .setNumbers(Tag.BitsAllocated, VR.US, 8 * cell)
                .setNumbers(Tag.BitsStored, VR.US, stored)
                .setNumbers(Tag.HighBit, VR.US, stored - 1)
                .setNumbers(Tag.PixelRepresentation, VR.US, representation)
                .setBytes(Tag.PixelData, VR.OW, bytes);
        if (samples > 1) {
            dataSet.setNumbers(Tag.PlanarConfiguration, VR.US, 0);
        }
        Path file = folder.resolve(photometric + stored + ".dcm");
        DicomWriter.write(DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), file);
        return file;
    }

    private static int run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        return process.exitValue();
    }
}
