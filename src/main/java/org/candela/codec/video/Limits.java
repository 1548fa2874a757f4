package org.candela.codec.video;

import java.time.Duration;

/**
 * What decoding may take.
 *
 * @param perPicture longest wait for a picture from the running program, and for what it says of a stream
 * @param idle how long a program that nobody asks is kept
 * @param programs most of them kept at once, each with the pictures it made last
 * @param threads of each
 * @param recentBytes most bytes of pictures kept a stream, at least one picture
 */
public record Limits(Duration perPicture, Duration idle, int programs, int threads, long recentBytes) {
    /** Ten times what a picture of 4K takes on one slow core. */
    public static final Limits USUAL = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(30), 4, 2, 32L << 20);

    public Limits {
        if (programs < 1 || threads < 1) {
            throw new IllegalArgumentException(programs + " programs of " + threads + " threads");
        }
    }
}
