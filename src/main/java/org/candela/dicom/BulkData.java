package org.candela.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * A value that stays in its file until asked for: bytes {@code offset} to {@code offset + length}.
 *
 * <p>Made by the reader, which has checked that the file holds them. Safe from any thread.
 *
 * @param unitBytes bytes that change places together when the file is big endian; 1 when it is little endian
 */
public record BulkData(Path file, long offset, long length, int unitBytes) {

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
        ByteBuffer target = ByteBuffer.allocate(count);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (target.hasRemaining()) {
                if (channel.read(target, offset + start + target.position()) < 0) {
                    throw new IOException(file.getFileName() + " ends before offset " + (offset + start + count));
                }
            }
        }
        return target.array();
    }
}
