package org.candela.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Files of a workstation and of its backups, copied with their hashes and forced to the disk. */
final class BackupFiles {
    /** The store, which is copied by SQLite. */
    static final String STORE = "candela.db";

    private static final String IMAGES = "studies";

    /** What is made anew, was written out on purpose, or is on its way in. */
    private static final Set<String> LEFT_OUT = Set.of("incoming", "logs", "programs", "drill", "exports", "ramps");

    private BackupFiles() {}

    /** What of a home is copied beside the store, paths relative to it, in their order. */
    static List<Path> of(Path home, BackupScope scope) throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(home::relativize)
                    .filter(file -> isCopied(file, scope))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static boolean isCopied(Path file, BackupScope scope) {
        String first = file.getName(0).toString();
        boolean isImage = first.equals(IMAGES);
        return !first.startsWith(STORE)
                && !first.startsWith(Restore.STAGING)
                && !first.startsWith(Restore.ASIDE)
                && !first.endsWith(".tmp")
                && !LEFT_OUT.contains(first)
                && (!isImage || scope == BackupScope.WITH_IMAGES);
    }

    /** Copies one file, for its owner alone, and tells what was copied. */
    static BackupManifest.Entry copy(Path from, Path folder, String path) throws IOException {
        Path to = folder.resolve(path);
        Files.createDirectories(to.toAbsolutePath().getParent());
        MessageDigest digest = sha256();
        long size;
        try (InputStream in = new DigestInputStream(Files.newInputStream(from), digest);
                FileChannel channel = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            size = in.transferTo(out);
            channel.force(true);
        }
        ownersAlone(to);
        return new BackupManifest.Entry(path, size, HexFormat.of().formatHex(digest.digest()));
    }

    /** What a file is now. */
    static BackupManifest.Entry entry(Path folder, String path) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(folder.resolve(path)), digest)) {
            long size = in.transferTo(OutputStream.nullOutputStream());
            return new BackupManifest.Entry(path, size, HexFormat.of().formatHex(digest.digest()));
        }
    }

    static void ownersAlone(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            boolean isFolder = Files.isDirectory(file);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(isFolder ? "rwx------" : "rw-------"));
        }
    }

    /** Removes a folder and all in it; one that is not there is removed already. */
    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(
                    Path visited, @org.jspecify.annotations.Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** The names in a folder are on the disk too; where a folder cannot be forced, as under Windows, the move alone must do. */
    static void settle(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            return;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
