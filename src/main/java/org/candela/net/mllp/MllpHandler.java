package org.candela.net.mllp;

/** What is done with the messages that come; called by one thread, one message at a time. */
@FunctionalInterface
public interface MllpHandler {
    /** Done with {@code message} when this returns; the answer goes back on the same connection. */
    byte[] answer(byte[] message);

    /** The answer to a message that is longer than {@code limit} bytes, of which {@code begin} was read. */
    default byte[] answerTooLong(byte[] begin, int limit) {
        return new byte[0];
    }
}
