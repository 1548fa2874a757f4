package org.candela.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One open transaction. Used by the thread that received it, until the work returns; later use is a bug and throws
 * {@link IllegalStateException}.
 *
 * <p>Arguments fill the {@code ?} in order: text, numbers, booleans (0 or 1), bytes, {@link java.time.Instant},
 * {@link java.time.LocalDate}, enums (their name), {@link org.candela.base.Uid}, or an {@link Optional} of these, where
 * empty becomes NULL.
 */
public final class Tx {
    private final Connection connection;
    private final List<Runnable> afterCommit = new ArrayList<>();
    private boolean open = true;

    Tx(Connection connection) {
        this.connection = connection;
    }

    /** Runs one changing statement and returns the number of rows it changed. */
    public int update(String sql, Object... args) throws StoreException {
        try (PreparedStatement statement = prepare(sql, args)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw StoreException.of("change failed: " + firstWords(sql), e);
        }
    }

    /** All rows, in the order of the statement. */
    public <T> List<T> query(String sql, RowReader<T> reader, Object... args) throws StoreException {
        try (PreparedStatement statement = prepare(sql, args);
                ResultSet results = statement.executeQuery()) {
            Row row = new Row(results);
            List<T> found = new ArrayList<>();
            while (results.next()) {
                found.add(reader.read(row));
            }
            return List.copyOf(found);
        } catch (SQLException e) {
            throw StoreException.of("query failed: " + firstWords(sql), e);
        }
    }

    /** The only row, or empty; more than one is a {@link StoreException}, since the caller asked for one thing. */
    public <T> Optional<T> one(String sql, RowReader<T> reader, Object... args) throws StoreException {
        List<T> found = query(sql, reader, args);
        if (found.size() > 1) {
            throw new StoreException(
                    "store.not-unique", found.size() + " rows where one was asked: " + firstWords(sql));
        }
        return found.stream().findFirst();
    }

    /**
     * Runs one changing statement once for each row of arguments and returns how many rows each changed, in their order;
     * faster than as many updates.
     */
    public int[] updateEach(String sql, List<Object[]> rows) throws StoreException {
        int[] changed = new int[rows.size()];
        try (PreparedStatement statement = prepare(sql)) {
            for (int i = 0; i < changed.length; i++) {
                fill(statement, rows.get(i));
                changed[i] = statement.executeUpdate();
            }
            return changed;
        } catch (SQLException e) {
            throw StoreException.of("change failed: " + firstWords(sql), e);
        }
    }

    /**
     * Runs {@code action} once the transaction is on the disk, on its thread, before the next writer begins; never when it
     * is rolled back. For what is kept in memory of what is on the disk: quick, and without a throw.
     */
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    void committed() {
        afterCommit.forEach(Runnable::run);
    }

    void end() {
        open = false;
    }

    private PreparedStatement prepare(String sql, Object... args) throws SQLException {
        if (!open) {
            throw new IllegalStateException("the transaction has ended");
        }
        PreparedStatement statement = connection.prepareStatement(sql);
        fill(statement, args);
        return statement;
    }

    private static void fill(PreparedStatement statement, Object... args) throws SQLException {
        for (int i = 0; i < args.length; i++) {
            statement.setObject(i + 1, Columns.toSql(args[i]));
        }
    }

    /** Enough of a statement to find it; statements are constants of the program and hold no values. */
    private static String firstWords(String sql) {
        String oneLine = sql.strip().replaceAll("\\s+", " ");
        return oneLine.length() <= 60 ? oneLine : oneLine.substring(0, 60) + "…";
    }
}
