package org.candela.dicom;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * A deflated data set, inflated (PS3.5 A.5): in memory while it is small, else in a temporary file without a name.
 *
 * <p>Bounded: beyond {@value #FREE} bytes no more than {@value #RATIO} times what the file holds, {@value #MOST} bytes in
 * all. The temporary file goes with the last value that lies in it. Safe from any thread once made.
 */
// [impl->req~dicom.deflated~1]
final class Inflated implements Storage {
    private static final int CHUNK = 1 << 16;
    private static final int IN_MEMORY = 1 << 24;
    private static final long FREE = 1L << 26;
    private static final long RATIO = 250;
    private static final long MOST = 1L << 32;

    private final Path file;
    private byte[] memory = new byte[0];
    private @Nullable RandomAccessFile spilled;
    private long size;
    private @Nullable String problem;

    private Inflated(Path file) {
        this.file = file;
    }

    /** Inflates all that is left of {@code input}, which may end in one byte of padding. */
    static Inflated of(Input input) throws IOException, DicomFormatException {
        long start = input.position();
        Inflated raw = new Inflated(input.file());
        raw.inflate(input, new Inflater(true));
        if (raw.size > 0 || raw.problem == null) {
            return raw;
        }
        // Some writers put the header of RFC 1950 in front.
        input.position(start);
        Inflated wrapped = new Inflated(input.file());
        wrapped.inflate(input, new Inflater(false));
        return wrapped.size > 0 ? wrapped : raw;
    }

    /** Why not all could be inflated; {@code null} when all was. */
    @Nullable
    String problem() {
        return problem;
    }

    private void inflate(Input input, Inflater inflater) throws IOException, DicomFormatException {
        byte[] out = new byte[CHUNK];
        long limit = Math.min(MOST, FREE + RATIO * (input.size() - input.position()));
        try {
            while (!inflater.finished() && problem == null) {
                int count = inflater.inflate(out);
                append(out, count);
                if (size > limit) {
                    problem = "the deflated data set inflates to more than " + limit + " bytes";
                } else if (count == 0 && !inflater.finished()) {
                    feed(input, inflater);
                }
            }
            input.position(input.position() - inflater.getRemaining());
        } catch (DataFormatException e) {
            problem = "the deflated data set is damaged";
        } finally {
            inflater.end();
        }
    }

    private void feed(Input input, Inflater inflater) throws IOException, DicomFormatException {
        int left = (int) Math.min(CHUNK, input.size() - input.position());
        if (left == 0 || inflater.needsDictionary()) {
            problem = "the deflated data set breaks off";
        } else {
            inflater.setInput(input.bytes(left));
        }
    }

    private void append(byte[] bytes, int count) throws IOException {
        if (spilled == null && size + count > IN_MEMORY) {
            spilled = unnamed();
            spilled.write(memory, 0, (int) size);
            memory = new byte[0];
        }
        if (spilled != null) {
            spilled.write(bytes, 0, count);
        } else {
            if (size + count > memory.length) {
                memory = Arrays.copyOf(memory, (int) Math.max(size + count, Math.min(IN_MEMORY, 2L * memory.length)));
            }
            System.arraycopy(bytes, 0, memory, (int) size, count);
        }
        size += count;
    }

    /** A temporary file that vanishes when it is closed, at the latest with this process. */
    private static RandomAccessFile unnamed() throws IOException {
        File temporary = Files.createTempFile("candela-inflated-", ".tmp").toFile();
        RandomAccessFile open = new RandomAccessFile(temporary, "rw");
        if (!temporary.delete()) {
            temporary.deleteOnExit(); // Windows keeps an open file
        }
        return open;
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int read(long position, byte[] into, int start, int count) throws IOException {
        if (position >= size) {
            return -1;
        }
        int found = (int) Math.min(count, size - position);
        RandomAccessFile open = spilled;
        if (open == null) {
            System.arraycopy(memory, (int) position, into, start, found);
            return found;
        }
        synchronized (open) {
            open.seek(position);
            return open.read(into, start, found);
        }
    }
}
