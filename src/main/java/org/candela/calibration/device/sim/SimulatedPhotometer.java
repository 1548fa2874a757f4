package org.candela.calibration.device.sim;

import java.util.Optional;
import org.candela.calibration.Luminance;
import org.candela.calibration.Tristimulus;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.Photometer;

/** A meter before a {@link SimulatedMonitor}; its identity says SIMULATED. Device thread. */
// [impl->req~device.simulated~1]
public final class SimulatedPhotometer implements Photometer {
    private static final double WILD = 0.5;

    private final SimulatedMonitor monitor;
    private final Identity identity;
    private final Optional<SimulatedRoom> room;
    private final SimulatedFaults faults;
    private double sensitivity = 1;

    /** A meter that lies on the screen. */
    public SimulatedPhotometer(SimulatedMonitor monitor) {
        this(monitor, Identity.simulated("Candela", "simulated photometer", "SIM-0", Aim.CONTACT), Optional.empty());
    }

    private SimulatedPhotometer(SimulatedMonitor monitor, Identity identity, Optional<SimulatedRoom> room) {
        this.monitor = monitor;
        this.identity = identity;
        this.room = room;
        this.faults = new SimulatedFaults(identity.text());
    }

    /** A meter that stands before the screen and sees what it reflects of the room, too. */
    public static SimulatedPhotometer telescopic(SimulatedMonitor monitor, SimulatedRoom room) {
        return new SimulatedPhotometer(
                monitor,
                Identity.simulated("Candela", "simulated telescopic photometer", "SIM-1", Aim.TELESCOPIC),
                Optional.of(room));
    }

    /** The meter built into the monitor. */
    public static SimulatedPhotometer internal(SimulatedMonitor monitor) {
        return new SimulatedPhotometer(
                monitor,
                Identity.simulated("Candela", "simulated internal sensor", "SIM-2", Aim.INTERNAL),
                Optional.empty());
    }

    @Override
    public Identity identity() {
        return identity;
    }

    /** Pulls the plug. */
    public void unplug() {
        faults.unplug();
    }

    /** Puts the plug in again. */
    public void plug() {
        faults.plug();
    }

    /** Makes all readings from the next but one on the same, whatever is shown, as when a meter hangs. */
    public void stick() {
        faults.stick();
    }

    /** Makes the next {@code count} readings half of the truth, as when a hand moves the meter. */
    public void disturb(int count) {
        faults.disturb(count, WILD);
    }

    /** Makes the next {@code count} readings this multiple of the truth. */
    public void disturb(int count, double share) {
        faults.disturb(count, share);
    }

    /** Makes the next {@code count} readings time out, as when the meter's line is disturbed. */
    public void silence(int count) {
        faults.silence(count);
    }

    /** Lets the meter itself age to a share of its sensitivity, above 0; an internal one often ages with what it measures. */
    public void age(double share) {
        sensitivity = share;
    }

    @Override
    public Luminance read() throws DeviceException {
        return seen().luminance();
    }

    @Override
    public Optional<Tristimulus> readColour() throws DeviceException {
        return Optional.of(seen());
    }

    private Tristimulus seen() throws DeviceException {
        Tristimulus emitted = monitor.light();
        Tristimulus all = room.map(SimulatedRoom::reflected)
                .map(reflected -> plusWhite(emitted, reflected.cdPerM2()))
                .orElse(emitted);
        return faults.told(SimulatedFaults.scaled(all, sensitivity));
    }

    /** The light of rooms is taken for equal-energy white. */
    private static Tristimulus plusWhite(Tristimulus light, double luminance) {
        return new Tristimulus(light.x() + luminance, light.y() + luminance, light.z() + luminance);
    }
}
