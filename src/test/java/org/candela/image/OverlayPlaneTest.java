package org.candela.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

// [utest->req~image.overlay-plane~1]
class OverlayPlaneTest {
    private static final int INK = 0xFFFFC040;

    @Test
    void theOriginSaysWhichPixelOfTheImageAMarkLiesOn() {
        OverlayPlane plane = plane(2, 2, 1, -1, 1, 3);

        assertTrue(plane.isSet(1, 0));
        assertTrue(plane.isSet(2, 0));
        assertFalse(plane.isSet(1, -1) || plane.isSet(0, 0) || plane.isSet(3, 0));
    }

    @Test
    void atOneToOneAMarkIsOnePixelAndOutsideTheCanvasNone() {
        RasterArgb raster = RasterArgb.ofSize(3, 1);

        plane(1, 5, 0, 0, 1, 4).draw(AffineMap.IDENTITY, INK, raster);

        assertArrayEquals(new int[] {0, INK, 0}, raster.pixels());
    }

    @Test
    void magnifiedAMarkCoversItsPixelAndMirroredToo() {
        RasterArgb raster = RasterArgb.ofSize(4, 1);
        // Device pixel x lies at image column (3 − x) / 2 − 1/4: two to a column, mirrored.
        AffineMap mirrored = new AffineMap(-0.5, 0, 1.25, 0, 1, 0);

        plane(1, 2, 0, 0, 0).draw(mirrored, INK, raster);

        assertArrayEquals(new int[] {0, 0, INK, INK}, raster.pixels());
    }

    @Test
    void aSingleMarkIsStillSeenWhenTheImageIsReduced() {
        for (int bit = 0; bit < 100; bit++) {
            RasterArgb raster = RasterArgb.ofSize(10, 1);

            plane(1, 100, 0, 0, bit).draw(new AffineMap(10, 0, 4.5, 0, 1, 0), INK, raster);

            assertEquals(
                    1,
                    java.util.Arrays.stream(raster.pixels())
                            .filter(argb -> argb == INK)
                            .count(),
                    "bit " + bit);
        }
    }

    private static OverlayPlane plane(int rows, int columns, int originRow, int originColumn, int... set) {
        BitSet bits = new BitSet();
        java.util.Arrays.stream(set).forEach(bits::set);
        return new OverlayPlane(rows, columns, originRow, originColumn, OverlayPlane.Kind.GRAPHICS, "", bits);
    }
}
