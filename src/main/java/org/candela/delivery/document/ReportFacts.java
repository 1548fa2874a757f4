package org.candela.delivery.document;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.candela.report.ReportedOrder;
import org.candela.report.ReportedPatient;
import org.candela.report.ReportedStudy;
import org.candela.report.SignedReport;

/** What stands above and below the text of a report, in words. */
final class ReportFacts {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx", Locale.ROOT);

    private ReportFacts() {}

    /** A name and what it is. */
    record Fact(String name, String value) {}

    static String title(SignedReport report) {
        ReportedOrder.Examination examination = report.study().order().examination();
        return examination.description().isBlank() ? examination.modality() : examination.description();
    }

    /** What the reader must not overlook: which of several versions this is. */
    static String standing(SignedReport report) {
        String words = report.meaning().name().replace('_', ' ');
        return words + " REPORT, version " + report.version();
    }

    static List<Fact> of(SignedReport report) {
        ReportedStudy study = report.study();
        ReportedPatient patient = study.patient();
        ReportedOrder order = study.order();
        List<Fact> facts = new ArrayList<>();
        add(facts, "Patient", personName(patient.name()));
        add(facts, "Patient id", (patient.id() + " " + patient.issuer()).strip());
        add(facts, "Born", date(patient.birthDate()));
        add(facts, "Sex", patient.sex());
        add(facts, "Accession number", order.accessionNumber());
        add(facts, "Examination", MINUTE.format(order.examination().performedAt()));
        add(facts, "Referred by", personName(order.referringPhysician()));
        return facts;
    }

    private static void add(List<Fact> facts, String name, String value) {
        if (!value.isBlank()) {
            facts.add(new Fact(name, value));
        }
    }

    static String signature(SignedReport report, ZoneId zone) {
        String meaning = report.meaning().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return "Signed as " + meaning + " by " + report.signature().signer().printedName() + " ("
                + report.signature().signer().id() + "), "
                + MOMENT.withZone(zone).format(report.signature().signedAt());
    }

    /** For the foot: enough to find the version and to see that it is the one that was signed. */
    static String identity(SignedReport report) {
        return "Report " + report.id() + " version " + report.version() + " \u00b7 SHA-256 "
                + report.sha256().substring(0, 16);
    }

    private static String personName(String dicomName) {
        String first = dicomName.split("=", 2)[0];
        String[] parts = first.split("\\^", -1);
        String given = parts.length > 1 ? parts[1] : "";
        return given.isBlank() ? parts[0] : parts[0] + ", " + given;
    }

    private static String date(String da) {
        return da.matches("[0-9]{8}") ? da.substring(0, 4) + "-" + da.substring(4, 6) + "-" + da.substring(6) : da;
    }
}
