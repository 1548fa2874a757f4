package org.candela.vault.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * One open file in plain form. It is read from anywhere, or written from its beginning to its end; what was written is not changed
 * again. An interrupt does not close it. Safe from any thread.
 */
final class SealedChannel extends FileChannel {
    private static final int BLOCK = 1 << 16;

    private final RandomAccessFile file;
    private final @Nullable Content content;
    private final Opened opened;
    private long position;

    /** How a file was opened for writing. */
    record Opened(String name, @Nullable SealedWriting writing, boolean isWritable, Runnable closed) {
        static Opened toRead(String name) {
            return new Opened(name, null, false, () -> {});
        }
    }

    SealedChannel(RandomAccessFile file, @Nullable Content content, Opened opened) {
        this.file = file;
        this.content = content;
        this.opened = opened;
    }

    @Override
    public synchronized int read(ByteBuffer target) throws IOException {
        int count = read(target, position);
        position += Math.max(0, count);
        return count;
    }

    @Override
    public synchronized int read(ByteBuffer target, long at) throws IOException {
        return readable().read(at, target);
    }

    @Override
    public synchronized long read(ByteBuffer[] targets, int offset, int length) throws IOException {
        long count = 0;
        for (int i = offset; i < offset + length; i++) {
            int found = targets[i].hasRemaining() ? read(targets[i]) : 0;
            if (found < 0) {
                return count == 0 ? -1 : count;
            }
            count += found;
        }
        return count;
    }

    private Content readable() throws IOException {
        requireOpen();
        if (content == null) {
            throw new NonReadableChannelException();
        }
        return content;
    }

    @Override
    public synchronized int write(ByteBuffer source) throws IOException {
        int count = write(source, position);
        position += count;
        return count;
    }

    @Override
    public synchronized int write(ByteBuffer source, long at) throws IOException {
        requireOpen();
        if (!opened.isWritable()) {
            throw new NonWritableChannelException();
        }
        SealedWriting writing = opened.writing();
        if (writing == null || at != writing.size()) {
            throw SealedFileException.writtenOnce(opened.name());
        }
        return writing.write(source);
    }

    @Override
    public synchronized long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        long count = 0;
        for (int i = offset; i < offset + length; i++) {
            count += write(sources[i]);
        }
        return count;
    }

    @Override
    public synchronized long position() throws IOException {
        requireOpen();
        return position;
    }

    @Override
    public synchronized FileChannel position(long at) throws IOException {
        requireOpen();
        position = at;
        return this;
    }

    @Override
    public synchronized long size() throws IOException {
        requireOpen();
        SealedWriting writing = opened.writing();
        if (writing != null) {
            return writing.size();
        }
        return content == null ? SealedHead.plainSize(file.length()) : content.size();
    }

    @Override
    public synchronized FileChannel truncate(long size) throws IOException {
        if (size < size()) {
            throw SealedFileException.writtenOnce(opened.name());
        }
        return this;
    }

    /** Seals the end of a file that is being written, so that what is forced to the disk is whole. */
    @Override
    public synchronized void force(boolean metaData) throws IOException {
        requireOpen();
        SealedWriting writing = opened.writing();
        if (writing != null) {
            writing.close();
        }
        file.getChannel().force(metaData);
    }

    @Override
    public long transferTo(long at, long count, WritableByteChannel target) throws IOException {
        ByteBuffer block = ByteBuffer.allocate((int) Math.min(BLOCK, count));
        int found = read(block, at);
        block.flip();
        return found < 0 ? 0 : target.write(block);
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long at, long count) throws IOException {
        ByteBuffer block = ByteBuffer.allocate((int) Math.min(BLOCK, count));
        int found = source.read(block);
        block.flip();
        return found <= 0 ? 0 : write(block, at);
    }

    /** Only the sealed bytes could be mapped. */
    @Override
    public MappedByteBuffer map(MapMode mode, long at, long size) {
        throw new UnsupportedOperationException("a sealed file is read, not mapped");
    }

    @Override
    public FileLock lock(long at, long size, boolean isShared) throws IOException {
        return file.getChannel().lock(at, size, isShared);
    }

    @Override
    public @Nullable FileLock tryLock(long at, long size, boolean isShared) throws IOException {
        return file.getChannel().tryLock(at, size, isShared);
    }

    private void requireOpen() throws ClosedChannelException {
        if (!isOpen()) {
            throw new ClosedChannelException();
        }
    }

    @Override
    protected synchronized void implCloseChannel() throws IOException {
        SealedWriting writing = opened.writing();
        try (file) {
            if (writing != null) {
                writing.close();
            }
        } finally {
            opened.closed().run();
        }
    }
}
