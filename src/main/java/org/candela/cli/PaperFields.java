package org.candela.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.candela.base.CandelaException;
import org.candela.practice.PracticeRecord;

/** The fields of a paper as they are typed. */
final class PaperFields {
    private static final Set<String> LISTS =
            Set.of("modalities", "states", "facilities", "localTeam", "afterHoursDays");
    private static final Set<String> FLAGS = Set.of("telemedicine", "tail", "breastInFacility");
    /** As {@code sites/NAME=STATE}. */
    private static final Set<String> MAPS = Set.of("sites", "rates");

    private PaperFields() {}

    /**
     * The record in JSON, which {@link org.candela.practice.PracticeJson#read} then judges.
     *
     * @param now when a location is attested
     */
    static ObjectNode of(PracticeRecord.Kind kind, List<String> fields, Instant now) throws CandelaException {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("kind", kind.name());
        if (kind == PracticeRecord.Kind.LOCATION) {
            json.put("attestedAt", now.toString());
        }
        for (String field : fields) {
            int equals = field.indexOf('=');
            if (equals <= 0) {
                throw new CandelaException("cli.bad-field", "not FIELD=VALUE: \"" + field + "\"");
            }
            put(json, field.substring(0, equals), field.substring(equals + 1).strip());
        }
        return json;
    }

    private static void put(ObjectNode json, String name, String value) throws CandelaException {
        if (LISTS.contains(name)) {
            Stream.of(value.split(",")).map(String::strip).forEach(json.withArray(name)::add);
        } else if (FLAGS.contains(name)) {
            if (!Set.of("true", "false").contains(value)) {
                throw new CandelaException("cli.bad-field", name + " is true or false, not \"" + value + "\"");
            }
            json.put(name, Boolean.parseBoolean(value));
        } else if (MAPS.contains(map(name))) {
            json.withObjectProperty(map(name)).put(name.substring(map(name).length() + 1), value);
        } else {
            json.put(name, value);
        }
    }

    /** What is before the slash; blank where there is none. */
    private static String map(String name) {
        return name.substring(0, Math.max(0, name.indexOf('/')));
    }
}
