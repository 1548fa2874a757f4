package org.candela.dicom;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;

/** A file held open while it is read; its bulk data opens it again when asked for. */
interface OpenStorage extends Storage, Closeable {
    /** A file of the disk, or of another file system, as one that seals what it keeps. */
    static OpenStorage of(Path file) throws IOException {
        return file.getFileSystem().equals(FileSystems.getDefault())
                ? FileStorage.open(file)
                : ChannelStorage.open(file);
    }

    @Override
    default BulkData bulk(long offset, long length, int unitBytes) {
        return new BulkData(file(), offset, length, unitBytes);
    }
}
