package org.candela.dicom;

/**
 * How a file is to be read; {@link #standard()} and what differs from it.
 *
 * @param extent how much of the data set is wanted
 * @param tolerance whether faults that can be read past become warnings or errors
 * @param damage what becomes of a file that breaks off or cannot be read on
 * @param valueBytesInMemory longer values stay in the file; pixel data always does
 */
public record ReadOptions(Extent extent, Tolerance tolerance, Damage damage, int valueBytesInMemory) {
    private static final int VALUE_BYTES = 1 << 16;

    public ReadOptions {
        if (valueBytesInMemory < 0) {
            throw new IllegalArgumentException("a number of bytes is negative: " + valueBytesInMemory);
        }
    }

    /** How much of a data set is wanted. */
    public enum Extent {
        WHOLE,
        /** Everything before Pixel Data; what follows it is not looked at. */
        BEFORE_PIXELS
    }

    /** What becomes of a fault that can be read past. */
    public enum Tolerance {
        /** It is recorded as a warning of the file. */
        WARN,
        /** It refuses the file. */
        REFUSE
    }

    /** What becomes of a file that cannot be read to its end. */
    public enum Damage {
        /** It is refused, so that nobody takes a part for the whole. */
        REFUSE,
        /** What stands before the damage is kept, with a warning; an element that is not whole is left out. */
        KEEP_PREFIX
    }

    /** The whole file, tolerant of what can be read past, and no half ones. */
    public static ReadOptions standard() {
        return new ReadOptions(Extent.WHOLE, Tolerance.WARN, Damage.REFUSE, VALUE_BYTES);
    }

    /** The same up to Pixel Data. */
    public static ReadOptions header() {
        return new ReadOptions(Extent.BEFORE_PIXELS, Tolerance.WARN, Damage.REFUSE, VALUE_BYTES);
    }

    /** The same where every warning is an error. */
    public ReadOptions strict() {
        return new ReadOptions(extent, Tolerance.REFUSE, damage, valueBytesInMemory);
    }

    /** The same where a damaged file gives what stands before the damage. */
    public ReadOptions keepingPrefix() {
        return new ReadOptions(extent, tolerance, Damage.KEEP_PREFIX, valueBytesInMemory);
    }

    /** The same with values of up to {@code bytes} in memory. */
    public ReadOptions withValuesInMemory(int bytes) {
        return new ReadOptions(extent, tolerance, damage, bytes);
    }
}
