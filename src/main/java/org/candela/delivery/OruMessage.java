package org.candela.delivery;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.v251.datatype.TX;
import ca.uhn.hl7v2.model.v251.message.ORU_R01;
import ca.uhn.hl7v2.util.Terser;
import ca.uhn.hl7v2.util.idgenerator.InMemoryIDGenerator;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.candela.facility.Facility;
import org.candela.facility.MllpEndpoint;
import org.candela.report.ReportSection;
import org.candela.report.ReportedOrder;
import org.candela.report.ReportedPatient;
import org.candela.report.SignedReport;
import org.candela.report.Signer;

/**
 * A signed version as HL7 v2.5.1 ORU^R01: who, which order, and the text line by line in OBX segments coded LOINC
 * 18748-4 with the suffix GDT (general) or IMP (impression), as most radiology systems take it.
 *
 * <p>MSH-15 and MSH-16 stay empty: original acknowledgement mode, so the answer is an application acknowledgement.
 */
// [impl->req~delivery.oru~1]
final class OruMessage {
    private static final String PATIENT = "/PATIENT_RESULT/PATIENT/";
    private static final String ORDER = "/PATIENT_RESULT/ORDER_OBSERVATION/";
    private static final DateTimeFormatter WITH_ZONE =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssxx", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);
    private static final Pattern DATE = Pattern.compile("[0-9]{8}");
    private static final Pattern CONTROL_CHARACTERS = Pattern.compile("\\p{Cntrl}+");

    private final SignedReport report;
    private final Facility facility;
    private final ORU_R01 message = new ORU_R01();
    private final Terser terser = new Terser(message);

    private OruMessage(SignedReport report, Facility facility) {
        this.report = report;
        this.facility = facility;
    }

    /** The message, segments ended by CR. The demonstration's messages are marked as training (MSH-11 T). */
    static String of(SignedReport report, Facility facility) throws HL7Exception, IOException {
        return new OruMessage(report, facility).encode();
    }

    /** The number the facility files the report under: its accession number, else the Study Instance UID. */
    static String orderNumber(SignedReport report) {
        String accessionNumber = report.study().order().accessionNumber();
        return accessionNumber.isBlank() ? report.study().studyInstanceUid().value() : accessionNumber;
    }

    private String encode() throws HL7Exception, IOException {
        // Without HAPI's validation: a facility's own odd birth date or id must not stop its report.
        try (DefaultHapiContext context = new DefaultHapiContext(ValidationContextFactory.noValidation())) {
            // HAPI's own generator keeps a counter file in the working directory; the control id is ours anyway.
            context.getParserConfiguration().setIdGenerator(new InMemoryIDGenerator());
            message.setParser(context.getPipeParser());
            message.initQuickstart("ORU", "R01", facility.isDemo() ? "T" : "P");
            fillHeader();
            fillPatient(report.study().patient());
            fillOrder(report.study().order());
            fillRequest(report.study().order());
            fillLines();
            return context.getPipeParser().encode(message);
        }
    }

    private void fillHeader() throws HL7Exception {
        set("/MSH-3", "CANDELA");
        set("/MSH-4", report.signature().signer().id());
        set("/MSH-5", receivingApplication());
        set(
                "/MSH-6",
                facility.mllp()
                        .map(MllpEndpoint::receivingFacility)
                        .orElse(facility.id().value()));
        set("/MSH-7", signedAt());
        set("/MSH-10", ControlId.of(report).value());
        set("/MSH-18", "UNICODE UTF-8");
    }

    private void fillPatient(ReportedPatient patient) throws HL7Exception {
        set(PATIENT + "PID-1", "1");
        set(PATIENT + "PID-3-1", patient.id());
        set(PATIENT + "PID-3-4", patient.issuer());
        set(PATIENT + "PID-3-5", "MR");
        PersonName name = PersonName.of(patient.name());
        set(PATIENT + "PID-5-1", name.family());
        set(PATIENT + "PID-5-2", name.given());
        set(PATIENT + "PID-5-3", name.middle());
        set(PATIENT + "PID-5-4", name.suffix());
        set(PATIENT + "PID-5-5", name.prefix());
        set(PATIENT + "PID-7", DATE.matcher(patient.birthDate()).matches() ? patient.birthDate() : "");
        set(PATIENT + "PID-8", patient.sex());
        set(PATIENT + "VISIT/PV1-1", "1");
        // Whether the patient was admitted is not told to us: U, unknown (table 0004).
        set(PATIENT + "VISIT/PV1-2", "U");
    }

