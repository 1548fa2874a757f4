package org.candela.dicom;

import java.util.List;
import org.candela.base.Uid;

/** Small data sets for tests. */
final class DicomFiles {
    private DicomFiles() {}

    static Attributes sample() {
        return new Attributes()
                .set(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192")
                .set(Tag.SOPClassUID, VR.UI, UID.CTImageStorage.value())
                .set(Tag.SOPInstanceUID, VR.UI, "1.2.3.4")
                .set(Tag.PatientName, VR.PN, "SYNTHETIC^Zoë=山田")
                .set(Tag.StudyDate, VR.DA, "20261124")
                .setNumbers(Tag.ImagePositionPatient, VR.DS, -120.5, 33, 0.125)
                .setNumbers(Tag.Rows, VR.US, 2)
                .setItems(
                        Tag.ReferencedStudySequence,
                        List.of(new Attributes()
                                .set(
                                        Tag.ReferencedSOPInstanceUID,
                                        VR.UI,
                                        Uid.random().value())))
                .set(0x00090010, VR.LO, "CANDELA TEST")
                .setNumbers(0x00091001, VR.FD, Math.PI)
                .setBytes(Tag.PixelData, VR.OW, new byte[] {1, 2, 3, 4});
    }
}
