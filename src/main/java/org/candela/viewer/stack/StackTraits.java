package org.candela.viewer.stack;

import java.util.List;
import java.util.Optional;

/**
 * What a stack is called and what kind of image it holds; decides where it hangs.
 *
 * @param modality Modality (0008,0060)
 * @param title Series Description; may be empty
 * @param bodyPart Body Part Examined (0018,0015); may be empty
 * @param laterality L or R; empty when not stated
 * @param view view position of a mammogram, {@code "CC"} or {@code "MLO"}; empty when not stated
 * @param patientOrientation letters of the row and column direction of a projection (0020,0020); empty when not stated
 */
public record StackTraits(
        String modality,
        String title,
        String bodyPart,
        Optional<String> laterality,
        Optional<String> view,
        List<String> patientOrientation) {
    public StackTraits {
        patientOrientation = List.copyOf(patientOrientation);
    }

    /** Of a stack that says no side and no view. */
    public StackTraits(String modality, String title, String bodyPart) {
        this(modality, title, bodyPart, Optional.empty(), Optional.empty(), List.of());
    }
}
