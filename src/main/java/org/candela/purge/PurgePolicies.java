package org.candela.purge;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.candela.audit.AuditAction;
import org.candela.audit.AuditEvent;
import org.candela.audit.AuditLog;
import org.candela.base.CandelaException;
import org.candela.facility.FacilityId;
import org.candela.store.Database;
import org.candela.store.StoreException;

/** The ages that were set, by facility. Where none was set nothing goes. Any thread; blocks on the disk. */
// [impl->req~purge.policy~1]
public final class PurgePolicies {
    /** In place of a facility for what belongs to none: exported files. */
    public static final FacilityId ALL = new FacilityId("all");

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;

    public PurgePolicies(Database database, AuditLog audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Sets an age from now on; audited.
     *
     * @throws CandelaException {@code purge.age} when it is shorter or longer than may be
     */
    public void set(FacilityId facility, Age age, int amount) throws CandelaException {
        if (amount < age.least() || amount > age.most()) {
            throw new CandelaException(
                    "purge.age",
                    age + " is " + age.least() + " to " + age.most() + " " + age.unit() + ", not " + amount);
        }
        FacilityId whose = age == Age.EXPORT_DAYS ? ALL : facility;
        database.change(tx -> {
            PurgeRepository.set(tx, whose, age, amount);
            audit.append(
                    tx,
                    new AuditEvent(
                            clock.instant(),
                            "purge",
                            AuditAction.FACILITY_CHANGED,
                            "facility:" + whose,
                            Map.of(age.name(), Integer.toString(amount))));
        });
    }

    /** What was set; a facility without a policy is not there. */
    public Map<FacilityId, Map<Age, Integer>> all() throws StoreException {
        return database.read(PurgeRepository::policies);
    }

    /** How old exported files may become; empty: they stay. */
    public Optional<Integer> exportDays() throws StoreException {
        return Optional.ofNullable(all().getOrDefault(ALL, Map.of()).get(Age.EXPORT_DAYS));
    }
}
