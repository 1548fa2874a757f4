package org.candela.dictation.session;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What is wrong at the moment, each with what to do. Safe from any thread. */
final class Troubles {
    /** Where it comes from; the one that matters most first. */
    enum Source {
        DISK,
        MICROPHONE,
        ENGINE
    }

    private final Map<Source, String> told = new EnumMap<>(Source.class);

    /** Whether that is news. */
    synchronized boolean set(Source source, String words) {
        return !words.equals(told.put(source, words));
    }

    /** Whether it was there. */
    synchronized boolean clear(Source source) {
        return told.remove(source) != null;
    }

    /** In one line; empty when nothing is wrong. */
    synchronized String text() {
        return told.values().stream().collect(Collectors.joining("; "));
    }
}
