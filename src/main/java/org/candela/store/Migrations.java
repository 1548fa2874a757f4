package org.candela.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a database to the program's schema, forward only.
 *
 * <p>Each room owns a range of ten numbers, so a later version of the program may add a number below one already
 * applied; what counts is which numbers were applied. A script may rely on lower numbers only.
 */
// [impl->req~store.migrations~1]
final class Migrations {
    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");

    private final List<Migration> known;
    private final Clock clock;

    Migrations(List<Migration> known, Clock clock) {
        this.known = known.stream()
                .sorted(Comparator.comparingInt(Migration::version))
                .toList();
        this.clock = clock;
        long versions = known.stream().mapToInt(Migration::version).distinct().count();
        if (versions != known.size()) {
            throw new IllegalArgumentException("two migrations share a number: " + this.known);
        }
    }

    static Migrations onClassPath(Clock clock) {
        return new Migrations(MigrationScripts.onClassPath(), clock);
    }

    /** Applies what is missing, each script in its own transaction. */
    void apply(Path file, Connection connection) throws StoreException {
        Map<Integer, String> applied = applied(file, connection);
        refuseUnknown(file, applied);
        refuseChanged(file, applied);
        List<Migration> missing = known.stream()
                .filter(migration -> !applied.containsKey(migration.version()))
                .toList();
        if (!missing.isEmpty() && !applied.isEmpty()) {
            backUp(file, connection);
        }
        for (Migration migration : missing) {
            apply(file, connection, migration);
        }
    }

    private static Map<Integer, String> applied(Path file, Connection connection) throws StoreException {
        Tx tx = new Tx(connection);
        List<String> tables =
                tx.query("SELECT name FROM sqlite_master WHERE type = 'table'", row -> row.string("name"));
        if (tables.contains("migration")) {
            return tx
                    .query(
                            "SELECT version, checksum FROM migration",
                            row -> Map.entry(row.intValue("version"), row.string("checksum")))
                    .stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
        }
        if (!tables.isEmpty()) {
            throw new StoreException("store.foreign", file + " is a database of another program");
        }
        return Map.of();
    }

    private void refuseUnknown(Path file, Map<Integer, String> applied) throws StoreException {
        List<Integer> ours = known.stream().map(Migration::version).toList();
        List<Integer> unknown = applied.keySet().stream()
                .filter(version -> !ours.contains(version))
                .toList();
        if (!unknown.isEmpty()) {
            throw new StoreException(
                    "store.newer",
                    file + " was written by a newer version of the program (schema steps " + unknown
                            + " are unknown here); start that version");
        }
    }

    private void refuseChanged(Path file, Map<Integer, String> applied) throws StoreException {
        for (Migration migration : known) {
            String checksum = applied.getOrDefault(migration.version(), migration.checksum());
            if (!checksum.equals(migration.checksum())) {
                throw new StoreException(
                        "store.migration-changed",
                        file + ": schema step " + migration + " was applied in another form than this program's");
            }
        }
    }

    private void backUp(Path file, Connection connection) throws StoreException {
        String stamp = STAMP.format(clock.instant().atOffset(java.time.ZoneOffset.UTC));
        Path copy = file.resolveSibling(file.getFileName() + ".before-migration-" + stamp + ".bak");
        new Tx(connection).update("VACUUM INTO ?", copy.toAbsolutePath().toString());
        LOG.info("database copied to {} before migration", copy.getFileName());
    }

    private void apply(Path file, Connection connection, Migration migration) throws StoreException {
        boolean committed = false;
        try {
            Connections.execute(connection, "BEGIN IMMEDIATE");
            Connections.execute(connection, migration.sql());
            new Tx(connection)
                    .update(
                            "INSERT INTO migration (version, name, checksum, applied_at) VALUES (?, ?, ?, ?)",
                            migration.version(),
                            migration.name(),
                            migration.checksum(),
                            clock.instant());
            Connections.execute(connection, "COMMIT");
            committed = true;
            LOG.info("schema step {} applied", migration);
        } catch (SQLException e) {
            throw StoreException.of("schema step " + migration + " on " + file, e);
        } finally {
            if (!committed) {
                Connections.rollBackQuietly(connection);
            }
        }
    }
}
