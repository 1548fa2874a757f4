package org.candela.readiness.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * Something measured or said.
 *
 * @param key what tells it from others of its kind, as the id of a facility
 * @param body its values; the kind says which
 */
public record Entry(Kind kind, String key, ObjectNode body) {
    /** The sorts. */
    public enum Kind {
        /** How far the microphone's reading is from a sound level meter's. */
        MICROPHONE,
        NOISE,
        /** Which sensor is in the room. */
        THERMOMETER,
        TEMPERATURE,
        WINDOW,
        /** How the way to a facility is measured. */
        LINK,
        BACKUP_LINK,
        BACKUP_TEST,
        VPN,
        CONTINGENCY
    }

    public Entry {
        body = body.deepCopy();
    }

    @Override
    public ObjectNode body() {
        return body.deepCopy();
    }

    /** An entry as it was kept. */
    public record Kept(Entry entry, Instant at, String by) {
        /** Its values. */
        public ObjectNode body() {
            return entry.body();
        }
    }
}
