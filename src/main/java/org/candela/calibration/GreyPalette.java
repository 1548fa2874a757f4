package org.candela.calibration;

/**
 * The greys an 8-bit panel can show: plain ones, or also those between two greys with one or two channels a code higher.
 *
 * <p>A difference of one code between channels is not seen as colour, but moves luminance by a part of a grey step.
 * Three or seven sub-steps a grey give 766 or 1786 levels (phase tables as in pacsDisplay, HFHS).
 */
// [impl->req~calibration.sub-grey~1]
public enum GreyPalette {
    GREY_256("0"),
    SUB_GREY_766("043"),
    SUB_GREY_1786("0145236");

    private static final int WHITE = 255;
    private static final int RED = 0b100;
    private static final int GREEN = 0b010;
    private static final int BLUE = 0b001;
    private static final int OPAQUE = 0xFF << 24;

    /** Channels that are a code higher, one octal digit a sub-step: 4 red, 2 green, 1 blue. */
    private final String phases;

    GreyPalette(String phases) {
        this.phases = phases;
    }

    /** Number of levels, black and white included. */
    public int size() {
        return WHITE * phases.length() + 1;
    }

    /** Opaque colour of a level, 0 (black) to {@code size() − 1} (white). */
    public int argb(int level) {
        int grey = level / phases.length();
        int phase = phase(level);
        int red = grey + ((phase & RED) == 0 ? 0 : 1);
        int green = grey + ((phase & GREEN) == 0 ? 0 : 1);
        int blue = grey + ((phase & BLUE) == 0 ? 0 : 1);
        return OPAQUE | red << 16 | green << 8 | blue;
    }

    /** The plain grey, fractions meant, that is as bright as this level on a panel with these weights; 0 to 255. */
    double equivalentGrey(int level, ChannelWeights weights) {
        int phase = phase(level);
        double red = (phase & RED) == 0 ? 0 : weights.red();
        double green = (phase & GREEN) == 0 ? 0 : weights.green();
        double blue = (phase & BLUE) == 0 ? 0 : weights.blue();
        int grey = level / phases.length();
        return grey + red + green + blue;
    }

    private int phase(int level) {
        return phases.charAt(level % phases.length()) - '0';
    }
}
