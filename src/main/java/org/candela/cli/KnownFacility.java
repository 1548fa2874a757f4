package org.candela.cli;

import java.time.Clock;
import java.util.Collection;
import org.candela.audit.AuditLog;
import org.candela.base.CandelaException;
import org.candela.facility.Facilities;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.store.Database;

/** A facility by the id that was typed; what is none says where they are listed. */
final class KnownFacility {
    private KnownFacility() {}

    /** Of the store. */
    static Facility in(Database database, Clock clock, String id) throws CandelaException {
        try {
            return new Facilities(database, new AuditLog(), clock)
                    .find(new FacilityId(id))
                    .orElseThrow(() -> none(id));
        } catch (IllegalArgumentException e) {
            throw none(id);
        }
    }

    /** Of those that are given. */
    static Facility in(Collection<Facility> all, String id) throws CandelaException {
        return all.stream()
                .filter(facility -> facility.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> none(id));
    }

    private static CandelaException none(String id) {
        return new CandelaException("cli.no-such-facility", "no facility \"" + id + "\"; see candela facility list");
    }
}
