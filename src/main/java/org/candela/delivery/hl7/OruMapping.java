package org.candela.delivery.hl7;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.candela.delivery.ReportWords;

/**
 * How a facility wants its ORU^R01 messages: what differs from one radiology system to the next. Read by
 * {@link OruMappingReader}.
 *
 * @param name for people
 * @param constants what stands at a place of every message, in the notation of messages; words that begin with {@code $}
 *     stand for facts of the report
 */
public record OruMapping(
        String name,
        Hl7Version version,
        Acknowledgements acknowledgements,
        Header header,
        Order order,
        Text text,
        Set<Row> rows,
        Status status,
        Map<String, String> constants) {
    public OruMapping {
        rows = Set.copyOf(rows);
        constants = Map.copyOf(constants);
    }

    /** Which answer is waited for (HL7 v2.5.1 §2.9.2, §2.9.3). */
    public enum Acknowledgements {
        /** MSH-15 and MSH-16 empty: one application acknowledgement, AA. */
        ORIGINAL("", ""),
        /** AL and NE: the receiver took the message into safe storage, CA. */
        COMMIT("AL", "NE"),
        /** AL and AL: safe storage, then what the application made of it, CA and AA. */
        APPLICATION("AL", "AL");

        private final String accept;
        private final String application;

        Acknowledgements(String accept, String application) {
            this.accept = accept;
            this.application = application;
        }

        String accept() {
            return accept;
        }

        String application() {
            return application;
        }
    }

    /**
     * Who sends to whom, in which letters.
     *
     * @param receiver application and facility (MSH-5, MSH-6); empty for those of the facility's address
     * @param hasStructure whether MSH-9 names the message structure
     * @param zone of all times
     * @param hasOffset whether times say their offset from UTC
     */
    public record Header(
            Party sender,
            Party receiver,
            MessageCharset charset,
            boolean hasStructure,
            ZoneId zone,
            boolean hasOffset) {}

    /** An application and its facility. */
    public record Party(String application, String facility) {}

    /**
     * How an order and its patient are known again.
     *
     * @param accessionAt where the accession number stands beside the filler's number
     * @param assigner second component of order numbers; empty for the receiving application
     * @param issuer PID-3.4; empty for what the study says
     * @param procedureScheme OBR-4.3
     */
    public record Order(
            List<String> accessionAt,
            Filler filler,
            String assigner,
            String issuer,
            String procedureScheme,
            Priority priority,
            Interpreter interpreter) {
        public Order {
            accessionAt = List.copyOf(accessionAt);
        }
    }

    /** What the filler's order number (OBR-3, ORC-3) is. */
    public enum Filler {
        ACCESSION,
        STUDY
    }

    /** Where the priority stands. */
    public enum Priority {
        TQ1_9("TQ1-9"),
        OBR_27_6("OBR-27.6"),
        OBR_5("OBR-5"),
        NONE("none");

        private final String text;

        Priority(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /** How OBR-32 names who interpreted. */
    public enum Interpreter {
        /** {@code 1999&DOE&JOHN}, as NDL has it. */
        SUBCOMPONENTS,
        /** {@code 1999^DOE^JOHN}, against the standard and common. */
        COMPONENTS,
        NONE
    }

    /**
     * How the text becomes OBX segments.
     *
     * @param isFormatted FT with {@code \.br\}, else TX with repetitions
     * @param longestLine longer lines are broken at words; 0 for any length
     * @param codes OBX-3 by heading in lower case, in the notation of messages; {@code findings} for the rest and
     *     {@code impression}
     * @param addendum what an addendum brings
     */
    public record Text(
            boolean isFormatted,
            Portion portion,
            Headings headings,
            int longestLine,
            Map<String, String> codes,
            ReportWords.Extent addendum) {
        public Text {
            codes = Map.copyOf(codes);
        }
    }

    /** How much stands in one OBX. */
    public enum Portion {
        LINE,
        SECTION,
        REPORT
    }

    /** How headings are written above their text. */
    public enum Headings {
        UPPER,
        AS_WRITTEN,
        NONE
    }

    /** OBX segments beside the text, as IHE RAD-28 has them. */
    public enum Row {
        STUDY_INSTANCE_UID,
        SR_INSTANCE_UID,
        PDF
    }

    /** OBR-25 and OBX-11 by what a signature means; tables 0123 and 0085. */
    public record Status(Map<ResultStatus, String> letters) {
        public Status {
            letters = Map.copyOf(letters);
        }

        String of(ResultStatus status) {
            return letters.getOrDefault(status, status.letter());
        }
    }
}
