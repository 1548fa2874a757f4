package org.candela.net.dimse;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hidden files of objects whose receiver was killed: its system lets go of their locks then, and only then. What half an
 * object would be good for nobody knows; its sender was never told that we have it. Stateless.
 */
// [impl->req~net.dimse.leftovers~1]
final class Leftovers {
    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

    private Leftovers() {}

    /** Removes those in {@code folder} that nobody writes any more, and says how many. */
    static void clear(Path folder) {
        int count = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, Arrival.PREFIX + "*")) {
            for (Path file : files) {
                count += isDead(file) && Files.deleteIfExists(file) ? 1 : 0;
            }
        } catch (IOException e) {
            LOG.warn("what was left half received in {} cannot be looked for", folder, e);
        }
        if (count > 0) {
            LOG.warn("removed {} objects that were left half received in {}", count, folder);
        }
    }

    private static boolean isDead(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (IOException | OverlappingFileLockException e) {
            return false; // gone meanwhile, or another part of this very program writes it
        }
    }
}
