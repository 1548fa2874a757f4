package org.candela.vault.file;

import java.io.IOException;
import java.net.URI;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A path of the disk, whose file is read and written in plain form. Never a {@link java.io.File}. */
final class SealedPath implements Path {
    private final SealedFileSystem system;
    private final Path onDisk;

    SealedPath(SealedFileSystem system, Path onDisk) {
        this.system = system;
        this.onDisk = onDisk;
    }

    /** The sealed file itself. */
    Path onDisk() {
        return onDisk;
    }

    /** The sealed file of a path that must be one of ours. */
    static Path onDisk(Path path) {
        return of(path).onDisk;
    }

    static SealedPath of(Path path) {
        if (path instanceof SealedPath sealed) {
            return sealed;
        }
        throw new ProviderMismatchException("a path of another file system: " + path.getFileSystem());
    }

    private Path with(Path other) {
        return new SealedPath(system, other);
    }

    private @Nullable Path orNull(@Nullable Path other) {
        return other == null ? null : with(other);
    }

    @Override
    public SealedFileSystem getFileSystem() {
        return system;
    }

    @Override
    public boolean isAbsolute() {
        return onDisk.isAbsolute();
    }

    @Override
    public @Nullable Path getRoot() {
        return orNull(onDisk.getRoot());
    }

    @Override
    public @Nullable Path getFileName() {
        return orNull(onDisk.getFileName());
    }

    @Override
    public @Nullable Path getParent() {
        return orNull(onDisk.getParent());
    }

    @Override
    public int getNameCount() {
        return onDisk.getNameCount();
    }

    @Override
    public Path getName(int index) {
        return with(onDisk.getName(index));
    }

    @Override
    public Path subpath(int begin, int end) {
        return with(onDisk.subpath(begin, end));
    }

    @Override
    public boolean startsWith(Path other) {
        return other instanceof SealedPath sealed && onDisk.startsWith(sealed.onDisk);
    }

    @Override
    public boolean endsWith(Path other) {
        return other instanceof SealedPath sealed && onDisk.endsWith(sealed.onDisk);
    }

    @Override
    public Path normalize() {
        return with(onDisk.normalize());
    }

    @Override
    public Path resolve(Path other) {
        return with(onDisk.resolve(onDisk(other)));
    }

    @Override
    public Path relativize(Path other) {
        return with(onDisk.relativize(onDisk(other)));
    }

    @Override
    public URI toUri() {
        return URI.create(SealedFileSystem.SCHEME + ":" + onDisk.toUri());
    }

    @Override
    public Path toAbsolutePath() {
        return with(onDisk.toAbsolutePath());
    }

    @Override
    public Path toRealPath(LinkOption... options) throws IOException {
        return with(onDisk.toRealPath(options));
    }

    @Override
    public WatchKey register(WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
        throw new UnsupportedOperationException("sealed folders are not watched");
    }

    @Override
    public int compareTo(Path other) {
        return onDisk.compareTo(onDisk(other));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SealedPath that && that.system.equals(system) && that.onDisk.equals(onDisk);
    }

    @Override
    public int hashCode() {
        return Objects.hash(system, onDisk);
    }

    @Override
    public String toString() {
        return onDisk.toString();
    }
}
