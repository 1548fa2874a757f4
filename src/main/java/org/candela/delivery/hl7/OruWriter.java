package org.candela.delivery.hl7;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.candela.base.CandelaException;
import org.candela.delivery.Consignment;
import org.candela.delivery.ReportObjectUid;
import org.candela.delivery.ReportWords;
import org.candela.delivery.hl7.OruMapping.Filler;
import org.candela.delivery.hl7.OruMapping.Interpreter;
import org.candela.delivery.hl7.OruMapping.Row;
import org.candela.facility.Facility;
import org.candela.facility.MllpEndpoint;
import org.candela.report.ReportedOrder;
import org.candela.report.ReportedPatient;
import org.candela.report.SignedReport;
import org.candela.report.Signer;

/**
 * A signed version as HL7 v2 ORU^R01 (HL7 v2.5.1 §7.3.1), as the facility's mapping has it: who, which order, which state,
 * and the text in OBX segments.
 *
 * <p>Written by hand, so that each place of a message is one that a mapping can name; the tests read it with libraries of
 * others.
 */
// [impl->req~delivery.oru~1]
final class OruWriter {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);
    private static final DateTimeFormatter WITH_OFFSET = DateTimeFormatter.ofPattern("yyyyMMddHHmmssxx", Locale.ROOT);
    private static final Pattern DATE = Pattern.compile("[0-9]{8}");
    private static final String PDF_CODE = "11528-7^Radiology Report^LN";

    private final OruMapping mapping;
    private final Consignment consignment;
    private final Hl7Carrier.Documents documents;
    private final Map<String, SegmentText> segments = new TreeMap<>();

    OruWriter(OruMapping mapping, Consignment consignment, Hl7Carrier.Documents documents) {
        this.mapping = mapping;
        this.consignment = consignment;
        this.documents = documents;
    }

    /** The message, segments ended by CR. The demonstration's messages are marked as training (MSH-11 T). */
    String write() throws CandelaException {
        fillHeader(segment("MSH"));
        fillPatient(segment("PID"), report().study().patient());
        segment("PV1").set(1, "1").set(2, "U"); // whether the patient was admitted is not told to us (table 0004)
        fillOrder(report().study().order());
        fillRequest(segment("OBR"), report().study().order());
        for (String place : mapping.order().accessionAt()) {
            put(place, Er7.escape(report().study().order().accessionNumber()));
        }
        List<String> observations = observations();
        mapping.constants().forEach((place, text) -> put(place, Facts.filled(text, consignment)));
        return joined(observations);
    }

    private String joined(List<String> observations) {
        List<String> all = new ArrayList<>();
        for (String name : List.of("MSH", "PID", "PV1", "ORC", "OBR", "TQ1")) {
            Optional.ofNullable(segments.remove(name)).ifPresent(segment -> all.add(segment.encode()));
        }
        all.addAll(observations);
        segments.values().forEach(segment -> all.add(segment.encode()));
        return String.join("\r", all) + "\r";
    }

    private SegmentText segment(String name) {
        return segments.computeIfAbsent(name, SegmentText::new);
    }

    private void put(String place, String encoded) {
        FieldPosition.of(place).ifPresent(at -> segment(at.segment()).put(at, encoded));
    }

    private void fillHeader(SegmentText msh) {
        OruMapping.Header header = mapping.header();
        Facility facility = consignment.ticket().facility();
        msh.put(at("MSH-2"), "^~\\&");
        msh.put(at("MSH-3"), told(header.sender().application(), "CANDELA"));
        msh.put(at("MSH-4"), told(header.sender().facility(), Er7.escape(signer().id())));
        msh.put(at("MSH-5"), receivingApplication());
        String receiver = facility.mllp()
                .map(MllpEndpoint::receivingFacility)
                .orElse(facility.id().value());
        msh.put(at("MSH-6"), told(header.receiver().facility(), Er7.escape(receiver)));
        msh.set(7, signedAt());
        msh.set(9, 1, "ORU").set(9, 2, "R01");
        if (header.hasStructure()) {
            msh.set(9, 3, "ORU_R01");
        }
        msh.set(10, consignment.ticket().controlId());
        msh.set(11, facility.isDemo() ? "T" : "P");
        msh.set(12, mapping.version().text());
        msh.set(15, mapping.acknowledgements().accept());
        msh.set(16, mapping.acknowledgements().application());
        msh.set(18, header.charset().code());
    }

    private void fillPatient(SegmentText pid, ReportedPatient patient) {
        PersonName name = PersonName.of(patient.name());
        pid.set(1, "1").set(3, 1, patient.id());
        pid.put(at("PID-3.4"), told(mapping.order().issuer(), Er7.escape(patient.issuer())));
        pid.set(3, 5, "MR");
        pid.set(5, 1, name.family())
                .set(5, 2, name.given())
                .set(5, 3, name.middle())
                .set(5, 4, name.suffix())
                .set(5, 5, name.prefix());
        pid.set(7, DATE.matcher(patient.birthDate()).matches() ? patient.birthDate() : "");
        pid.set(8, patient.sex());
    }

    private void fillOrder(ReportedOrder order) {
        SegmentText orc = segment("ORC").set(1, "RE");
        fillNumbers(orc, order);
        switch (mapping.order().priority()) {
            case TQ1_9 -> segment("TQ1").set(1, "1").set(9, priority(order));
            case OBR_27_6 -> {
                orc.set(7, 6, priority(order));
                segment("OBR").set(27, 6, priority(order));
            }
            case OBR_5 -> segment("OBR").set(5, priority(order));
            case NONE -> {}
        }
    }

    private void fillNumbers(SegmentText segment, ReportedOrder order) {
        String assigner = told(mapping.order().assigner(), receivingApplication());
        segment.set(2, 1, order.placerOrderNumber());
        if (!order.placerOrderNumber().isBlank()) {
            segment.put(at(segment.name() + "-2.2"), assigner);
        }
        segment.set(3, 1, fillerNumber(order));
        segment.put(at(segment.name() + "-3.2"), assigner);
    }

    private String fillerNumber(ReportedOrder order) {
        boolean isByAccession = mapping.order().filler() == Filler.ACCESSION
                && !order.accessionNumber().isBlank();
        return isByAccession
                ? order.accessionNumber()
                : report().study().studyInstanceUid().value();
    }

    private void fillRequest(SegmentText obr, ReportedOrder order) {
        obr.set(1, "1");
        fillNumbers(obr, order);
        obr.set(4, 1, order.procedureCode().isBlank() ? order.examination().modality() : order.procedureCode());
        obr.set(4, 2, order.examination().description());
        obr.put(at("OBR-4.3"), mapping.order().procedureScheme());
        obr.set(7, SECONDS.format(order.examination().performedAt()));
        PersonName orderer = PersonName.of(order.referringPhysician());
        obr.set(16, 2, orderer.family()).set(16, 3, orderer.given());
        obr.set(22, signedAt());
        obr.set(24, "RAD");
        obr.set(25, status());
        fillInterpreter(obr);
    }

    private void fillInterpreter(SegmentText obr) {
        Signer signer = signer();
        if (mapping.order().interpreter() == Interpreter.SUBCOMPONENTS) {
            obr.set(32, 1, 1, signer.id()).set(32, 1, 2, signer.familyName()).set(32, 1, 3, signer.givenName());
        } else if (mapping.order().interpreter() == Interpreter.COMPONENTS) {
            obr.set(32, 1, signer.id()).set(32, 2, signer.familyName()).set(32, 3, signer.givenName());
        }
    }

    private List<String> observations() throws CandelaException {
        List<String> written = new ArrayList<>();
        TextLines text = new TextLines(mapping.text());
        for (TextLines.Observation one : text.of(ReportWords.of(
                report(), mapping.text().addendum(), mapping.header().zone()))) {
            written.add(observation(written.size() + 1, mapping.text().isFormatted() ? "FT" : "TX", one.code())
                    .set(4, Integer.toString(one.subId()))
                    .put(at("OBX-5"), text.value(one))
                    .encode());
        }
        for (Row row : Row.values()) {
            if (mapping.rows().contains(row)) {
                written.add(row(written.size() + 1, row).encode());
            }
        }
        return written;
    }

    // [impl->req~delivery.rad28~1]
    private SegmentText row(int number, Row row) throws CandelaException {
        return switch (row) {
            case STUDY_INSTANCE_UID ->
                observation(number, "HD", "^Study Instance UID")
                        .set(5, report().study().studyInstanceUid().value());
            case SR_INSTANCE_UID ->
                observation(number, "HD", "^SR Instance UID")
                        .set(5, ReportObjectUid.structured(report()).value());
            case PDF -> {
                String encoded = Base64.getEncoder().encodeToString(documents.pdf(report()));
                yield observation(number, "ED", PDF_CODE).put(at("OBX-5"), "^application^pdf^Base64^" + encoded);
            }
        };
    }

    private SegmentText observation(int number, String type, String code) {
        return new SegmentText("OBX")
                .set(1, Integer.toString(number))
                .set(2, type)
                .put(at("OBX-3"), code)
                .set(11, status())
                .set(14, signedAt());
    }

    private SignedReport report() {
        return consignment.report();
    }

    private Signer signer() {
        return report().signature().signer();
    }

    private String receivingApplication() {
        String known = consignment
                .ticket()
                .facility()
                .mllp()
                .map(MllpEndpoint::receivingApplication)
                .orElse("");
        return told(mapping.header().receiver().application(), Er7.escape(known));
    }

    /** What the mapping tells, its facts filled in, or what holds without it. */
    private String told(String encoded, String otherwise) {
        return encoded.isEmpty() ? otherwise : Facts.filled(encoded, consignment);
    }

    private String signedAt() {
        Instant at = report().signature().signedAt();
        DateTimeFormatter form = mapping.header().hasOffset() ? WITH_OFFSET : SECONDS;
        return form.withZone(mapping.header().zone()).format(at);
    }

    private String status() {
        return mapping.status().of(ResultStatus.of(report().meaning()));
    }

    private static String priority(ReportedOrder order) {
        return switch (order.priority()) {
            case STAT -> "S";
            case URGENT -> "A";
            case ROUTINE -> "R";
        };
    }

    private static FieldPosition at(String place) {
        return FieldPosition.of(place).orElseThrow(() -> new IllegalArgumentException("no place: " + place));
    }
}
