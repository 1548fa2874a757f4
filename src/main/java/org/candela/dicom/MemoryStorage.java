package org.candela.dicom;

import java.nio.file.Path;

/** Bytes in memory, such as a data set from the network. */
final class MemoryStorage implements Storage {
    private final Path name;
    private final byte[] bytes;
    private final int size;

    MemoryStorage(Path name, byte[] bytes, int size) {
        this.name = name;
        this.bytes = bytes;
        this.size = size;
    }

    @Override
    public Path file() {
        return name;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int read(long position, byte[] into, int start, int count) {
        if (position >= size) {
            return -1;
        }
        int found = (int) Math.min(count, size - position);
        System.arraycopy(bytes, (int) position, into, start, found);
        return found;
    }
}
