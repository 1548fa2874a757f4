package org.candela.dicom.object;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayColorTest {
    /** sRGB primaries in CIELab under D50, as ICC profiles give them (L*, a*, b* rounded). */
    // [utest->req~dicom-object.color~1]
    @ParameterizedTest
    @CsvSource({
        "100,   0,    0, FFFFFFFF",
        "0,     0,    0, FF000000",
        "54.29, 80.80, 69.89, FFFF0000",
        "87.82, -79.27, 80.99, FF00FF00",
        "29.57, 68.30, -112.03, FF0000FF",
        "53.39,   0,    0, FF7F7F7F"
    })
    void pcsValuesBecomeTheColourTheyStandFor(double l, double a, double b, String argb) {
        DisplayColor color =
                new DisplayColor((int) Math.round(l / 100 * 65535), (int) Math.round((a + 128) / 255 * 65535), (int)
                        Math.round((b + 128) / 255 * 65535));

        int expected = Integer.parseUnsignedInt(argb, 16);
        for (int shift = 0; shift < 24; shift += 8) {
            assertEquals(expected >> shift & 0xFF, color.argb() >> shift & 0xFF, 1, "the table has two decimals");
        }
    }

    // [utest->req~dicom-object.color~1]
    @Test
    void aColourOfTheScreenComesBackAsItself() {
        for (int argb : new int[] {0xFF000000, 0xFFFFFFFF, 0xFFFF0000, 0xFF12AB34, 0xFF0000FF, 0xFF808080}) {
            assertEquals(
                    Integer.toHexString(argb),
                    Integer.toHexString(DisplayColor.ofArgb(argb).argb()));
        }
    }
}
