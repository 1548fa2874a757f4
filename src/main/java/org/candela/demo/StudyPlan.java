package org.candela.demo;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import org.candela.base.Uid;
import org.candela.demo.SyntheticStudy.StudyOrder;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.UID;
import org.candela.dicom.VR;

/**
 * One study to be made: who, when, why. All identities follow from the seed and the moment, so that a plan made again
 * writes the same bytes.
 *
 * @param visit 0 for the current study, 1 for its prior
 * @param at Study Date and Time, UTC
 */
record StudyPlan(SyntheticCase about, long seed, int visit, Instant at) {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");
    /** From scan to the last image at the facility. */
    private static final long TRANSFER_SECONDS = 120;

    boolean isPrior() {
        return visit > 0;
    }

    StudyOrder order() {
        return new StudyOrder(isPrior() ? "ROUTINE" : about.priority(), at.plusSeconds(TRANSFER_SECONDS));
    }

    /** A UID under 2.25 that follows from what it names. */
    Uid uid(String what) {
        String name = seed + "|" + at + "|" + about.name() + "|" + what;
        UUID uuid = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        byte[] bytes = HexFormat.of().parseHex(uuid.toString().replace("-", ""));
        return new Uid("2.25." + new BigInteger(1, bytes));
    }

    /** Seed of the random choices that differ between the two visits. */
    long salt() {
        return seed * 31 + about.number() * 2L + visit;
    }

    /** Seed of the anatomy, the same at both visits. */
    long anatomySeed() {
        return seed * 31 + about.number() * 1000L;
    }

    /** Patient, study, series and equipment modules, shared by all objects of the series. */
    Attributes seriesModules(int number, String description) {
        LocalDateTime local = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        Attributes attributes = patientModule();
        attributes.set(Tag.StudyInstanceUID, VR.UI, uid("study").value());
        attributes.set(Tag.StudyDate, VR.DA, DATE.format(local));
        attributes.set(Tag.StudyTime, VR.TM, TIME.format(local));
        attributes.set(Tag.TimezoneOffsetFromUTC, VR.SH, "+0000");
        attributes.set(Tag.AccessionNumber, VR.SH, "SYN" + (1000 + about.number() * 10 + visit));
        attributes.set(Tag.StudyID, VR.SH, "S" + (1 + visit));
        attributes.set(Tag.StudyDescription, VR.LO, about.description());
        attributes.set(Tag.ReferringPhysicianName, VR.PN, "SYNTHETIC^REFERRER");
        attributes.set(Tag.SeriesInstanceUID, VR.UI, uid("series " + number).value());
        attributes.set(Tag.SeriesNumber, VR.IS, Integer.toString(number));
        attributes.set(Tag.SeriesDate, VR.DA, DATE.format(local));
        attributes.set(Tag.SeriesTime, VR.TM, TIME.format(local));
        attributes.set(Tag.SeriesDescription, VR.LO, description);
        attributes.set(Tag.Modality, VR.CS, about.modality());
        attributes.set(Tag.BodyPartExamined, VR.CS, about.bodyPart());
        attributes.set(Tag.Manufacturer, VR.LO, "Candela");
        attributes.set(Tag.ManufacturerModelName, VR.LO, "SyntheticStudies");
        attributes.set(Tag.InstitutionName, VR.LO, about.facilityName());
        return attributes;
    }

    private Attributes patientModule() {
        return new Attributes()
                .set(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192")
                .set(Tag.PatientName, VR.PN, about.patientName())
                .set(Tag.PatientID, VR.LO, about.patientId())
                .set(Tag.IssuerOfPatientID, VR.LO, about.facility().toUpperCase(Locale.ROOT))
                .set(Tag.PatientBirthDate, VR.DA, about.birthDate())
                .set(Tag.PatientSex, VR.CS, about.sex());
    }

    /** SOP Common and General Image modules of object {@code number} of the series in {@code attributes}. */
    void addImageModules(Attributes attributes, Uid sopClass, int number) {
        LocalDateTime local = LocalDateTime.ofInstant(at.plusSeconds(number), ZoneOffset.UTC);
        String series = attributes.string(Tag.SeriesNumber).orElse("");
        attributes.set(Tag.SOPClassUID, VR.UI, sopClass.value());
        attributes.set(
                Tag.SOPInstanceUID,
                VR.UI,
                uid("series " + series + " object " + number).value());
        attributes.set(Tag.InstanceNumber, VR.IS, Integer.toString(number));
        attributes.set(Tag.ContentDate, VR.DA, DATE.format(local));
        attributes.set(Tag.ContentTime, VR.TM, TIME.format(local));
        attributes.set(Tag.AcquisitionDate, VR.DA, DATE.format(local));
        attributes.set(Tag.AcquisitionTime, VR.TM, TIME.format(local));
        attributes.set(Tag.AcquisitionNumber, VR.IS, "1");
        attributes.set(Tag.BurnedInAnnotation, VR.CS, "YES");
        attributes.set(Tag.LossyImageCompression, VR.CS, "00");
        if (sopClass.equals(UID.CTImageStorage) || sopClass.equals(UID.MRImageStorage)) {
            attributes.set(
                    Tag.FrameOfReferenceUID, VR.UI, uid("frame of reference").value());
            attributes.set(Tag.PositionReferenceIndicator, VR.LO);
            attributes.set(Tag.PatientPosition, VR.CS, "HFS");
        }
    }
}
