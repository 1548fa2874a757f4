package org.candela.study;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.candela.base.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file on its way into the library: a private copy, forced to disk, with its hash. Closing deletes what was not admitted.
 */
final class IncomingFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IncomingFile.class);

    /** Of the folder of each. */
    static final String PREFIX = "admit-";

    private final Path path;
    private final String sha256;

    private IncomingFile(Path path, String sha256) {
        this.path = path;
        this.sha256 = sha256;
    }

    /** Copies {@code source} into a folder of its own, sealed where the library is; the source is left as it is. */
    static IncomingFile copyOf(Path source, LibraryFiles files) throws IOException {
        Files.createDirectories(files.incoming());
        Path copy = Files.createTempDirectory(files.incoming(), PREFIX).resolve(files.incomingName(source));
        MessageDigest digest = Sha256.digest();
        try (InputStream from = Files.newInputStream(source);
                OutputStream to = new DigestOutputStream(Files.newOutputStream(copy), digest)) {
            from.transferTo(to);
        } catch (IOException e) {
            delete(copy);
            throw e;
        }
        force(copy);
        return new IncomingFile(copy, HexFormat.of().formatHex(digest.digest()));
    }

    Path path() {
        return path;
    }

    String sha256() {
        return sha256;
    }

    /** Renames the copy into {@code folder} in one step, so that it is there whole or not at all. */
    Path moveTo(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        Path target = folder.resolve(name);
        Files.move(path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(folder);
        return target;
    }

    @Override
    public void close() throws IOException {
        delete(path);
    }

    private static void delete(Path copy) throws IOException {
        Files.deleteIfExists(copy);
        Files.deleteIfExists(copy.resolveSibling(""));
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows cannot open a folder; there the rename is written by the file system's own journal.
            LOG.debug("folder not forced to disk", e);
        }
    }
}
