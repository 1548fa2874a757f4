package org.candela.delivery.hl7;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.net.mllp.FrameReader;

/** Answers in the bytes of a connection. One longer than {@value #LARGEST_ANSWER} bytes is none. */
final class MllpFrames {
    static final int LARGEST_ANSWER = 64 * 1024;

    private final MessageCharset charset;
    private final FrameReader frames = new FrameReader(LARGEST_ANSWER);

    /** @param charset of what is received */
    MllpFrames(MessageCharset charset) {
        this.charset = charset;
    }

    /** The message as it goes over the wire. */
    static ByteBuffer wrap(byte[] text) {
        return FrameReader.wrap(text);
    }

    /** Takes received bytes and returns the messages they complete, in order. */
    List<String> take(ByteBuffer received) {
        List<String> complete = new ArrayList<>();
        Optional<byte[]> message = frames.take(received);
        while (message.isPresent()) {
            complete.add(charset.decode(message.orElseThrow()));
            message = frames.take(received);
        }
        return complete;
    }

    /** Whether a message has begun and not ended. */
    boolean isInsideMessage() {
        return frames.isInsideMessage();
    }

    /** Whether more was received than any answer has. */
    boolean isOversized() {
        return frames.isTooLong();
    }
}
