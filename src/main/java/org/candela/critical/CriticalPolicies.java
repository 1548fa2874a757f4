package org.candela.critical;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.candela.audit.AuditAction;
import org.candela.audit.AuditEvent;
import org.candela.audit.AuditLog;
import org.candela.base.Sha256;
import org.candela.facility.FacilityId;
import org.candela.store.Database;
import org.candela.store.StoreException;

/** The policies of all facilities, version by version. Safe from any thread; what is in force is held in memory. */
// [impl->req~critical.policy~1]
public final class CriticalPolicies {
    private final Database database;
    private final AuditLog audit;
    private final Clock clock;
    private final Map<FacilityId, KeptPolicy> inForce = new ConcurrentHashMap<>();

    private CriticalPolicies(Database database, AuditLog audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** Reads what is in force; blocks on the disk. */
    public static CriticalPolicies open(Database database, AuditLog audit, Clock clock) throws StoreException {
        CriticalPolicies policies = new CriticalPolicies(database, audit, clock);
        for (KeptPolicy kept : database.read(tx -> CriticalRepository.inForce(tx, clock.getZone()))) {
            policies.inForce.put(kept.facility(), kept);
        }
        return policies;
    }

    /** What holds for a facility: its own, else the start policy. */
    public CriticalPolicy of(FacilityId facility) {
        return kept(facility).map(KeptPolicy::policy).orElseGet(() -> CriticalPolicy.start(clock.getZone()));
    }

    /** What a facility said; empty where it said nothing. */
    public Optional<KeptPolicy> kept(FacilityId facility) {
        return Optional.ofNullable(inForce.get(facility));
    }

    /** Every version, the newest last. Blocks on the disk. */
    public List<KeptPolicy> versions(FacilityId facility) throws StoreException {
        return database.read(tx -> CriticalRepository.policies(tx, facility, clock.getZone()));
    }

    /** What held for a facility as this version: 0 for the start policy. Blocks on the disk. */
    CriticalPolicy at(FacilityId facility, int version) throws StoreException {
        if (version == 0) {
            return CriticalPolicy.start(clock.getZone());
        }
        return versions(facility).stream()
                .filter(kept -> kept.version() == version)
                .map(KeptPolicy::policy)
                .findFirst()
                .orElseThrow(() -> new StoreException(
                        "critical.policy-gone",
                        "version " + version + " of the policy of " + facility + " is not there"));
    }

    /** Puts a policy in force as the next version; audited. Blocks on the disk. */
    public KeptPolicy enter(FacilityId facility, CriticalPolicy policy, String by) throws StoreException {
        Instant now = clock.instant();
        return database.write(tx -> {
            List<KeptPolicy> before = new ArrayList<>(CriticalRepository.policies(tx, facility, clock.getZone()));
            int version = before.isEmpty() ? 1 : before.get(before.size() - 1).version() + 1;
            KeptPolicy next = new KeptPolicy(facility, version, policy, now, by);
            CriticalRepository.enter(tx, next);
            audit.append(
                    tx,
                    new AuditEvent(
                            now,
                            by,
                            AuditAction.CRITICAL_POLICY_ENTERED,
                            "facility:" + facility,
                            Map.of(
                                    "version",
                                    Integer.toString(version),
                                    "sha256",
                                    Sha256.hex(PolicyText.write(policy)))));
            tx.afterCommit(() -> inForce.put(facility, next)); // in the order of the versions
            return next;
        });
    }
}