    private void fillOrder(ReportedOrder order) throws HL7Exception {
        set(ORDER + "ORC-1", "RE");
        fillNumbers(ORDER + "ORC", order);
        set(ORDER + "TIMING_QTY/TQ1-1", "1");
        set(ORDER + "TIMING_QTY/TQ1-9", priority(order));
    }

    private void fillNumbers(String segment, ReportedOrder order) throws HL7Exception {
        set(segment + "-2-1", order.placerOrderNumber());
        set(segment + "-2-2", order.placerOrderNumber().isBlank() ? "" : receivingApplication());
        set(segment + "-3-1", orderNumber(report));
        set(segment + "-3-2", receivingApplication());
    }

    private void fillRequest(ReportedOrder order) throws HL7Exception {
        String obr = ORDER + "OBR";
        set(obr + "-1", "1");
        fillNumbers(obr, order);
        set(obr + "-4-1", order.procedureCode().isBlank() ? order.examination().modality() : order.procedureCode());
        set(obr + "-4-2", order.examination().description());
        set(obr + "-4-3", "L");
        set(obr + "-7", LOCAL.format(order.examination().performedAt()));
        PersonName orderer = PersonName.of(order.referringPhysician());
        set(obr + "-16-2", orderer.family());
        set(obr + "-16-3", orderer.given());
        set(obr + "-18", order.accessionNumber());
        set(obr + "-22", signedAt());
        set(obr + "-24", "RAD");
        set(obr + "-25", status());
        Signer signer = report.signature().signer();
        set(obr + "-32-1-1", signer.id());
        set(obr + "-32-1-2", signer.familyName());
        set(obr + "-32-1-3", signer.givenName());
    }

    private void fillLines() throws HL7Exception {
        int number = 0;
        for (ReportSection section : report.sections()) {
            for (String line : linesOf(section)) {
                fillLine(number++, section.isImpression() ? "IMP" : "GDT", line);
            }
        }
    }

    private void fillLine(int index, String suffix, String line) throws HL7Exception {
        String obx = ORDER + "OBSERVATION(" + index + ")/OBX";
        set(obx + "-1", Integer.toString(index + 1));
        set(obx + "-2", "TX");
        set(obx + "-3-1-1", "18748-4");
        set(obx + "-3-1-2", suffix);
        set(obx + "-3-2", "Diagnostic imaging study");
        set(obx + "-3-3", "LN");
        set(obx + "-4", "1");
        TX text = new TX(message);
        text.setValue(clean(line));
        message.getPATIENT_RESULT()
                .getORDER_OBSERVATION()
                .getOBSERVATION(index)
                .getOBX()
                .getObservationValue(0)
                .setData(text);
        set(obx + "-11", status());
        set(obx + "-14", signedAt());
    }

    /** The heading and its text; the impression needs no heading, its code says what it is. */
    private static List<String> linesOf(ReportSection section) {
        List<String> lines = new ArrayList<>();
        if (!section.isImpression()) {
            lines.add(section.heading().toUpperCase(Locale.ROOT) + ":");
        }
        section.text().lines().filter(line -> !line.isBlank()).forEach(lines::add);
        return lines;
    }

    private void set(String path, String value) throws HL7Exception {
        if (!value.isBlank()) {
            terser.set(path, clean(value));
        }
    }

    private String receivingApplication() {
        return facility.mllp().map(MllpEndpoint::receivingApplication).orElse("");
    }

    private String signedAt() {
        return WITH_ZONE.format(report.signature().signedAt());
    }

    private static String priority(ReportedOrder order) {
        return switch (order.priority()) {
            case STAT -> "S";
            case URGENT -> "A";
            case ROUTINE -> "R";
        };
    }

    private String status() {
        return switch (report.meaning()) {
            case PRELIMINARY -> "P";
            case FINAL, ADDENDUM -> "F";
            case CORRECTED -> "C";
            case WITHDRAWN -> "W";
        };
    }

    /** Control characters would break the framing; every other character is escaped by HAPI where it must be. */
    private static String clean(String text) {
        return CONTROL_CHARACTERS.matcher(text).replaceAll(" ").strip();
    }
}
