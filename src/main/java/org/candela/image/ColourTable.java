package org.candela.image;

/**
 * Colours for greys (PS3.6 B.1), put in after the P-value by the wish of a reader. What is shown with one is no grey: it
 * does not pass the table of the display, and the image says so.
 */
public enum ColourTable {
    /** Greys, by the table of the display. */
    NONE("", new Ramp(0, 0, 255, 255)),
    /** PS3.6 B.1.1: red to a half, green from there, blue in the last quarter. */
    HOT_IRON(
            "Hot iron",
            new Ramp(0, 0, 127, 254, 128, 255, 255, 255),
            new Ramp(0, 0, 128, 0, 254, 252, 255, 255),
            new Ramp(0, 0, 191, 0, 254, 252, 255, 255)),
    /** PS3.6 B.1.2. */
    PET(
            "PET",
            new Ramp(0, 0, 63, 0, 64, 1, 106, 85, 107, 86, 149, 170, 150, 171, 192, 255, 255, 255),
            new Ramp(0, 0, 31, 62, 32, 65, 62, 125, 63, 128, 95, 64, 96, 63, 127, 1, 128, 0, 254, 252, 255, 255),
            new Ramp(0, 0, 1, 1, 128, 255, 129, 252, 192, 0, 212, 80, 213, 85, 233, 165, 234, 170, 254, 250, 255, 255)),
    /** PS3.6 B.1.3: blue to violet, orange, yellow, white. */
    HOT_METAL_BLUE(
            "Hot metal blue",
            new Ramp(
                    0, 0, 85, 0, 93, 24, 102, 50, 104, 55, 120, 93, 127, 114, 144, 164, 153, 190, 155, 198, 167, 244,
                    170, 255, 255, 255),
            new Ramp(0, 0, 119, 0, 123, 8, 225, 200, 233, 215, 240, 228, 252, 250, 255, 255),
            new Ramp(
                    0, 0, 8, 16, 42, 83, 77, 151, 93, 183, 102, 200, 110, 176, 119, 150, 123, 126, 131, 79, 136, 50,
                    144, 26, 153, 0, 170, 0, 178, 24, 229, 174, 240, 206, 241, 210, 253, 249, 255, 255)),
    /** PS3.6 B.1.4: twenty steps. */
    PET_20_STEP(
            "PET 20 step",
            new Steps(
                    0, 0, 13, 96, 26, 48, 51, 80, 64, 96, 77, 112, 90, 128, 102, 48, 128, 80, 141, 64, 153, 224, 166,
                    208, 204, 192, 217, 176, 230, 255),
            new Steps(
                    0, 0, 26, 48, 51, 80, 64, 96, 77, 112, 90, 128, 102, 96, 115, 144, 128, 192, 141, 224, 166, 208,
                    179, 176, 192, 144, 204, 96, 217, 48, 230, 0, 243, 255),
            new Steps(
                    0, 0, 13, 80, 39, 112, 51, 128, 64, 176, 77, 192, 90, 224, 102, 48, 128, 80, 141, 64, 153, 80, 166,
                    96, 179, 64, 192, 0, 243, 255)),
    /** PS3.6 B.1.5: magenta to yellow. */
    SPRING("Spring", new Segments(0, 255, 255, 255), new Segments(0, 0, 255, 255), new Segments(0, 255, 255, 0)),
    /** PS3.6 B.1.6: green, with blue from a half on. */
    SUMMER("Summer", new Segments(0, 0, 255, 0), new Segments(0, 255, 255, 128), new Segments(0, 0, 127, 0, 255, 254)),
    /** PS3.6 B.1.7: yellow to red. */
    FALL("Fall", new Segments(0, 255, 255, 255), new Segments(0, 255, 255, 0), new Segments(0, 0, 255, 0)),
    /** PS3.6 B.1.8: blue to green. */
    WINTER(
            "Winter",
            new Segments(0, 0, 127, 0, 255, 127),
            new Segments(0, 0, 255, 255),
            new Segments(0, 255, 255, 128));

    private static final int ENTRIES = 256;

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // a DisplayLut is immutable, though no annotation says so
    private final DisplayLut colours;

    ColourTable(String title, Channel all) {
        this(title, all, all, all);
    }

    ColourTable(String title, Channel red, Channel green, Channel blue) {
        this.title = title;
        int[] argb = new int[ENTRIES];
        for (int i = 0; i < ENTRIES; i++) {
            argb[i] = red.at(i) << 16 | green.at(i) << 8 | blue.at(i);
        }
        this.colours = DisplayLut.of(argb);
    }

    /** What a reader calls it; empty for {@link #NONE}. */
    public String title() {
        return title;
    }

    /** Whether the picture stays grey. */
    public boolean isGrey() {
        return this == NONE;
    }

    // [impl->req~image.pseudo-colour~1]
    /** The table in the place of that of {@code display}, which {@link #NONE} leaves in its place. */
    public DisplayLut over(DisplayLut display) {
        return isGrey() ? display : colours;
    }

    /** One colour of the table: entry 0 to 255 → 0 to 255. */
    private interface Channel {
        int at(int entry);
    }

    /** Straight lines from knot to knot, given as entry, value, entry, value, …. */
    private record Ramp(int... knots) implements Channel {
        @Override
        public int at(int entry) {
            int i = 0;
            while (knots[i + 2] < entry) {
                i += 2;
            }
            int run = knots[i + 2] - knots[i];
            return knots[i + 1] + (knots[i + 3] - knots[i + 1]) * (entry - knots[i]) / run;
        }
    }

    /** As {@link Ramp}, rounded to the nearest, as linear segments of PS3.3 C.7.9.2.2 are. */
    private record Segments(int... knots) implements Channel {
        @Override
        public int at(int entry) {
            int i = 0;
            while (knots[i + 2] < entry) {
                i += 2;
            }
            double part = (double) (entry - knots[i]) / (knots[i + 2] - knots[i]);
            return (int) Math.rint(knots[i + 1] + (knots[i + 3] - knots[i + 1]) * part);
        }
    }

    /** A value from each entry on: entry, value, entry, value, …. */
    private record Steps(int... starts) implements Channel {
        @Override
        public int at(int entry) {
            int i = 0;
            while (i + 2 < starts.length && starts[i + 2] <= entry) {
                i += 2;
            }
            return starts[i + 1];
        }
    }
}
