package org.candela.dicom.object;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Dictionary;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;

/**
 * The modules that an object we write shares with the images it is about: Patient, General Study, and beside them General
 * Series, General Equipment and SOP Common (PS3.3 C.7.1.1, C.7.2.1, C.7.3.1, C.7.5.1, C.12.1).
 */
public final class ObjectHeader {
    private static final int ISSUER_OF_PATIENT_ID_QUALIFIERS = 0x00100024;
    private static final int PATIENT_BIRTH_TIME = 0x00100032;
    private static final int OTHER_PATIENT_IDS_SEQUENCE = 0x00101002;
    private static final int ISSUER_OF_ACCESSION_NUMBER = 0x00080051;
    private static final int PATIENT_SPECIES = 0x00102201;
    private static final int PATIENT_SEX_NEUTERED = 0x00102203;
    private static final int SOFTWARE_VERSIONS = 0x00181020;
    private static final int DEVICE_SERIAL_NUMBER = 0x00181000;
    private static final String UTF_8 = "ISO_IR 192";
    private static final String NAME = "Candela";

    /** Type 2: there, be it empty. */
    private static final List<Integer> ALWAYS = List.of(
            Tag.PatientName,
            Tag.PatientID,
            Tag.PatientBirthDate,
            Tag.PatientSex,
            Tag.StudyDate,
            Tag.StudyTime,
            Tag.ReferringPhysicianName,
            Tag.StudyID,
            Tag.AccessionNumber);

    /** Copied where the image has it; none of them may be empty in the copy. */
    private static final List<Integer> WHERE_STATED = List.of(
            Tag.IssuerOfPatientID,
            ISSUER_OF_PATIENT_ID_QUALIFIERS,
            PATIENT_BIRTH_TIME,
            OTHER_PATIENT_IDS_SEQUENCE,
            PATIENT_SPECIES,
            PATIENT_SEX_NEUTERED,
            Tag.StudyDescription,
            ISSUER_OF_ACCESSION_NUMBER,
            Tag.PatientAge,
            Tag.PatientSize,
            Tag.PatientWeight);

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");

    private ObjectHeader() {}

    /** What an object that is written is. */
    public record Kind(Uid sopClassUid, String modality) {}

    /**
     * Where an object that is written belongs.
     *
     * @param seriesInstanceUid a new series, or one that holds objects of the same modality made by Candela
     * @param seriesNumber 0 or more
     * @param instanceNumber 1 or more
     */
    public record Place(Uid seriesInstanceUid, int seriesNumber, int instanceNumber) {
        /** The first object of a new series. */
        public static Place inNewSeries(int seriesNumber) {
            return new Place(Uid.random(), seriesNumber, 1);
        }
    }

    /**
     * A data set with the shared modules, the patient and the study taken from {@code image}.
     *
     * @throws IllegalArgumentException when the image has no Study Instance UID
     */
    // [impl->req~dicom-object.header~1]
    public static Attributes of(Attributes image, Kind kind, Uid sopInstanceUid, Place place) {
        Attributes header = new Attributes().set(Tag.SpecificCharacterSet, VR.CS, UTF_8);
        copy(image, header);
        return header.set(Tag.SOPClassUID, VR.UI, kind.sopClassUid().value())
                .set(Tag.SOPInstanceUID, VR.UI, sopInstanceUid.value())
                .set(Tag.Modality, VR.CS, kind.modality())
                .set(Tag.Manufacturer, VR.LO, NAME)
                .set(Tag.ManufacturerModelName, VR.LO, NAME)
                .set(DEVICE_SERIAL_NUMBER, VR.LO, "software")
                .set(SOFTWARE_VERSIONS, VR.LO, NAME)
                .set(
                        Tag.StudyInstanceUID,
                        VR.UI,
                        required(image, Tag.StudyInstanceUID).value())
                .set(Tag.SeriesInstanceUID, VR.UI, place.seriesInstanceUid().value())
                .setNumbers(Tag.SeriesNumber, VR.IS, place.seriesNumber())
                .setNumbers(Tag.InstanceNumber, VR.IS, place.instanceNumber());
    }

    private static void copy(Attributes image, Attributes header) {
        Attributes shared = image.copy();
        for (int tag : image.tags()) {
            boolean isEmpty = image.vr(tag).filter(VR.SQ::equals).isPresent()
                    ? image.items(tag).isEmpty()
                    : image.string(tag).isEmpty();
            boolean isShared = ALWAYS.contains(tag) || (WHERE_STATED.contains(tag) && !isEmpty);
            if (!isShared && tag != Tag.SpecificCharacterSet) {
                shared.remove(tag);
            }
        }
        header.addAll(shared); // the text takes on the character set of the header
        for (int tag : ALWAYS) {
            if (!header.contains(tag)) {
                header.set(tag, Dictionary.standard().vr(tag));
            }
        }
    }

    /**
     * Leaves out of every item the character set that it has of its data set anyway (PS3.3 C.12.1.1.2): items that were
     * built before they got a place say it, and some readers take that amiss.
     */
    public static Attributes withOneCharacterSet(Attributes dataSet) {
        dropRepeated(dataSet);
        return dataSet;
    }

    private static void dropRepeated(Attributes owner) {
        for (int tag : owner.tags()) {
            for (Attributes item : owner.items(tag)) {
                boolean isRepeated = item.contains(Tag.SpecificCharacterSet)
                        && item.characterSet().equals(owner.characterSet());
                if (isRepeated) {
                    item.remove(Tag.SpecificCharacterSet);
                }
                dropRepeated(item);
            }
        }
    }

    /** Sets a date and a time of a moment, to the second. */
    public static void setMoment(Attributes target, int dateTag, int timeTag, LocalDateTime moment) {
        target.set(dateTag, VR.DA, moment.format(DATE)).set(timeTag, VR.TM, moment.format(TIME));
    }

    /** The object of {@code header}, whole. */
    public static ObjectReference reference(Attributes header) {
        return new ObjectReference(required(header, Tag.SOPClassUID), required(header, Tag.SOPInstanceUID));
    }

    static Uid required(Attributes header, int tag) {
        return header.uid(tag).orElseThrow(() -> new IllegalArgumentException("the image has no " + Tag.toString(tag)));
    }
}
