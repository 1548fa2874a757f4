package org.candela.dicom.object.structured;

import java.util.Optional;

/** How a content item stands to the one that holds it (PS3.3 Table C.17.3-8). */
public enum Relationship {
    CONTAINS,
    HAS_OBS_CONTEXT,
    HAS_ACQ_CONTEXT,
    HAS_CONCEPT_MOD,
    HAS_PROPERTIES,
    INFERRED_FROM,
    SELECTED_FROM,
    /** The root, which nothing holds, and what has an unknown relationship. */
    NONE;

    /** As coded: {@code "HAS OBS CONTEXT"}. */
    String code() {
        return name().replace('_', ' ');
    }

    static Optional<Relationship> of(String code) {
        for (Relationship relationship : values()) {
            if (relationship != NONE && relationship.code().equals(code)) {
                return Optional.of(relationship);
            }
        }
        return Optional.empty();
    }
}
