package org.candela.study;

import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;

/** Reads who and what a study is, from a file's header as from a facility's list. */
final class Identities {
    private Identities() {}

    static StudyIdentity of(Attributes attributes, Uid study) {
        return new StudyIdentity(
                study,
                patient(attributes),
                text(attributes, Tag.AccessionNumber),
                attributes.dateTime(Tag.StudyDate, Tag.StudyTime),
                text(attributes, Tag.StudyDescription),
                text(attributes, Tag.ReferringPhysicianName));
    }

    private static Patient patient(Attributes attributes) {
        return new Patient(
                text(attributes, Tag.PatientID),
                text(attributes, Tag.IssuerOfPatientID),
                text(attributes, Tag.PatientName),
                attributes.date(Tag.PatientBirthDate),
                text(attributes, Tag.PatientSex));
    }

    private static String text(Attributes attributes, int tag) {
        return attributes.string(tag).orElse("");
    }
}
