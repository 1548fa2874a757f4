package org.candela.displayqa.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.stage.Screen;
import javafx.stage.Window;
import org.candela.calibration.device.DisplayDevice.Place;

/** Where words stand while another screen is looked at or measured. FX thread. */
final class OtherScreen {
    private OtherScreen() {}

    /** That of {@code owner} where it is not the one at {@code place}, else any other; empty where there is only one. */
    static Optional<Screen> than(Place place, Window owner) {
        Optional<Screen> measured = PatternStage.screenAt(place);
        List<Screen> others = new ArrayList<>(
                Screen.getScreensForRectangle(owner.getX(), owner.getY(), owner.getWidth(), owner.getHeight()));
        others.addAll(Screen.getScreens());
        return others.stream()
                .filter(screen -> measured.map(of -> !of.equals(screen)).orElse(true))
                .findFirst();
    }
}
