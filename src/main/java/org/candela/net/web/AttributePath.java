package org.candela.net.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.candela.dicom.Dictionary;
import org.candela.dicom.Tag;

/**
 * An attribute, or one within sequences, as QIDO-RS names it (PS3.18 §8.3.4.1, {@code attributeID}).
 *
 * @param tags sequences first, the attribute last
 */
public record AttributePath(List<Integer> tags) {
    public AttributePath {
        tags = List.copyOf(tags);
        if (tags.isEmpty()) {
            throw new IllegalArgumentException("a path names at least one attribute");
        }
    }

    /**
     * Reads keywords or tags of eight hexadecimal digits, joined by dots:
     * {@code "RequestAttributesSequence.ScheduledProcedureStepID"}, {@code "00400275.00400009"}.
     *
     * @throws IllegalArgumentException naming the part that is neither
     */
    public static AttributePath parse(String text) {
        List<Integer> tags = new ArrayList<>();
        for (String name : text.split("\\.", -1)) {
            tags.add(tag(name));
        }
        return new AttributePath(tags);
    }

    private static int tag(String name) {
        if (name.matches("[0-9A-Fa-f]{8}")) {
            return Integer.parseUnsignedInt(name, 16);
        }
        return Dictionary.standard()
                .tag(name)
                .orElseThrow(() -> new IllegalArgumentException("\"" + name + "\" is no keyword and no tag"));
    }

    /** As it stands in a query: {@code "00400275.00400009"}. */
    @Override
    public String toString() {
        return tags.stream().map(Tag::toHex).collect(Collectors.joining("."));
    }
}
