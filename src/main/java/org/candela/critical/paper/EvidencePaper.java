package org.candela.critical.paper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.candela.critical.Communication;
import org.candela.critical.CriticalLoop;
import org.candela.critical.CriticalPolicy;
import org.candela.critical.CriticalSubject;
import org.candela.critical.Happening;
import org.candela.critical.ReportSentence;
import org.candela.displayqa.report.SealedPaper;
import org.candela.displayqa.report.SigningKey;
import org.candela.displayqa.report.Verification;

/**
 * One critical result as it leaves for its facility. The accession number names the examination; the patient's own number
 * stands in only where there is none, and the name never does.
 *
 * @param policy that held when it was identified
 */
// [impl->req~critical.evidence~1]
public record EvidencePaper(CriticalLoop loop, CriticalPolicy policy, About about) {
    /** First member of the document, which says what it is and in which version. */
    static final String MEMBER = "candelaCriticalResult";

    static final String ATTACHMENT = "critical-result.json";
    private static final int VERSION = 1;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Who wrote it, where, with what, and when. */
    public record About(String reader, String workstation, String program, Instant at) {}

    /** The sealed document, UTF-8. */
    public byte[] json(SigningKey key) {
        return SealedPaper.json(document(), key);
    }

    /** The sealed pages, with the sealed document attached. */
    public byte[] pdf(SigningKey key) throws IOException {
        byte[] json = json(key);
        return SealedPaper.pdf(EvidencePdf.print(MAPPER.readTree(json), json, key.fingerprint()), key);
    }

    /** Checks a file of either form. */
    public static Verification verify(byte[] file) {
        return SealedPaper.verify(file, MEMBER, ATTACHMENT);
    }

    /** The document without a seal. */
    ObjectNode document() {
        CriticalSubject subject = loop.subject();
        Duration limit = policy.limit(loop.category());
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put(MEMBER, VERSION)
                .put("id", loop.id().toString())
                .put("facility", subject.facility().value())
                .put("accession", subject.accession())
                .put("patientId", subject.accession().isBlank() ? subject.patientId() : "")
                .put("examination", subject.examination())
                .put("finding", loop.finding())
                .put("category", loop.category().words())
                .put("limitMinutes", limit.toMinutes())
                .put("policyVersion", loop.opened().policy())
                .put("zone", policy.zone().getId())
                .put("identifiedAt", moment(loop.identifiedAt()))
                .put("state", loop.state().name())
                .put("reader", about.reader())
                .put("workstation", about.workstation())
                .put("program", about.program())
                .put("writtenAt", about.at().toString());
        loop.communication().ifPresent(told -> {
            Duration took = Duration.between(loop.identifiedAt(), told.receivedAt());
            document.put("tookMinutes", took.toMinutes())
                    .put("isWithinLimit", took.compareTo(limit) <= 0)
                    .put("sentence", ReportSentence.of(loop, policy.zone()).orElse(""));
        });
        ArrayNode entries = document.putArray("entries");
        loop.entries().forEach(entry -> entries.add(entry(entry)));
        return document;
    }

    private String moment(Instant at) {
        return ReportSentence.moment(at, zone());
    }

    private ZoneId zone() {
        return policy.zone();
    }

    private ObjectNode entry(CriticalLoop.Entry entry) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("enteredAt", moment(entry.at()))
                .put("enteredBy", entry.by())
                .put("what", entry.happening().kind().name())
                .put("words", words(entry.happening()));
    }

    private String words(Happening happening) {
        if (happening instanceof Happening.Opened opened) {
            return "Identified at " + moment(opened.identifiedAt()) + ": " + opened.finding();
        }
        if (happening instanceof Happening.Attempted tried) {
            String phone = tried.phone().isBlank() ? "" : " (" + tried.phone() + ")";
            return "Called " + tried.who() + phone + " at " + moment(tried.calledAt()) + ": "
                    + tried.outcome().words();
        }
        if (happening instanceof Happening.Told told) {
            return told(told.communication());
        }
        if (happening instanceof Happening.Corrected corrected) {
            return "Corrected, since " + corrected.reason() + ". " + told(corrected.communication());
        }
        if (happening instanceof Happening.Snoozed snoozed) {
            return "Alarm silenced until " + moment(snoozed.until());
        }
        return reason(happening);
    }

    private static String reason(Happening happening) {
        if (happening instanceof Happening.Reopened reopened) {
            return "Opened again: " + reopened.reason();
        }
        if (happening instanceof Happening.LeftOpen left) {
            return "Shift ended with it open: " + left.reason();
        }
        return happening instanceof Happening.Withdrawn withdrawn ? "Withdrawn: " + withdrawn.reason() : "";
    }

    private String told(Communication told) {
        boolean isReadBack = told.readBack() == Communication.ReadBack.READ_BACK;
        return "Received by " + told.who() + " at " + moment(told.receivedAt()) + ", told by " + told.toldBy() + " "
                + told.method().words() + "; " + (isReadBack ? "read back" : "NOT read back")
                + (told.notes().isBlank() ? "." : ". " + told.notes());
    }

    /** Whether a document says that somebody was told in time. */
    static boolean isWithin(JsonNode document) {
        return document.path("isWithinLimit").asBoolean();
    }
}
