package org.candela.order;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.candela.audit.AuditAction;
import org.candela.audit.AuditEvent;
import org.candela.audit.AuditLog;
import org.candela.facility.FacilityId;
import org.candela.order.OrderRepository.Kept;
import org.candela.order.OrderRepository.OrderKey;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/**
 * The orders of all facilities, version by version.
 *
 * <p>Safe from any thread; blocks on the disk. What was kept survives a kill of the process.
 */
// [impl->req~order.kept~1]
public final class Orders {
    /** Orders that did not change for longer are no longer looked at for the list. */
    static final Duration LOOKED_AT = Duration.ofDays(90);

    private static final String ACTOR = "order feed";

    private final Database database;
    private final AuditLog auditLog;
    private final Clock clock;
    private final Map<FacilityId, Read> indexes = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** What was read, and the newest version it holds. */
    private record Read(OrderIndex index, long newest) {}

    public Orders(Database database, AuditLog auditLog, Clock clock) {
        this.database = database;
        this.auditLog = auditLog;
        this.clock = clock;
    }

    /** Calls {@code listener} when an order has come or changed; on any thread, quickly. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** The orders of a facility by their numbers; read once and again after each change. */
    public OrderIndex of(FacilityId facility) throws StoreException {
        Read known = indexes.get(facility);
        if (known != null) {
            return known.index();
        }
        long before = changes.get();
        Instant since = clock.instant().minus(LOOKED_AT);
        Read read = database.read(tx -> new Read(
                OrderIndex.of(OrderRepository.current(tx, facility, since)), OrderRepository.newest(tx, facility)));
        indexes.put(facility, read);
        if (changes.get() != before) {
            indexes.remove(facility, read); // it may have been read before the change
        }
        return read.index();
    }

    /** Reads the orders of a facility again if another process has kept some since. */
    public void catchUp(FacilityId facility) throws StoreException {
        Read known = indexes.get(facility);
        if (known != null && database.read(tx -> OrderRepository.newest(tx, facility)) != known.newest()) {
            indexes.remove(facility, known);
        }
    }

    /** Keeps one order; nothing where the newest version says the same. */
    public void keep(Order told) throws StoreException {
        database.change(tx -> keep(tx, told));
        changed(told.facility());
    }

    /**
     * The same within a caller's transaction, who calls {@link #changed} when it is committed.
     *
     * @return the order as it is known now
     */
    public Order keep(Tx tx, Order told) throws StoreException {
        return keep(tx, OrderRepository.keyOf(tx, told), told);
    }

    private Order keep(Tx tx, OrderKey key, Order told) throws StoreException {
        Optional<Order> before = OrderRepository.find(tx, key);
        boolean isMessage = told.source() == OrderSource.MESSAGE;
        Order now = isMessage
                ? before.map(known -> OrderChanges.over(known, told)).orElseGet(() -> OrderChanges.first(told))
                : told;
        if (before.map(now::saysTheSameAs).orElse(false)) {
            return now;
        }
        OrderRepository.append(tx, key, now);
        auditLog.append(
                tx,
                new AuditEvent(
                        clock.instant(),
                        ACTOR,
                        AuditAction.ORDER_RECORDED,
                        "order:" + OrderRepository.hashOf(key),
                        Map.of(
                                "facility", key.facility().value(),
                                "source", key.source().name(),
                                "from",
                                        before.map(known -> known.status().name())
                                                .orElse(""),
                                "to", now.status().name())));
        return now;
    }

    /** Forgets what was read of the orders of {@code facility}, and tells the listeners. */
    public void changed(FacilityId facility) {
        changes.incrementAndGet();
        indexes.remove(facility);
        listeners.forEach(Runnable::run);
    }

    /**
     * Takes the whole answer of a worklist for what the facility asks now. What it names no longer is withdrawn, unless it
     * was taken back or done: it may have been begun, and its facts still count for its study.
     */
    public void keepAnswer(FacilityId facility, OrderSource source, List<Order> listed) throws StoreException {
        database.change(tx -> {
            Set<OrderKey> named = new HashSet<>();
            for (Order order : listed) {
                OrderKey key = OrderRepository.keyOf(tx, order);
                if (named.add(key)) {
                    keep(tx, key, order);
                }
            }
            for (Kept kept : OrderRepository.current(tx, facility, source)) {
                if (!named.contains(kept.key()) && kept.order().status().isAwaited()) {
                    keep(
                            tx,
                            kept.key(),
                            kept.order().standing(OrderStatus.WITHDRAWN).at(clock.instant()));
                }
            }
            OrderRepository.answered(tx, facility, source, clock.instant());
        });
        changed(facility);
    }

    /** When a source of a facility last answered; empty when it never did. */
    public Optional<Instant> lastAnswer(FacilityId facility, OrderSource source) throws StoreException {
        return database.read(tx -> OrderRepository.lastAnswer(tx, facility, source));
    }

    /** Who ordered in the time that orders are looked at, as PN; each once, the newest first. */
    public List<String> orderers(int most) throws StoreException {
        return database.read(tx -> OrderRepository.orderers(tx, clock.instant().minus(LOOKED_AT), most));
    }

    /** Every version of the orders with this placer, filler or accession number, oldest first. */
    public List<Order> history(FacilityId facility, String number) throws StoreException {
        return database.read(tx -> OrderRepository.history(tx, facility, number));
    }
}
