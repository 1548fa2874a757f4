package org.candela.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** Opens SQLite connections with the settings that the promises of {@link Database} rest on. */
final class Connections {
    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

    private Connections() {}

    static Connection openWriter(Path file) throws StoreException {
        SQLiteConfig config = common();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        return open(file, config);
    }

    static Connection openReader(Path file) throws StoreException {
        Connection reader = open(file, common());
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

    private static SQLiteConfig common() {
        SQLiteConfig config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setBusyTimeout(Database.WAIT_SECONDS * 1000);
        return config;
    }

    private static Connection open(Path file, SQLiteConfig config) throws StoreException {
        try {
            return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
        } catch (SQLException e) {
            throw StoreException.of("opening " + file, e);
        }
    }
}
