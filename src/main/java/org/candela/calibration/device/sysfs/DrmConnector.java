package org.candela.calibration.device.sysfs;

import java.util.Optional;
import java.util.OptionalInt;
import org.candela.base.ScreenId;
import org.candela.calibration.device.Edid;

/**
 * A port of a graphics card, as the kernel has it.
 *
 * @param name of the port, as {@code "DP-1"}
 * @param card {@code "card0"}
 * @param isConnected whether a monitor is plugged in; one that sleeps still is
 * @param edid what the monitor says of itself; empty when it says nothing readable
 * @param extensions blocks after the first one that are whole; those with a wrong checksum are not counted
 * @param edidSha256 of all bytes of the EDID, in hex, for the record of a test; empty when there are none
 * @param i2cBus N of the {@code /dev/i2c-N} that reaches the monitor; empty where the driver does not tell
 */
public record DrmConnector(
        String name,
        String card,
        boolean isConnected,
        Optional<Edid> edid,
        int extensions,
        String edidSha256,
        OptionalInt i2cBus) {

    /** The panel's identity, else that of the port. */
    public ScreenId id() {
        return edid.flatMap(Edid::screenId).orElseGet(() -> new ScreenId("port:" + name));
    }
}
