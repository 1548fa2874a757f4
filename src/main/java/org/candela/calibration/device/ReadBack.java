package org.candela.calibration.device;

import java.time.Duration;

/**
 * Proves that a monitor did what it was told: a set has no reply, and monitors ignore it, take their time, or take it back.
 *
 * <p>The value must be read twice in a row, a pause apart; one reading alone is also given by monitors that then go back to
 * what they had. Device thread.
 */
// [impl->req~device.read-back~1]
public final class ReadBack {
    private static final int READS = 5;
    private static final int PROOF = 2;
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private final Pause pause;

    public ReadBack(Pause pause) {
        this.pause = pause;
    }

    /** Reads the control in question once. */
    @FunctionalInterface
    public interface Reading {
        int value() throws DeviceException;
    }

    /** @throws DeviceException {@code device.not-applied} when {@code wanted} is not what the monitor holds */
    public void prove(String monitor, VcpFeature feature, int wanted, Reading reading) throws DeviceException {
        int seen = wanted;
        int agreed = 0;
        boolean wasSeen = false;
        for (int i = 0; i < READS; i++) {
            pause.wait(BETWEEN);
            seen = reading.value();
            agreed = seen == wanted ? agreed + 1 : 0;
            wasSeen |= agreed > 0;
            if (agreed == PROOF) {
                return;
            }
        }
        throw DeviceException.notApplied(
                monitor,
                feature + " was set to " + wanted + (wasSeen ? ", went back and is " : " and still reads ") + seen
                        + ": unlock the monitor's menu, end its energy saving and automatic brightness, and any"
                        + " program of its maker that sets it too");
    }
}
