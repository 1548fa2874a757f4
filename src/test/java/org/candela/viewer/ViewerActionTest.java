package org.candela.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.candela.image.VoiWindow;
import org.candela.viewer.window.WindowPreset;
import org.candela.viewer.window.WindowPresets;
import org.junit.jupiter.api.Test;

class ViewerActionTest {
    @Test
    void noTwoActionsShareAKeyOrAName() {
        for (Stream<String> names :
                List.of(actions().map(ViewerAction::key), actions().map(ViewerAction::id))) {
            assertEquals(ViewerAction.values().length, names.distinct().count());
        }
    }

    @Test
    void theBundledPresetsOfCtComeInTheOrderOfTheirKeys() {
        List<VoiWindow> windows = WindowPresets.bundled().of("CT").stream()
                .map(WindowPreset::window)
                .toList();

        assertEquals(
                List.of(
                        VoiWindow.linear(40, 80),
                        VoiWindow.linear(75, 215),
                        VoiWindow.linear(-600, 1500),
                        VoiWindow.linear(40, 400),
                        VoiWindow.linear(60, 350),
                        VoiWindow.linear(480, 2500)),
                windows.subList(0, 6));
    }

    private static Stream<ViewerAction> actions() {
        return Arrays.stream(ViewerAction.values());
    }
}
