package org.candela.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** PS3.3 C.7.6.11, C.7.6.15: {@code o} is open, {@code .} is covered. */
// [utest->req~image.shutter~1]
class ShutterTest {
    @Test
    void aRectangleLeavesItsEdgesOpen() {
        assertEquals(List.of(".....", ".ooo.", ".ooo.", "....."), open(4, 5, new Shutter.Rectangle(1, 1, 3, 2)));
    }

    /** Radius 2: at one row off the centre √3 columns, at two rows none but the middle. */
    @Test
    void aCircleIsMeasuredFromPixelCentres() {
        assertEquals(
                List.of("..o..", ".ooo.", "ooooo", ".ooo.", "..o.."),
                open(5, 5, new Shutter.Circle(new ImagePoint(2, 2), 2, 1)));
    }

    /** Pixels twice as high as wide: radius 2 in columns is one row. */
    @Test
    void overPixelsThatAreNotSquareItIsACircleOnTheDisplay() {
        assertEquals(
                List.of(".....", "..o..", "ooooo", "..o..", "....."),
                open(5, 5, new Shutter.Circle(new ImagePoint(2, 2), 2, 2)));
    }

    @Test
    void aPolygonMayBeHollowAndItsBorderIsOpen() {
        List<ImagePoint> letterU = List.of(
                new ImagePoint(0, 0),
                new ImagePoint(1, 0),
                new ImagePoint(1, 2),
                new ImagePoint(3, 2),
                new ImagePoint(3, 0),
                new ImagePoint(4, 0),
                new ImagePoint(4, 3),
                new ImagePoint(0, 3));

        assertEquals(List.of("oo.oo", "oo.oo", "ooooo", "ooooo"), open(4, 5, new Shutter.Polygon(letterU)));
    }

    @Test
    void whatABitmapMarksIsCovered() {
        BitSet marks = new BitSet();
        marks.set(1);
        OverlayPlane plane = new OverlayPlane(1, 2, 1, 0, OverlayPlane.Kind.GRAPHICS, "", marks);

        assertEquals(List.of("ooo", "o.o"), open(2, 3, new Shutter.Bitmap(plane)));
    }

    @Test
    void ofSeveralShapesOnlyWhatAllLeaveOpenIsSeen() {
        assertEquals(
                List.of(".....", ".....", "ooo..", ".oo..", "..o.."),
                open(5, 5, new Shutter.Circle(new ImagePoint(2, 2), 2, 1), new Shutter.Rectangle(0, 2, 2, 4)));
    }

    @Test
    void edgesBeyondTheImageOpenItWhole() {
        assertEquals(List.of("ooo"), open(1, 3, new Shutter.Rectangle(-5, -5, 99999, 99999)));
    }

    /** A quarter turn: the covered first column of the image is the first row of the canvas. */
    @Test
    void aTurnedPictureIsCoveredWhereItsPixelsAreAndNotBesideIt() {
        Shutter shutter = new Shutter(List.of(new Shutter.Rectangle(1, 0, 1, 1)), 0);
        PixelLayout layout = new PixelLayout(2, 2, Photometric.MONOCHROME2, 8, 8, 7, false, false);
        RasterArgb raster = new RasterArgb(3, 2, new int[] {1, 2, 3, 4, 5, 6});

        shutter.cover(layout, new AffineMap(0, 1, 0, -1, 0, 1), 9).draw(raster, RowBand.all(raster));

        assertArrayEquals(new int[] {9, 9, 3, 4, 5, 6}, raster.pixels());
    }

    @Test
    void aPolygonOfTwoCornersAndAValueBeyondAllGreysAreNoShutter() {
        List<ImagePoint> two = List.of(new ImagePoint(0, 0), new ImagePoint(1, 1));

        assertThrows(IllegalArgumentException.class, () -> new Shutter.Polygon(two));
        assertThrows(IllegalArgumentException.class, () -> new Shutter(List.of(), 65536));
    }

    private static List<String> open(int rows, int columns, Shutter.Shape... shapes) {
        BitSet open = new Shutter(List.of(shapes), 0).open(rows, columns);
        return IntStream.range(0, rows)
                .mapToObj(row -> IntStream.range(0, columns)
                        .mapToObj(column -> open.get(row * columns + column) ? "o" : ".")
                        .collect(Collectors.joining()))
                .toList();
    }
}
