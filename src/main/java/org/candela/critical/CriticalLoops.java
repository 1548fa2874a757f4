package org.candela.critical;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.candela.audit.AuditAction;
import org.candela.audit.AuditEvent;
import org.candela.audit.AuditLog;
import org.candela.base.Sha256;
import org.candela.base.Uid;
import org.candela.critical.CriticalLoop.Entry;
import org.candela.critical.Happening.Opened;
import org.candela.facility.FacilityId;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/**
 * All critical results of this workstation. Safe from any thread; changes block on the disk, and are on it when they return, each
 * with an entry of the audit chain that holds the hash of what was entered. What is asked is answered from memory.
 */
// [impl->req~critical.kept~1]
public final class CriticalLoops implements Communications {
    /** How far back closed ones are held in memory, for addenda; open ones always are. */
    private static final Duration REMEMBERED = Duration.ofDays(400);

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;
    private final CriticalPolicies policies;
    private final Map<UUID, CriticalLoop> known = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    private CriticalLoops(Database database, AuditLog audit, Clock clock, CriticalPolicies policies) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.policies = policies;
    }

    /** Reads them; blocks on the disk. */
    public static CriticalLoops open(Database database, AuditLog audit, Clock clock) throws StoreException {
        CriticalPolicies policies = CriticalPolicies.open(database, audit, clock);
        CriticalLoops loops = new CriticalLoops(database, audit, clock, policies);
        Instant since = clock.instant().minus(REMEMBERED);
        database.read(tx -> CriticalRepository.loops(tx, since)).forEach(loop -> loops.known.put(loop.id(), loop));
        return loops;
    }

    /** The policies loops are held against. */
    public CriticalPolicies policies() {
        return policies;
    }

    /** The policy that held when this was identified, by which it is judged for ever. Blocks on the disk. */
    // [impl->req~critical.evidence~1]
    public CriticalPolicy policyAtOpening(CriticalLoop loop) throws StoreException {
        return policies.at(loop.subject().facility(), loop.opened().policy());
    }

    /** Calls {@code listener} after each change; on any thread, quickly. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Something was found that somebody there must know. */
    public CriticalLoop open(CriticalSubject subject, CriticalCategory category, String finding, Instant at, String by)
            throws StoreException, CriticalException {
        Instant now = clock.instant();
        if (at.isAfter(now.plusSeconds(60))) {
            throw new CriticalException("critical.time", "a finding cannot be identified later than now");
        }
        int version = policies.kept(subject.facility()).map(KeptPolicy::version).orElse(0);
        Entry first = new Entry(now, by, new Opened(subject, category, finding, at, version));
        CriticalLoop loop = new CriticalLoop(UUID.randomUUID(), List.of(first));
        database.change(tx -> keep(tx, loop));
        return loop(loop);
    }

    /**
     * Adds what happened.
     *
     * @throws CriticalException {@code critical.none}, {@code critical.state} or {@code critical.time}
     */
    public CriticalLoop add(UUID id, Happening happening, String by) throws StoreException, CriticalException {
        Entry entry = new Entry(clock.instant(), by, happening);
        Changed changed = database.write(tx -> {
            CriticalLoop before = CriticalRepository.find(tx, id).orElse(null);
            if (before == null) {
                return Changed.refused(new CriticalException("critical.none", "there is no critical result " + id));
            }
            try {
                requireReceiver(before.subject().facility(), happening);
                CriticalLoop after = before.with(entry);
                keep(tx, after);
                return new Changed(List.of(after), List.of());
            } catch (CriticalException e) {
                return Changed.refused(e);
            }
        });
        if (!changed.refusals().isEmpty()) {
            throw changed.refusals().get(0);
        }
        return loop(changed.loops().get(0));
    }

    /** Whoever the facility did not name may have been the only one there: then the notes say so. */
    private void requireReceiver(FacilityId facility, Happening happening) throws CriticalException {
        List<String> receivers = policy(facility).receivers();
        Communication told = happening instanceof Happening.Told one
                ? one.communication()
                : happening instanceof Happening.Corrected other ? other.communication() : null;
        boolean isRight = told == null
                || receivers.isEmpty()
                || !told.notes().isEmpty()
                || receivers.stream().anyMatch(role -> role.equalsIgnoreCase(told.role()));
        if (!isRight) {
            throw new CriticalException(
                    "critical.receiver",
                    "this facility lets these receive critical results: " + String.join(", ", receivers)
                            + "; choose one as the role, or say in the notes why it was another");
        }
    }

    /** One of the two: a transaction hands checked failures of its own out this way alone. */
    private record Changed(List<CriticalLoop> loops, List<CriticalException> refusals) {
        static Changed refused(CriticalException refusal) {
            return new Changed(List.of(), List.of(refusal));
        }
    }

    private void keep(Tx tx, CriticalLoop loop) throws StoreException {
        int number = loop.entries().size();
        Entry entry = loop.entries().get(number - 1);
        String body = HappeningJson.write(entry.happening());
        CriticalRepository.append(tx, loop.id(), number, entry, body);
        audit.append(
                tx,
                new AuditEvent(
                        entry.at(),
                        entry.by(),
                        AuditAction.CRITICAL_RESULT,
                        "critical:" + loop.id(),
                        Map.of(
                                "kind",
                                entry.happening().kind().name(),
                                "facility",
                                loop.subject().facility().value(),
                                "category",
                                Integer.toString(loop.category().number()),
                                "sha256",
                                Sha256.hex(body))));
        tx.afterCommit(() -> known.put(loop.id(), loop));
    }

    private CriticalLoop loop(CriticalLoop changed) {
        listeners.forEach(Runnable::run);
        return changed;
    }

    /** Those that somebody still has to be told of, the one identified first first. */
    public List<CriticalLoop> stillOpen() {
        return known.values().stream()
                .filter(loop -> loop.state().isOpen())
                .sorted(BY_TIME)
                .toList();
    }

    /** When the newest entry was made; {@link Instant#EPOCH} where there is none. */
    public Instant newest() {
        return known.values().stream()
                .map(loop -> loop.entries().get(loop.entries().size() - 1).at())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    /** All that are remembered, the one identified first first. */
    public List<CriticalLoop> all() {
        return known.values().stream().sorted(BY_TIME).toList();
    }

    private static final Comparator<CriticalLoop> BY_TIME =
            Comparator.comparing(CriticalLoop::identifiedAt).thenComparing(CriticalLoop::id);

    @Override
    public List<CriticalLoop> about(FacilityId facility, Uid study) {
        return all().stream()
                .filter(loop -> loop.subject().facility().equals(facility)
                        && loop.subject().study().equals(study))
                .toList();
    }

    @Override
    public CriticalPolicy policy(FacilityId facility) {
        return policies.of(facility);
    }
}
