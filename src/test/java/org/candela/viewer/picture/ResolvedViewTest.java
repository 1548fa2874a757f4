package org.candela.viewer.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.candela.image.AffineMap;
import org.candela.image.ImagePoint;
import org.candela.image.ImageSpacing;
import org.candela.image.OrientationMarks;
import org.candela.image.PixelSpacing;
import org.candela.study.LoadedFrame;
import org.candela.viewer.TestImages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~viewer.device-pixels~1] [utest->req~viewer.orientation-follows-view~1]
class ResolvedViewTest {
    private static final double EXACT = 1e-9;
    private static final OrientationMarks AXIAL = new OrientationMarks("R", "L", "A", "P");

    @Test
    void fitsTheWholeImageInTheMiddle() {
        ResolvedView view = resolve(image(10, 20), ViewState.FIT, new CanvasSize(100, 100));

        assertEquals(5, view.scale(), EXACT);
        assertPoint(49.5, 49.5, view.canvasPoint(new ImagePoint(9.5, 4.5)));
        assertPoint(-0.5, 24.5, view.canvasPoint(new ImagePoint(-0.5, -0.5)));
    }

    @Test
    void pixelsThatAreNotSquareAreShownInTheirTrueAspect() {
        LoadedFrame tall = TestImages.withPlace(
                image(10, 10), TestImages.flat(TestImages.known(2, 1, ImageSpacing.Source.PATIENT)));

        ResolvedView view = resolve(tall, ViewState.FIT, new CanvasSize(100, 100));

        CanvasPoint origin = view.canvasPoint(new ImagePoint(0, 0));
        assertPoint(origin.x() + 5, origin.y(), view.canvasPoint(new ImagePoint(1, 0)));
        assertPoint(origin.x(), origin.y() + 10, view.canvasPoint(new ImagePoint(0, 1)));
    }

    @Test
    void ultrasoundIsNeverStretchedByTheSpacingOfARegion() {
        ImageSpacing.Region tall = new ImageSpacing.Region(0, 0, 9, 9, Optional.of(new PixelSpacing(2, 1)));
        LoadedFrame region =
                TestImages.withPlace(image(10, 10), TestImages.flat(new ImageSpacing.Regions(List.of(tall))));

        ResolvedView view = resolve(region, ViewState.FIT, new CanvasSize(100, 100));

        assertPoint(99.5, 99.5, view.canvasPoint(new ImagePoint(9.5, 9.5)));
    }

    @ParameterizedTest
    @CsvSource({"10, 10, 100, 100", "11, 10, 100, 100", "10, 11, 101, 100", "512, 512, 1536, 2005"})
    void oneToOneFallsOnWholeDevicePixels(int rows, int columns, int width, int height) {
        CanvasSize canvas = new CanvasSize(width, height);
        LoadedFrame loaded = image(rows, columns);
        ViewState state = ViewState.FIT.withPixels(1);

        AffineMap map = resolve(loaded, state, canvas).canvasToImage();

        assertEquals(new AffineMap(1, 0, Math.rint(map.dx()), 0, 1, Math.rint(map.dy())), map);
    }

    @Test
    void aQuarterTurnMovesTheTopLeftCornerToTheTopRight() {
        ResolvedView view = resolve(image(10, 10), ViewState.FIT.turnedClockwise(), new CanvasSize(100, 100));

        assertPoint(99.5, -0.5, view.canvasPoint(new ImagePoint(-0.5, -0.5)));
        assertEquals(
                new OrientationMarks("P", "A", "R", "L"),
                ViewState.FIT.turnedClockwise().marks(AXIAL));
    }

    @Test
    void mirroringMovesTheTopLeftCornerToTheTopRightAndTheLettersWithIt() {
        ResolvedView view = resolve(image(10, 10), ViewState.FIT.mirrored(), new CanvasSize(100, 100));

        assertPoint(99.5, -0.5, view.canvasPoint(new ImagePoint(-0.5, -0.5)));
        assertEquals(
                new OrientationMarks("L", "R", "A", "P"),
                ViewState.FIT.mirrored().marks(AXIAL));
    }

    @Test
    void turningAMirroredPictureStillTurnsItClockwiseOnTheScreen() {
        ViewState state = ViewState.FIT.mirrored().turnedClockwise();
        ResolvedView view = resolve(image(10, 10), state, new CanvasSize(100, 100));

        // Mirrored, the corner stood top right; a clockwise turn takes it to the bottom right.
        assertPoint(99.5, 99.5, view.canvasPoint(new ImagePoint(-0.5, -0.5)));
        assertEquals(ViewState.FIT.mirrored().marks(AXIAL).turnedClockwise(), state.marks(AXIAL));
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, false", "2, true", "3, true"})
    void imageAndCanvasPointsAreInverse(int quarterTurns, boolean isMirrored) {
        ViewState state = new ViewState(1.7, new ImagePoint(3, -2), quarterTurns, isMirrored);
        ResolvedView view = resolve(image(33, 21), state, new CanvasSize(150, 90));

        ImagePoint back = view.imagePoint(view.canvasPoint(new ImagePoint(4.25, 7.5)));

        assertEquals(4.25, back.column(), EXACT);
        assertEquals(7.5, back.row(), EXACT);
    }

    private static LoadedFrame image(int rows, int columns) {
        return TestImages.slice(rows, columns, new int[rows * columns]);
    }

    private static ResolvedView resolve(LoadedFrame loaded, ViewState state, CanvasSize canvas) {
        return ResolvedView.of(loaded, state, canvas);
    }

    private static void assertPoint(double x, double y, CanvasPoint actual) {
        assertEquals(x, actual.x(), EXACT);
        assertEquals(y, actual.y(), EXACT);
    }
}
