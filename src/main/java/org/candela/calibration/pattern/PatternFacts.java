package org.candela.calibration.pattern;

import java.util.Optional;
import java.util.Set;

/**
 * What is known of a pattern, for lists, records and files.
 *
 * @param id our own name, for example {@code "SYN-QC"}
 * @param after the published pattern that it is drawn after, for example {@code "TG18-QC"}
 * @param version of our drawing; a changed pixel is a new version
 * @param reference where the published one is described
 * @param code code of the published one in PS3.16
 * @param exact what of the reference is drawn as stated there
 * @param reading what the reference leaves open to us or could not be opened: our own choice
 * @param levels how levels become values of 12 bits
 * @param depths bits that it can be drawn with, the usual ones first
 * @param fit how it follows the screen
 */
public record PatternFacts(
        String id,
        String after,
        int version,
        String reference,
        Optional<PatternCode> code,
        String exact,
        String reading,
        LevelScale levels,
        Set<PatternDepth> depths,
        Fit fit) {

    /** How a pattern follows the size of the screen. */
    public enum Fit {
        /** Its geometry is that of the screen. */
        FILLS_SCREEN,
        /** A square of 1024 units, each a whole number of pixels, in the middle; beyond it the background goes on. */
        SQUARE_OF_1024
    }

    /** {@code "SYN-QC (after TG18-QC)"}: never the label of the published pattern. */
    public String title() {
        return id + " (after " + after + ")";
    }

    /** Whether it is drawn by us and not the published file: always. */
    public boolean isSynthetic() {
        return true;
    }
}
