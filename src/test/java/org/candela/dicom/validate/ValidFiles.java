package org.candela.dicom.validate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.UID;
import org.candela.dicom.VR;

/** Files of which nothing is to be said, to be spoilt by tests. */
final class ValidFiles {
    static final String ENHANCED_CT = "1.2.840.10008.5.1.4.1.1.2.1";

    private ValidFiles() {}

    /** A CT image of 2 × 2 pixels as far as the modules of all images go. */
    static Attributes image() {
        return new Attributes()
                .set(Tag.ImageType, VR.CS, "ORIGINAL", "PRIMARY")
                .set(Tag.SOPClassUID, VR.UI, UID.CTImageStorage.value())
                .set(Tag.SOPInstanceUID, VR.UI, "1.2.3.4")
                .set(Tag.StudyDate, VR.DA, "20261124")
                .set(Tag.StudyTime, VR.TM, "101500")
                .set(Tag.AccessionNumber, VR.SH)
                .set(Tag.Modality, VR.CS, "CT")
                .set(Tag.Manufacturer, VR.LO)
                .set(Tag.ReferringPhysicianName, VR.PN)
                .set(Tag.PatientName, VR.PN, "SYNTHETIC^ONE")
                .set(Tag.PatientID, VR.LO, "SYN-1")
                .set(Tag.PatientBirthDate, VR.DA)
                .set(Tag.PatientSex, VR.CS, "O")
                .set(Tag.StudyInstanceUID, VR.UI, "1.2.3")
                .set(Tag.SeriesInstanceUID, VR.UI, "1.2.3.1")
                .set(Tag.StudyID, VR.SH)
                .set(Tag.SeriesNumber, VR.IS, "1")
                .set(Tag.InstanceNumber, VR.IS, "1")
                .setNumbers(Tag.SamplesPerPixel, VR.US, 1)
                .set(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2")
                .setNumbers(Tag.Rows, VR.US, 2)
                .setNumbers(Tag.Columns, VR.US, 2)
                .setNumbers(Tag.BitsAllocated, VR.US, 16)
                .setNumbers(Tag.BitsStored, VR.US, 12)
                .setNumbers(Tag.HighBit, VR.US, 11)
                .setNumbers(Tag.PixelRepresentation, VR.US, 0)
                .setBytes(Tag.PixelData, VR.OW, new byte[8]);
    }

    /** Two frames with their planes. */
    static Attributes enhanced() {
        Attributes shared = new Attributes()
                .setItems(Tag.PixelMeasuresSequence, List.of(new Attributes()))
                .setItems(Tag.PlaneOrientationSequence, List.of(new Attributes()));
        return image().set(Tag.SOPClassUID, VR.UI, ENHANCED_CT)
                .set(Tag.NumberOfFrames, VR.IS, "2")
                .setItems(Tag.SharedFunctionalGroupsSequence, List.of(shared))
                .setItems(Tag.PerFrameFunctionalGroupsSequence, List.of(frame(), frame()))
                .setBytes(Tag.PixelData, VR.OW, new byte[16]);
    }

    static Attributes frame() {
        return new Attributes()
                .setItems(Tag.FrameContentSequence, List.of(new Attributes()))
                .setItems(Tag.PlanePositionSequence, List.of(new Attributes()));
    }

    static Path write(Attributes dataSet, Path folder) throws IOException {
        return write(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, folder);
    }

    static Path write(Attributes dataSet, TransferSyntax syntax, Path folder) throws IOException {
        Path file = folder.resolve("file.dcm");
        DicomWriter.write(DicomFile.of(dataSet, syntax), file);
        return file;
    }
}
