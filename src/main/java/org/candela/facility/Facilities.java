package org.candela.facility;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candela.audit.AuditAction;
import org.candela.audit.AuditEvent;
import org.candela.audit.AuditLog;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The facilities known to this workstation. Safe from any thread; blocks on the disk. */
public final class Facilities {
    private static final String ACTOR = "configuration";

    private final Database database;
    private final AuditLog auditLog;
    private final Clock clock;

    public Facilities(Database database, AuditLog auditLog, Clock clock) {
        this.database = database;
        this.auditLog = auditLog;
        this.clock = clock;
    }

    /** Adds the facility, or replaces the one with the same id; one whose contract had ended has one again. Audited. */
    public void add(Facility facility) throws StoreException {
        database.change(tx -> {
            FacilityRepository.save(tx, facility);
            auditLog.append(
                    tx,
                    new AuditEvent(
                            clock.instant(),
                            ACTOR,
                            AuditAction.FACILITY_CHANGED,
                            "facility:" + facility.id(),
                            Map.of(
                                    "dicomWeb", facility.dicomWeb().toString(),
                                    "signIn", facility.access().signIn().way().name(),
                                    "pins", String.join(" ", facility.access().pins()))));
        });
    }

    /** The facility of this id, if it is known. */
    public Optional<Facility> find(FacilityId id) throws StoreException {
        return database.read(tx -> FacilityRepository.find(tx, id));
    }

    /** All facilities by name, but those whose contract has ended. */
    public List<Facility> list() throws StoreException {
        return database.read(FacilityRepository::list);
    }

    /** The further services of a facility, each with its routes in the order they are tried. */
    public List<ServiceEndpoint> services(FacilityId id) throws StoreException {
        return services().stream()
                .filter(endpoint -> endpoint.facility().equals(id))
                .toList();
    }

    /** The further services of all facilities, by facility. */
    public List<ServiceEndpoint> services() throws StoreException {
        return database.read(ServiceRepository::list);
    }

    /** Keeps the service, in place of the one at the same route; audited. */
    // [impl->req~facility.services~1]
    public void saveService(ServiceEndpoint endpoint) throws StoreException {
        database.change(tx -> {
            ServiceRepository.save(tx, endpoint);
            audit(tx, endpoint, endpoint.address());
        });
    }

    /** Forgets the service; audited. */
    public void dropService(ServiceEndpoint endpoint) throws StoreException {
        database.change(tx -> {
            ServiceRepository.drop(tx, endpoint);
            audit(tx, endpoint, "dropped");
        });
    }

    /** How urgent a facility's studies are; {@link UrgencyRules#STANDARD} where nothing was told. */
    public UrgencyRules urgency(FacilityId id) throws StoreException {
        return database.read(tx -> UrgencyRepository.find(tx, id));
    }

    /** Keeps how urgent a facility's studies are, in place of what was; audited. */
    public void saveUrgency(FacilityId id, UrgencyRules rules) throws StoreException {
        database.change(tx -> {
            UrgencyRepository.save(tx, id, rules);
            auditLog.append(
                    tx,
                    new AuditEvent(
                            clock.instant(),
                            ACTOR,
                            AuditAction.FACILITY_CHANGED,
                            "facility:" + id,
                            Map.of("urgency", rules.text())));
        });
    }

    private void audit(Tx tx, ServiceEndpoint endpoint, String told) throws StoreException {
        auditLog.append(
                tx,
                new AuditEvent(
                        clock.instant(),
                        ACTOR,
                        AuditAction.FACILITY_CHANGED,
                        "facility:" + endpoint.facility(),
                        Map.of(endpoint.name(), told)));
    }
}
