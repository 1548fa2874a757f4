package org.candela.order.feed;

import org.candela.base.CandelaException;

/** A message that is not taken; its words go back to the sender and hold no patient data. */
final class FeedException extends CandelaException {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    FeedException(Refusal refusal, String words) {
        super("order.feed." + refusal.condition(), words);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }

    /** Why, as HL7 table 0357 has it, and whether the same message may be taken another time (AE) or never (AR). */
    enum Refusal {
        SEGMENT_SEQUENCE("100", "Segment sequence error", "AR"),
        FIELD_MISSING("101", "Required field missing", "AR"),
        DATA_TYPE("102", "Data type error", "AR"),
        TABLE_VALUE("103", "Table value not found", "AR"),
        MESSAGE_TYPE("200", "Unsupported message type", "AR"),
        PROCESSING_ID("202", "Unsupported processing id", "AR"),
        UNKNOWN_SENDER("204", "Unknown key identifier", "AR"),
        INTERNAL("207", "Application internal error", "AE");

        private final String condition;
        private final String text;
        private final String code;

        Refusal(String condition, String text, String code) {
            this.condition = condition;
            this.text = text;
            this.code = code;
        }

        String condition() {
            return condition;
        }

        String text() {
            return text;
        }

        /** MSA-1 in original mode. */
        String code() {
            return code;
        }
    }
}
