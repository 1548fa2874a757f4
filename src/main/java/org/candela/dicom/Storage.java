package org.candela.dicom;

import java.io.IOException;
import java.nio.file.Path;

/** Bytes with a known end that can be read from anywhere within. */
interface Storage {
    /** The file they come from, or a path that names it. */
    Path file();

    long size();

    /** Reads up to {@code count} bytes at {@code position}; how many there were, or -1 at the end. */
    int read(long position, byte[] into, int start, int count) throws IOException;

    /** A value that stays where it is. */
    default BulkData bulk(long offset, long length, int unitBytes) {
        return new BulkData(this, offset, length, unitBytes);
    }
}
