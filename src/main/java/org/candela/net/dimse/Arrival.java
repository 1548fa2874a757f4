package org.candela.net.dimse;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * An object on its way to disk, in a hidden file until it is kept. Writing never fails, so that the rest of an object
 * can be read from the network; what failed is told by {@link #keepAs}. One thread.
 */
final class Arrival extends OutputStream {
    static final String PREFIX = ".receiving-";
    private static final int BUFFER = 1 << 16;
    private static final boolean IS_POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private @Nullable Path file;
    private @Nullable FileChannel channel;

    @SuppressWarnings("UnusedVariable") // held until the file is closed
    private @Nullable FileLock lock;

    private OutputStream out = OutputStream.nullOutputStream();
    private @Nullable IOException failure;

    static Arrival in(Path folder) {
        Arrival arrival = new Arrival();
        try {
            Path file = Files.createTempFile(folder, PREFIX, ".dcm");
            arrival.file = file;
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
            arrival.channel = channel;
            arrival.mark(channel);
            arrival.out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
        } catch (IOException e) {
            arrival.failure = e;
        }
        return arrival;
    }

    /** Says to others that somebody writes it. On disks without locks nobody takes it for dead. */
    private void mark(FileChannel channel) {
        try {
            lock = channel.tryLock();
        } catch (IOException e) {
            lock = null;
        }
    }

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int start, int count) {
        if (failure != null) {
            return;
        }
        try {
            out.write(bytes, start, count);
        } catch (IOException e) {
            failure = e;
        }
    }

    /** All of it on disk, and its name as well; or not at all. */
    Path keepAs(Path target) throws IOException {
        if (failure != null || file == null || channel == null) {
            throw failure == null ? new IOException("closed already") : failure;
        }
        out.flush();
        channel.force(true);
        channel.close();
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        file = null;
        forceFolderOf(target);
        return target;
    }

    /** Else a power cut takes the name back, after its sender was told that we have the object. */
    private static void forceFolderOf(Path target) throws IOException {
        if (!IS_POSIX) {
            return; // Windows opens no folder; there the journal of the file system has the name
        }
        try (FileChannel folder = FileChannel.open(target.resolveSibling(""), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    /** Leaves nothing of what was not kept. */
    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
