package org.candela.displayqa.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.ScreenPower;
import org.candela.displayqa.measure.PatchPresenter;
import org.junit.jupiter.api.Test;

class AwakePatchesTest {
    private final List<String> told = new ArrayList<>();

    // [utest->req~displayqa.run-awake~1]
    @Test
    void screensAreKeptAwakeOnceFromTheFirstPatchUntilTheFieldIsTakenAway() throws Exception {
        PatchPresenter patches = new AwakePatches(argb -> told.add("patch"), power());
        patches.show(0xFF000000);
        patches.show(0xFFFFFFFF);
        patches.clear();
        patches.clear();

        assertEquals(List.of("awake", "patch", "patch", "free"), told);
    }

    // [utest->req~displayqa.run-awake~1]
    @Test
    void aServerThatRefusesIsNoReasonNotToMeasure() throws Exception {
        PatchPresenter patches = new AwakePatches(argb -> told.add("patch"), new ScreenPower() {
            @Override
            public boolean isAsleep() {
                return false;
            }

            @Override
            public Hold keepAwake() throws DeviceException {
                throw new DeviceException("device.unsupported", "X server", "no");
            }
        });

        patches.show(0xFF000000);
        patches.clear();

        assertEquals(List.of("patch"), told);
    }

    // [utest->req~displayqa.run-awake~1]
    @Test
    void aPatchThatCannotBeShownStillFreesTheScreensWhenTheRunIsOver() {
        PatchPresenter patches = new AwakePatches(
                argb -> {
                    throw new DeviceException("device.gone", "DP-1", "unplugged");
                },
                power());
        assertThrows(DeviceException.class, () -> patches.show(0xFF000000));

        patches.clear();

        assertEquals(List.of("awake", "free"), told);
    }

    private ScreenPower power() {
        return new ScreenPower() {
            @Override
            public boolean isAsleep() {
                return false;
            }

            @Override
            public Hold keepAwake() {
                told.add("awake");
                return () -> told.add("free");
            }
        };
    }
}
