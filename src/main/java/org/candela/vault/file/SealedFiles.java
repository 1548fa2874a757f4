package org.candela.vault.file;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/** What {@link Files} does with paths of a {@link SealedFileSystem}: folders and names as on the disk, contents by {@link SealedOpening}. */
final class SealedFiles extends FileSystemProvider {
    private final SealedFileSystem system;
    private final SealedOpening opening;

    SealedFiles(SealedFileSystem system) {
        this.system = system;
        this.opening = new SealedOpening(system);
    }

    @Override
    public String getScheme() {
        return SealedFileSystem.SCHEME;
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
        throw new UnsupportedOperationException("made with its key, not by an address");
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        throw new UnsupportedOperationException("made with its key, not by an address");
    }

    @Override
    public Path getPath(URI uri) {
        throw new UnsupportedOperationException("made with its key, not by an address");
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return opening.open(SealedPath.onDisk(path), options);
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        Path onDisk = SealedPath.onDisk(path);
        return Files.isDirectory(onDisk)
                ? FileChannel.open(onDisk, options, attributes) // to force its entries to the disk
                : opening.open(onDisk, options);
    }

    @Override
    @SuppressWarnings("StreamResourceLeak") // whoever asked for it closes it
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        return new Listing(
                Files.newDirectoryStream(SealedPath.onDisk(folder), entry -> filter.accept(system.at(entry))), system);
    }

    /** Entries of a folder as paths of the system. */
    private record Listing(DirectoryStream<Path> onDisk, SealedFileSystem system) implements DirectoryStream<Path> {
        @Override
        public Iterator<Path> iterator() {
            Iterator<Path> entries = onDisk.iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return entries.hasNext();
                }

                @Override
                public Path next() {
                    return system.at(entries.next());
                }
            };
        }

        @Override
        public void close() throws IOException {
            onDisk.close();
        }
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
        Files.createDirectory(SealedPath.onDisk(folder), attributes);
    }

    @Override
    public void delete(Path path) throws IOException {
        Files.delete(SealedPath.onDisk(path));
    }

    /** A copy is sealed anew, under its own key. */
    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
        try (InputStream content = newInputStream(source)) {
            Files.copy(content, target, options);
        }
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        Files.move(SealedPath.onDisk(source), SealedPath.onDisk(target), options);
    }

    @Override
    public boolean isSameFile(Path one, Path other) throws IOException {
        return other.getFileSystem().equals(system)
                && Files.isSameFile(SealedPath.onDisk(one), SealedPath.onDisk(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return Files.isHidden(SealedPath.onDisk(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return Files.getFileStore(SealedPath.onDisk(path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        Path onDisk = opening.found(SealedPath.onDisk(path));
        onDisk.getFileSystem().provider().checkAccess(onDisk, modes);
    }

    @Override
    public <V extends FileAttributeView> @org.jspecify.annotations.Nullable V getFileAttributeView(
            Path path, Class<V> type, LinkOption... options) {
        return null; // by the contract: not available
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        if (type != BasicFileAttributes.class) {
            throw new UnsupportedOperationException("a sealed file has basic attributes");
        }
        Path onDisk = SealedPath.onDisk(path);
        BasicFileAttributes read;
        try {
            read = Files.readAttributes(onDisk, BasicFileAttributes.class, options);
        } catch (NoSuchFileException e) {
            onDisk = opening.found(onDisk);
            read = Files.readAttributes(onDisk, BasicFileAttributes.class, options);
        }
        return type.cast(read.isRegularFile() ? new PlainAttributes(read, opening.size(onDisk, read.size())) : read);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) {
        throw new UnsupportedOperationException("attributes by name are not there");
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        Files.setAttribute(SealedPath.onDisk(path), attribute, value, options);
    }
}
