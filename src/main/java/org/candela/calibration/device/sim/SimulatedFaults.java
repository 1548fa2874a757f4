package org.candela.calibration.device.sim;

import java.util.Optional;
import org.candela.calibration.Tristimulus;
import org.candela.calibration.device.DeviceException;

/** What can go wrong with a meter that does not exist. Device thread. */
final class SimulatedFaults {
    private final String device;
    private boolean isPlugged = true;
    private boolean isStuck;
    private int wildReadings;
    private double wildShare = 1;
    private int silentReadings;
    private Optional<Tristimulus> last = Optional.empty();

    SimulatedFaults(String device) {
        this.device = device;
    }

    void unplug() {
        isPlugged = false;
    }

    void plug() {
        isPlugged = true;
    }

    void stick() {
        isStuck = true;
    }

    void disturb(int count, double share) {
        wildReadings = count;
        wildShare = share;
    }

    void silence(int count) {
        silentReadings = count;
    }

    /** What the meter tells of what it sees. */
    Tristimulus told(Tristimulus seen) throws DeviceException {
        if (!isPlugged) {
            throw new DeviceException("device.gone", device, "no answer; is it plugged in?");
        }
        if (silentReadings > 0) {
            silentReadings--;
            throw new DeviceException("device.timeout", device, "no reading in time");
        }
        if (isStuck && last.isPresent()) {
            return last.get();
        }
        Tristimulus told = seen;
        if (wildReadings > 0) {
            wildReadings--;
            told = scaled(seen, wildShare);
        }
        last = Optional.of(told);
        return told;
    }

    static Tristimulus scaled(Tristimulus light, double share) {
        return new Tristimulus(light.x() * share, light.y() * share, light.z() * share);
    }
}
