package org.candela.dicom.image;

import java.util.List;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;

/**
 * Which part of a multi-frame image a frame is (PS3.3 C.7.6.16.2.2).
 *
 * @param stackId stack it belongs to; empty when not stated
 * @param inStackPosition place in the stack, from 1; 0 when not stated
 * @param temporalPosition point in time, from 1; 0 when not stated
 * @param dimensionIndices one value a dimension, from 1; empty when not stated
 */
public record FrameContent(String stackId, int inStackPosition, int temporalPosition, List<Integer> dimensionIndices) {
    public FrameContent {
        dimensionIndices = List.copyOf(dimensionIndices);
    }

    // [impl->req~dicom-image.frame-order~1]
    static FrameContent of(FunctionalGroups groups) {
        Attributes content = groups.group(Tag.FrameContentSequence);
        return new FrameContent(
                content.string(Tag.StackID).orElse(""),
                content.integer(Tag.InStackPositionNumber).orElse(0),
                content.integer(Tag.TemporalPositionIndex).orElse(0),
                content.numbers(Tag.DimensionIndexValues).stream()
                        .map(Double::intValue)
                        .toList());
    }
}
