package org.candela.shell;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.candela.base.CandelaException;
import org.candela.facility.ReadingPriority;
import org.candela.report.ReportedOrder;
import org.candela.report.ReportedOrder.Examination;
import org.candela.report.ReportedPatient;
import org.candela.report.ReportedStudy;
import org.candela.study.Patient;
import org.candela.study.Study;
import org.candela.study.StudyIdentity;

/** What the report of an open case is about, from the objects of the study themselves. */
public final class ReportedCases {
    private ReportedCases() {}

    /**
     * The study of {@code opened} as a report names it.
     *
     * @throws CandelaException {@code report.no-study-date} when the study does not say when it was made: a report must not
     *     carry an invented date
     */
    public static ReportedStudy of(OpenedCase opened) throws CandelaException {
        Study study = opened.study();
        StudyIdentity identity = study.identity();
        LocalDateTime performedAt = identity.dateTime()
                .orElseThrow(() -> new CandelaException(
                        "report.no-study-date",
                        "The study carries no date, so no report can be written for it here; ask the facility."));
        ReportedOrder order = new ReportedOrder(
                accessionNumber(opened),
                "",
                "",
                identity.referringPhysician(),
                new Examination(modality(study), identity.description(), performedAt),
                opened.item().study().priority().orElse(ReadingPriority.ROUTINE));
        return new ReportedStudy(
                opened.item().id().facility(),
                study.uid(),
                patient(identity.patient(), sex(opened)),
                order,
                ReportedEarlier.of(opened));
    }

    /** As the objects have it; from the facility's list where they have none. */
    private static String accessionNumber(OpenedCase opened) {
        String own = opened.study().identity().accessionNumber();
        return own.isBlank() ? opened.item().study().identity().accessionNumber() : own;
    }

    /** As the facility's list has it, so that images that say another are noticed; from the objects where it has none. */
    private static String sex(OpenedCase opened) {
        String listed = opened.item().study().identity().patient().sex();
        return listed.isBlank() ? opened.study().identity().patient().sex() : listed;
    }

    private static ReportedPatient patient(Patient patient, String sex) {
        return new ReportedPatient(
                patient.name(),
                patient.id(),
                patient.issuer(),
                patient.birthDate()
                        .map(DateTimeFormatter.BASIC_ISO_DATE::format)
                        .orElse(""),
                sex);
    }

    private static String modality(Study study) {
        return study.modalities().stream().findFirst().orElse("");
    }
}
