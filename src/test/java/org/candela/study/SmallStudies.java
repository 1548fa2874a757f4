package org.candela.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.UID;
import org.candela.dicom.VR;

/** Little CT studies for tests: 8 × 8 pixels a slice, valued by slice. */
public final class SmallStudies {
    public static final int SIZE = 8;

    private SmallStudies() {}

    /** A slice of study {@code 1.2.study}; higher slices lie nearer to the head and have lower instance numbers. */
    public static Attributes slice(int study, int slice) {
        Attributes attributes = new Attributes()
                .set(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192")
                .set(Tag.SOPClassUID, VR.UI, UID.CTImageStorage.value())
                .set(Tag.SOPInstanceUID, VR.UI, instanceUid(study, slice).value())
                .set(Tag.StudyInstanceUID, VR.UI, studyUid(study).value())
                .set(Tag.SeriesInstanceUID, VR.UI, "1.2." + study + ".1")
                .set(Tag.StudyDate, VR.DA, String.format("2026%02d01", study % 12 + 1))
                .set(Tag.StudyTime, VR.TM, "101500")
                .set(Tag.StudyDescription, VR.LO, "SYNTHETIC SMALL")
                .set(Tag.AccessionNumber, VR.SH, "ACC-SECRET-" + study)
                .set(Tag.Modality, VR.CS, "CT")
                .set(Tag.PatientName, VR.PN, "SECRETNAME^SYNTHETIC")
                .set(Tag.PatientID, VR.LO, "PID-SECRET-" + study / 100)
                .set(Tag.PatientBirthDate, VR.DA, "19610203")
                .set(Tag.PatientSex, VR.CS, "O")
                .set(Tag.SeriesNumber, VR.IS, "1")
                .set(Tag.InstanceNumber, VR.IS, Integer.toString(1000 - slice));
        return addPixels(addPlane(attributes, slice), slice);
    }

    private static Attributes addPlane(Attributes attributes, int slice) {
        return attributes
                .setNumbers(Tag.ImagePositionPatient, VR.DS, -4, -4, 2.5 * slice)
                .setNumbers(Tag.ImageOrientationPatient, VR.DS, 1, 0, 0, 0, 1, 0)
                .setNumbers(Tag.PixelSpacing, VR.DS, 1, 1);
    }

    private static Attributes addPixels(Attributes attributes, int slice) {
        byte[] pixels = new byte[SIZE * SIZE * 2];
        for (int i = 0; i < pixels.length; i += 2) {
            pixels[i] = (byte) slice;
        }
        return attributes
                .setNumbers(Tag.SamplesPerPixel, VR.US, 1)
                .set(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2")
                .setNumbers(Tag.Rows, VR.US, SIZE)
                .setNumbers(Tag.Columns, VR.US, SIZE)
                .setNumbers(Tag.BitsAllocated, VR.US, 16)
                .setNumbers(Tag.BitsStored, VR.US, 12)
                .setNumbers(Tag.HighBit, VR.US, 11)
                .setNumbers(Tag.PixelRepresentation, VR.US, 0)
                .setBytes(Tag.PixelData, VR.OW, pixels);
    }

    public static Uid studyUid(int study) {
        return new Uid("1.2." + study);
    }

    public static Uid instanceUid(int study, int slice) {
        return new Uid("1.2." + study + ".1." + (slice + 1));
    }

    /** Writes one file below {@code folder} and returns it. */
    public static Path write(Attributes attributes, Path folder) throws IOException {
        Path file = Files.createDirectories(folder)
                .resolve(attributes.string(Tag.SOPInstanceUID).orElseThrow() + ".dcm");
        try (var stream = Files.newOutputStream(file)) {
            DicomWriter.write(DicomFile.of(attributes, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), stream);
        }
        return file;
    }

    /** Writes a study of {@code slices} slices. */
    public static List<Path> writeStudy(int study, int slices, Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int slice = 0; slice < slices; slice++) {
            files.add(write(slice(study, slice), folder));
        }
        return files;
    }
}
