package org.candela.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayLutTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "128, 0", "129, 1", "32767, 127", "32768, 128", "65406, 254", "65407, 255", "65535, 255"})
    void identityRoundsToTheNearestOf256Greys(int pValue, int grey) {
        assertEquals(0xFF000000 | grey * 0x010101, DisplayLut.IDENTITY.argb(pValue));
    }

    @Test
    void anyLengthFromTwoIsSpreadOverAllPValues() {
        DisplayLut lut = DisplayLut.of(new int[] {0x000000, 0x000001, 0x010101});

        assertEquals(0xFF000000, lut.argb(0));
        assertEquals(0xFF000001, lut.argb(32768));
        assertEquals(0xFF010101, lut.argb(65535));
    }

    @Test
    void equalsByContentAndKeepsItsOwnCopy() {
        int[] entries = {0xFF000000, 0xFFFFFFFF};
        DisplayLut lut = DisplayLut.of(entries);
        entries[0] = 0xFF123456;

        assertEquals(DisplayLut.of(new int[] {0, 0xFFFFFF}), lut);
        assertNotEquals(DisplayLut.of(entries), lut);
        assertEquals(DisplayLut.of(new int[] {0, 0xFFFFFF}).hashCode(), lut.hashCode());
    }

    @Test
    void oneEntryIsNoScale() {
        assertThrows(IllegalArgumentException.class, () -> DisplayLut.of(new int[1]));
    }
}
