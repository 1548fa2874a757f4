package org.candela.dictation.keep;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.candela.dictation.Pcm;

/**
 * The sound of one utterance while it is spoken. A quarter of a second is written at once as a piece of its own: its length and
 * CRC-32 (4 bytes each, the high one first), then its samples, sealed where there is a key. At least after each second of
 * sound all of it is forced to the disk, so that neither a kill of the process nor a loss of power takes more than two
 * seconds. The last piece says that the utterance is whole. One thread.
 */
// [impl->req~dictation.spool~1]
public final class SpokenFile implements AutoCloseable {
    /** Samples of one piece: a quarter of a second. */
    static final int PIECE = Pcm.SAMPLE_RATE_HZ / 4;
    /** Pieces after which the disk is waited for: three quarters of a second. */
    static final int FORCED_AFTER = 3;
    /** In place of a length: no piece follows. */
    static final int WHOLE = 0x454E4421;

    private final Path file;
    private final SpoolHead head;
    private final Sealing sealing;
    private final SpoolDisk.Sink sink;
    private final short[] pending = new short[PIECE];
    private int count;
    private int pieces;
    private int unforced;

    private SpokenFile(Path file, SpoolHead head, Sealing sealing, SpoolDisk.Sink sink) {
        this.file = file;
        this.head = head;
        this.sealing = sealing;
        this.sink = sink;
    }

    /** The file, with its head forced to the disk before the first sound. */
    static SpokenFile create(Path file, SpoolHead head, Sealing sealing, SpoolDisk disk) throws SpoolException {
        try {
            SpoolDisk.Sink sink = disk.create(file);
            SpokenFile made = new SpokenFile(file, head, sealing, sink);
            boolean isBegun = false;
            try {
                sink.write(head.bytes());
                sink.force();
                isBegun = true;
                return made;
            } finally {
                if (!isBegun) {
                    sink.close();
                }
            }
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    /**
     * More of the sound.
     *
     * @param from index of the first sample
     * @param to after the last
     * @throws SpoolException {@code spool.full} or {@code spool.unwritable}: the file is closed by its owner, and what it
     *     holds so far is read as after a crash
     */
    public void append(short[] samples, int from, int to) throws SpoolException {
        int next = from;
        while (next < to) {
            int fits = Math.min(to - next, PIECE - count);
            System.arraycopy(samples, next, pending, count, fits);
            count += fits;
            next += fits;
            if (count == PIECE) {
                flush();
            }
        }
    }

    /** Writes what is pending as a shorter piece: more may be long in coming. */
    public void flush() throws SpoolException {
        if (count == 0) {
            return;
        }
        byte[] plain = Pcm.of(Arrays.copyOf(pending, count)).bytes();
        byte[] payload = sealing.seal(name(head, pieces), plain);
        write(piece(payload.length, SpoolHead.crc(payload), payload));
        count = 0;
        pieces++;
        unforced++;
        if (unforced >= FORCED_AFTER) {
            force();
        }
    }

    /** The utterance is whole and on the disk. */
    public void end() throws SpoolException {
        flush();
        write(ending(pieces));
        force();
    }

    /** What a whole file ends with. */
    static byte[] ending(int pieces) {
        return piece(WHOLE, pieces, new byte[0]);
    }

    static String name(SpoolHead head, int piece) {
        return "utterance " + head.id() + " " + piece;
    }

    private static byte[] piece(int length, int sum, byte[] payload) {
        return ByteBuffer.allocate(2 * Integer.BYTES + payload.length)
                .putInt(length)
                .putInt(sum)
                .put(payload)
                .array();
    }

    private void write(byte[] bytes) throws SpoolException {
        try {
            sink.write(bytes);
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    private void force() throws SpoolException {
        try {
            sink.force();
            unforced = 0;
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    @Override
    public void close() throws SpoolException {
        try {
            sink.close();
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    static SpoolException failed(Path file, IOException cause) {
        String reason = String.valueOf(cause.getMessage());
        String words = reason.toLowerCase(Locale.ROOT);
        boolean isFull = words.contains("no space") || words.contains("not enough space") || words.contains("quota");
        Path folder = file.toAbsolutePath().getParent();
        return isFull
                ? new SpoolException("spool.full", "the disk of " + folder + " is full: make room on it", cause)
                : new SpoolException(
                        "spool.unwritable",
                        folder + " cannot be written (" + cause.getClass().getSimpleName()
                                + "): check the disk and its rights",
                        cause);
    }
}
