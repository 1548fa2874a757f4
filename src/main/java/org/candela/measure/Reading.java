package org.candela.measure;

import java.util.List;
import java.util.Optional;

/**
 * What a figure measures on its frame.
 *
 * @param magnitudes in the order they are written; after those with the reader's calibration come the same with the file's
 * @param remarks why something is not given, or not to be trusted
 */
public record Reading(List<Magnitude> magnitudes, List<Remark> remarks) {
    /** Measures nothing, as words do. */
    public static final Reading NONE = new Reading(List.of(), List.of());

    public Reading {
        magnitudes = List.copyOf(magnitudes);
        remarks = List.copyOf(remarks);
    }

    /** Why something is not given, or not to be trusted. */
    public enum Remark {
        /** The outline crosses itself, so that it has no area and no values. */
        CROSSES_ITSELF,
        /** No centre of a pixel that is image is inside. */
        NO_PIXELS,
        /** Pixels in colour have no value that could be averaged. */
        COLOUR,
        /** The point is not on the image. */
        OUTSIDE,
        /** The pixel is padding, no image. */
        PADDING,
        /** Both heart borders are on one side of the midline. */
        ONE_SIDE_OF_MIDLINE,
        /** The axes of the region are not lengths, so that nothing can be measured across them. */
        NOT_LENGTHS
    }

    /** The first magnitude of a kind. */
    public Optional<Magnitude> magnitude(Quantity quantity) {
        return magnitudes.stream()
                .filter(magnitude -> magnitude.quantity() == quantity)
                .findFirst();
    }
}
