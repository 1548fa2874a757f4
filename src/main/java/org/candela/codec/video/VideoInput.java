package org.candela.codec.video;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A stream as FFmpeg is told to read it: in place, as parts of its file joined; only where these are too many for a
 * command line, or FFmpeg cannot read their file since it lies sealed, as a copy that its owner alone can read and that goes
 * when the input is closed. The copy of a sealed one lies in memory where the system has a folder for that.
 */
final class VideoInput implements AutoCloseable {
    /** What the address may ask FFmpeg to open. Nothing of the network. */
    static final String PROTOCOLS = "file,subfile,concat";

    /** Linux takes arguments of at most 128 KiB. */
    private static final int LONGEST_ADDRESS = 100_000;

    private static final String PREFIX = "candela-video-";
    private static final String SUFFIX = ".tmp";
    /** Of the memory for files, for others. */
    private static final long ROOM_LEFT = 16L << 20;
    /** Of Linux: files in memory. */
    private static final Path IN_MEMORY = Path.of("/dev/shm");

    private final String address;
    private final @Nullable Path copy;

    private VideoInput(String address, @Nullable Path copy) {
        this.address = address;
        this.copy = copy;
    }

    /** The stream from byte {@code offset} on. */
    static VideoInput of(List<VideoStream.Part> parts, long offset) throws IOException {
        List<VideoStream.Part> rest = VideoStream.from(parts, offset);
        if (rest.stream().anyMatch(part -> !part.file().getFileSystem().equals(FileSystems.getDefault()))) {
            return copied(rest, unseen(rest));
        }
        if (rest.size() == 1) {
            return new VideoInput(part(rest.get(0)), null);
        }
        String joined = rest.stream().map(VideoInput::part).collect(Collectors.joining("|", "concat:", ""));
        boolean isPlain = rest.stream()
                .noneMatch(part -> part.file().toAbsolutePath().toString().contains("|"));
        return isPlain && joined.length() <= LONGEST_ADDRESS
                ? new VideoInput(joined, null)
                : copied(rest, Optional.empty());
    }

    private static String part(VideoStream.Part part) {
        return "subfile,,start," + part.offset() + ",end," + (part.offset() + part.length()) + ",,:"
                + part.file().toAbsolutePath();
    }

    /** Where a copy never comes to a disk, if there is room for it. */
    // [impl->req~codec.video-sealed~1]
    private static Optional<Path> unseen(List<VideoStream.Part> parts) throws IOException {
        long length = parts.stream().mapToLong(VideoStream.Part::length).sum();
        boolean isThere = Files.isDirectory(IN_MEMORY) && Files.isWritable(IN_MEMORY);
        return isThere && Files.getFileStore(IN_MEMORY).getUsableSpace() > ROOM_LEFT + length
                ? Optional.of(IN_MEMORY)
                : Optional.empty();
    }

    private static VideoInput copied(List<VideoStream.Part> parts, Optional<Path> folder) throws IOException {
        Path copy = folder.isPresent() // for the owner alone, says the contract of both
                ? Files.createTempFile(folder.orElseThrow(), PREFIX, SUFFIX)
                : Files.createTempFile(PREFIX, SUFFIX);
        try (OutputStream target = Files.newOutputStream(copy)) {
            for (VideoStream.Part part : parts) {
                append(part, target);
            }
        } catch (IOException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
        return new VideoInput(copy.toString(), copy);
    }

    private static void append(VideoStream.Part part, OutputStream target) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long left = part.length();
        try (FileChannel channel = FileChannel.open(part.file(), StandardOpenOption.READ);
                InputStream source = Channels.newInputStream(channel.position(part.offset()))) {
            while (left > 0) {
                int count = source.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (count < 0) {
                    throw new IOException(part.file().getFileName() + " ends within its video");
                }
                target.write(buffer, 0, count);
                left -= count;
            }
        }
    }

    String address() {
        return address;
    }

    @Override
    public void close() throws IOException {
        if (copy != null) {
            Files.deleteIfExists(copy);
        }
    }
}
