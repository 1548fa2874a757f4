package org.candela.dicom.validate;

import java.util.List;
import java.util.Set;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomFormatException;
import org.candela.dicom.Dictionary;
import org.candela.dicom.Tag;

/**
 * Attributes of types 1 and 2 of the modules that composite objects share: Patient, General Study, General Series,
 * General Equipment, General Image, SOP Common (PS3.3 C.7.1.1, C.7.2.1, C.7.3.1, C.7.5.1, C.7.6.1, C.12.1).
 */
final class ModuleRule implements FileRule {
    /** Storage SOP classes whose objects are of no patient: DICOMDIR, protocols, palettes, templates, inventories. */
    private static final Set<String> WITHOUT_PATIENT = Set.of(
            "1.2.840.10008.1.3.10",
            "1.2.840.10008.5.1.4.38.1",
            "1.2.840.10008.5.1.4.39.1",
            "1.2.840.10008.5.1.4.43.1",
            "1.2.840.10008.5.1.4.44.1",
            "1.2.840.10008.5.1.4.45.1",
            "1.2.840.10008.5.1.4.1.1.200.1",
            "1.2.840.10008.5.1.4.1.1.200.3",
            "1.2.840.10008.5.1.4.1.1.200.7",
            "1.2.840.10008.5.1.4.1.1.201.1");

    /** Whose IODs leave General Equipment to the writer (PS3.3 A.8). */
    private static final String SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7";

    private static final List<Integer> IDENTITY = List.of(Tag.SOPClassUID, Tag.SOPInstanceUID);
    private static final List<Integer> TYPE_1 = List.of(Tag.StudyInstanceUID, Tag.Modality, Tag.SeriesInstanceUID);
    private static final List<Integer> TYPE_2 = List.of(
            Tag.PatientName,
            Tag.PatientID,
            Tag.PatientBirthDate,
            Tag.PatientSex,
            Tag.StudyDate,
            Tag.StudyTime,
            Tag.ReferringPhysicianName,
            Tag.StudyID,
            Tag.AccessionNumber,
            Tag.SeriesNumber);

    @Override
    public void check(DicomFile file, Places places, Report report) {
        Attributes dataSet = file.dataSet();
        String sopClass = dataSet.string(Tag.SOPClassUID)
                .or(() -> file.meta().string(Tag.MediaStorageSOPClassUID))
                .orElse("");
        if (WITHOUT_PATIENT.contains(sopClass)) {
            return;
        }
        IDENTITY.forEach(tag -> checkType1(dataSet, tag, report));
        if (!Dictionary.uidName(sopClass).orElse("").contains("Storage")) {
            return;
        }
        TYPE_1.forEach(tag -> checkType1(dataSet, tag, report));
        TYPE_2.forEach(tag -> checkType2(dataSet, tag, report));
        if (!sopClass.startsWith(SECONDARY_CAPTURE)) {
            checkType2(dataSet, Tag.Manufacturer, report);
        }
        if (dataSet.contains(Tag.PixelData)) {
            checkType2(dataSet, Tag.InstanceNumber, report);
        }
    }

    static void checkType1(Attributes dataSet, int tag, Report report) {
        if (!dataSet.contains(tag)) {
            report.error(DicomFormatException.NO_OFFSET, tag, name(tag) + " (type 1) is missing");
        } else if (dataSet.strings(tag).stream().allMatch(String::isEmpty)) {
            report.error(DicomFormatException.NO_OFFSET, tag, name(tag) + " (type 1) is empty");
        }
    }

    private static void checkType2(Attributes dataSet, int tag, Report report) {
        if (!dataSet.contains(tag)) {
            report.error(DicomFormatException.NO_OFFSET, tag, name(tag) + " (type 2) is missing");
        }
    }

    private static String name(int tag) {
        return Dictionary.standard().keyword(tag).orElse("");
    }
}
