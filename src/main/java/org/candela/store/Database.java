package org.candela.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The workstation's SQLite file, migrated and ready.
 *
 * <p>Safe from any thread: writers wait for each other (at most {@value #WAIT_SECONDS} s), readers see the last committed
 * state and wait for nobody. A committed write survives a kill of the process and a loss of power (WAL,
 * {@code synchronous=FULL}). Calls block on the disk: not for the FX thread.
 */
// [impl->req~store.durable~1]
public final class Database implements AutoCloseable {
    static final int WAIT_SECONDS = 5;
    private static final int MAX_IDLE_READERS = 4;

    private final Path file;
    private final Optional<StoreKey> key;
    private final Connection writer;
    private final ReentrantLock writing = new ReentrantLock(true);
    private final Deque<Connection> idleReaders = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    private Database(Path file, Optional<StoreKey> key, Connection writer) {
        this.file = file;
        this.key = key;
        this.writer = writer;
    }

    /** The same with a file that is not sealed. */
    public static Database open(Path file, Clock clock) throws StoreException {
        return open(file, Optional.empty(), Migrations.onClassPath(clock));
    }

    /**
     * Opens the file, creating it and its folder where needed, and brings it to the program's schema. An existing file is
     * copied beside itself, sealed where it is, before it is migrated. A new one is sealed where the place has a key; one
     * that is plain stays so.
     *
     * @throws StoreException when the file cannot be opened or written, is damaged, is not ours, or was written by a newer
     *     program, or is sealed and locked
     */
    public static Database open(StorePlace place, Clock clock) throws StoreException {
        return open(place.get(), keyOf(place), Migrations.onClassPath(clock));
    }

    private static Optional<StoreKey> keyOf(StorePlace place) throws StoreException {
        StoreForm form = place.form();
        return form == StoreForm.PLAIN ? Optional.empty() : place.key();
    }

    static Database open(Path file, Migrations migrations) throws StoreException {
        return open(file, Optional.empty(), migrations);
    }

    static Database open(Path file, Optional<StoreKey> key, Migrations migrations) throws StoreException {
        createFolder(file);
        Connection writer = Connections.openWriter(file, key);
        try {
            Connections.checkIntegrity(file, writer);
            migrations.apply(file, writer);
        } catch (StoreException e) {
            Connections.closeQuietly(writer);
            throw e;
        }
        return new Database(file, key, writer);
    }

    /** Whether it is sealed on the disk. */
    public boolean isSealed() {
        return key.isPresent();
    }

    /** The database file. */
    public Path file() {
        return file;
    }

    /** Reads one consistent snapshot; a statement that changes something fails. */
    public <T> T read(TxWork<T> work) throws StoreException {
        Connection reader = borrowReader();
        try {
            return inTransaction(reader, "BEGIN", work);
        } finally {
            giveBack(reader);
        }
    }

    /**
     * Runs the work alone and commits it, or changes nothing when it throws.
     *
     * @throws StoreException from the work, or {@code store.busy} when another writer held the file for
     *     {@value #WAIT_SECONDS} s
     */
    public <T> T write(TxWork<T> work) throws StoreException {
        lock();
        try {
            return inTransaction(writer, "BEGIN IMMEDIATE", work);
        } finally {
            writing.unlock();
        }
    }

    /** {@link #write} for work without a result. */
    public void change(TxAction action) throws StoreException {
        boolean done = write(tx -> {
            action.run(tx);
            return true;
        });
        assert done;
    }

    /**
     * Writes all that is committed now into a new file, sealed where a key is given, and forces it to the disk; readers and
     * writers go on meanwhile.
     */
    public void copyTo(Path copy, Optional<StoreKey> sealing) throws StoreException {
        refuseWhenClosed();
        Connection source = Connections.openWhole(file, key);
        try {
            StoreCopy.write(source, copy, sealing);
            StoreCopy.force(copy);
        } catch (SQLException e) {
            throw StoreException.of("copying to " + copy, e);
        } catch (IOException e) {
            throw new StoreException("store.io", "copying to " + copy + ": the disk reported an error", e);
        } finally {
            Connections.closeQuietly(source);
        }
    }

    /**
     * Writes the file anew without what was deleted, and empties the write-ahead journal, so that nothing deleted is left in
     * either. Writers wait meanwhile (about a second for 100 MB); readers go on.
     *
     * @return whether the journal is empty; false where somebody still read what it held, then the next call does it
     */
    // [impl->req~store.deleted-is-gone~1]
    public boolean compact() throws StoreException {
        lock();
        try {
            execute(writer, "VACUUM");
            return Connections.ask(writer, "PRAGMA wal_checkpoint(TRUNCATE)") == 0;
        } catch (SQLException e) {
            throw StoreException.of("compacting " + file, e);
        } finally {
            writing.unlock();
        }
    }

    /** Closes the file; waits for a running write as long as any writer would. */
    @Override
    public void close() throws StoreException {
        closed = true;
        lockForClosing();
        try {
            for (Connection reader = idleReaders.poll(); reader != null; reader = idleReaders.poll()) {
                Connections.closeQuietly(reader);
            }
            writer.close();
        } catch (SQLException e) {
            throw StoreException.of("closing " + file, e);
        } finally {
            writing.unlock();
        }
    }

    private <T> T inTransaction(Connection connection, String begin, TxWork<T> work) throws StoreException {
        execute(connection, begin);
        Tx tx = new Tx(connection);
        boolean committed = false;
        try {
            T result = work.run(tx);
            tx.end();
            execute(connection, "COMMIT");
            committed = true;
            tx.committed();
            return result;
        } finally {
            tx.end();
            if (!committed) {
                Connections.rollBackQuietly(connection);
            }
        }
    }

    private void execute(Connection connection, String sql) throws StoreException {
        try {
            Connections.execute(connection, sql);
        } catch (SQLException e) {
            throw StoreException.of(sql + " on " + file, e);
        }
    }

    private void lock() throws StoreException {
        if (writing.isHeldByCurrentThread()) {
            throw new IllegalStateException("a write inside a write: pass the Tx on instead");
        }
        refuseWhenClosed();
        lockForClosing();
    }

    private void lockForClosing() throws StoreException {
        try {
            if (!writing.tryLock(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new StoreException(
                        "store.busy", "waited " + Duration.ofSeconds(WAIT_SECONDS) + " to write " + file);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("store.interrupted", "interrupted while waiting to write " + file, e);
        }
    }

    private Connection borrowReader() throws StoreException {
        refuseWhenClosed();
        Connection idle = idleReaders.poll();
        return idle == null ? Connections.openReader(file, key) : idle;
    }

    private void giveBack(Connection reader) {
        if (closed || idleReaders.size() >= MAX_IDLE_READERS) {
            Connections.closeQuietly(reader);
        } else {
            idleReaders.push(reader);
        }
    }

    private void refuseWhenClosed() {
        if (closed) {
            throw new IllegalStateException("the database is closed");
        }
    }

    private static void createFolder(Path file) throws StoreException {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new StoreException("store.read-only", "the folder of " + file + " cannot be created or written", e);
        }
    }
}
