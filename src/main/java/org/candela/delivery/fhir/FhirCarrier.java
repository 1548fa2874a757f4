package org.candela.delivery.fhir;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.delivery.Answer;
import org.candela.delivery.Carrier;
import org.candela.delivery.Consignment;
import org.candela.delivery.Door;
import org.candela.delivery.Parcel;
import org.candela.net.web.JsonService;
import org.candela.net.web.WebException;

/** Reports posted to the root of a FHIR server; only a transaction-response that says so of each entry is an acceptance. */
// [impl->req~delivery.fhir~1]
public final class FhirCarrier implements Carrier {
    /** What its parcels are. */
    public static final String MEDIA_TYPE = "application/fhir+json";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int SERVER_ERROR = 500;
    /** Unauthorised, forbidden, timeout, conflict, precondition: another time may find another answer. */
    private static final Set<Integer> PASSING = Set.of(401, 403, 408, 409, 412, 425);

    private final ReportBundle bundles;
    private final Door<JsonService> door;

    /** @param zone of the examination and of times in documents */
    public FhirCarrier(ZoneId zone, Door<JsonService> door) {
        this.bundles = new ReportBundle(zone);
        this.door = door;
    }

    @Override
    public Parcel pack(Consignment consignment) throws CandelaException {
        return new Parcel(MEDIA_TYPE, bundles.of(consignment.report()));
    }

    @Override
    public Answer send(Consignment.Ticket ticket, Parcel parcel) {
        try {
            JsonService.Reply reply =
                    door.open(ticket.facility(), ticket.channel()).post(MEDIA_TYPE, parcel.bytes(), new Cancellation());
            return answer(reply);
        } catch (WebException e) {
            Answer.Kind kind = e.status().isPresent() ? Answer.Kind.ERROR : Answer.Kind.NONE;
            return Answer.of(kind, String.valueOf(e.getMessage()));
        } catch (CandelaException e) {
            return Answer.of(Answer.Kind.UNSENT, String.valueOf(e.getMessage()));
        }
    }

    static Answer answer(JsonService.Reply reply) {
        JsonNode body = json(reply.body());
        if (reply.status() / 100 == OK / 100) {
            return success(reply, body);
        }
        boolean isLasting =
                reply.status() >= BAD_REQUEST && reply.status() < SERVER_ERROR && !PASSING.contains(reply.status());
        String words = "HTTP status " + reply.status() + outcome(body);
        return Answer.of(isLasting ? Answer.Kind.REJECTED : Answer.Kind.ERROR, words);
    }

    private static Answer success(JsonService.Reply reply, JsonNode body) {
        JsonNode entries = body.path("entry");
        boolean isResponse = body.path("type").asText().equals("transaction-response");
        boolean isDone = isResponse
                && !entries.isEmpty()
                && StreamSupport.stream(entries.spliterator(), false)
                        .allMatch(entry ->
                                entry.path("response").path("status").asText().startsWith("2"));
        if (isDone) {
            return Answer.accepted("", reply.body());
        }
        String found = isResponse ? "not every entry was taken" : "no transaction-response";
        return Answer.of(Answer.Kind.ERROR, "HTTP status " + reply.status() + ", " + found + outcome(body));
    }

    private static JsonNode json(String text) {
        try {
            JsonNode tree = MAPPER.readTree(text);
            return tree == null ? MissingNode.getInstance() : tree;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** What an OperationOutcome says, wherever it stands. */
    private static String outcome(JsonNode body) {
        String words = body.findValues("issue").stream()
                .flatMap(issues -> StreamSupport.stream(issues.spliterator(), false))
                .map(issue -> issue.path("diagnostics")
                        .asText(issue.path("details")
                                .path("text")
                                .asText(issue.path("code").asText())))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(" \u00b7 "));
        return words.isEmpty() ? "" : ": " + words;
    }
}
