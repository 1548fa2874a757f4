package org.candela.report;

import java.util.Set;

/**
 * What the images of a study say of themselves, as far as it bears on the text of their report.
 *
 * @param bodyParts Body Part Examined (0018,0015) and anatomic regions of all series, as sent; may be empty
 * @param sides {@code L}, {@code R}, {@code B} by Frame, Image or Series Laterality or the modifier of the anatomic region;
 *     empty where an image of the study states none
 * @param sexes Patient's Sex (0010,0040) of the images, where it is M or F
 */
public record ImageFacts(Set<String> bodyParts, Set<String> sides, Set<String> sexes) {
    /** Images that say nothing, or that were not asked. */
    public static final ImageFacts NONE = new ImageFacts(Set.of(), Set.of(), Set.of());

    public ImageFacts {
        bodyParts = Set.copyOf(bodyParts);
        sides = Set.copyOf(sides);
        sexes = Set.copyOf(sexes);
    }
}
