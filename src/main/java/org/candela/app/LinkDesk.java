package org.candela.app;

import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.candela.audit.AuditLog;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.cli.NetworkDesk;
import org.candela.facility.Facilities;
import org.candela.facility.Facility;
import org.candela.readiness.journal.Journal;
import org.candela.readiness.link.Greeter;
import org.candela.readiness.link.LinkBook;
import org.candela.readiness.link.LinkMeasurement.Link;
import org.candela.readiness.link.LinkMeter;
import org.candela.readiness.link.LinkRecords;
import org.candela.readiness.link.Network;
import org.candela.readiness.link.WebLinkProbe;
import org.candela.store.Database;
import org.candela.study.StudyImport;

/** The ways out of this workstation, measured through the access that each facility has on file. */
final class LinkDesk implements NetworkDesk {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** A link is measured with a real object, or not at all. */
    private static final Uid NO_STUDY = new Uid("1.2");

    private final Config config;
    private final Clock clock;
    private final Executors executors = new Executors();
    private final Database database;
    private final AuditLog audit = new AuditLog();

    private LinkDesk(Config config, Clock clock, Database database) {
        this.config = config;
        this.clock = clock;
        this.database = database;
    }

    static LinkDesk open(Config config, Clock clock) throws CandelaException {
        return new LinkDesk(config, clock, Database.open(config.paths().database(), clock));
    }

    @Override
    public List<Facility> facilities() throws CandelaException {
        return new Facilities(database, audit, clock)
                .list().stream()
                        .filter(facility -> !facility.id().equals(StudyImport.LOCAL))
                        .toList();
    }

    @Override
    public LinkMeter.Target target(Facility facility, Link link) throws CandelaException {
        LinkBook.Cargo cargo = book().cargo(facility.id());
        FacilityWeb web = new FacilityWeb(config.secrets(), executors.web(), clock);
        WebLinkProbe probe = new WebLinkProbe(
                web.client(facility),
                new WebLinkProbe.Cargo(
                        cargo.study().isBlank() ? NO_STUDY : new Uid(cargo.study()), Path.of(cargo.object())),
                config.paths().incoming());
        return new LinkMeter.Target(
                facility.id(),
                facility.dicomWeb(),
                probe,
                greeter(web, facility),
                link,
                network().wayOut(),
                cargo.study().isBlank()
                        ? "no test study is named; candela network agree " + facility.id() + " --study"
                        : "",
                cargo.object().isBlank() ? "the facility's record allows no test object" : "");
    }

    /** Behind a proxy a straight connection says nothing about the way that studies take. */
    private Optional<Greeter> greeter(FacilityWeb web, Facility facility) throws CandelaException {
        URI origin = facility.dicomWeb();
        boolean isStraight = ProxySelector.getDefault() == null
                || ProxySelector.getDefault().select(origin).stream().allMatch(Proxy.NO_PROXY::equals);
        return isStraight ? Optional.of(new Greeter(web.trust(facility), clock, PATIENCE)) : Optional.empty();
    }

    @Override
    public LinkMeter meter() {
        return new LinkMeter(executors.io(), clock);
    }

    @Override
    public LinkRecords records() {
        return new LinkRecords(database, audit);
    }

    @Override
    public LinkBook book() {
        return new LinkBook(new Journal(database, audit, clock));
    }

    @Override
    public Network network() {
        return Network.OF_THIS_MACHINE;
    }

    @Override
    public void close() throws CandelaException {
        executors.close();
        database.close();
    }
}
