package org.candela.report;

import java.util.Set;

/**
 * What the images of a study say of themselves, as far as it bears on the text of their report.
 *
 * @param bodyParts Body Part Examined (0018,0015) of all series, as sent; may be empty
 * @param sides Image Laterality (0020,0062) or Laterality (0020,0060) of the images: {@code L}, {@code R}, {@code B}
 */
public record ImageFacts(Set<String> bodyParts, Set<String> sides) {
    /** Images that say nothing, or that were not asked. */
    public static final ImageFacts NONE = new ImageFacts(Set.of(), Set.of());

    public ImageFacts {
        bodyParts = Set.copyOf(bodyParts);
        sides = Set.copyOf(sides);
    }
}
