package org.candela.dicom.image;

/**
 * Expands a segmented palette (PS3.3 C.7.9.2): discrete values, ramps, and segments used again from elsewhere in the
 * data. Never makes more entries than asked for.
 */
final class PaletteSegments {
    private static final int DISCRETE = 0;
    private static final int LINEAR = 1;
    private static final int INDIRECT = 2;

    private final int[] words;
    private final int[] entries;
    private int made;

    private PaletteSegments(int[] words, int count) {
        this.words = words;
        this.entries = new int[count];
    }

    /**
     * The {@code count} entries that {@code words} stand for.
     *
     * @param words 16-bit words of the data
     */
    // [impl->req~dicom-image.palettes~1]
    static int[] expand(int[] words, int count) throws UnsupportedImageException {
        PaletteSegments segments = new PaletteSegments(words, count);
        int at = 0;
        while (at < words.length && segments.made < count) {
            at = segments.segment(at);
        }
        if (segments.made < count) {
            throw new UnsupportedImageException(
                    "a segmented palette holds " + segments.made + " of " + count + " entries");
        }
        return segments.entries;
    }

    /** Makes the entries of the segment at {@code at}; where the next one begins. */
    private int segment(int at) throws UnsupportedImageException {
        return word(at) == INDIRECT ? again(at) : direct(at);
    }

    private int direct(int at) throws UnsupportedImageException {
        int kind = word(at);
        int length = word(at + 1);
        if (kind == LINEAR) {
            ramp(length, word(at + 2));
            return at + 3;
        }
        if (kind != DISCRETE) {
            throw new UnsupportedImageException("a segmented palette has segments of type " + kind);
        }
        for (int i = 0; i < length; i++) {
            add(word(at + 2 + i));
        }
        return at + 2 + length;
    }

    /** From the entry before, which is not part of the ramp, to {@code end} in {@code length} equal steps. */
    private void ramp(int length, int end) throws UnsupportedImageException {
        if (made == 0) {
            throw new UnsupportedImageException("a segmented palette begins with a ramp");
        }
        int start = entries[made - 1];
        for (int i = 1; i <= length; i++) {
            add((int) Math.round(start + (double) (end - start) * i / length));
        }
    }

    /** Number of segments and their byte offset, less significant word first; none of them may be indirect itself. */
    private int again(int at) throws UnsupportedImageException {
        long offset = word(at + 2) | (long) word(at + 3) << Short.SIZE;
        int from = (int) Math.min(Integer.MAX_VALUE, offset / 2);
        for (int i = 0; i < word(at + 1) && made < entries.length; i++) {
            from = direct(from);
        }
        return at + 4;
    }

    private void add(int value) {
        if (made < entries.length) {
            entries[made++] = value;
        }
    }

    private int word(int at) throws UnsupportedImageException {
        if (at < 0 || at >= words.length) {
            throw new UnsupportedImageException("a segmented palette ends within a segment");
        }
        return words[at];
    }
}
