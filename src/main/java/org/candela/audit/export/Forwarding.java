package org.candela.audit.export;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import org.candela.audit.AuditAction;
import org.candela.audit.AuditEvent;
import org.candela.audit.AuditLog;
import org.candela.audit.AuditTrail;
import org.candela.audit.AuditTrail.KeptEvent;
import org.candela.audit.export.CollectorRepository.Progress;
import org.candela.base.Cancellation;
import org.candela.net.tls.TlsTrust;
import org.candela.store.Database;
import org.candela.store.StoreException;

/**
 * Sends what the repository has not taken yet, oldest first. What was under way when the line broke or the program died is
 * sent again: each message names its place in the chain, by which a repository knows it twice.
 *
 * <p>Safe from any thread; one sends at a time. Blocks on disk and network.
 */
// [impl->req~audit.forward~1]
public final class Forwarding {
    /** Messages of one connection. */
    private static final int BATCH = 200;

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Database database;
    private final AuditLog auditLog;
    private final Station station;
    private final AuditMessages messages;
    private final Clock clock;
    private final SyslogLine line;

    /** @param guard cuts a line that hangs */
    public Forwarding(
            Database database, AuditLog auditLog, Station station, Clock clock, ScheduledExecutorService guard) {
        this(database, auditLog, station, clock, new SyslogLine(clock, guard, LIMIT));
    }

    Forwarding(Database database, AuditLog auditLog, Station station, Clock clock, SyslogLine line) {
        this.database = database;
        this.auditLog = auditLog;
        this.station = station;
        this.messages = new AuditMessages(station);
        this.clock = clock;
        this.line = line;
    }

    /** From where on a repository gets events. */
    public enum From {
        /** All that the trail holds. */
        START,
        /** What happens from now on. */
        NOW
    }

    /**
     * How far the repository is.
     *
     * @param waiting how many events it has not taken
     * @param oldest when the first of these happened
     * @param sentAt when it last took some
     * @param failure why the last attempt failed; blank when it did not
     */
    public record Standing(
            Collector collector, long waiting, Optional<Instant> oldest, Optional<Instant> sentAt, String failure) {}

    /** Names the repository; that it was named is an event too, the first that it gets of {@link From#NOW}. */
    public void use(Collector collector, From from, String who) throws StoreException {
        database.change(tx -> {
            long before = from == From.START ? 0 : AuditTrail.last(tx);
            CollectorRepository.save(tx, collector, before);
            auditLog.append(tx, AuditEvent.of(clock.instant(), who, AuditAction.SECURITY_ALERT, "audit-repository"));
        });
    }

    /** Sends no more, and forgets how far it was. */
    public void leave(String who) throws StoreException {
        database.change(tx -> {
            CollectorRepository.drop(tx);
            auditLog.append(tx, AuditEvent.of(clock.instant(), who, AuditAction.SECURITY_ALERT, "audit-repository"));
        });
    }

    /** How it stands; empty when no repository was named. */
    public Optional<Standing> standing() throws StoreException {
        return standing(database);
    }

    /** The same of a store that nothing is sent from here. */
    public static Optional<Standing> standing(Database database) throws StoreException {
        return database.read(tx -> {
            Optional<Progress> found = CollectorRepository.find(tx);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Progress progress = found.orElseThrow();
            Optional<Instant> oldest = AuditTrail.after(tx, progress.sent(), 1).stream()
                    .map(kept -> kept.event().at())
                    .findFirst();
            return Optional.of(new Standing(
                    progress.collector(),
                    AuditTrail.last(tx) - progress.sent(),
                    oldest,
                    progress.sentAt(),
                    progress.failure()));
        });
    }

    /**
     * Sends all that waits; returns how many were taken. Without a repository nothing.
     *
     * @param trust as whom we speak; whom we trust is the repository's pins
     * @throws AuditExportException {@code audit.repository} when it cannot be reached or refuses; kept for
     *     {@link #standing()}
     */
    public synchronized int send(TlsTrust trust, Cancellation cancellation)
            throws StoreException, AuditExportException {
        int sent = 0;
        Optional<Batch> next = next();
        while (next.isPresent() && !cancellation.isRequested()) {
            bring(next.orElseThrow(), trust);
            sent += next.orElseThrow().events().size();
            next = next();
        }
        return sent;
    }

    private record Batch(Progress from, List<KeptEvent> events) {
        Collector collector() {
            return from.collector();
        }
    }

    private Optional<Batch> next() throws StoreException {
        return database.read(tx -> {
            Optional<Progress> found = CollectorRepository.find(tx);
            if (found.isEmpty()) {
                return Optional.<Batch>empty();
            }
            List<KeptEvent> events = AuditTrail.after(tx, found.orElseThrow().sent(), BATCH);
            return events.isEmpty() ? Optional.<Batch>empty() : Optional.of(new Batch(found.orElseThrow(), events));
        });
    }

    private void bring(Batch batch, TlsTrust trust) throws StoreException, AuditExportException {
        List<byte[]> frames = batch.events().stream()
                .map(kept -> Syslog.frame(station, kept.event().at(), messages.xml(kept)))
                .toList();
        try {
            line.bring(batch.collector(), trust, frames);
        } catch (IOException e) {
            String words = String.valueOf(e.getMessage());
            database.change(tx -> CollectorRepository.fail(tx, words));
            throw new AuditExportException(
                    "audit.repository",
                    "the audit repository " + batch.collector() + " took nothing: " + words
                            + "; events stay in the audit trail and are sent when it answers",
                    e);
        }
        long last = batch.events().get(batch.events().size() - 1).sequence();
        database.change(tx -> CollectorRepository.advance(tx, batch.from(), last, clock.instant()));
    }
}
