package org.candela.vault.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * A file that is written, from its first byte to its last. Each whole chunk is on its way to the disk at once; closing seals the
 * end, without which nobody takes the file for whole. A file that was never written to stays empty, and an empty file is one
 * without content. Safe from any thread.
 */
final class SealedWriting implements Closeable {
    private final RandomAccessFile file;
    private final String name;
    private final SealingKey key;
    private final byte[] head;
    private final ChunkCipher cipher;
    private final Consumer<SealedWriting> begun;
    private final byte[] plain = new byte[SealedHead.CHUNK];
    private final byte[] sealed = new byte[SealedHead.CHUNK + SealedHead.TAG];
    private long chunks;
    private int count;
    private long ended;
    private boolean isBegun;
    private boolean isEnded;

    /**
     * Of an empty file.
     *
     * @param begun told once, before the first byte is written
     */
    SealedWriting(RandomAccessFile file, String name, SealingKey key, Consumer<SealedWriting> begun) {
        this.file = file;
        this.name = name;
        this.key = key;
        this.begun = begun;
        this.head = SealedHead.of(key, name);
        this.cipher = new ChunkCipher(key.forFile(head));
    }

    /** Bytes of the content that were written. */
    synchronized long size() {
        return isEnded ? ended : chunks * SealedHead.CHUNK + count;
    }

    /** Adds to it; refused once the end is sealed. */
    synchronized int write(ByteBuffer source) throws IOException {
        if (isEnded) {
            throw SealedFileException.writtenOnce(name);
        }
        int all = source.remaining();
        if (!isBegun && all > 0) {
            begun.accept(this);
            file.write(head);
            isBegun = true;
        }
        while (source.hasRemaining()) {
            int part = Math.min(source.remaining(), plain.length - count);
            source.get(plain, count, part);
            count += part;
            if (count == plain.length) {
                put();
            }
        }
        return all;
    }

    private void put() throws IOException {
        int length = cipher.seal(chunks, plain, count, sealed);
        file.write(sealed, 0, length);
        chunks++;
        count = 0;
    }

    /** What there is so far, for somebody who reads along from {@code reading}. */
    synchronized Content soFar(RandomAccessFile reading) {
        return SealedContent.growing(
                reading,
                name,
                new ChunkCipher(key.forFile(head)),
                chunks * SealedHead.CHUNK,
                Arrays.copyOf(plain, count));
    }

    /** Seals the end; nothing can be written afterwards. */
    @Override
    public synchronized void close() throws IOException {
        if (isBegun && !isEnded) {
            end();
            isEnded = true;
        }
    }

    private void end() throws IOException {
        long size = size();
        if (count > 0) {
            put();
        }
        file.write(cipher.end(size));
        ended = size;
    }
}
