package org.candela.delivery.hl7;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a message as people write it: {@code OBR-18}, {@code OBR-27.6}, {@code OBR-32.1.2}.
 *
 * @param component from 1; 0 for the field as a whole
 * @param subcomponent from 1; 0 for the component as a whole
 */
record FieldPosition(String segment, int field, int component, int subcomponent) {
    private static final Pattern FORM =
            Pattern.compile("([A-Z][A-Z0-9]{2})-([1-9][0-9]?)(?:\\.([1-9][0-9]?))?(?:\\.([1-9][0-9]?))?");

    static Optional<FieldPosition> of(String text) {
        Matcher found = FORM.matcher(text);
        return found.matches()
                ? Optional.of(new FieldPosition(
                        found.group(1),
                        Integer.parseInt(found.group(2)),
                        number(found.group(3)),
                        number(found.group(4))))
                : Optional.empty();
    }

    private static int number(String text) {
        return text == null ? 0 : Integer.parseInt(text);
    }

    @Override
    public String toString() {
        return segment + "-" + field + (component > 0 ? "." + component : "")
                + (subcomponent > 0 ? "." + subcomponent : "");
    }
}
