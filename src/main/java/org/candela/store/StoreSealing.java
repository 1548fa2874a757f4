package org.candela.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns a plain database into a sealed one and back, while nobody has it open. A copy in the other form is written beside, forced
 * to the disk and compared row by row; then a rename puts it into place, and what lay there before is overwritten. Killed at any
 * point, the file is whole in one form or the other. Blocks for as long as reading the file twice takes.
 */
// [impl->req~store.converted~1]
public final class StoreSealing {
    private static final Logger LOG = LoggerFactory.getLogger(StoreSealing.class);
    private static final String BESIDE = ".converting";
    private static final int BLOCK = 1 << 16;
    /** A room that is open stays open: no longer wait would help. */
    private static final int PATIENCE_MILLIS = 500;

    /** What is called between steps: tests stop there. */
    interface Steps {
        void reached(String step) throws IOException;
    }

    private final Steps steps;

    public StoreSealing() {
        this(step -> {});
    }

    StoreSealing(Steps steps) {
        this.steps = steps;
    }

    /**
     * Seals a plain file.
     *
     * @throws StoreException {@code store.busy} while another program has it open; the file is as it was after every throw
     */
    public void seal(Path file, StoreKey key) throws StoreException {
        convert(file, Optional.empty(), Optional.of(key));
    }

    /** Makes a sealed file one that everybody can read. */
    public void unseal(Path file, StoreKey key) throws StoreException {
        convert(file, Optional.of(key), Optional.empty());
    }

    private void convert(Path file, Optional<StoreKey> from, Optional<StoreKey> to) throws StoreException {
        Path copy = file.resolveSibling(file.getFileName() + BESIDE);
        // Closed last: closing any descriptor of a file drops the locks that this process holds on it (POSIX).
        try (FileChannel before = FileChannel.open(file, StandardOpenOption.WRITE)) {
            Connection source = Connections.openWhole(file, from);
            try {
                lock(file, source);
                Files.deleteIfExists(copy); // of one that was killed
                steps.reached("locked");
                StoreCopy.write(source, copy, to);
                StoreCopy.force(copy);
                steps.reached("written");
                StoreCopy.requireSame(source, copy, to);
                steps.reached("compared");
                Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                forceFolder(file);
                steps.reached("moved");
                overwrite(before);
                LOG.info("{} is {} now", file.getFileName(), to.isPresent() ? "sealed" : "plain");
            } finally {
                Connections.closeQuietly(source);
                Files.deleteIfExists(copy);
            }
        } catch (SQLException e) {
            throw StoreException.of("converting " + file, e);
        } catch (IOException e) {
            throw new StoreException("store.io", "converting " + file + ": " + e.getMessage(), e);
        }
    }

    /** Out of the write-ahead journal, which only the last program can do, and kept for this one. */
    private static void lock(Path file, Connection source) throws SQLException, StoreException {
        String mode;
        Connections.execute(source, "PRAGMA busy_timeout = " + PATIENCE_MILLIS);
        try (Statement statement = source.createStatement()) {
            try (ResultSet ignored = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
                assert ignored != null;
            }
            try (ResultSet results = statement.executeQuery("PRAGMA journal_mode = DELETE")) {
                mode = results.next() ? results.getString(1) : "";
            }
        }
        Connections.execute(source, "PRAGMA locking_mode = EXCLUSIVE");
        Connections.execute(source, "BEGIN EXCLUSIVE");
        Connections.execute(source, "COMMIT");
        if (!mode.equals("delete")) {
            throw new StoreException("store.busy", file + ": another program has it open; close Candela first");
        }
    }

    /** Whoever still has the old file open finds no database there, instead of writing into what nobody reads. */
    private static void overwrite(FileChannel before) throws IOException {
        ByteBuffer zeros = ByteBuffer.allocate(BLOCK);
        long size = before.size();
        for (long at = 0; at < size; at += zeros.limit()) {
            zeros.clear().limit((int) Math.min(BLOCK, size - at));
            before.write(zeros, at);
        }
        before.force(true);
    }

    /** So that the rename itself is on the disk; where folders cannot be opened, as on Windows, the system sees to it. */
    private static void forceFolder(Path file) {
        try (FileChannel channel = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            LOG.debug("a folder was not forced to the disk", e);
        }
    }
}
