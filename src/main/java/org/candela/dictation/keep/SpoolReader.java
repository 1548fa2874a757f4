package org.candela.dictation.keep;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.dictation.Pcm;

/** Reads files of sound, also those that a crash cut off anywhere, and mends these. Blocks on the disk. */
// [impl->req~dictation.spool-repair~1]
final class SpoolReader {
    /** Two hours of sound; no utterance is as long. */
    private static final long MOST_BYTES = 256L << 20;
    /** Nonce and tag around each sealed piece. */
    private static final int AROUND = 28;
    /** Of one sealed piece. */
    private static final int MOST_PAYLOAD = 1 << 16;

    private SpoolReader() {}

    /**
     * What is in a file.
     *
     * @param pieces payloads as they were written, sealed or plain
     * @param good bytes from the beginning that can be trusted
     * @param isWhole whether the utterance ended there, rather than the process
     */
    record Content(SpoolHead head, List<byte[]> pieces, int good, boolean isWhole) {
        /** How many samples there are, without opening them. */
        int samples() {
            int around = head.isSealed() ? AROUND : 0;
            return pieces.stream()
                    .mapToInt(piece -> (piece.length - around) / Short.BYTES)
                    .sum();
        }

        Pcm sound(Sealing sealing) throws CandelaException {
            ByteBuffer all = ByteBuffer.allocate(
                    pieces.stream().mapToInt(piece -> piece.length).sum());
            for (int i = 0; i < pieces.size(); i++) {
                all.put(head.isSealed() ? sealing.open(SpokenFile.name(head, i), pieces.get(i)) : pieces.get(i));
            }
            byte[] plain = new byte[all.position()];
            all.flip().get(plain);
            return Pcm.ofBytes(plain);
        }
    }

    /** Empty when the file holds no head, and with that no sound. */
    static Optional<Content> read(Path file) throws SpoolException {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new SpoolException("spool.damaged", file + ": this is no utterance; move it away");
            }
            return parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new SpoolException("spool.unreadable", file + " cannot be read: check the disk", e);
        }
    }

    static Optional<Content> parse(byte[] file) {
        return SpoolHead.read(file).map(found -> pieces(file, found));
    }

    private static Content pieces(byte[] file, SpoolHead.Found found) {
        ByteBuffer bytes = ByteBuffer.wrap(file).position(found.bytes());
        List<byte[]> pieces = new ArrayList<>();
        int good = bytes.position();
        boolean isWhole = false;
        while (!isWhole && bytes.remaining() >= 2 * Integer.BYTES) {
            int length = bytes.getInt();
            int sum = bytes.getInt();
            if (length == SpokenFile.WHOLE) {
                isWhole = sum == pieces.size();
                good = isWhole ? bytes.position() : good;
                break;
            }
            if (length <= 0 || length > MOST_PAYLOAD || length > bytes.remaining()) {
                break;
            }
            byte[] payload = new byte[length];
            bytes.get(payload);
            if (SpoolHead.crc(payload) != sum) {
                break;
            }
            pieces.add(payload);
            good = bytes.position();
        }
        return new Content(found.head(), List.copyOf(pieces), good, isWhole);
    }

    /** Cuts off what was half written and ends the utterance there; safe to be killed in and begun again. */
    static void mend(Path file, Content content) throws SpoolException {
        if (content.isWhole()) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(content.good());
            channel.position(content.good());
            ByteBuffer ending =
                    ByteBuffer.wrap(SpokenFile.ending(content.pieces().size()));
            while (ending.hasRemaining()) {
                int unused = channel.write(ending);
            }
            channel.force(true);
        } catch (IOException e) {
            throw SpokenFile.failed(file, e);
        }
    }
}
