package org.candela.order.feed;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.util.Terser;
import java.util.ArrayList;
import java.util.List;
import org.candela.order.feed.FeedException.Refusal;

/** One segment of a message: values by field, repetition, component and subcomponent, counted from 1 as HL7 does. */
final class Segment {
    private final ca.uhn.hl7v2.model.Segment parsed;
    private final String name;

    Segment(ca.uhn.hl7v2.model.Segment parsed) {
        this.parsed = parsed;
        this.name = parsed.getName().substring(0, Math.min(3, parsed.getName().length()));
    }

    String name() {
        return name;
    }

    /** First component of the first repetition; blank when absent. */
    String field(int field) throws FeedException {
        return value(field, 1, 1);
    }

    /** A component of the first repetition. */
    String component(int field, int component) throws FeedException {
        return value(field, 1, component);
    }

    String value(int field, int repetition, int component) throws FeedException {
        return value(field, repetition, component, 1);
    }

    String value(int field, int repetition, int component, int subcomponent) throws FeedException {
        try {
            String value = Terser.get(parsed, field, repetition - 1, component, subcomponent);
            return value == null ? "" : value.strip();
        } catch (HL7Exception e) {
            throw new FeedException(Refusal.DATA_TYPE, name + "-" + field + " cannot be read");
        }
    }

    int repetitions(int field) throws FeedException {
        try {
            return parsed.getField(field).length;
        } catch (HL7Exception e) {
            throw new FeedException(Refusal.DATA_TYPE, name + "-" + field + " cannot be read");
        }
    }

    /** Free text of all repetitions, a line each; {@code \.br\} ends a line. */
    String text(int field) throws FeedException {
        List<String> lines = new ArrayList<>();
        for (int repetition = 1; repetition <= repetitions(field); repetition++) {
            lines.add(value(field, repetition, 1));
        }
        return String.join("\n", lines).replace("\\.br\\", "\n").strip();
    }

    /** What of several values is told first; blank when none is. */
    static String firstOf(String... values) {
        return List.of(values).stream()
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse("");
    }
}
