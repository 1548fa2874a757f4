package org.candela.dicom.object;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.candela.Peer;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomFormatException;
import org.candela.dicom.DicomReader;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.ReadOptions;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.VR;
import org.candela.dicom.validate.Validator;
import org.junit.jupiter.api.Assumptions;

/** Images that objects are about, and what peers say of the objects. */
public final class ObjectFiles {
    /** A moment for all objects. */
    public static final LocalDateTime MOMENT = LocalDateTime.of(2026, 11, 28, 10, 30, 15);

    private static final String PYTHON = "/usr/bin/python3";

    private ObjectFiles() {}

    /** A small CT image of 6 rows and 8 columns whose stored value is 10 · row + column, 8 bits. */
    public static Attributes image(String sopInstanceUid) {
        byte[] pixels = new byte[48];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (10 * (i / 8) + i % 8);
        }
        return new Attributes()
                .set(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 100")
                .set(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.7")
                .set(Tag.ConversionType, VR.CS, "WSD")
                .set(Tag.SOPInstanceUID, VR.UI, sopInstanceUid)
                .set(Tag.StudyInstanceUID, VR.UI, "1.2.3.4")
                .set(Tag.SeriesInstanceUID, VR.UI, "1.2.3.4.1")
                .set(Tag.Modality, VR.CS, "OT")
                .set(Tag.PatientName, VR.PN, "SYNTHETIC^Zoë")
                .set(Tag.PatientID, VR.LO, "SYN-7")
                .set(Tag.PatientBirthDate, VR.DA, "19700102")
                .set(Tag.PatientSex, VR.CS, "F")
                .set(Tag.StudyDate, VR.DA, "20261120")
                .set(Tag.StudyTime, VR.TM, "081500")
                .set(Tag.StudyID, VR.SH, "S1")
                .set(Tag.AccessionNumber, VR.SH, "A77")
                .set(Tag.SeriesNumber, VR.IS, "1")
                .set(Tag.InstanceNumber, VR.IS, "1")
                .set(Tag.PatientOrientation, VR.CS)
                .setNumbers(Tag.SamplesPerPixel, VR.US, 1)
                .set(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2")
                .setNumbers(Tag.Rows, VR.US, 6)
                .setNumbers(Tag.Columns, VR.US, 8)
                .setNumbers(Tag.BitsAllocated, VR.US, 8)
                .setNumbers(Tag.BitsStored, VR.US, 8)
                .setNumbers(Tag.HighBit, VR.US, 7)
                .setNumbers(Tag.PixelRepresentation, VR.US, 0)
                .setBytes(Tag.PixelData, VR.OW, pixels);
    }

    /** The same of a class whose images have frames. */
    public static Attributes frames(String sopInstanceUid) {
        return image(sopInstanceUid)
                .set(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.7.2")
                .setNumbers(Tag.NumberOfFrames, VR.IS, 1);
    }

    /** The object as a file. */
    public static Path file(Attributes dataSet, Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        DicomWriter.write(DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), file);
        return file;
    }

    /** The object in memory. */
    public static byte[] bytes(Attributes dataSet) throws IOException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        DicomWriter.write(DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), stream);
        return stream.toByteArray();
    }

    /** The object after it was written and read. */
    public static Attributes reread(Attributes dataSet) throws IOException, DicomFormatException {
        return DicomReader.read(bytes(dataSet), "memory", ReadOptions.standard().strict())
                .dataSet();
    }

    /** Our own validation has nothing to say. */
    public static void requireValid(Path file) throws IOException {
        assertEquals(List.of(), Validator.validate(file).findings());
    }

    /** dicom3tools, which know the modules of each kind of object, find no error but those with one of {@code excused}. */
    public static void requireNoErrorsOfDicom3tools(Path file, String... excused)
            throws IOException, InterruptedException {
        Peer.need("dciodvfy");
        Peer.Answer answer =
                Peer.answer(file.toAbsolutePath().getParent(), List.of("dciodvfy", "-new", file.toString()));
        List<String> errors = answer.text()
                .lines()
                .filter(line -> line.startsWith("Error") || line.contains("SpecificCharacterSet"))
                .filter(line -> List.of(excused).stream().noneMatch(line::contains))
                .toList();
        assertEquals(List.of(), errors);
    }

    /** What pydicom prints of {@code expression} over the data set {@code ds}. */
    public static String pydicom(Path file, String expression) throws IOException, InterruptedException {
        Peer.need("python3");
        Path folder = file.toAbsolutePath().getParent();
        Peer.Answer answer = Peer.answer(folder, List.of(PYTHON, "-c", "import pydicom"));
        Assumptions.assumeTrue(answer.exit() == 0, "python3-pydicom is not installed");
        String script = "import pydicom,warnings\nwarnings.simplefilter('error')\nds=pydicom.dcmread('" + file
                + "')\nprint(" + expression + ")";
        return Peer.run(folder, List.of(PYTHON, "-c", script)).strip();
    }

    /** A file of pydicom's own tests; skips where Debian's python3-pydicom is not installed. */
    public static Path ofPydicom(String name) {
        Path file = Path.of("/usr/lib/python3/dist-packages/pydicom/data/test_files", name);
        Assumptions.assumeTrue(Files.isReadable(file), "python3-pydicom is not installed");
        return file;
    }
}
