package org.candela.net.mllp;

import java.time.Duration;

/**
 * What a sender may ask of us.
 *
 * @param messageBytes longest message
 * @param connections at a time; further ones are closed at once
 * @param message longest time from the first byte of a message to its last, and for taking the answer
 * @param idle longest silence between messages
 */
public record MllpLimits(int messageBytes, int connections, Duration message, Duration idle) {
    /** One mebibyte, 32 connections, 30 s for a message, a day of silence: senders keep their connection. */
    public static final MllpLimits STANDARD = new MllpLimits(1 << 20, 32, Duration.ofSeconds(30), Duration.ofDays(1));

    public MllpLimits {
        if (messageBytes < 1 || connections < 1 || message.toMillis() < 1 || idle.toMillis() < 1) {
            throw new IllegalArgumentException("a server needs room and time: " + messageBytes + " bytes, "
                    + connections + " connections, " + message + ", " + idle);
        }
    }
}
