package org.candela.codec.video;

import java.time.Duration;

/**
 * What decoding may take.
 *
 * @param perPicture most processor time of the program for a picture, and for what it says of a stream; unlike time of the
 *     clock it is the same on a busy machine. What waits and computes nothing is ended after five times as much
 * @param idle how long a program that nobody asks is kept
 * @param programs most of them kept at once, each with the pictures it made last
 * @param threads of each
 * @param recentBytes most bytes of pictures kept a stream, at least one picture
 */
public record Limits(Duration perPicture, Duration idle, int programs, int threads, long recentBytes) {
    /** Four times what a picture of 4K takes on one slow core. */
    public static final Limits USUAL = new Limits(Duration.ofSeconds(2), Duration.ofSeconds(30), 4, 2, 32L << 20);

    public Limits {
        if (programs < 1 || threads < 1) {
            throw new IllegalArgumentException(programs + " programs of " + threads + " threads");
        }
    }
}
