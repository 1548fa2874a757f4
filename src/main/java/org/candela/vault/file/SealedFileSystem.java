package org.candela.vault.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.StandardOpenOption;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.candela.base.CandelaException;
import org.jspecify.annotations.Nullable;

/**
 * The disk, where what is written is sealed and what is read is in plain form. A file that was there before and is not sealed is read as
 * it is, except where its name says that it is sealed. Written once, from beginning to end; a file of this process
 * can be read while it grows. Safe from any thread; blocks on the disk.
 */
public final class SealedFileSystem extends FileSystem {
    static final String SCHEME = "candela-sealed";

    private final Path root;
    private final SealingKeys keys;
    private final UnaryOperator<Path> moved;
    private final Map<Path, SealedWriting> written = new ConcurrentHashMap<>();
    private final SealedFiles provider = new SealedFiles(this);
    private @Nullable SealingKey key;

    /**
     * Below a folder of the disk.
     *
     * @param root absolute
     * @param moved where the file lies now that is no longer where a path of the disk says; the same path where nobody knows
     */
    public SealedFileSystem(Path root, SealingKeys keys, UnaryOperator<Path> moved) {
        this.root = root;
        this.keys = keys;
        this.moved = moved;
    }

    /** A path of the disk in this system. */
    public Path at(Path onDisk) {
        return new SealedPath(this, onDisk);
    }

    /** The sealed file itself, as it is on the disk; any other path as it is. */
    public static Path onDisk(Path path) {
        return path instanceof SealedPath sealed ? sealed.onDisk() : path;
    }

    /** A name for a new file that no other takes: the file cannot be given another one. */
    public static String nameOf(String digits) {
        String name = digits + SealedHead.SUFFIX;
        if (!SealedHead.isNamed(name)) {
            throw new IllegalArgumentException("a sealed file is named by 32 hexadecimal digits");
        }
        return name;
    }

    /** Whether a file of this name is one of those, and never a plain one. */
    public static boolean isSealedName(String name) {
        return SealedHead.isNamed(name);
    }

    /**
     * Overwrites the first bytes of a sealed file of the disk, which make its key, and forces them there: its content is lost, wherever
     * parts of it may lie on. Any other file stays as it is.
     */
    public static void loseKey(Path onDisk) throws IOException {
        if (!Files.isRegularFile(onDisk, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(onDisk, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer head = ByteBuffer.allocate(SealedHead.BYTES);
            int count = Math.max(0, channel.read(head, 0));
            if (SealedHead.isSealed(head.array(), count)) {
                channel.write(ByteBuffer.allocate(count), 0);
                channel.force(false);
            }
        }
    }

    synchronized SealingKey key() throws SealedFileException {
        SealingKey known = key;
        if (known == null) {
            try {
                known = keys.key();
                key = known;
            } catch (CandelaException e) {
                throw new SealedFileException(e.code(), String.valueOf(e.getMessage()), e);
            }
        }
        return known;
    }

    Path moved(Path onDisk) {
        return moved.apply(onDisk);
    }

    /** Files of this process that have no end yet. */
    Map<Path, SealedWriting> written() {
        return written;
    }

    @Override
    public FileSystemProvider provider() {
        return provider;
    }

    /** Nothing is held open. */
    @Override
    public void close() {
        throw new UnsupportedOperationException("as open as the disk");
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public String getSeparator() {
        return root.getFileSystem().getSeparator();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return Set.of(at(root));
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return root.getFileSystem().getFileStores();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return Set.of("basic");
    }

    @Override
    public Path getPath(String first, String... more) {
        return at(root.getFileSystem().getPath(first, more));
    }

    @Override
    public PathMatcher getPathMatcher(String pattern) {
        PathMatcher matcher = root.getFileSystem().getPathMatcher(pattern);
        return path -> matcher.matches(SealedPath.onDisk(path));
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        return root.getFileSystem().getUserPrincipalLookupService();
    }

    @Override
    public WatchService newWatchService() {
        throw new UnsupportedOperationException("sealed folders are not watched");
    }
}
