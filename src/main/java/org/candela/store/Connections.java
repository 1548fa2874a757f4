package org.candela.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteOpenMode;

/** Opens SQLite connections with the settings that the promises of {@link Database} rest on. */
final class Connections {
    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

    private Connections() {}

    static Connection openWriter(Path file, Optional<StoreKey> key) throws StoreException {
        requireKey(file, key);
        SQLiteConfig config = common(key);
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        Connection writer = open(file, config);
        try {
            ask(writer, "PRAGMA secure_delete = ON"); // zeros where rows were
            return writer;
        } catch (SQLException e) {
            closeQuietly(writer);
            throw StoreException.of("opening " + file + " for writing", e);
        }
    }

    /** For one that works on the file as a whole: in the journal mode that the file has, and files named by address. */
    static Connection openWhole(Path file, Optional<StoreKey> key) throws StoreException {
        requireKey(file, key);
        SQLiteConfig config = common(key);
        config.setOpenMode(SQLiteOpenMode.OPEN_URI);
        return open(file, config);
    }

    static Connection openReader(Path file, Optional<StoreKey> key) throws StoreException {
        Connection reader = open(file, common(key));
        try {
            execute(reader, "PRAGMA query_only = ON");
            return reader;
        } catch (SQLException e) {
            closeQuietly(reader);
            throw StoreException.of("opening " + file + " for reading", e);
        }
    }

    static void checkIntegrity(Path file, Connection connection) throws StoreException {
        try (Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery("PRAGMA quick_check(1)")) {
            if (!results.next() || !"ok".equals(results.getString(1))) {
                throw new StoreException("store.corrupt", file + " is damaged: " + results.getString(1));
            }
        } catch (SQLException e) {
            throw StoreException.of("checking " + file, e);
        }
    }

    /** Runs one statement, or a script of many. */
    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** Runs one statement that answers with a row; its first column. */
    static int ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(sql)) {
            return results.next() ? results.getInt(1) : 0;
        }
    }

    static void rollBackQuietly(Connection connection) {
        try {
            execute(connection, "ROLLBACK");
        } catch (SQLException e) {
            // SQLite has rolled back by itself after some errors; then there is nothing left to undo.
            LOG.debug("nothing to roll back", e);
        }
    }

    static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.warn("a database connection did not close", e);
        }
    }

    private static SQLiteConfig common(Optional<StoreKey> key) {
        SQLiteConfig config = key.map(StoreKey::config).orElseGet(SQLiteConfig::new);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(Database.WAIT_SECONDS * 1000);
        return config;
    }

    private static void requireKey(Path file, Optional<StoreKey> key) throws StoreException {
        if (StoreForm.isAbsent(file) || FirstPage.isReadable(file, key)) {
            return;
        }
        if (key.isEmpty()) {
            throw new StoreException("store.corrupt", file + ": the file is damaged, sealed, or not a SQLite database");
        }
        throw new StoreException(
                "store.wrong-key",
                file
                        + " is not opened by this key store: it was sealed by another one, whose vault.key belongs beside it,"
                        + " or its first page is damaged; take both from one backup");
    }

    private static Connection open(Path file, SQLiteConfig config) throws StoreException {
        try {
            return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
        } catch (SQLException e) {
            if (e.getErrorCode() == SQLiteErrorCode.SQLITE_OK.code) { // the driver itself could not make the file
                throw new StoreException(
                        "store.cannot-open", "opening " + file + ": the file cannot be opened or created", e);
            }
            throw StoreException.of("opening " + file, e);
        }
    }
}
