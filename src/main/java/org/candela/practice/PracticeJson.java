package org.candela.practice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Records on file as JSON text, which is what is stored, exported and taken in. */
public final class PracticeJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PracticeJson() {}

    /** A record with its kind. */
    public static ObjectNode write(PracticeRecord record) {
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("kind", record.kind().name());
        if (record instanceof Licence licence) {
            write(json, licence);
        } else if (record instanceof Credential credential) {
            write(json, credential);
        } else if (record instanceof MalpracticePolicy policy) {
            write(json, policy);
        } else if (record instanceof Engagement engagement) {
            write(json, engagement);
        } else if (record instanceof FacilityTerms terms) {
            write(json, terms);
        } else if (record instanceof ReadingLocation location) {
            json.put("country", location.country())
                    .put("place", location.place())
                    .put("attestedAt", location.attestedAt().toString());
        } else if (record instanceof EmergencyDeclaration emergency) {
            json.put("state", emergency.jurisdiction().code()).put("reference", emergency.reference());
            period(json, emergency.period());
        } else if (record instanceof DossierItem item) {
            write(json, item);
        } else if (record instanceof PayRule rule) {
            PayJson.write(json, rule);
        }
        return json;
    }

    private static void write(ObjectNode json, Licence licence) {
        json.put("state", licence.jurisdiction().code())
                .put("number", licence.number())
                .put("grade", licence.grade().name())
                .put("route", licence.route().name());
        period(json, licence.period());
        licence.verifiedOn().ifPresent(day -> json.put("verifiedOn", day.toString()));
        licence.documentSha256().ifPresent(hash -> json.put("documentSha256", hash));
    }

    private static void write(ObjectNode json, Credential credential) {
        json.put("facility", credential.facility().value())
                .put("status", credential.status().name())
                .put("applied", credential.applied().toString())
                .put("expected", credential.expected().toString())
                .put("reads", credential.reads().name());
        credential.approved().ifPresent(period -> period(json, period));
        words(json, "modalities", credential.modalities().stream().sorted().toList());
    }

    private static void write(ObjectNode json, MalpracticePolicy policy) {
        json.put("carrier", policy.carrier())
                .put("number", policy.number())
                .put("limits", policy.limits())
                .put("telemedicine", policy.terms().telemedicine())
                .put("tail", policy.terms().tail());
        period(json, policy.period());
        words(
                json,
                "states",
                policy.states().stream().map(Jurisdiction::code).sorted().toList());
        words(
                json,
                "facilities",
                policy.facilities().stream().map(id -> id.value()).sorted().toList());
    }

    private static void write(ObjectNode json, Engagement engagement) {
        json.put("facility", engagement.facility().value())
                .put("model", engagement.model().name());
        period(json, engagement.period());
        engagement.employerConsent().ifPresent(day -> json.put("employerConsent", day.toString()));
        engagement.associateAgreement().ifPresent(day -> json.put("associateAgreement", day.toString()));
    }

    private static void write(ObjectNode json, FacilityTerms terms) {
        json.put("facility", terms.facility().value()).put("breastInFacility", terms.breastInFacility());
        ObjectNode sites = json.putObject("sites");
        new TreeMap<>(terms.sites()).forEach((name, state) -> sites.put(name, state.code()));
        words(
                json,
                "localTeam",
                terms.localTeam().stream().map(Enum::name).sorted().toList());
    }

    private static void write(ObjectNode json, DossierItem item) {
        json.put("paper", item.paper().name())
                .put("title", item.title())
                .put("dated", item.dated().toString());
        item.expires().ifPresent(day -> json.put("expires", day.toString()));
        item.documentSha256().ifPresent(hash -> json.put("documentSha256", hash));
    }

    private static void period(ObjectNode json, Period period) {
        json.put("from", period.from().toString())
                .put("through", period.through().toString());
    }

    private static void words(ObjectNode json, String name, List<String> words) {
        words.forEach(json.putArray(name)::add);
    }

    /**
     * The record of a JSON text.
     *
     * @throws PracticeException {@code practice.unreadable}, naming the field that is wrong
     */
    static PracticeRecord read(String text) throws PracticeException {
        return read(tree(text));
    }

    /** The records of a JSON array. */
    public static List<PracticeRecord> readAll(String text) throws PracticeException {
        List<PracticeRecord> records = new ArrayList<>();
        for (JsonNode one : tree(text)) {
            records.add(read(one));
        }
        return records;
    }

    private static JsonNode tree(String text) throws PracticeException {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new PracticeException(
                    "practice.unreadable",
                    "this is not JSON, near line " + e.getLocation().getLineNr(),
                    e);
        }
    }

    /** {@link #read(String)} of a tree. */
    public static PracticeRecord read(JsonNode tree) throws PracticeException {
        try {
            return new RecordFields(tree).record();
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new PracticeException("practice.unreadable", String.valueOf(e.getMessage()), e);
        }
    }
}
