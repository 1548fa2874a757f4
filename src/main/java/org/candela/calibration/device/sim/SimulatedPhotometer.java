package org.candela.calibration.device.sim;

import org.candela.calibration.Luminance;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.Photometer;

/** A meter before a {@link SimulatedMonitor}; its identity says SIMULATED. Device thread. */
// [impl->req~device.simulated~1]
public final class SimulatedPhotometer implements Photometer {
    private static final Identity IDENTITY =
            Identity.simulated("Candela", "simulated photometer", "SIM-0", Aim.CONTACT);

    private final SimulatedMonitor monitor;
    private boolean isPlugged = true;
    private int wildReadings;
    private int silentReadings;

    public SimulatedPhotometer(SimulatedMonitor monitor) {
        this.monitor = monitor;
    }

    @Override
    public Identity identity() {
        return IDENTITY;
    }

    /** Pulls the plug. */
    public void unplug() {
        isPlugged = false;
    }

    /** Makes the next {@code count} readings half of the truth, as when a hand moves the meter. */
    public void disturb(int count) {
        wildReadings = count;
    }

    /** Makes the next {@code count} readings time out, as when the meter's line is disturbed. */
    public void silence(int count) {
        silentReadings = count;
    }

    @Override
    public Luminance read() throws DeviceException {
        if (!isPlugged) {
            throw new DeviceException("device.gone", IDENTITY.text(), "no answer; is it plugged in?");
        }
        if (silentReadings > 0) {
            silentReadings--;
            throw new DeviceException("device.timeout", IDENTITY.text(), "no reading in time");
        }
        Luminance seen = monitor.emitted();
        if (wildReadings > 0) {
            wildReadings--;
            return new Luminance(seen.cdPerM2() / 2);
        }
        return seen;
    }
}
