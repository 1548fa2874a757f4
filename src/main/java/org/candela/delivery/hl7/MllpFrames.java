package org.candela.delivery.hl7;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The minimal lower layer protocol: a message stands between VT and FS CR (HL7 v2.5.1 Appendix C; MLLP release 1).
 *
 * <p>Reading is lenient: bytes outside a frame are skipped, the CR may come late or never. An answer longer than
 * {@value #LARGEST_ANSWER} bytes is not one.
 */
final class MllpFrames {
    static final int LARGEST_ANSWER = 64 * 1024;
    private static final byte START = 0x0B;
    private static final byte END = 0x1C;
    private static final byte CARRIAGE_RETURN = 0x0D;

    private final MessageCharset charset;
    private final ByteArrayOutputStream frame = new ByteArrayOutputStream();
    private boolean isInside;
    private int skipped;

    /** @param charset of what is received */
    MllpFrames(MessageCharset charset) {
        this.charset = charset;
    }

    /** The message as it goes over the wire. */
    static ByteBuffer wrap(byte[] text) {
        return ByteBuffer.allocate(text.length + 3)
                .put(START)
                .put(text)
                .put(END)
                .put(CARRIAGE_RETURN)
                .flip();
    }

    /** Takes received bytes and returns the messages they complete, in order. */
    List<String> take(ByteBuffer received) {
        List<String> complete = new ArrayList<>();
        while (received.hasRemaining()) {
            byte next = received.get();
            if (next == START) {
                frame.reset();
                isInside = true;
            } else if (next == END && isInside) {
                isInside = false;
                complete.add(charset.decode(frame.toByteArray()));
            } else if (isInside) {
                frame.write(next);
            } else {
                skipped++;
            }
        }
        return complete;
    }

    /** Whether a message has begun and not ended. */
    boolean isInsideMessage() {
        return isInside;
    }

    /** Whether more was received than any answer has. */
    boolean isOversized() {
        return frame.size() > LARGEST_ANSWER || skipped > LARGEST_ANSWER;
    }
}
