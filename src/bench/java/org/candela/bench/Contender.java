package org.candela.bench;

import java.io.IOException;

/** Who does the same work over and over. */
interface Contender {
    /** Its name in the table. */
    String name();

    /**
     * Works {@code count} times.
     *
     * @throws Refusal when it cannot
     */
    Round run(int count) throws IOException;

    /**
     * What {@code count} times took.
     *
     * @param cpuNanos of the processor, the garbage collector included; by the clock where it cannot be known
     * @param wallNanos by the clock
     * @param amount what one time gives: bytes of samples, or files
     */
    record Round(int count, long cpuNanos, long wallNanos, long amount) {
        /** Amount a second of processor time. */
        double rate() {
            return amount * count * 1e9 / Math.max(1, cpuNanos);
        }

        /** Amount a second by the clock. */
        double wallRate() {
            return amount * count * 1e9 / Math.max(1, wallNanos);
        }
    }

    /** It cannot do this. */
    final class Refusal extends IOException {
        private static final long serialVersionUID = 1L;

        Refusal(String message) {
            super(message);
        }
    }
}
