package org.candela.purge;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every table of the store, and how long its rows stay. A test fails for a table that nobody thought of. */
// [impl->req~purge.holdings~1]
public final class Holdings {
    private static final Map<Stay, List<String>> TABLES = Map.of(
            Stay.IMAGES,
            List.of(
                    "study",
                    "series",
                    "instance",
                    "annotation",
                    "mark",
                    "calibration",
                    "stack_offset",
                    "key_image",
                    "kept_hanging",
                    "study_opened"),
            Stay.ROWS,
            List.of(
                    "reading",
                    "listed_study",
                    "workitem_claim",
                    "claim_wish",
                    "prior_confirmation",
                    "order_version",
                    "order_current",
                    "order_message",
                    "facility_message"),
            Stay.DRAFTS,
            List.of("discarded_draft"),
            Stay.SOUND,
            List.of("utterance"),
            Stay.RECORD,
            List.of(
                    "signed_report",
                    "report_draft",
                    "amendment_draft",
                    "report_state",
                    "report_conditions",
                    "outbox",
                    "outbox_parcel",
                    "delivery_receipt",
                    "critical_entry"),
            Stay.ALWAYS,
            List.of(
                    "audit_event",
                    "gate_decision",
                    "invoice",
                    "invoice_void",
                    "invoiced_study",
                    "invoiced_hours",
                    "worked_hours",
                    "purge_run",
                    "purge_entry",
                    "critical_policy",
                    "delivery_mapping"),
            Stay.CONTRACT,
            List.of(
                    "facility_answer",
                    "facility_service",
                    "facility_urgency",
                    "facility_promise",
                    "facility_priority_word",
                    "order_answer",
                    "delivery_channel",
                    "dictation_policy",
                    "image_policy",
                    "purge_policy"),
            Stay.OWN,
            List.of(
                    "facility",
                    "facility_ended",
                    "migration",
                    "signer",
                    "signing_key",
                    "audit_collector",
                    "practice_record",
                    "saved_view",
                    "list_setting",
                    "hanging_protocol",
                    "window_preset",
                    "own_word",
                    "proposed_word",
                    "writing_dates",
                    "writing_abbreviation",
                    "own_key",
                    "own_preference",
                    "practice",
                    "screen_role",
                    "panel_pitch",
                    "report_template",
                    "template_default",
                    "report_macro",
                    "spoken_word",
                    "proposed_word",
                    "speech_engine",
                    "dictation_choice",
                    "dictation_button",
                    "dictation_accuracy",
                    "lock_setting",
                    "lock_try",
                    "display",
                    "display_lut",
                    "display_alarm",
                    "qa_run",
                    "qa_about",
                    "qa_snooze",
                    "verdict",
                    "judged_verdict",
                    "luminance_reading",
                    "meter_certificate",
                    "meter_choice",
                    "monitor_reading",
                    "ambient_baseline",
                    "room_light",
                    "room_illuminance",
                    "readiness_entry",
                    "link_measurement",
                    "disconnect_drill",
                    "purge_pass"));

    private Holdings() {}

    /** How long rows stay. */
    public enum Stay {
        /** As long as the images of their study. */
        IMAGES,
        /** Days after the last thing that happened to their study. */
        ROWS,
        /** Thrown away, kept a while. */
        DRAFTS,
        /** By the facility's policy of sound, from the final signature; the row without words goes with the record. */
        SOUND,
        /** The legal record: its own, longer age. */
        RECORD,
        /** Never deleted: chains that would break, books, and what says that something was deleted. */
        ALWAYS,
        /** Until the contract ends: how a facility is reached. */
        CONTRACT,
        /** Of the workstation and its reader; no patient. */
        OWN
    }

    /** Each table with its stay. */
    public static Map<String, Stay> tables() {
        Map<String, Stay> tables = new TreeMap<>();
        TABLES.forEach((stay, names) -> names.forEach(name -> tables.put(name, stay)));
        return tables;
    }
}
