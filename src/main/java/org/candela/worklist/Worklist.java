package org.candela.worklist;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.candela.audit.AuditAction;
import org.candela.audit.AuditEvent;
import org.candela.audit.AuditLog;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.order.Orders;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.store.Tx;
import org.candela.study.StudySource;
import org.candela.study.UidHash;
import org.candela.worklist.ReadingItem.Claim;
import org.candela.worklist.ReadingRepository.Reading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One list over all facilities.
 *
 * <p>What a facility listed is kept on disk: one that does not answer keeps its last rows, marked stale, also over a
 * restart; it never empties the list. It is kept in memory too: only what an answer changes is written, and what is shown
 * is read from the disk once. What another process does to the same file is seen with the next answer of the facility; a
 * claim is decided on the disk at once. Safe from any thread. All methods may wait for the disk and are not for the FX
 * thread; none waits for a facility.
 */
public final class Worklist {
    private static final Logger LOG = LoggerFactory.getLogger(Worklist.class);

    private final Set<FacilityId> facilities;
    private final ListKeeper keeper;
    private final List<FacilityWatch> watches;
    private final Database database;
    private final AuditLog auditLog;
    private final Clock clock;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final RowMaker maker;
    private final ListMemory shown = new ListMemory();
    private volatile Optional<OrderOverlay> overlay = Optional.empty();
    private volatile OrderTrouble orderTrouble = facility -> Optional.empty();
    private final RowNotices notices = new RowNotices(this::tellListeners);
    private final ClaimStandings standings = new ClaimStandings(this::tellListeners);

    /** A list over {@code facilities}, each with its source of studies, in the same order. */
    public Worklist(Map<Facility, StudySource> facilities, Database database, AuditLog auditLog, Clock clock) {
        this(facilities, new Ledger(database, auditLog), clock, Patience.START);
    }

    /** Where rows are kept and changes are told. */
    record Ledger(Database database, AuditLog auditLog) {}

    Worklist(Map<Facility, StudySource> facilities, Ledger ledger, Clock clock, Patience patience) {
        Map<FacilityId, Facility> byId = new HashMap<>();
        facilities.keySet().forEach(facility -> byId.put(facility.id(), facility));
        this.facilities = Set.copyOf(byId.keySet());
        this.maker = new RowMaker(byId);
        this.keeper = new ListKeeper(ledger.database(), maker);
        this.database = ledger.database();
        this.auditLog = ledger.auditLog();
        this.clock = clock;
        this.watches = facilities.values().stream()
                .map(source -> new FacilityWatch(source, keeper::keep, clock, patience))
                .toList();
    }

    /** Calls {@code listener} when a facility has answered or failed, or a reading has moved on; on any thread, quickly. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Says of a facility whose orders may be old what is wrong; empty while they are of now. */
    @FunctionalInterface
    public interface OrderTrouble {
        Optional<String> of(FacilityId facility) throws StoreException;
    }

    /** The same, where something tells whether orders are of now: a facility whose orders are old is out of date. */
    public void follow(Orders orders, OrderTrouble trouble) {
        orderTrouble = trouble;
        follow(orders);
    }

    /** How many unread messages are about a row. */
    public RowNotices notices() {
        return notices;
    }

    /** Lays orders over the list from now on; called once, before the list is shown. */
    public void follow(Orders orders) {
        overlay = Optional.of(new OrderOverlay(orders, maker, clock));
        orders.onChange(this::tellListeners);
    }

    /** What is known of claims beyond this workstation; a change is told like one of the list. */
    public ClaimStandings standings() {
        return standings;
    }

    /**
     * Asks all facilities at once, as the reader does by hand; joins requests under way. Done when each has answered or
     * failed, at the latest after the time limit of a request. Never fails over a facility.
     */
    // [impl->req~worklist.stale~1]
    public CompletableFuture<Void> refresh(LocalDate since, Cancellation cancellation) {
        return ask(watches, since, cancellation);
    }

    /** The same for a timer: leaves a facility alone that has just failed, the longer the more often it did. */
    public CompletableFuture<Void> poll(LocalDate since, Cancellation cancellation) {
        return ask(watches.stream().filter(FacilityWatch::isDue).toList(), since, cancellation);
    }

    private CompletableFuture<Void> ask(List<FacilityWatch> asked, LocalDate since, Cancellation cancellation) {
        return CompletableFuture.allOf(asked.stream()
                .map(watch -> watch.ask(since, cancellation).thenRun(() -> catchUp(watch)))
                .toArray(CompletableFuture[]::new));
    }

    /** The list as it is known now. Reads the disk the first time alone. */
    public WorklistSnapshot snapshot() throws StoreException {
        List<FacilityHealth> health = new ArrayList<>();
        for (FacilityWatch watch : watches) {
            FacilityRows rows = rows(watch.facility());
            shown.show(watch.facility(), rows);
            health.add(withOrders(watch.health(rows.standing().lastAnswer())));
        }
        return new WorklistSnapshot(shown.inOrder(clock.instant()), health);
    }

