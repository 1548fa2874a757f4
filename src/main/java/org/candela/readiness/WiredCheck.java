package org.candela.readiness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.candela.readiness.ReadinessItem.Status;
import org.candela.readiness.Routes.Route;

/** Whether the way out of this machine is a cable: on Linux by its routes, elsewhere not assessed. Blocks on files of the kernel. */
// [impl->req~readiness.wired~1]
public final class WiredCheck implements ReadinessCheck {
    /** Where Linux tells of them. */
    public static final Path ROUTES = Path.of("/proc/net/route");

    /** Where Linux tells of interfaces. */
    public static final Path INTERFACES = Path.of("/sys/class/net");

    private static final String ID = "network.wired";
    private static final String TITLE = "Network cable";

    private final Path routes;
    private final Path interfaces;

    /** Both as the kernel writes them; they need not be there. */
    public WiredCheck(Path routes, Path interfaces) {
        this.routes = routes;
        this.interfaces = interfaces;
    }

    @Override
    public ReadinessItem evaluate() {
        try {
            return judge(Routes.read(routes).wayOut().map(Route::device));
        } catch (IOException | IllegalArgumentException e) {
            return unknown("The routes of this system cannot be read.");
        }
    }

    private ReadinessItem judge(Optional<String> device) {
        if (device.isEmpty()) {
            return unknown("There is no way out of this machine.");
        }
        String name = device.orElseThrow();
        Path own = interfaces.resolve(name);
        if (Files.exists(own.resolve("wireless")) || Files.exists(own.resolve("phy80211"))) {
            return new ReadinessItem(
                    ID,
                    TITLE,
                    Status.WARNING,
                    "Studies come over Wi-Fi (" + name + ").",
                    "Use a cable: Wi-Fi loses speed when others use it.");
        }
        return Files.exists(own.resolve("device"))
                ? ReadinessItem.ready(ID, TITLE, "By " + name + ".")
                : unknown("The way out is " + name + ", which is no device of this machine, as of a VPN.");
    }

    private static ReadinessItem unknown(String found) {
        return new ReadinessItem(ID, TITLE, Status.NOT_ASSESSED, found, "See that a cable is in use.");
    }
}
