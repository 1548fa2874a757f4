package org.candela.displayqa.watch;

import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.ScreenPower;
import org.candela.displayqa.measure.PatchPresenter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Patches before which no screensaver comes and no monitor goes to sleep, from the first one until they are taken away. Device
 * thread.
 */
// [impl->req~displayqa.run-awake~1]
public final class AwakePatches implements PatchPresenter {
    private static final Logger LOG = LoggerFactory.getLogger(AwakePatches.class);

    private final PatchPresenter patches;
    private final ScreenPower power;
    private ScreenPower.@Nullable Hold hold;

    public AwakePatches(PatchPresenter patches, ScreenPower power) {
        this.patches = patches;
        this.power = power;
    }

    @Override
    public void show(int argb) throws DeviceException {
        if (hold == null) {
            hold = held();
        }
        patches.show(argb);
    }

    @Override
    public void clear() {
        if (hold != null) {
            hold.close();
            hold = null;
        }
        patches.clear();
    }

    /** A server without it is no reason not to measure: a patch that goes dark is an outlier. */
    private ScreenPower.Hold held() {
        try {
            return power.keepAwake();
        } catch (DeviceException e) {
            LOG.warn("the screensaver may come during the run [{}]: {}", e.code(), e.getMessage());
            return () -> {};
        }
    }
}
