package org.candela.app;

import java.net.Proxy;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.facility.Facility;
import org.candela.readiness.link.Greeter;
import org.candela.readiness.link.LinkBook;
import org.candela.readiness.link.LinkMeasurement.Link;
import org.candela.readiness.link.LinkMeter;
import org.candela.readiness.link.Network;
import org.candela.readiness.link.WebLinkProbe;

/**
 * How facilities are measured: through the access that each has on file, with what was agreed with it.
 *
 * @param folder for what is fetched
 */
record LinkTargets(FacilityWeb web, LinkBook book, Clock clock, Path folder) {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** Stands where none was agreed; it is never asked for. */
    private static final Uid NO_STUDY = new Uid("1.2");

    LinkMeter.Target target(Facility facility, Link link) throws CandelaException {
        LinkBook.Cargo cargo = book.cargo(facility.id());
        WebLinkProbe.Cargo carried = new WebLinkProbe.Cargo(
                cargo.study().isBlank() ? NO_STUDY : new Uid(cargo.study()), Path.of(cargo.object()));
        return new LinkMeter.Target(
                facility.id(),
                facility.dicomWeb(),
                new WebLinkProbe(web.client(facility), carried, folder),
                greeter(facility),
                link,
                Network.OF_THIS_MACHINE.wayOut(),
                cargo.study().isBlank()
                        ? "no test study is named; candela network agree " + facility.id() + " --study"
                        : "",
                cargo.object().isBlank() ? "the facility's record allows no test object" : "");
    }

    /** Behind a proxy a straight connection says nothing about the way that studies take. */
    private Optional<Greeter> greeter(Facility facility) throws CandelaException {
        ProxySelector proxies = ProxySelector.getDefault();
        boolean isStraight =
                proxies == null || proxies.select(facility.dicomWeb()).stream().allMatch(Proxy.NO_PROXY::equals);
        return isStraight ? Optional.of(new Greeter(web.trust(facility), clock, PATIENCE)) : Optional.empty();
    }
}
