package org.candela.calibration;

import java.util.ArrayList;
import java.util.List;

/**
 * The greys an 8-bit panel can show: plain ones, or also those between two greys with channels a code or two apart.
 *
 * <p>A difference of one code between channels is not seen as colour, but moves luminance by a part of a grey step. Three or
 * seven sub-steps a grey give 766 or 1786 levels (phase tables as in pacsDisplay, HFHS). The finest palette is our own: every
 * colour whose channels are no more than two codes apart, 19 a grey. Its widest gap is 0.07 of a grey step with the
 * primaries of sRGB, where that of 1786 levels is 0.43.
 */
// [impl->req~calibration.sub-grey~1]
public enum GreyPalette {
    GREY_256("000"),
    SUB_GREY_766("000 100 011"),
    SUB_GREY_1786("000 001 100 101 010 011 110"),
    SUB_GREY_4834("000 001 002 010 011 012 020 021 022 100 101 102 110 120 200 201 202 210 220");

    private static final int WHITE = 255;
    private static final int OPAQUE = 0xFF << 24;

    /** How many codes red, green and blue are above the grey. */
    private final String phases;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final List<Integer> colours;

    GreyPalette(String phases) {
        this.phases = phases;
        this.colours = colours(phases.split(" "));
    }

    /** Number of colours, black and white included. */
    public int size() {
        return colours.size();
    }

    /** Opaque colour of a level, 0 (black) to {@code size() − 1} (white); within a grey in the order of its phases. */
    public int argb(int level) {
        return colours.get(level);
    }

    /** Most codes that two channels of one colour are apart. */
    public int spread() {
        return phases.chars()
                .filter(Character::isDigit)
                .map(Character::getNumericValue)
                .max()
                .orElseThrow();
    }

    private static List<Integer> colours(String[] phases) {
        List<Integer> colours = new ArrayList<>();
        for (int grey = 0; grey <= WHITE; grey++) {
            for (String phase : phases) {
                int red = grey + offset(phase, 0);
                int green = grey + offset(phase, 1);
                int blue = grey + offset(phase, 2);
                if (Math.max(red, Math.max(green, blue)) <= WHITE) {
                    colours.add(OPAQUE | red << 16 | green << 8 | blue);
                }
            }
        }
        return List.copyOf(colours);
    }

    private static int offset(String phase, int channel) {
        return phase.charAt(channel) - '0';
    }
}
