package org.candela.viewer.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.candela.image.ImagePoint;
import org.junit.jupiter.api.Test;

// [utest->req~viewer.regions-shown~1]
class RegionMaskTest {
    @Test
    void anOutlineRunsAlongTheEdgesOfPixelsAndAroundHoles() {
        RegionMask ring = mask("xxx", "x.x", "xxx");

        List<List<ImagePoint>> lines = ring.outlines();

        assertEquals(2, lines.size());
        assertEquals(List.of(point(0, 0), point(3, 0), point(3, 3), point(0, 3), point(0, 0)), lines.get(0));
        assertEquals(5, lines.get(1).size());
        assertTrue(lines.get(1).containsAll(List.of(point(1, 1), point(2, 1), point(2, 2), point(1, 2))));
    }

    @Test
    void pixelsThatMeetAtACornerHaveOutlinesOfTheirOwn() {
        assertEquals(2, mask("x.", ".x").outlines().size());
    }

    @Test
    void aPixelBelongsToTheRegionFromHalfOn() {
        RegionMask mask = new RegionMask(1, 3, new byte[] {127, (byte) 128, (byte) 255});

        BitSet expected = new BitSet();
        expected.set(1, 3);
        assertEquals(expected, mask.inside());
        assertEquals(
                List.of(point(1, 0), point(3, 0), point(3, 1), point(1, 1), point(1, 0)),
                mask.outlines().get(0));
    }

    /** By the formula of Gauss the area within all lines, holes taken off, is the number of pixels. */
    @Test
    void whateverTheMaskItsLinesAreClosedAndEncloseAsMuchAsItHasPixels() {
        Random random = new Random(20261128);
        for (int round = 0; round < 200; round++) {
            int rows = 1 + random.nextInt(9);
            int columns = 1 + random.nextInt(9);
            byte[] opacity = new byte[rows * columns];
            IntStream.range(0, opacity.length).forEach(i -> opacity[i] = (byte) (random.nextBoolean() ? 255 : 0));
            RegionMask mask = new RegionMask(rows, columns, opacity);

            double area = 0;
            for (List<ImagePoint> line : mask.outlines()) {
                assertEquals(line.get(0), line.get(line.size() - 1));
                for (int i = 0; i + 1 < line.size(); i++) {
                    area += line.get(i).column() * line.get(i + 1).row()
                            - line.get(i + 1).column() * line.get(i).row();
                }
            }
            assertEquals(mask.inside().cardinality(), area / 2, 1e-9);
        }
    }

    /** The corner of a pixel. */
    private static ImagePoint point(int column, int row) {
        return new ImagePoint(column - 0.5, row - 0.5);
    }

    private static RegionMask mask(String... rows) {
        String all = String.join("", rows);
        byte[] opacity = new byte[all.length()];
        IntStream.range(0, opacity.length).forEach(i -> opacity[i] = (byte) (all.charAt(i) == 'x' ? 255 : 0));
        return new RegionMask(rows.length, rows[0].length(), opacity);
    }
}
