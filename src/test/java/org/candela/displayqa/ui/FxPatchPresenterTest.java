package org.candela.displayqa.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.paint.Color;
import javafx.scene.robot.Robot;
import javafx.stage.Window;
import org.candela.Fx;
import org.candela.VirtualDesk;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.DisplayDevice.Place;
import org.candela.ui.UiExecutor;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

// [utest->req~displayqa.patches~1]
class FxPatchPresenterTest {
    private static final Place RIGHT = new Place(1536, 0, 1536, 2048);

    @BeforeAll
    static void onTheVirtualDesk() {
        Assumptions.assumeTrue(VirtualDesk.ownDesk().isPresent(), VirtualDesk::absence);
        Fx.start();
    }

    /** A sub-grey: the three channels differ, and each must arrive as it was given. */
    @Test
    void theFieldIsOnEveryCornerOfItsDisplayWhenShowReturns() throws DeviceException {
        try (FxPatchPresenter patches = presenter(RIGHT)) {
            patches.show(0xFF808180);
            patches.show(0xFF5E5F5E);

            Color expected = Color.rgb(0x5E, 0x5F, 0x5E);
            assertEquals(expected, colourAt(1536, 0));
            assertEquals(expected, colourAt(3071, 2047));
        }
    }

    /** A meter sees a pointer as light or shadow; one that rests where the meter lies must not be drawn. */
    // [utest->req~displayqa.run-undisturbed~1]
    @Test
    void thePointerIsNotSeenOverAPatchWhereverItRests() throws DeviceException {
        Fx.run(() -> new Robot().mouseMove(RIGHT.x() + 768, RIGHT.y() + 1024));
        try (FxPatchPresenter patches = presenter(RIGHT)) {
            patches.show(0xFF808080);

            List<Cursor> cursors = Fx.call(() -> Window.getWindows().stream()
                    .filter(window -> window.isShowing() && window.getX() == RIGHT.x())
                    .map(window -> window.getScene().getCursor())
                    .toList());
            assertEquals(List.of(Cursor.NONE), cursors);
        }
    }

    @Test
    void aDisplayThatIsNotThereIsToldAndNothingIsShown() {
        try (FxPatchPresenter patches = presenter(new Place(9000, 0, 800, 600))) {
            DeviceException refusal = assertThrows(DeviceException.class, () -> patches.show(0xFF000000));

            assertEquals("device.gone", refusal.code());
        }
    }

    private static FxPatchPresenter presenter(Place place) {
        return new FxPatchPresenter(
                new DisplayDevice("DUMMY1", Optional.empty(), place), new UiExecutor(), Duration.ZERO);
    }

    private static Color colourAt(double x, double y) {
        return Fx.call(() -> new Robot().getPixelColor(x, y));
    }
}
