package org.candela.viewer.hanging;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.candela.viewer.stack.BodyPlane;
import org.candela.viewer.stack.ImageStack;

/**
 * Which stack is meant; a criterion left empty fits all.
 *
 * @param prior 0 for the current study, 1 for its newest prior, 2 for the one before
 * @param modality Modality (0008,0060); may be empty
 * @param laterality L or R; may be empty
 * @param viewPosition as {@code "CC"}; may be empty
 * @param plane principal plane of the slices
 * @param words all of these are in the Series Description, whatever their case
 * @param position number among those that fit, from 0; empty for the first that does not hang yet
 * @param alike number of a place of the same stage, from 0 over all panels, whose stack the wanted one is most like
 */
public record StackSelector(
        int prior,
        String modality,
        String laterality,
        String viewPosition,
        Optional<BodyPlane> plane,
        List<String> words,
        OptionalInt position,
        OptionalInt alike) {
    /** The next stack of the current study. */
    public static final StackSelector NEXT =
            new StackSelector(0, "", "", "", Optional.empty(), List.of(), OptionalInt.empty(), OptionalInt.empty());

    public StackSelector {
        words = words.stream().map(word -> word.toUpperCase(Locale.ROOT)).toList();
        if (prior < 0 || position.orElse(0) < 0 || alike.orElse(0) < 0) {
            throw new IllegalArgumentException("a selector counts from 0");
        }
    }

    /** Whether a stack of the right study can be meant. */
    boolean fits(ImageStack stack) {
        return (modality.isEmpty() || modality.equals(stack.modality()))
                && (laterality.isEmpty() || laterality.equals(stack.laterality().orElse("")))
                && (viewPosition.isEmpty() || viewPosition.equals(stack.view().orElse("")))
                && (plane.isEmpty() || plane.equals(stack.geometry().bodyPlane()))
                && Words.of(stack.title()).toList().containsAll(words);
    }
}
