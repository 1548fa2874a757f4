package org.candela.delivery.hl7;

import java.util.List;
import java.util.regex.Pattern;

/** A DICOM person name (PS3.5 §6.2.1.1) by component; HL7 v2 orders prefix and suffix the other way round. */
record PersonName(List<String> components) {
    private static final Pattern CARET = Pattern.compile("\\^");
    private static final Pattern GROUP = Pattern.compile("=");

    /** Reads the first component group that holds anything. */
    static PersonName of(String dicomName) {
        String group = GROUP.splitAsStream(dicomName)
                .filter(part -> !part.isBlank())
                .findFirst()
                .orElse("");
        return new PersonName(List.of(CARET.split(group, -1)));
    }

    String family() {
        return component(0);
    }

    String given() {
        return component(1);
    }

    String middle() {
        return component(2);
    }

    String prefix() {
        return component(3);
    }

    String suffix() {
        return component(4);
    }

    private String component(int index) {
        return index < components.size() ? components.get(index).strip() : "";
    }
}
