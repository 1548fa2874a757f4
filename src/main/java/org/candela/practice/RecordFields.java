package org.candela.practice;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.candela.facility.FacilityId;

/** The fields of one record in JSON. What is wrong is an {@link IllegalArgumentException} that names its field. */
final class RecordFields {
    private final JsonNode json;

    RecordFields(JsonNode json) {
        this.json = json;
    }

    /** The record that they make. */
    PracticeRecord record() {
        return switch (constant("kind", PracticeRecord.Kind.class)) {
            case LICENCE -> licence();
            case CREDENTIAL -> credential();
            case POLICY -> policy();
            case ENGAGEMENT -> engagement();
            case TERMS -> terms();
            case LOCATION -> new ReadingLocation(text("country"), text("place"), Instant.parse(text("attestedAt")));
            case EMERGENCY -> new EmergencyDeclaration(state(text("state"), "state"), text("reference"), period());
            case DOSSIER -> dossier();
            case PAY -> PayJson.read(json, facility(text("facility")), period());
        };
    }

    private Licence licence() {
        return new Licence(
                state(text("state"), "state"),
                text("number"),
                constant("grade", Licence.Grade.class),
                period(),
                constant("route", Licence.Route.class),
                day("verifiedOn"),
                optional("documentSha256"));
    }

    private Credential credential() {
        LocalDate applied = required("applied");
        return new Credential(
                facility(text("facility")),
                constant("status", Credential.Status.class),
                applied,
                day("expected").orElse(Credential.usuallyExpected(applied)),
                optional("from").map(from -> period()),
                constant("reads", ReadType.class),
                Set.copyOf(words("modalities")));
    }

    private MalpracticePolicy policy() {
        return new MalpracticePolicy(
                text("carrier"),
                text("number"),
                period(),
                optional("limits").orElse(""),
                words("states").stream().map(word -> state(word, "states")).collect(Collectors.toSet()),
                words("facilities").stream().map(this::facility).collect(Collectors.toSet()),
                new MalpracticePolicy.Terms(flag("telemedicine"), flag("tail")));
    }

    private Engagement engagement() {
        return new Engagement(
                facility(text("facility")),
                constant("model", Engagement.Model.class),
                period(),
                day("employerConsent"),
                day("associateAgreement"));
    }

    private FacilityTerms terms() {
        Map<String, Jurisdiction> sites = new TreeMap<>();
        json.path("sites")
                .properties()
                .forEach(site -> sites.put(site.getKey(), state(site.getValue().asText(), "sites/" + site.getKey())));
        Set<FacilityTerms.LocalTeam> teams = EnumSet.noneOf(FacilityTerms.LocalTeam.class);
        words("localTeam").forEach(word -> teams.add(constant(word, "localTeam", FacilityTerms.LocalTeam.class)));
        return new FacilityTerms(facility(text("facility")), sites, flag("breastInFacility"), teams);
    }

    private DossierItem dossier() {
        return new DossierItem(
                constant("paper", DossierItem.Paper.class),
                text("title"),
                required("dated"),
                day("expires"),
                optional("documentSha256"));
    }

    private Period period() {
        return new Period(required("from"), required("through"));
    }

    private String text(String name) {
        return optional(name).orElseThrow(() -> new IllegalArgumentException("the field \"" + name + "\" is missing"));
    }

    private Optional<String> optional(String name) {
        return Optional.of(json.path(name).asText("")).filter(text -> !text.isBlank());
    }

    private boolean flag(String name) {
        JsonNode value = json.path(name);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw new IllegalArgumentException("\"" + name + "\" is true or false, not " + value);
        }
        return value.asBoolean(false);
    }

    private LocalDate required(String name) {
        return day(name).orElseThrow(() -> new IllegalArgumentException("the date \"" + name + "\" is missing"));
    }

    private Optional<LocalDate> day(String name) {
        try {
            return optional(name).map(LocalDate::parse);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" is a date as 2026-12-31, not \""
                            + json.path(name).asText() + "\"",
                    e);
        }
    }

    private List<String> words(String name) {
        List<String> words = new ArrayList<>();
        json.path(name).forEach(word -> words.add(word.asText()));
        return words;
    }

    private Jurisdiction state(String code, String name) {
        if (!Jurisdiction.isOne(code)) {
            throw new IllegalArgumentException("\"" + name + "\" is a state as TX, not \"" + code + "\"");
        }
        return Jurisdiction.of(code);
    }

    private FacilityId facility(String id) {
        return new FacilityId(id);
    }

    private <E extends Enum<E>> E constant(String name, Class<E> type) {
        return constant(text(name), name, type);
    }

    private static <E extends Enum<E>> E constant(String word, String name, Class<E> type) {
        String wanted = word.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + name + "\" is one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(one -> one.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))
                        + ", not \"" + word + "\""));
    }
}
