package org.candela.purge;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.candela.audit.AuditAction;
import org.candela.audit.AuditEvent;
import org.candela.audit.AuditLog;
import org.candela.base.Sha256;
import org.candela.facility.FacilityId;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** What was deleted, entry by entry, each written by the transaction that deletes. Any thread; blocks on the disk. */
// [impl->req~purge.log~1]
public final class PurgeLog {
    /** In place of a facility in a run over all of them. */
    public static final String ALL = "all";

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;

    public PurgeLog(Database database, AuditLog audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** Why something goes. */
    public enum Kind {
        AGE,
        CONTRACT_END
    }

    /** What goes. */
    public enum What {
        /** Images of a study with marks, key images and how they hung. */
        IMAGES,
        /** Rows of a study: list, claims, orders, messages, confirmed priors. */
        ROWS,
        /** Orders and messages that are about no study here. */
        WORDS,
        /** A draft that was thrown away. */
        DRAFT,
        /** Sound and words of an utterance. */
        SOUND,
        /** A signed report past its age. */
        RECORD,
        /** A file: a copy of the store, an export, what a killed program left. */
        FILE,
        /** How a facility was reached, and what proved to it who we are. */
        ACCESS
    }

    /**
     * A run.
     *
     * @param facility its id, or {@link #ALL}
     * @param endedAt empty while it runs, or where it was killed
     */
    public record Run(
            long id,
            Kind kind,
            String facility,
            String reason,
            Instant begunAt,
            String by,
            Optional<Instant> endedAt) {}

    /**
     * One deletion.
     *
     * @param subject SHA-256 of the identifier of what went, hexadecimal
     */
    public record Entry(int number, Instant at, What what, String facility, String subject, long rows, long bytes) {}

    /** How much of one kind went. */
    public record Sum(int count, long rows, long bytes) {
        Sum with(Entry entry) {
            return new Sum(count + 1, rows + entry.rows(), bytes + entry.bytes());
        }
    }

    /** Begins a run, or goes on with one of the same kind and facility that a killed program left. */
    public Run begin(Kind kind, String facility, String reason, String by) throws StoreException {
        return database.write(tx -> {
            Optional<Run> left = PurgeRepository.unfinished(tx, kind, facility);
            return left.isPresent()
                    ? left.orElseThrow()
                    : PurgeRepository.begin(
                            tx, new Run(0, kind, facility, reason, clock.instant(), by, Optional.empty()));
        });
    }

    /** Within the transaction that deletes: the entry and its audit event. */
    public void enter(Tx tx, Run run, Deleted deleted) throws StoreException {
        String subject = Sha256.hex(deleted.identifier());
        PurgeRepository.enter(
                tx,
                run,
                new Entry(
                        0,
                        clock.instant(),
                        deleted.what(),
                        deleted.facility().value(),
                        subject,
                        deleted.rows(),
                        deleted.bytes()));
        audit.append(
                tx,
                new AuditEvent(
                        clock.instant(),
                        "purge",
                        AuditAction.PATIENT_DATA_PURGED,
                        deleted.auditSubject(),
                        Map.of(
                                "what", deleted.what().name(),
                                "facility", deleted.facility().value(),
                                "reason", run.kind().name(),
                                "run", Long.toString(run.id()))));
    }

    /**
     * Something that goes.
     *
     * @param identifier what it is called here; only its hash is kept
     */
    public record Deleted(What what, FacilityId facility, String identifier, long rows, long bytes) {
        private static final int SHORT = 12;

        /** A report is named, as everywhere in the audit trail; of all else a short hash. */
        String auditSubject() {
            return what == What.RECORD
                    ? identifier
                    : what.name().toLowerCase(java.util.Locale.ROOT) + ":"
                            + Sha256.hex(identifier).substring(0, SHORT);
        }
    }

    /** It is done. */
    public Run end(Run run) throws StoreException {
        Instant now = clock.instant();
        database.change(tx -> PurgeRepository.end(tx, run, now));
        return new Run(run.id(), run.kind(), run.facility(), run.reason(), run.begunAt(), run.by(), Optional.of(now));
    }

    /** All runs, the newest first. */
    public List<Run> runs() throws StoreException {
        return database.read(PurgeRepository::runs);
    }

    /** What a run deleted, in order. */
    public List<Entry> entries(Run run) throws StoreException {
        return database.read(tx -> PurgeRepository.entries(tx, run));
    }

    /** How much went, by kind. */
    public static Map<What, Sum> sums(List<Entry> entries) {
        Map<What, Sum> sums = new TreeMap<>();
        entries.forEach(entry -> sums.put(
                entry.what(), sums.getOrDefault(entry.what(), new Sum(0, 0, 0)).with(entry)));
        return sums;
    }

    /** SHA-256 over the entries, one a line: number, time, kind, subject, rows, bytes. */
    public static String digest(List<Entry> entries) {
        return Sha256.hex(entries.stream()
                .map(entry -> String.join(
                        " ",
                        Integer.toString(entry.number()),
                        entry.at().toString(),
                        entry.what().name(),
                        entry.subject(),
                        Long.toString(entry.rows()),
                        Long.toString(entry.bytes())))
                .collect(Collectors.joining("\n")));
    }
}
