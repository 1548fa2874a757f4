package org.candela.net.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFormatException;
import org.candela.dicom.DicomJson;
import org.candela.dicom.Dictionary;

/**
 * Something that happened to a workitem (PS3.4 CC.2.4, PS3.18 §11.13).
 *
 * @param workitem which
 * @param kind what
 * @param report the event report; may hold patient data, therefore never logged
 */
public record UpsEvent(Uid workitem, Kind kind, Attributes report) {
    private static final int AFFECTED_SOP_INSTANCE_UID = 0x00001000;
    private static final int EVENT_TYPE_ID = 0x00001002;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Event types of PS3.4 Table CC.2.4-1, in their order from 1. */
    public enum Kind {
        STATE_REPORT,
        CANCEL_REQUESTED,
        PROGRESS_REPORT,
        SERVER_STATUS_CHANGE,
        ASSIGNED
    }

    /** The state it is in now, where the report tells. */
    public Optional<UpsState> state() {
        return Dictionary.standard().tag("ProcedureStepState").stream()
                .boxed()
                .findFirst()
                .flatMap(report::string)
                .flatMap(UpsState::of);
    }

    // [impl->req~net.web.ups-events~1]
    /** The event of one message; empty for what is none. */
    static Optional<UpsEvent> parse(String message) {
        try {
            JsonNode root = MAPPER.readTree(message);
            Attributes report = DicomJson.fromJson(root.isArray() ? root.path(0) : root, "an event report");
            int type = report.integer(EVENT_TYPE_ID).orElse(0);
            boolean isKnown = type >= 1 && type <= Kind.values().length;
            return report.uid(AFFECTED_SOP_INSTANCE_UID)
                    .filter(uid -> isKnown)
                    .map(uid -> new UpsEvent(uid, Kind.values()[type - 1], report));
        } catch (JsonProcessingException | DicomFormatException e) {
            return Optional.empty();
        }
    }

    /** Without the report, which may hold patient data. */
    @Override
    public String toString() {
        return "UpsEvent[" + workitem + ", " + kind + "]";
    }
}
