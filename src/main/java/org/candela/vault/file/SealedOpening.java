package org.candela.vault.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Opens files of a {@link SealedFileSystem}, by their paths on the disk. Safe from any thread. */
final class SealedOpening {
    private final SealedFileSystem system;

    SealedOpening(SealedFileSystem system) {
        this.system = system;
    }

    FileChannel open(Path file, Set<? extends OpenOption> options) throws IOException {
        boolean isWritten = options.contains(StandardOpenOption.WRITE) || options.contains(StandardOpenOption.APPEND);
        return isWritten ? toWrite(file, options) : toRead(file);
    }

    /** The file itself, or where it was moved to. */
    Path found(Path file) {
        return Files.exists(file) ? file : system.moved(file);
    }

    private SealedChannel toRead(Path file) throws IOException {
        Path found = file;
        RandomAccessFile open;
        try {
            open = opened(file, "r");
        } catch (NoSuchFileException e) {
            found = system.moved(file);
            if (found.equals(file)) {
                throw e;
            }
            open = opened(found, "r");
        }
        try {
            return new SealedChannel(open, content(found, open), SealedChannel.Opened.toRead(nameOf(found)));
        } catch (IOException | RuntimeException e) {
            open.close();
            throw e;
        }
    }

    private Content content(Path file, RandomAccessFile open) throws IOException {
        SealedWriting writing = system.written().get(file);
        if (writing != null) {
            return writing.soFar(open);
        }
        String name = labelOf(file);
        byte[] head = new byte[SealedHead.BYTES];
        int count = Math.max(0, open.read(head));
        if (!SealedHead.isSealed(head, count)) {
            if (SealedHead.isNamed(nameOf(file))) {
                throw SealedFileException.damaged(name, 0, "it is not sealed, as its name says it is");
            }
            return new Content.Plain(open);
        }
        if (count < SealedHead.BYTES) {
            throw SealedFileException.damaged(name, count, "it breaks off");
        }
        SealingKey key = system.key();
        SealedHead.require(head, key, file);
        return SealedContent.whole(open, name, new ChunkCipher(key.forFile(head)));
    }

    private SealedChannel toWrite(Path file, Set<? extends OpenOption> options) throws IOException {
        if (options.contains(StandardOpenOption.APPEND) || options.contains(StandardOpenOption.DELETE_ON_CLOSE)) {
            throw new UnsupportedOperationException("a sealed file is neither added to nor deleted when it is closed");
        }
        create(file, options);
        RandomAccessFile open = opened(file, "rw");
        try {
            if (options.contains(StandardOpenOption.TRUNCATE_EXISTING)) {
                open.setLength(0);
            }
            return open.length() == 0 ? writing(file, open) : forced(file, open);
        } catch (IOException | RuntimeException e) {
            open.close();
            throw e;
        }
    }

    private SealedChannel writing(Path file, RandomAccessFile open) throws IOException {
        SealedWriting writing = new SealedWriting(
                open, nameOf(file), system.key(), begun -> system.written().put(file, begun));
        return new SealedChannel(
                open, null, new SealedChannel.Opened(nameOf(file), writing, true, () -> system.written()
                        .remove(file, writing)));
    }

    /** Opened to be forced to the disk or locked; what is there is not changed. */
    private static SealedChannel forced(Path file, RandomAccessFile open) {
        return new SealedChannel(open, null, new SealedChannel.Opened(nameOf(file), null, true, () -> {}));
    }

    private static void create(Path file, Set<? extends OpenOption> options) throws IOException {
        if (options.contains(StandardOpenOption.CREATE_NEW)) {
            Files.createFile(file, ownersAlone(file));
        } else if (options.contains(StandardOpenOption.CREATE)) {
            try {
                Files.createFile(file, ownersAlone(file));
            } catch (FileAlreadyExistsException e) {
                return; // as it may
            }
        }
    }

    private static FileAttribute<?>[] ownersAlone(Path file) {
        boolean isPosix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return isPosix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static RandomAccessFile opened(Path file, String mode) throws IOException {
        if (mode.equals("rw") && Files.notExists(file)) {
            throw new NoSuchFileException(file.toString()); // it would be made
        }
        try {
            return new RandomAccessFile(file.toFile(), mode);
        } catch (FileNotFoundException e) {
            if (Files.notExists(file)) {
                throw new NoSuchFileException(file.toString());
            }
            throw e;
        }
    }

    /** Size of the content of a file that has {@code onDisk} bytes. */
    long size(Path file, long onDisk) throws IOException {
        SealedWriting writing = system.written().get(file);
        if (writing != null) {
            return writing.size();
        }
        boolean isSealed = onDisk > 0 && (SealedHead.isNamed(nameOf(file)) || begins(file));
        return isSealed ? Math.max(0, SealedHead.plainSize(onDisk)) : onDisk;
    }

    private static boolean begins(Path file) throws IOException {
        try (RandomAccessFile open = opened(file, "r")) {
            byte[] head = new byte[SealedHead.BYTES];
            return SealedHead.isSealed(head, Math.max(0, open.read(head)));
        }
    }

    /** What messages call a file: enough to find it. */
    static String labelOf(Path file) {
        int count = file.getNameCount();
        return file.subpath(Math.max(0, count - 2), count).toString();
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }
}
