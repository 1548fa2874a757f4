package org.candela.dicom.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PaletteSegmentsTest {
    // [utest->req~dicom-image.palettes~1]
    @Test
    void discreteValuesRampsAndSegmentsUsedAgainAreExpanded() throws Exception {
        int[] words = {0, 2, 10, 20, 1, 5, 120, 2, 1, 0, 0};

        assertArrayEquals(new int[] {10, 20, 40, 60, 80, 100, 120, 10, 20}, PaletteSegments.expand(words, 9));
    }

    // [utest->req~dicom-image.refuse~1]
    @Test
    void whatEndsTooEarlyOrBeginsWithARampIsRefused() {
        assertThrows(UnsupportedImageException.class, () -> PaletteSegments.expand(new int[] {0, 3, 1, 2}, 3));
        assertThrows(UnsupportedImageException.class, () -> PaletteSegments.expand(new int[] {1, 3, 1}, 3));
        assertThrows(UnsupportedImageException.class, () -> PaletteSegments.expand(new int[] {2, 1, 0, 0}, 3));
        assertThrows(UnsupportedImageException.class, () -> PaletteSegments.expand(new int[] {0, 1, 7}, 3));
    }
}
