package org.candela.dicom;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Sequential reading of a file with a known end; never reads or allocates past it. */
final class Input implements Closeable {
    private static final int WINDOW = 1 << 15;
    private final Path file;
    private final FileChannel channel;
    private final long size;
    private final ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0).order(ByteOrder.LITTLE_ENDIAN);
    private long windowEnd;

    private Input(Path file, FileChannel channel, long size) {
        this.file = file;
        this.channel = channel;
        this.size = size;
    }

    static Input open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        return new Input(file, channel, channel.size());
    }

    Path file() {
        return file;
    }

    String name() {
        Path name = file.getFileName();
        return name == null ? "" : name.toString();
    }

    long size() {
        return size;
    }

    long position() {
        return windowEnd - window.remaining();
    }

    void position(long target) {
        long start = windowEnd - window.limit();
        if (target >= start && target <= windowEnd) {
            window.position((int) (target - start));
        } else {
            window.limit(0);
            windowEnd = target;
        }
    }

    void order(ByteOrder order) {
        window.order(order);
    }

    int u8() throws IOException, DicomFormatException {
        need(1);
        return window.get() & 0xFF;
    }

    int u16() throws IOException, DicomFormatException {
        need(2);
        return window.getShort() & 0xFFFF;
    }

    long u32() throws IOException, DicomFormatException {
        need(4);
        return window.getInt() & 0xFFFFFFFFL;
    }

    /** The next {@code count} bytes, which the caller knows to be there. */
    byte[] bytes(int count) throws IOException, DicomFormatException {
        byte[] bytes = new byte[count];
        int done = 0;
        while (done < count) {
            need(1);
            int part = Math.min(count - done, window.remaining());
            window.get(bytes, done, part);
            done += part;
        }
        return bytes;
    }

    private void need(int count) throws IOException, DicomFormatException {
        if (window.remaining() >= count) {
            return;
        }
        long at = position();
        if (at + count > size) {
            throw new DicomFormatException(name(), at, DicomFormatException.NO_TAG, "the file ends here, unexpectedly");
        }
        window.compact();
        while (window.position() < count && channel.read(window, windowEnd) > 0) {
            windowEnd = at + window.position();
        }
        window.flip();
        if (window.remaining() < count) {
            throw new IOException(name() + " became shorter while it was read");
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
