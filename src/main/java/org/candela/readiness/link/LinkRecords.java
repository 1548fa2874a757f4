package org.candela.readiness.link;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candela.audit.AuditAction;
import org.candela.audit.AuditEvent;
import org.candela.audit.AuditLog;
import org.candela.facility.FacilityId;
import org.candela.readiness.link.LinkMeasurement.Link;
import org.candela.store.Database;
import org.candela.store.StoreException;

/** Measurements of the ways to facilities, kept for good. Any thread; blocks on the disk. */
// [impl->req~readiness.link~1]
public final class LinkRecords {
    private final Database database;
    private final AuditLog auditLog;

    public LinkRecords(Database database, AuditLog auditLog) {
        this.database = database;
        this.auditLog = auditLog;
    }

    /** Keeps one. */
    public void keep(LinkMeasurement measurement, String by) throws StoreException {
        database.change(tx -> {
            LinkRepository.append(tx, measurement);
            auditLog.append(
                    tx,
                    new AuditEvent(
                            measurement.at(),
                            by,
                            AuditAction.READINESS_ENTERED,
                            "facility:" + measurement.facility(),
                            Map.of("link", measurement.link().name())));
        });
    }

    /** The last one. */
    public Optional<LinkMeasurement> latest(FacilityId facility, Link link) throws StoreException {
        return database.read(tx -> LinkRepository.latest(tx, facility, link));
    }

    /** All of a facility, oldest first: the trend. */
    public List<LinkMeasurement> of(FacilityId facility) throws StoreException {
        return database.read(tx -> LinkRepository.of(tx, facility));
    }
}
