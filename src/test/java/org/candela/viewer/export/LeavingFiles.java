package org.candela.viewer.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.candela.dicom.Attributes;
import org.candela.dicom.BulkData;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.Fragments;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.UID;
import org.candela.dicom.VR;

/** Images that name their patient wherever a file can. */
public final class LeavingFiles {
    /** What must not be in any byte of what leaves, in lower case. */
    public static final List<String> IDENTITY =
            List.of("krause", "wilhelm", "kr-4711", "19530704", "acc-889911", "1.2.826.0.1.777");

    public static final int COLUMNS = 96;
    public static final int ROWS = 64;
    private static final String STUDY = "1.2.826.0.1.777";

    private LeavingFiles() {}

    /** A CT image of 12 bits whose value is 16 · column + row, with private data, an icon and a text overlay. */
    public static Attributes tomography(int number) {
        return patient(number)
                .set(Tag.SOPClassUID, VR.UI, UID.CTImageStorage.value())
                .set(Tag.Modality, VR.CS, "CT")
                .setNumbers(Tag.RescaleSlope, VR.DS, 1)
                .setNumbers(Tag.RescaleIntercept, VR.DS, -1024)
                .setNumbers(Tag.WindowCenter, VR.DS, -224)
                .setNumbers(Tag.WindowWidth, VR.DS, 1600)
                .setNumbers(Tag.BitsAllocated, VR.US, 16)
                .setNumbers(Tag.BitsStored, VR.US, 12)
                .setNumbers(Tag.HighBit, VR.US, 11)
                .setNumbers(Tag.PixelRepresentation, VR.US, 0)
                .setBytes(Tag.PixelData, VR.OW, ramp(1, 0));
    }

    /** Its name also stands in bits 12 to 15 of the pixels, as an overlay of old. */
    public static Attributes withOverlayInPixels(int number) {
        return tomography(number)
                .setNumbers(0x60000100, VR.US, 16)
                .setNumbers(0x60000102, VR.US, 12)
                .setBytes(Tag.PixelData, VR.OW, ramp(1, 0x3000));
    }

    /** A cine of {@code frames} frames, {@code milliseconds} each. */
    public static Attributes cine(int number, int frames, double milliseconds) {
        return tomography(number)
                .set(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.7.3")
                .set(Tag.Modality, VR.CS, "OT")
                .set(Tag.ConversionType, VR.CS, "WSD")
                .setNumbers(Tag.NumberOfFrames, VR.IS, frames)
                .setNumbers(Tag.FrameTime, VR.DS, milliseconds)
                .set(Tag.FrameIncrementPointer, VR.AT, "00181063")
                .setBytes(Tag.PixelData, VR.OW, ramp(frames, 0));
    }

    /** A JPEG image whose comment names the patient. */
    public static DicomFile commented(int number, byte[] jpeg, int side) {
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        byte[] comment = "of Wilhelm Krause, KR-4711".getBytes(StandardCharsets.US_ASCII);
        coded.write(jpeg, 0, 2);
        coded.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) (comment.length + 2)});
        coded.writeBytes(comment);
        coded.write(jpeg, 2, jpeg.length - 2);
        if (coded.size() % 2 != 0) {
            coded.write(0);
        }
        Attributes image = patient(number)
                .set(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.7")
                .set(Tag.Modality, VR.CS, "OT")
                .setNumbers(Tag.Rows, VR.US, side)
                .setNumbers(Tag.Columns, VR.US, side)
                .setNumbers(Tag.BitsAllocated, VR.US, 8)
                .setNumbers(Tag.BitsStored, VR.US, 8)
                .setNumbers(Tag.HighBit, VR.US, 7)
                .setNumbers(Tag.PixelRepresentation, VR.US, 0)
                .setFragments(
                        Tag.PixelData, new Fragments(new byte[0], List.of(BulkData.ofBytes(coded.toByteArray()))));
        return DicomFile.of(image, TransferSyntax.JPEG_BASELINE);
    }

    public static Path write(Attributes image, Path file) throws IOException {
        DicomWriter.write(DicomFile.of(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), file);
        return file;
    }

    private static Attributes patient(int number) {
        int overlay = 0x60000000;
        return new Attributes()
                .set(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 100")
                .set(Tag.SOPInstanceUID, VR.UI, STUDY + ".1." + number)
                .set(Tag.StudyInstanceUID, VR.UI, STUDY)
                .set(Tag.SeriesInstanceUID, VR.UI, STUDY + ".1")
                .set(0x0020_0052, VR.UI, STUDY + ".2")
                .set(Tag.PatientName, VR.PN, "Krause^Wilhelm")
                .set(Tag.PatientID, VR.LO, "KR-4711")
                .set(Tag.PatientBirthDate, VR.DA, "19530704")
                .set(Tag.PatientSex, VR.CS, "M")
                .set(0x0010_1010, VR.AS, "071Y")
                .set(Tag.AccessionNumber, VR.SH, "ACC-889911")
                .set(Tag.StudyDate, VR.DA, "20240229")
                .set(Tag.StudyTime, VR.TM, "101500")
                .set(Tag.StudyID, VR.SH, "KR-4711")
                .set(Tag.SeriesNumber, VR.IS, "1")
                .set(Tag.InstanceNumber, VR.IS, String.valueOf(number))
                .set(0x0008_103E, VR.LO, "Thorax of Krause")
                .set(0x0009_0010, VR.LO, "CLINIC PRIVATE")
                .set(0x0009_1001, VR.LO, "Krause, born 19530704")
                .setItems(0x0088_0200, List.of(new Attributes().set(Tag.PatientName, VR.PN, "Krause")))
                .setNumbers(overlay + 0x10, VR.US, 8)
                .setNumbers(overlay + 0x11, VR.US, 8)
                .set(overlay + 0x40, VR.CS, "G")
                .setNumbers(overlay + 0x50, VR.SS, 1, 1)
                .setNumbers(overlay + 0x100, VR.US, 1)
                .setNumbers(overlay + 0x102, VR.US, 0)
                .set(overlay + 0x1500, VR.LO, "Krause, Wilhelm")
                .setBytes(overlay + 0x3000, VR.OW, new byte[8])
                .setNumbers(Tag.SamplesPerPixel, VR.US, 1)
                .set(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2")
                .setNumbers(Tag.Rows, VR.US, ROWS)
                .setNumbers(Tag.Columns, VR.US, COLUMNS);
    }

    private static byte[] ramp(int frames, int over) {
        ByteBuffer pixels = ByteBuffer.allocate(2 * ROWS * COLUMNS * frames).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < ROWS * COLUMNS * frames; i++) {
            int value = 16 * (i % COLUMNS) + i / COLUMNS % ROWS + 8 * (i / (ROWS * COLUMNS));
            pixels.putShort((short) (value | over));
        }
        return pixels.array();
    }
}
