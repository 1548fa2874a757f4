package org.candela.dicom.image;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;

/**
 * Which part of a larger multi-frame image an instance holds: an image may be sent as several instances, each with some of
 * its frames (PS3.3 C.7.6.16, Concatenation UID and what follows it).
 *
 * @param whole what all parts of the image share
 * @param number of this part, from 1
 * @param total how many parts there are; empty when not stated
 */
public record ConcatenationPart(Uid whole, int number, Optional<Integer> total) {
    /** What a data set says; empty for an image that is whole in itself, or one that does not say which part it is. */
    public static Optional<ConcatenationPart> of(Attributes image) {
        Optional<Integer> number = image.integer(Tag.InConcatenationNumber).filter(stated -> stated > 0);
        return image.uid(Tag.ConcatenationUID)
                .flatMap(whole -> number.map(stated -> new ConcatenationPart(
                        whole,
                        stated,
                        image.integer(Tag.InConcatenationTotalNumber).filter(total -> total > 0))));
    }

    /**
     * How many parts are surely missing among {@code parts} of one image. The last ones of an image that states no total
     * cannot be missed.
     */
    public static int missing(List<ConcatenationPart> parts) {
        int last = parts.stream()
                .mapToInt(part -> Math.max(part.number(), part.total().orElse(0)))
                .max()
                .orElse(0);
        return last
                - parts.stream()
                        .map(ConcatenationPart::number)
                        .collect(Collectors.toSet())
                        .size();
    }
}
