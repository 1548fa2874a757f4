package org.candela.app;

import java.time.Clock;
import java.util.List;
import org.candela.audit.AuditLog;
import org.candela.base.CandelaException;
import org.candela.cli.NetworkDesk;
import org.candela.facility.Facilities;
import org.candela.facility.Facility;
import org.candela.readiness.journal.Journal;
import org.candela.readiness.link.LinkBook;
import org.candela.readiness.link.LinkMeasurement.Link;
import org.candela.readiness.link.LinkMeter;
import org.candela.readiness.link.LinkRecords;
import org.candela.readiness.link.Network;
import org.candela.store.Database;
import org.candela.study.StudyImport;

/** The ways out of this workstation, measured through the access that each facility has on file. */
final class LinkDesk implements NetworkDesk {
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
        return new LinkDesk(config, clock, Database.open(config.store(), clock));
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
        FacilityWeb web = new FacilityWeb(config.secrets(), executors.web(), clock);
        return new LinkTargets(web, book(), clock, new HomeImages(config).incoming()).target(facility, link);
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
