package org.candela.viewer.document;

/**
 * Two moments on the curve of one channel.
 *
 * @param row the channel, from 0
 * @param from the moment placed first, s
 * @param to the moment placed second, s; the same while the first is still being placed
 * @param phase which of them the keys move
 */
public record Calliper(int row, double from, double to, Phase phase) {
    /** Which end the keys move. */
    public enum Phase {
        FIRST,
        SECOND
    }

    Calliper moved(double seconds) {
        return phase == Phase.FIRST
                ? new Calliper(row, from + seconds, from + seconds, phase)
                : new Calliper(row, from, to + seconds, phase);
    }

    Calliper on(int other) {
        return new Calliper(other, from, to, phase);
    }

    Calliper inPhase(Phase other) {
        return new Calliper(row, from, to, other);
    }

    /** From one to the other, ms, ≥ 0. */
    public double milliseconds() {
        return Math.abs(to - from) * 1000;
    }
}
