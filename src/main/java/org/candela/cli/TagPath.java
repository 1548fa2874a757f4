package org.candela.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.candela.dicom.Dictionary;

/** An attribute, or one within items of sequences: {@code PatientID}, {@code 00100020}, {@code RequestAttributesSequence.StudyID}. */
public record TagPath(List<Integer> tags) {
    public TagPath {
        tags = List.copyOf(tags);
        if (tags.isEmpty()) {
            throw new IllegalArgumentException("no attribute named");
        }
    }

    /** Reads keywords or eight hexadecimal digits, joined by dots. */
    public static TagPath of(String text) {
        List<Integer> tags = new ArrayList<>();
        for (String name : text.split("\\.", -1)) {
            tags.add(tagOf(name));
        }
        return new TagPath(tags);
    }

    private static int tagOf(String name) {
        OptionalInt known = Dictionary.standard().tag(name);
        if (known.isPresent()) {
            return known.getAsInt();
        }
        if (!name.matches("[0-9A-Fa-f]{8}")) {
            throw new IllegalArgumentException(
                    "no attribute is called \"" + name + "\"; use a DICOM keyword or eight hexadecimal digits");
        }
        return Integer.parseUnsignedInt(name, 16);
    }

    /** The attribute itself, innermost. */
    public int last() {
        return tags.get(tags.size() - 1);
    }
}
