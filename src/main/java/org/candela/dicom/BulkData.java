package org.candela.dicom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value that stays where it is until asked for: bytes {@code offset} to {@code offset + length} of a file, of an
 * inflated data set or of a message in memory.
 *
 * <p>Made by the reader, which has checked that the file holds them. Safe from any thread.
 */
public final class BulkData {
    private final Path file;
    private final long offset;
    private final long length;
    private final int unitBytes;
    private final @Nullable Storage storage;

    /**
     * A part of a file.
     *
     * @param unitBytes bytes that change places together when the file is big endian; 1 when it is little endian
     */
    public BulkData(Path file, long offset, long length, int unitBytes) {
        this(file, offset, length, unitBytes, null);
    }

    BulkData(Storage storage, long offset, long length, int unitBytes) {
        this(storage.file(), offset, length, unitBytes, storage);
    }

    private BulkData(Path file, long offset, long length, int unitBytes, @Nullable Storage storage) {
        this.file = file;
        this.offset = offset;
        this.length = length;
        this.unitBytes = unitBytes;
        this.storage = storage;
    }

    /** Bytes in memory, as of a frame just encoded. */
    public static BulkData ofBytes(byte[] bytes) {
        return new MemoryStorage(Path.of("memory"), bytes.clone(), bytes.length).bulk(0, bytes.length, 1);
    }

    /** The file the value comes from; for a message in memory a path that names it. */
    public Path file() {
        return file;
    }

    /** Where the value begins, in the file or, when its data set is deflated, in the inflated one. */
    public long offset() {
        return offset;
    }

    /** Number of bytes. */
    public long length() {
        return length;
    }

    /** Whether the bytes lie in the file as they are, so that another program finds them there. */
    public boolean isInFile() {
        return storage == null;
    }

    /** All bytes, little endian; refuses what no Java array can hold. */
    public byte[] read() throws IOException {
        if (length > Integer.MAX_VALUE - Long.BYTES) {
            throw new IOException("a value of " + length + " bytes is too long to be read at once");
        }
        return read(0, (int) length);
    }

    /** {@code count} bytes from {@code start}, little endian. */
    public byte[] read(long start, int count) throws IOException {
        if (start < 0 || count < 0 || start + count > length) {
            throw new IOException("asked for bytes " + start + " to " + (start + count) + " of a value of " + length);
        }
        // Swapping needs whole units, so a part of one is read whole and cut afterwards.
        int before = (int) (start % unitBytes);
        long whole = Math.min((before + count + unitBytes - 1L) / unitBytes * unitBytes, length - start + before);
        byte[] bytes = ByteOrders.swapped(readPlain(start - before, (int) whole), unitBytes);
        return bytes.length == count ? bytes : Arrays.copyOfRange(bytes, before, before + count);
    }

    private byte[] readPlain(long start, int count) throws IOException {
        byte[] target = new byte[count];
        if (storage != null) {
            fill(storage, start, target);
            return target;
        }
        try (OpenStorage opened = OpenStorage.of(file)) {
            fill(opened, start, target);
        }
        return target;
    }

    private void fill(Storage from, long start, byte[] target) throws IOException {
        int done = 0;
        while (done < target.length) {
            int found = from.read(offset + start + done, target, done, target.length - done);
            if (found < 0) {
                throw new IOException(file.getFileName() + " ends before offset " + (offset + start + target.length));
            }
            done += found;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BulkData data
                && data.file.equals(file)
                && data.offset == offset
                && data.length == length
                && data.unitBytes == unitBytes
                && data.storage == storage;
    }

    @Override
    public int hashCode() {
        return Objects.hash(file, offset, length, unitBytes);
    }

    @Override
    public String toString() {
        return length + " bytes at offset " + offset + " of " + file.getFileName();
    }
}
