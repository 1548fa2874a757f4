package org.candela.dictation.keep;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32;

/**
 * How a file of sound begins: 8 letters, the length of a text (2 bytes, the high one first), the text, its CRC-32. The text has
 * four lines: utterance, draft, start, {@code sealed} or {@code plain}. It names no patient.
 *
 * @param isSealed whether each piece of sound is sealed by the key store
 */
record SpoolHead(UUID id, String draftId, Instant start, boolean isSealed) {
    private static final byte[] MAGIC = "CNDLUTT1".getBytes(StandardCharsets.US_ASCII);
    private static final int LINES = 4;
    private static final int LONGEST = 1_000;
    static final int MOST_BYTES = 8 + Short.BYTES + LONGEST + Integer.BYTES;

    /** What was read and how many bytes it takes. */
    record Found(SpoolHead head, int bytes) {}

    byte[] bytes() {
        String text = id + "\n" + draftId + "\n" + start + "\n" + (isSealed ? "sealed" : "plain");
        byte[] letters = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(MAGIC.length + Short.BYTES + letters.length + Integer.BYTES)
                .put(MAGIC)
                .putShort((short) letters.length)
                .put(letters)
                .putInt(crc(letters))
                .array();
    }

    /** Empty when the file was cut within its head or is none of ours. */
    static Optional<Found> read(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        if (file.length < MAGIC.length + Short.BYTES || !Arrays.equals(MAGIC, Arrays.copyOf(file, MAGIC.length))) {
            return Optional.empty();
        }
        bytes.position(MAGIC.length);
        int length = Short.toUnsignedInt(bytes.getShort());
        if (length > LONGEST || bytes.remaining() < length + Integer.BYTES) {
            return Optional.empty();
        }
        byte[] letters = new byte[length];
        bytes.get(letters);
        return bytes.getInt() == crc(letters)
                ? parse(new String(letters, StandardCharsets.UTF_8)).map(head -> new Found(head, bytes.position()))
                : Optional.empty();
    }

    private static Optional<SpoolHead> parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length != LINES) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SpoolHead(
                    UUID.fromString(lines[0]), lines[1], Instant.parse(lines[2]), lines[3].equals("sealed")));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    static int crc(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return (int) sum.getValue();
    }
}