    private FacilityHealth withOrders(FacilityHealth studies) throws StoreException {
        Optional<String> trouble =
                studies.failure().isPresent() ? Optional.empty() : orderTrouble.of(studies.facility());
        return trouble.isEmpty()
                ? studies
                : new FacilityHealth(studies.facility(), studies.lastAnswer(), trouble, Optional.empty());
    }

    /** The studies of a facility with their orders, and what is ordered there and not here yet. */
    private FacilityRows rows(FacilityId facility) throws StoreException {
        FacilityRows studies = keeper.rows(facility);
        return overlay.isPresent() ? overlay.orElseThrow().over(facility, studies) : studies;
    }

    /** One row as it is known now; empty when no facility lists it. Reads the disk the first time alone. */
    public Optional<ReadingItem> find(ReadingItem.Id id) throws StoreException {
        return facilities.contains(id.facility()) ? rows(id.facility()).find(id.study()) : Optional.empty();
    }

    /** The same, as far as it is in memory; waits for nothing, and may be called on the FX thread. */
    public Optional<ReadingItem> known(ReadingItem.Id id) {
        return overlay.flatMap(orders -> orders.known(id)).or(() -> keeper.known(id));
    }

    /** The rows of the same study at other facilities, as far as they are in memory; waits for nothing. */
    // [impl->req~worklist.also-at~1]
    public List<ReadingItem> alsoAt(ReadingItem.Id id) {
        return watches.stream()
                .map(FacilityWatch::facility)
                .filter(facility -> !facility.equals(id.facility()))
                .flatMap(facility -> known(new ReadingItem.Id(facility, id.study())).stream())
                .toList();
    }

    /** What the reader keeps of how the list is looked at. */
    public SavedViews savedViews() {
        return new SavedViews(database);
    }

    /** Takes a study for {@code reader}. The claim is kept here only; other readers of the facility cannot see it. */
    // [impl->req~worklist.claim~1]
    public void claim(ReadingItem.Id id, String reader) throws CandelaException {
        requireImages(id);
        change(id, ReadingState.READY, ReadingState.CLAIMED, reader);
    }

    // [impl->req~worklist.orders~1]
    private void requireImages(ReadingItem.Id id) throws CandelaException {
        ReadingState state = find(id).map(ReadingItem::state).orElse(ReadingState.READY);
        if (state == ReadingState.NEW) {
            throw new WorklistException(
                    "worklist.no-images",
                    "the examination is ordered, its images are not here yet; it is ready when they are");
        }
        if (state == ReadingState.CANCELLED) {
            throw new WorklistException(
                    "worklist.cancelled", "the facility took the order back; ask it before you read the study");
        }
    }

    /** Gives a held study back. */
    public void release(ReadingItem.Id id, ReadingState from, String reader) throws CandelaException {
        change(id, from, ReadingState.READY, reader);
    }

    /** Moves a reading on, if it still is in state {@code from}; audited in the same transaction. */
    public void change(ReadingItem.Id id, ReadingState from, ReadingState to, String reader) throws CandelaException {
        boolean isDone = database.write(tx -> transition(tx, id, new Step(from, to, reader)));
        tellListeners();
        if (!isDone) {
            throw new WorklistException(
                    "worklist.taken", "the study is no longer " + from + "; refresh the list and choose again");
        }
    }

    /** One edge of the state machine, and who takes it. */
    public record Step(ReadingState from, ReadingState to, String reader) {}

    /**
     * The same within a caller's transaction, for a signature that moves the reading on.
     *
     * @return false, with nothing changed, when the reading is no longer in the step's first state
     * @throws IllegalArgumentException when there is no such edge
     */
    public boolean transition(Tx tx, ReadingItem.Id id, Step step) throws StoreException {
        if (!step.from().canBecome(step.to())) {
            throw new IllegalArgumentException("no way from " + step.from() + " to " + step.to());
        }
        Instant now = clock.instant();
        Reading before = ReadingRepository.seen(tx, id, now);
        Optional<Claim> claim = step.to() == ReadingState.READY
                ? Optional.empty()
                : before.claim().or(() -> Optional.of(new Claim(step.reader(), now)));
        Reading after = new Reading(before.firstSeen(), step.to(), claim);
        if (!ReadingRepository.change(tx, id, step.from(), after)) {
            keeper.follow(tx, id, before); // what another process did of late
            return false;
        }
        keeper.follow(tx, id, after);
        Map<String, String> detail = Map.of(
                "facility",
                id.facility().value(),
                "from",
                step.from().name(),
                "to",
                step.to().name());
        auditLog.append(
                tx,
                new AuditEvent(
                        now,
                        step.reader(),
                        AuditAction.READING_STATE_CHANGED,
                        "study:" + UidHash.of(id.study()),
                        detail));
        return true;
    }

    /** A facility that fails would else not show what another process did to its rows. */
    private void catchUp(FacilityWatch watch) {
        try {
            keeper.catchUp(watch.facility());
            if (overlay.isPresent()) {
                overlay.orElseThrow().catchUp(watch.facility());
            }
        } catch (StoreException e) {
            LOG.warn("the rows of {} were not read again [{}]", watch.facility(), e.code());
        }
        tellListeners();
    }

    private void tellListeners() {
        listeners.forEach(Runnable::run);
    }
}
