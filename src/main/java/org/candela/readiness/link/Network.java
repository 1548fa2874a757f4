package org.candela.readiness.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.candela.readiness.Routes;
import org.candela.readiness.WiredCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Routes and interfaces as Linux tells them; elsewhere nothing is known. Blocks on files of the kernel.
 *
 * @param routes as {@code /proc/net/route}
 * @param interfaces as {@code /sys/class/net}
 */
public record Network(Path routes, Path interfaces) {
    private static final Logger LOG = LoggerFactory.getLogger(Network.class);
    /** Of this machine. */
    public static final Network OF_THIS_MACHINE = new Network(WiredCheck.ROUTES, WiredCheck.INTERFACES);

    /** ARPHRD_PPP and ARPHRD_NONE of {@code if_arp.h}: what ppp, tun and WireGuard say they are. */
    private static final String PPP = "512";

    private static final String NO_HARDWARE = "65534";
    private static final int IFF_UP = 1;

    /** The routes now; empty where the system does not tell. */
    public Optional<Routes> now() {
        try {
            return Files.isReadable(routes) ? Optional.of(Routes.read(routes)) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            LOG.debug("routes cannot be read: {}", e.toString());
            return Optional.empty();
        }
    }

    /** Interface of the default route; blank where the system does not tell. */
    public String wayOut() {
        return now().flatMap(Routes::wayOut).map(Routes.Route::device).orElse("");
    }

    /** Whether an interface is a tunnel: tun, tap, WireGuard or ppp. */
    public boolean isTunnel(String device) {
        Path own = interfaces.resolve(device);
        String type = line(own.resolve("type"));
        return Files.exists(own.resolve("tun_flags")) || type.equals(PPP) || type.equals(NO_HARDWARE);
    }

    /** Whether an interface is there and switched on. */
    public boolean isUp(String device) {
        Path own = interfaces.resolve(device);
        String flags = line(own.resolve("flags")).replace("0x", "");
        try {
            return !flags.isEmpty()
                    && (Integer.parseInt(flags, 16) & IFF_UP) != 0
                    && !line(own.resolve("operstate")).equals("down");
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static String line(Path file) {
        try {
            return Files.isReadable(file) ? Files.readString(file).strip() : "";
        } catch (IOException e) {
            return ""; // an interface that goes away while it is asked
        }
    }
}
