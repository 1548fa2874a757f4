package org.candela.dicom.object.presentation;

import java.util.List;
import org.candela.base.Uid;
import org.candela.dicom.object.ObjectReference;

/**
 * Images that a part of a presentation state applies to.
 *
 * @param references images or frames; empty for all that the state applies to
 */
public record Scope(List<ObjectReference> references) {
    /** All images of the state. */
    public static final Scope ALL = new Scope(List.of());

    public Scope {
        references = List.copyOf(references);
    }

    /** Whether frame {@code frame}, from 1, of {@code image} is meant, where the state applies to it. */
    public boolean includes(Uid image, int frame) {
        return references.isEmpty() || ObjectReference.anyIncludes(references, image, frame);
    }
}
