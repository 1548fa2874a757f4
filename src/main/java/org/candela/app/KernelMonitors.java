package org.candela.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.sysfs.DrmConnector;
import org.candela.calibration.device.sysfs.DrmConnectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which monitors are plugged in, as the kernel of Linux says, for whoever is told that no display can be asked. */
// [impl->req~app.kernel-monitors~1]
final class KernelMonitors {
    static final Path PORTS = Path.of("/sys/class/drm");
    private static final Logger LOG = LoggerFactory.getLogger(KernelMonitors.class);

    private KernelMonitors() {}

    /** To follow a refusal, as {@code "; plugged in, says the kernel: CDL VIRT on DP-1"}; empty where it says nothing. */
    static String told(Path ports) {
        if (!Files.isDirectory(ports)) {
            return "";
        }
        try {
            List<DrmConnector> connected = new DrmConnectors(ports).connected();
            return connected.isEmpty()
                    ? "; the kernel says that no monitor is plugged in"
                    : connected.stream()
                            .map(KernelMonitors::text)
                            .collect(Collectors.joining(", ", "; plugged in, says the kernel: ", ""));
        } catch (DeviceException e) {
            LOG.warn("the kernel's list of monitors cannot be read: {}", e.getMessage());
            return "";
        }
    }

    private static String text(DrmConnector port) {
        return port.edid()
                        .map(edid -> edid.manufacturer() + " " + edid.name())
                        .orElse("a monitor that does not say who it is")
                + " on " + port.name();
    }
}
