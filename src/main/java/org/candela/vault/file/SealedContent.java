package org.candela.vault.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;

/**
 * The content of a sealed file. Only the chunks that are asked for are read and opened, the one read last is kept; whole ones go
 * straight where they are wanted. That the file is whole is known before its first byte is given.
 */
final class SealedContent implements Content {
    private final RandomAccessFile file;
    private final String name;
    private final ChunkCipher cipher;
    /** What is written, and not yet on the disk, of a file that somebody is writing. */
    private final byte[] tail;

    private final long size;
    private final byte[] sealed = new byte[SealedHead.CHUNK + SealedHead.TAG];
    private byte[] held = new byte[0];
    private long heldChunk = -1;

    private SealedContent(RandomAccessFile file, String name, ChunkCipher cipher, long onDisk, byte[] tail) {
        this.file = file;
        this.name = name;
        this.cipher = cipher;
        this.tail = tail;
        this.size = onDisk + tail.length;
    }

    /**
     * A whole file.
     *
     * @throws SealedFileException when it is cut off or its length was changed
     */
    // [impl->req~vault.files-whole~1]
    static SealedContent whole(RandomAccessFile file, String name, ChunkCipher cipher) throws IOException {
        long length = file.length();
        long plain = SealedHead.plainSize(length);
        byte[] end = new byte[SealedHead.TAG];
        if (plain >= 0) {
            file.seek(length - SealedHead.TAG);
            file.readFully(end);
        }
        if (plain < 0 || !cipher.isEnd(plain, end)) {
            throw SealedFileException.damaged(
                    name, length, "its sealed end is missing: it was cut off, or was never written to its end");
        }
        return new SealedContent(file, name, cipher, plain, new byte[0]);
    }

    /** What there is of a file that this process is writing: {@code onDisk} bytes in whole chunks, and {@code tail}. */
    static SealedContent growing(RandomAccessFile file, String name, ChunkCipher cipher, long onDisk, byte[] tail) {
        return new SealedContent(file, name, cipher, onDisk, tail);
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int read(long position, ByteBuffer target) throws IOException {
        if (position >= size) {
            return -1;
        }
        int wanted = (int) Math.min(target.remaining(), size - position);
        int done = 0;
        while (done < wanted) {
            done += readPart(position + done, target, wanted - done);
        }
        return done;
    }

    private int readPart(long position, ByteBuffer target, int wanted) throws IOException {
        long chunk = position / SealedHead.CHUNK;
        int within = (int) (position % SealedHead.CHUNK);
        int length = (int) Math.min(SealedHead.CHUNK, size - chunk * SealedHead.CHUNK);
        int count = Math.min(wanted, length - within);
        if (count == length && chunk != heldChunk && target.hasArray() && !isTail(chunk)) {
            open(chunk, length, target.array(), target.arrayOffset() + target.position());
            target.position(target.position() + length);
            return length;
        }
        target.put(held(chunk, length), within, count);
        return count;
    }

    private boolean isTail(long chunk) {
        return tail.length > 0 && chunk == (size - tail.length) / SealedHead.CHUNK;
    }

    private byte[] held(long chunk, int length) throws IOException {
        if (isTail(chunk)) {
            return tail;
        }
        if (chunk != heldChunk) {
            heldChunk = -1;
            held = held.length < length ? new byte[length] : held;
            open(chunk, length, held, 0);
            heldChunk = chunk;
        }
        return held;
    }

    private void open(long chunk, int length, byte[] into, int at) throws IOException {
        long place = SealedHead.place(chunk);
        int count = length + SealedHead.TAG;
        file.seek(place);
        int found = 0;
        while (found < count) {
            int more = file.read(sealed, found, count - found);
            if (more < 0) {
                throw SealedFileException.damaged(
                        name, place + found, "the file ends, though it was longer when opened");
            }
            found += more;
        }
        if (!cipher.open(chunk, sealed, count, into, at)) {
            throw SealedFileException.damaged(
                    name, place, count + " bytes were changed since they were sealed, or belong elsewhere");
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
