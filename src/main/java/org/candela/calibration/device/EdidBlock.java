package org.candela.calibration.device;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.candela.base.Sha256;

/**
 * The base block of an EDID as the monitor sent it (VESA E-EDID 1.4, 128 bytes); whichever channel it came by, it is the
 * same.
 *
 * @param hex 256 lower-case hexadecimal digits
 */
// [impl->req~device.edid-block~1]
public record EdidBlock(String hex) {
    private static final int WEEK = 16;
    private static final int MODEL_YEAR = 0xFF;
    private static final int VIDEO_INPUT = 20;
    private static final int DIGITAL = 0x80;
    private static final int REVISION = 19;
    private static final int TIMING = 54;

    public EdidBlock {
        if (!hex.matches("[0-9a-f]{256}")) {
            throw new IllegalArgumentException("the base block of an EDID has 128 bytes");
        }
    }

    /** The base block of {@code edid}, which is at least as long. */
    static EdidBlock of(byte[] edid) {
        return new EdidBlock(HexFormat.of().formatHex(Arrays.copyOf(edid, Edid.BLOCK)));
    }

    /** SHA-256 of the bytes. */
    public String sha256() {
        return Sha256.hex(HexFormat.of().parseHex(hex));
    }

    /** Week of manufacture, 1 to 54; empty where the monitor does not tell it, as where the year is that of the model. */
    public Optional<Integer> week() {
        int week = u8(WEEK);
        return week == 0 || week == MODEL_YEAR ? Optional.empty() : Optional.of(week);
    }

    /** Pixels of the panel in a row, by its preferred timing (3.10.2); empty where there is none. */
    public Optional<Integer> nativeWidth() {
        return active(TIMING + 2, TIMING + 4);
    }

    /** Pixels of the panel in a column. */
    public Optional<Integer> nativeHeight() {
        return active(TIMING + 5, TIMING + 7);
    }

    /** Bits of each primary colour that the panel takes (3.6, of 1.4 only): 6 to 16; empty where it does not tell. */
    public Optional<Integer> bitsOfColour() {
        int input = u8(VIDEO_INPUT);
        int depth = input >> 4 & 7;
        boolean isTold = (input & DIGITAL) != 0 && u8(REVISION) >= 4 && depth > 0 && depth < 7;
        return isTold ? Optional.of(4 + 2 * depth) : Optional.empty();
    }

    private Optional<Integer> active(int low, int high) {
        boolean isTiming = u8(TIMING) != 0 || u8(TIMING + 1) != 0;
        int pixels = u8(low) | (u8(high) & 0xF0) << 4;
        return isTiming && pixels > 0 ? Optional.of(pixels) : Optional.empty();
    }

    private int u8(int at) {
        return Integer.parseInt(hex.substring(2 * at, 2 * at + 2), 16);
    }
}
