package org.candela.vault.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;

/** What lies in a file, in plain form, to be read from anywhere within. One thread at a time. */
interface Content extends Closeable {
    long size() throws IOException;

    /** Reads what there is from {@code position} on, as much as {@code target} holds; how many bytes, or -1 at the end. */
    int read(long position, ByteBuffer target) throws IOException;

    /** A file that nothing seals. */
    record Plain(RandomAccessFile file) implements Content {
        @Override
        public long size() throws IOException {
            return file.length();
        }

        @Override
        public int read(long position, ByteBuffer target) throws IOException {
            file.seek(position);
            if (target.hasArray()) {
                int count = file.read(target.array(), target.arrayOffset() + target.position(), target.remaining());
                target.position(target.position() + Math.max(0, count));
                return count;
            }
            byte[] bytes = new byte[target.remaining()];
            int count = file.read(bytes);
            target.put(bytes, 0, Math.max(0, count));
            return count;
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
