package org.candela.dicom;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A person's name (VR PN, PS3.5 §6.2.1): up to three ways of writing it, each of up to five components.
 *
 * @param alphabetic the name in a single-byte or Latin script; empty when it is not written so
 * @param ideographic the name in ideographs; empty when it is not written so
 * @param phonetic how the name is spoken; empty when that is not told
 */
public record PersonName(Group alphabetic, Group ideographic, Group phonetic) {
    private static final int GROUPS = 3;
    private static final int COMPONENTS = 5;

    /** One way of writing a name, its parts without padding; empty text for a part that is not there. */
    public record Group(String family, String given, String middle, String prefix, String suffix) {

        /** Whether no part is there. */
        public boolean isEmpty() {
            return toString().isEmpty();
        }

        /** The parts between carets, without carets at the end, as DICOM writes them. */
        @Override
        public String toString() {
            return joined(List.of(family, given, middle, prefix, suffix), "^");
        }

        private static Group of(String text) {
            String[] parts = Arrays.copyOf(text.split("\\^", COMPONENTS), COMPONENTS);
            List<String> found = Arrays.stream(parts)
                    .map(part -> part == null ? "" : part.strip())
                    .toList();
            return new Group(found.get(0), found.get(1), found.get(2), found.get(3), found.get(4));
        }
    }

    /** The name of one value of PN; anything can be read as one. */
    public static PersonName of(String value) {
        String[] groups = Arrays.copyOf(value.split("=", GROUPS), GROUPS);
        List<Group> found = Arrays.stream(groups)
                .map(group -> Group.of(group == null ? "" : group))
                .toList();
        return new PersonName(found.get(0), found.get(1), found.get(2));
    }

    /** The value of PN. */
    @Override
    public String toString() {
        return joined(List.of(alphabetic.toString(), ideographic.toString(), phonetic.toString()), "=");
    }

    private static String joined(List<String> parts, String delimiter) {
        String joined = parts.stream().collect(Collectors.joining(delimiter));
        int end = joined.length();
        while (end > 0 && joined.charAt(end - 1) == delimiter.charAt(0)) {
            end--;
        }
        return joined.substring(0, end);
    }
}
