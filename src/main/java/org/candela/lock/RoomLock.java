package org.candela.lock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.candela.audit.AuditAction;
import org.candela.audit.AuditEvent;
import org.candela.audit.AuditLog;
import org.candela.base.CandelaException;
import org.candela.lock.LockRepository.Tries;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/**
 * Whether the workstation is open, locked, or open in an emergency to be looked at alone. Safe from any thread; what changes it
 * blocks on the disk, but for {@link #lock}, which holds at once and is written down later.
 *
 * <p>After {@value #FREE_TRIES} wrong tries in a row each further one has to wait: 30 s, then twice as long each time, up to an
 * hour. The count is in the store, so a restart forgives nothing, and a try counts before it is tested, so no kill gives a free
 * one. A clock that is set back makes nobody wait longer than an hour.
 */
// [impl->req~lock.unlock~1]
public final class RoomLock {
    static final int FREE_TRIES = 3;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 7;
    private static final int FEWEST_LETTERS = 10;
    private static final int MOST_LETTERS = 400;
    private static final String SUBJECT = "lock";

    private final Proof proof;
    private final Desk desk;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile State state = State.OPEN;

    /** How it stands. */
    public enum State {
        OPEN,
        /** Nothing of a patient is seen, nothing can be done. */
        LOCKED,
        /** Looked at without proof, for a reason: nothing can be changed. */
        EMERGENCY
    }

    /** Why it was locked. */
    public enum Cause {
        IDLE,
        KEY,
        /** An emergency access ended. */
        EMERGENCY_ENDED
    }

    /** Where it is kept, and whose desk it is. */
    public record Desk(Database database, AuditLog audit, Clock clock, String reader) {}

    /**
     * What came of a try.
     *
     * @param nextTryAt when another is allowed
     */
    public record Answer(boolean isOpen, Instant nextTryAt) {}

    public RoomLock(Proof proof, Desk desk) {
        this.proof = proof;
        this.desk = desk;
    }

    /** How it stands now. */
    public State state() {
        return state;
    }

    /** What is asked for. */
    public Proof.Kind asks() {
        return proof.kind();
    }

    /** Calls {@code listener} after each change, on the thread that made it. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Locks; without effect when it is. {@link #writeDown} is to follow. */
    public boolean lock() {
        boolean wasOpen = state != State.LOCKED;
        state = State.LOCKED;
        if (wasOpen) {
            listeners.forEach(Runnable::run);
        }
        return wasOpen;
    }

    /** Keeps that it was locked; blocks. */
    // [impl->req~lock.audit~1]
    public void writeDown(Cause cause) throws StoreException {
        desk.database().change(tx -> {
            append(tx, AuditAction.USER_AUTHENTICATED, Map.of("outcome", "0", "event", "lock", "cause", cause.name()));
            if (cause == Cause.EMERGENCY_ENDED) {
                append(tx, AuditAction.EMERGENCY_ACCESS, Map.of("event", "stopped"));
            }
        });
    }

    /** Tries to open it. {@code secret} is left to its caller to wipe. */
    public Answer unlock(char[] secret) throws CandelaException {
        Instant now = desk.clock().instant();
        Counted counted = desk.database().write(tx -> counted(tx, now));
        Tries tries = counted.tries();
        if (!counted.isAllowed()) {
            refused(tries.failed(), "8", "too early");
            return new Answer(false, tries.nextAt());
        }
        if (!proof.isRight(secret)) {
            refused(tries.failed(), tries.failed() < FREE_TRIES ? "4" : "8", "wrong");
            return new Answer(false, tries.nextAt());
        }
        boolean wasEmergency = state == State.EMERGENCY;
        desk.database().change(tx -> {
            LockRepository.count(tx, new Tries(0, Instant.EPOCH));
            append(
                    tx,
                    AuditAction.USER_AUTHENTICATED,
                    Map.of(
                            "outcome",
                            "0",
                            "event",
                            "unlock",
                            "proof",
                            proof.kind().name()));
            if (wasEmergency) {
                append(tx, AuditAction.EMERGENCY_ACCESS, Map.of("event", "stopped"));
            }
        });
        become(State.OPEN);
        return new Answer(true, now);
    }

    /** A try that counts already, or one that came too early. */
    private record Counted(boolean isAllowed, Tries tries) {}

    /** In one transaction: of tries at the same moment no two see the same count. */
    private static Counted counted(Tx tx, Instant now) throws StoreException {
        Tries before = LockRepository.tries(tx);
        Instant next = earliest(before, now);
        if (now.isBefore(next)) {
            return new Counted(false, new Tries(before.failed(), next));
        }
        int failed = before.failed() + 1;
        Tries after = new Tries(failed, now.plus(waitAfter(failed)));
        LockRepository.count(tx, after);
        return new Counted(true, after);
    }

    /** The clock may have been set back since: nobody waits longer than the longest wait from now. */
    private static Instant earliest(Tries tries, Instant now) {
        Instant longest = now.plus(LONGEST_WAIT);
        return tries.nextAt().isAfter(longest) ? longest : tries.nextAt();
    }

    private void refused(int failed, String outcome, String why) throws StoreException {
        Map<String, String> detail = new HashMap<>(Map.of("outcome", outcome, "event", "unlock", "why", why));
        detail.put("attempt", Integer.toString(failed));
        detail.put("proof", proof.kind().name());
        desk.database().change(tx -> append(tx, AuditAction.USER_AUTHENTICATED, detail));
    }

    /**
     * Opens it to be looked at, for a reason, without proof.
     *
     * @throws LockException {@code lock.reason} when the reason is short, {@code lock.not-locked} when it is not locked
     */
    // [impl->req~lock.emergency~1]
    public void openInEmergency(String reason) throws CandelaException {
        String said = reason.strip();
        if (said.length() < FEWEST_LETTERS || said.length() > MOST_LETTERS) {
            throw new LockException(
                    "lock.reason",
                    "say who you are and why, in " + FEWEST_LETTERS + " to " + MOST_LETTERS + " letters");
        }
        if (state != State.LOCKED) {
            throw new LockException("lock.not-locked", "the workstation is not locked");
        }
        desk.database()
                .change(tx -> append(
                        tx, AuditAction.EMERGENCY_ACCESS, Map.of("event", "started", "outcome", "0", "reason", said)));
        become(State.EMERGENCY);
    }

    private void become(State next) {
        state = next;
        listeners.forEach(Runnable::run);
    }

    private void append(Tx tx, AuditAction action, Map<String, String> detail) throws StoreException {
        desk.audit().append(tx, new AuditEvent(desk.clock().instant(), desk.reader(), action, SUBJECT, detail));
    }

    static Duration waitAfter(int failed) {
        if (failed < FREE_TRIES) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failed - FREE_TRIES, MOST_DOUBLINGS));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
