package org.candela.calibration.device;

import java.util.Optional;
import org.candela.calibration.Luminance;

/**
 * The controls of one monitor, over whichever channel reaches it.
 *
 * <p>All calls on the device thread, or on one thread a monitor behind it; each ends within the driver's time limit. A
 * {@link DeviceException} names monitor, operation and the channel's own code: {@code device.unsupported} for a control the
 * monitor has not, {@code device.not-applied} where what is read back is not what was set, {@code device.gone} for a monitor
 * that was unplugged, {@code device.asleep} for one that saves power.
 */
public interface MonitorControl extends AutoCloseable {
    /** What the monitor says of itself; empty when it says nothing readable. */
    Optional<Edid> edid();

    /** How it is reached, for lists and errors, as {@code "ddcutil 2.1.4 /dev/i2c-5"}. */
    String channel();

    /** Value of a control. */
    VcpValue read(VcpFeature feature) throws DeviceException;

    /** Sets a control and reads it back; a set has no reply, and monitors ignore or revert it without a word. */
    void set(VcpFeature feature, int value) throws DeviceException;

    /** Value of a table control (MCCS 2.2a 5.1.3), as of the monitor's own LUT. */
    byte[] readTable(VcpFeature feature) throws DeviceException;

    /** Sets a table control and reads it back where the monitor lets it be read. */
    void setTable(VcpFeature feature, byte[] value) throws DeviceException;

    /** What the monitor says it can do (MCCS 2.2a §6), as it sends it; empty where the channel cannot ask. */
    default String capabilities() throws DeviceException {
        return "";
    }

    /**
     * Light that the monitor's own sensor sees of what it shows now; empty where it has none, or the channel cannot ask. MCCS
     * has no code for it, so that only a vendor's driver tells it.
     */
    default Optional<Luminance> ownSensor() throws DeviceException {
        return Optional.empty();
    }

    @Override
    void close();
}
