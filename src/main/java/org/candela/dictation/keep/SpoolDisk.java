package org.candela.dictation.keep;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/** Where sound is written. A disk of its own for tests, which may be full or stop in the midst. */
@FunctionalInterface
interface SpoolDisk {
    /** The disk of this machine; only the owner can read what is made on it. */
    SpoolDisk REAL = RealFile::create;

    /** A new file, forced into its folder; fails when there is one. */
    Sink create(Path file) throws IOException;

    /** An open file that only grows. */
    interface Sink extends AutoCloseable {
        /** All of it, in one write. */
        void write(byte[] bytes) throws IOException;

        /** Returns when all that was written survives a loss of power. */
        void force() throws IOException;

        @Override
        void close() throws IOException;
    }

    /** A file on this machine. */
    record RealFile(FileChannel channel) implements Sink {
        static Sink create(Path file) throws IOException {
            Files.createDirectories(file.toAbsolutePath().getParent());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
                forceFolder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            }
            return new RealFile(channel);
        }

        /** So that the name of the file survives too; Windows has no such call and needs none. */
        private static void forceFolder(Path folder) throws IOException {
            try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
                entries.force(true);
            }
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                int unused = channel.write(rest);
            }
        }

        @Override
        public void force() throws IOException {
            channel.force(false);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
