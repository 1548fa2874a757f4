package org.candela.cli;

import java.util.List;

/**
 * What is asked of a peer.
 *
 * @param level of the information model
 * @param matches attributes with the value they must match, in the wildcard syntax of PS3.4 C.2.2.2
 * @param wanted attributes the answer should hold beside those
 */
public record NetQuery(Level level, List<Match> matches, List<TagPath> wanted) {
    public NetQuery {
        matches = List.copyOf(matches);
        wanted = List.copyOf(wanted);
    }

    /** Level of the query/retrieve information model (PS3.4 C.3). */
    public enum Level {
        PATIENT,
        STUDY,
        SERIES,
        IMAGE
    }

    /** One condition. */
    public record Match(TagPath path, String value) {
        static Match of(String text) {
            int equals = text.indexOf('=');
            if (equals <= 0) {
                throw new IllegalArgumentException("not TAG=VALUE: " + text);
            }
            return new Match(TagPath.of(text.substring(0, equals)), text.substring(equals + 1));
        }
    }
}
