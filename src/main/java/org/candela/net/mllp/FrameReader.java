package org.candela.net.mllp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * The minimal lower layer protocol: finds messages in the bytes of one connection, which stand between VT and FS CR (HL7 v2.5.1
 * Appendix C; MLLP release 1). Lenient: bytes between messages are skipped, the CR may come late or never. One thread.
 */
public final class FrameReader {
    private static final byte START = 0x0B;
    private static final byte END = 0x1C;
    private static final byte CARRIAGE_RETURN = 0x0D;

    private final int longest;
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private boolean isInside;
    private int skipped;

    /** @param longest bytes of a message */
    public FrameReader(int longest) {
        this.longest = longest;
    }

    /** The bytes that go on the wire for {@code message}. */
    public static ByteBuffer wrap(byte[] message) {
        return ByteBuffer.allocate(message.length + 3)
                .put(START)
                .put(message)
                .put(END)
                .put(CARRIAGE_RETURN)
                .flip();
    }

    /** Takes bytes up to the end of a message and leaves the rest; empty when the message goes on. */
    public Optional<byte[]> take(ByteBuffer received) {
        while (received.hasRemaining() && !isTooLong()) {
            byte next = received.get();
            if (next == START) {
                message.reset(); // a message that begins anew replaces one that was cut off
                isInside = true;
                skipped = 0;
            } else if (next == END && isInside) {
                isInside = false;
                byte[] whole = message.toByteArray();
                message.reset();
                return Optional.of(whole);
            } else if (isInside) {
                message.write(next);
            } else {
                skipped++;
            }
        }
        return Optional.empty();
    }

    /** Whether a message has begun and not ended. */
    public boolean isInsideMessage() {
        return isInside;
    }

    /** Whether more came than any message has; nothing more is taken then. */
    public boolean isTooLong() {
        return message.size() > longest || skipped > longest;
    }

    /** Of a message that goes on. */
    byte[] begin(int most) {
        byte[] all = message.toByteArray();
        return Arrays.copyOf(all, Math.min(most, all.length));
    }
}
