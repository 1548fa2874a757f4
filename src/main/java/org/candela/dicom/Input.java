package org.candela.dicom;

import java.io.IOException;
import java.nio.file.Path;

/** Sequential reading of bytes with a known end; never reads or allocates past it. */
final class Input {
    /** Holds most headers; a native buffer of this size needs no allocation in the runtime's file reading. */
    private static final int WINDOW = 1 << 13;

    private final Storage storage;
    private final String name;
    private final long size;
    private final byte[] window;
    private int at;
    private int limit;
    /** Position of the window's first byte. */
    private long start;

    private boolean isBigEndian;

    Input(Storage storage) {
        this(storage, nameOf(storage.file()));
    }

    /** @param name what the file is called in messages */
    Input(Storage storage, String name) {
        this.storage = storage;
        this.name = name;
        this.size = storage.size();
        this.window = new byte[(int) Math.min(WINDOW, size)];
    }

    Path file() {
        return storage.file();
    }

    String name() {
        return name;
    }

    static String nameOf(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString();
    }

    BulkData bulk(long offset, long length, int unitBytes) {
        return storage.bulk(offset, length, unitBytes);
    }

    long size() {
        return size;
    }

    long left() {
        return size - position();
    }

    long position() {
        return start + at;
    }

    void position(long target) {
        if (target >= start && target <= start + limit) {
            at = (int) (target - start);
        } else {
            start = target;
            at = 0;
            limit = 0;
        }
    }

    void bigEndian(ElementForm form) {
        isBigEndian = form.isBigEndian();
    }

    int u8() throws IOException, DicomFormatException {
        need(1);
        return window[at++] & 0xFF;
    }

    int u16() throws IOException, DicomFormatException {
        need(2);
        int first = window[at++] & 0xFF;
        int second = window[at++] & 0xFF;
        return isBigEndian ? first << 8 | second : second << 8 | first;
    }

    long u32() throws IOException, DicomFormatException {
        long first = u16();
        long second = u16();
        return isBigEndian ? first << 16 | second : second << 16 | first;
    }

    /** The tag at the position, which does not move. */
    int peekTag() throws IOException, DicomFormatException {
        need(4);
        int tag = u16() << 16 | u16();
        at -= 4;
        return tag;
    }

    /** Whether two capital letters, as of a VR, stand after the tag at the position, which does not move. */
    boolean peeksVr() throws IOException, DicomFormatException {
        need(6);
        return isCapital(window[at + 4]) && isCapital(window[at + 5]);
    }

    private static boolean isCapital(byte character) {
        return character >= 'A' && character <= 'Z';
    }

    /** The next {@code count} bytes, which the caller knows to be there. */
    byte[] bytes(int count) throws IOException, DicomFormatException {
        byte[] bytes = new byte[count];
        int done = Math.min(count, limit - at);
        System.arraycopy(window, at, bytes, 0, done);
        at += done;
        while (done < count) {
            int found = storage.read(position(), bytes, done, count - done);
            if (found < 0) {
                throw shorter();
            }
            position(position() + found);
            done += found;
        }
        return bytes;
    }

    private void need(int count) throws IOException, DicomFormatException {
        if (limit - at < count) {
            fill(count);
        }
    }

    private void fill(int count) throws IOException, DicomFormatException {
        if (left() < count) {
            throw new DicomFormatException(
                    name(), position(), DicomFormatException.NO_TAG, "the file ends here, unexpectedly");
        }
        System.arraycopy(window, at, window, 0, limit - at);
        start += at;
        limit -= at;
        at = 0;
        while (limit < count) {
            int found = storage.read(start + limit, window, limit, window.length - limit);
            if (found <= 0) {
                throw shorter();
            }
            limit += found;
        }
    }

    private IOException shorter() {
        return new IOException(name() + " became shorter while it was read");
    }
}
