package org.candela.dicom.object.presentation;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import org.candela.dicom.object.DisplayColor;

/**
 * A layer of graphics (PS3.3 C.10.7).
 *
 * @param order layers of larger order are drawn on top
 * @param description may be empty
 * @param grey recommended P-value, 0 to 65535; empty when none is
 * @param color recommended colour; empty when none is
 */
public record GraphicLayer(String name, int order, String description, OptionalInt grey, Optional<DisplayColor> color)
        implements Comparable<GraphicLayer> {

    @Override
    public int compareTo(GraphicLayer other) {
        return Comparator.comparingInt(GraphicLayer::order)
                .thenComparing(GraphicLayer::name)
                .compare(this, other);
    }
}
