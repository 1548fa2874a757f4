package org.candela.readiness.link;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Optional;
import org.candela.facility.Facility;
import org.candela.readiness.Evidence;
import org.candela.readiness.ReadinessCheck;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessItem.Status;
import org.candela.readiness.Routes;
import org.candela.store.StoreException;

/**
 * Whether the VPN that a facility asks for is up and leads there, and whether it leads everywhere else too, which slows the rest.
 * On Linux, of IPv4 routes; elsewhere not assessed.
 */
// [impl->req~readiness.vpn~1]
public final class VpnCheck implements ReadinessCheck {
    private static final int V4 = 4;

    private final Facility facility;
    private final LinkBook book;
    private final Network network;
    private final Names names;

    /** Addresses of names. */
    @FunctionalInterface
    public interface Names {
        /** Asks the system's resolver. */
        Names SYSTEM = InetAddress::getByName;

        /** The address; blocks on the network. */
        InetAddress of(String host) throws IOException;
    }

    public VpnCheck(Facility facility, LinkBook book, Network network, Names names) {
        this.facility = facility;
        this.book = book;
        this.network = network;
        this.names = names;
    }

    @Override
    public ReadinessItem evaluate() {
        try {
            Optional<LinkBook.Vpn> note = book.vpn(facility.id());
            return note.map(this::judge)
                    .orElseGet(() -> item(
                            Status.NOT_ASSESSED,
                            "Nobody said whether one is needed.",
                            "Say so: candela network vpn " + facility.id() + " none|needed."))
                    .about(facility.id().value());
        } catch (StoreException e) {
            return item(Status.NOT_ASSESSED, "What is on file cannot be read (" + e.code() + ").", "");
        }
    }

    private ReadinessItem judge(LinkBook.Vpn note) {
        if (!note.isNeeded()) {
            return item(Status.READY, "None is needed.", "").with(Evidence.read("none needed", "on file"));
        }
        if (!note.device().isBlank() && !network.isUp(note.device())) {
            return down(note.device() + " is not up.");
        }
        Optional<Routes> routes = network.now();
        if (routes.isEmpty()) {
            return item(Status.NOT_ASSESSED, "This system tells no routes.", "See that the VPN is connected.");
        }
        return judge(note, routes.orElseThrow());
    }

    private ReadinessItem judge(LinkBook.Vpn note, Routes routes) {
        Optional<Routes.Route> there;
        try {
            byte[] address = names.of(facility.dicomWeb().getHost()).getAddress();
            if (address.length != V4) {
                return item(Status.NOT_ASSESSED, "Its address is of IPv6, whose routes are not read here.", "");
            }
            there = routes.to(Routes.number(address));
        } catch (IOException e) {
            return down("The name " + facility.dicomWeb().getHost() + " is not known.");
        }
        if (there.isEmpty()) {
            return down("No route leads there.");
        }
        String device = there.orElseThrow().device();
        boolean isMeant = note.device().isBlank()
                ? network.isTunnel(device)
                : note.device().equals(device);
        if (!isMeant || !network.isUp(device)) {
            return down("Its address is reached by " + device + ", not through the VPN.");
        }
        boolean takesAll =
                routes.wayOut().filter(out -> out.device().equals(device)).isPresent();
        Evidence evidence = Evidence.read(device, "routes of this machine");
        return (takesAll
                        ? item(
                                Status.WARNING,
                                "Up on " + device + ", and all other traffic goes through it too.",
                                "Ask for a split tunnel: other facilities and dictation are slowed by this one.")
                        : item(Status.READY, "Up on " + device + ", for the facility alone.", ""))
                .with(evidence);
    }

    private ReadinessItem down(String found) {
        return item(Status.FAILED, found, "Connect the VPN, then check again.");
    }

    private ReadinessItem item(Status status, String found, String whatToDo) {
        return new ReadinessItem("network.vpn." + facility.id(), "VPN to " + facility.name(), status, found, whatToDo);
    }
}
