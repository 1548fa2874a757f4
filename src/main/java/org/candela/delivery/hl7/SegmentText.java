package org.candela.delivery.hl7;

import java.util.SortedMap;
import java.util.TreeMap;

/** One segment that is being written; fields, components and subcomponents count from 1, as HL7 counts them. */
final class SegmentText {
    private final String name;
    private final SortedMap<Integer, SortedMap<Integer, SortedMap<Integer, String>>> fields = new TreeMap<>();

    SegmentText(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** Sets a whole field, escaped; nothing happens with a blank text. */
    SegmentText set(int field, String text) {
        return put(new FieldPosition(name, field, 0, 0), Er7.escape(text));
    }

    SegmentText set(int field, int component, String text) {
        return put(new FieldPosition(name, field, component, 0), Er7.escape(text));
    }

    SegmentText set(int field, int component, int subcomponent, String text) {
        return put(new FieldPosition(name, field, component, subcomponent), Er7.escape(text));
    }

    /** Sets what is written in the notation of messages already; a whole field or component replaces its parts. */
    SegmentText put(FieldPosition at, String encoded) {
        if (encoded.isEmpty()) {
            return this;
        }
        if (at.component() == 0) {
            fields.remove(at.field());
        }
        SortedMap<Integer, SortedMap<Integer, String>> field =
                fields.computeIfAbsent(at.field(), number -> new TreeMap<>());
        int component = Math.max(1, at.component());
        if (at.subcomponent() == 0) {
            field.remove(component);
        }
        field.computeIfAbsent(component, number -> new TreeMap<>()).put(Math.max(1, at.subcomponent()), encoded);
        return this;
    }

    /** The segment without its end; empty positions at the end of each part are left out. */
    String encode() {
        StringBuilder text = new StringBuilder(name);
        int from = name.equals("MSH") ? 2 : 1;
        int last = fields.isEmpty() ? 0 : fields.lastKey();
        for (int number = from; number <= last; number++) {
            text.append('|').append(field(number));
        }
        return text.toString();
    }

    /** A field as it is written; empty where there is none. */
    String field(int number) {
        SortedMap<Integer, SortedMap<Integer, String>> components = fields.get(number);
        return components == null ? "" : joined(components, '^', part -> joined(part, '&', text -> text));
    }

    /** How a part is written. */
    private interface Writing<T> {
        String of(T part);
    }

    private static <T> String joined(SortedMap<Integer, T> parts, char delimiter, Writing<T> writing) {
        StringBuilder text = new StringBuilder();
        for (int number = 1; number <= parts.lastKey(); number++) {
            if (number > 1) {
                text.append(delimiter);
            }
            T part = parts.get(number);
            text.append(part == null ? "" : writing.of(part));
        }
        return text.toString();
    }
}
