package org.candela.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of another file system than the disk's. */
record ChannelStorage(Path file, SeekableByteChannel channel, long size) implements OpenStorage {
    static ChannelStorage open(Path file) throws IOException {
        SeekableByteChannel channel = Files.newByteChannel(file);
        try {
            return new ChannelStorage(file, channel, channel.size());
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public int read(long position, byte[] into, int start, int count) throws IOException {
        return channel.position(position).read(ByteBuffer.wrap(into, start, count));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
