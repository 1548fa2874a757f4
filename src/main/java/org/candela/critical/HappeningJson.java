package org.candela.critical;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import org.candela.base.Uid;
import org.candela.critical.Communication.Method;
import org.candela.critical.Communication.ReadBack;
import org.candela.facility.FacilityId;
import org.candela.store.StoreException;

/** What happened, as text of the store; the order of the members is fixed, so that a hash of the text is one of the entry. */
final class HappeningJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private HappeningJson() {}

    static String write(Happening happening) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (happening instanceof Happening.Opened opened) {
            opened(json, opened);
        } else if (happening instanceof Happening.Attempted attempted) {
            json.put("who", attempted.who())
                    .put("phone", attempted.phone())
                    .put("method", attempted.method().name())
                    .put("calledAt", attempted.calledAt().toString())
                    .put("outcome", attempted.outcome().name());
        } else if (happening instanceof Happening.Told told) {
            communication(json, told.communication());
        } else if (happening instanceof Happening.Corrected corrected) {
            communication(json, corrected.communication());
            json.put("reason", corrected.reason());
        } else if (happening instanceof Happening.Snoozed snoozed) {
            json.put("until", snoozed.until().toString());
        } else if (happening instanceof Happening.Reopened reopened) {
            json.put("reason", reopened.reason());
        } else if (happening instanceof Happening.LeftOpen left) {
            json.put("reason", left.reason());
        } else if (happening instanceof Happening.Withdrawn withdrawn) {
            json.put("reason", withdrawn.reason());
        }
        return json.toString();
    }

    private static void opened(ObjectNode json, Happening.Opened opened) {
        CriticalSubject subject = opened.subject();
        json.put("facility", subject.facility().value())
                .put("study", subject.study().toString())
                .put("patientName", subject.patientName())
                .put("patientId", subject.patientId())
                .put("accession", subject.accession())
                .put("examination", subject.examination())
                .put("category", opened.category().name())
                .put("finding", opened.finding())
                .put("identifiedAt", opened.identifiedAt().toString())
                .put("policy", opened.policy());
    }

    private static void communication(ObjectNode json, Communication told) {
        json.put("receiver", told.receiver())
                .put("role", told.role())
                .put("toldBy", told.toldBy())
                .put("method", told.method().name())
                .put("receivedAt", told.receivedAt().toString())
                .put("readBack", told.readBack().name())
                .put("notes", told.notes());
    }

    static Happening read(String kind, String text) throws StoreException {
        try {
            JsonNode json = MAPPER.readTree(text);
            return read(Happening.Kind.valueOf(kind), json);
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            throw new StoreException("store.value", "an entry of a critical result cannot be read (" + kind + ")", e);
        }
    }

    private static Happening read(Happening.Kind kind, JsonNode json) {
        return switch (kind) {
            case OPENED ->
                new Happening.Opened(
                        new CriticalSubject(
                                new FacilityId(text(json, "facility")),
                                new Uid(text(json, "study")),
                                text(json, "patientName"),
                                text(json, "patientId"),
                                text(json, "accession"),
                                text(json, "examination")),
                        CriticalCategory.valueOf(text(json, "category")),
                        text(json, "finding"),
                        moment(json, "identifiedAt"),
                        json.path("policy").asInt());
            case ATTEMPTED ->
                new Happening.Attempted(
                        text(json, "who"),
                        text(json, "phone"),
                        Method.valueOf(text(json, "method")),
                        moment(json, "calledAt"),
                        Happening.Outcome.valueOf(text(json, "outcome")));
            case TOLD -> new Happening.Told(communication(json));
            case CORRECTED -> new Happening.Corrected(communication(json), text(json, "reason"));
            case SNOOZED -> new Happening.Snoozed(moment(json, "until"));
            case REOPENED -> new Happening.Reopened(text(json, "reason"));
            case LEFT_OPEN -> new Happening.LeftOpen(text(json, "reason"));
            case WITHDRAWN -> new Happening.Withdrawn(text(json, "reason"));
        };
    }

    private static Communication communication(JsonNode json) {
        return new Communication(
                text(json, "receiver"),
                text(json, "role"),
                text(json, "toldBy"),
                Method.valueOf(text(json, "method")),
                moment(json, "receivedAt"),
                ReadBack.valueOf(text(json, "readBack")),
                text(json, "notes"));
    }

    private static String text(JsonNode json, String member) {
        return json.path(member).asText();
    }

    private static Instant moment(JsonNode json, String member) {
        return Instant.parse(text(json, member));
    }
}
