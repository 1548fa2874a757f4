package org.candela.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Two peers by turns, A B A B: what else the machine does slows both alike, so that the median of the ratios of
 * neighbours holds on a loaded machine too, where a rate alone does not.
 *
 * @param ours medians over the turns, amount a second
 * @param theirs as {@code ours}
 * @param ratio median of ours : theirs of each turn
 */
record Duel(double ours, double theirs, double ratio) {

    /** Lets both work, on what each has loaded, by the processor's time. */
    static Duel fight(Contender ours, Contender theirs, Pace pace) throws IOException {
        return fight(ours, theirs, pace, Contender.Round::rate);
    }

    /** Lets both work, compared by {@code rate}. */
    static Duel fight(Contender ours, Contender theirs, Pace pace, ToDoubleFunction<Contender.Round> rate)
            throws IOException {
        long amount = theirs.run(1).amount();
        long own = ours.run(1).amount();
        if (own != amount) {
            throw new Contender.Refusal(ours.name() + " gives " + own + ", " + theirs.name() + " " + amount);
        }
        warmUp(ours, pace);
        int ourCount = count(ours, pace);
        int theirCount = count(theirs, pace);
        double[] our = new double[pace.turns()];
        double[] their = new double[pace.turns()];
        double[] ratios = new double[pace.turns()];
        for (int i = 0; i < pace.turns(); i++) {
            our[i] = rate.applyAsDouble(ours.run(ourCount));
            their[i] = rate.applyAsDouble(theirs.run(theirCount));
            ratios[i] = our[i] / their[i];
        }
        return new Duel(median(our), median(their), median(ratios));
    }

    /** Works until the compiler of the JVM has seen enough. */
    static void warmUp(Contender ours, Pace pace) throws IOException {
        long spent = 0;
        while (spent < pace.warmUpNanos()) {
            spent += ours.run(1).cpuNanos();
        }
    }

    /** How often the work fits into a turn. */
    private static int count(Contender peer, Pace pace) throws IOException {
        long once = Math.min(peer.run(1).cpuNanos(), peer.run(1).cpuNanos());
        return (int) Math.max(1, Math.min(100_000, pace.turnNanos() / Math.max(1, once)));
    }

    /** With rates in 10⁶ instead of 1. */
    Duel inMegabytes() {
        return new Duel(ours / 1e6, theirs / 1e6, ratio);
    }

    /** Geometric means, so that no image outweighs the others. */
    static Duel mean(List<Duel> duels) {
        return new Duel(mean(duels, Duel::ours), mean(duels, Duel::theirs), mean(duels, Duel::ratio));
    }

    private static double mean(List<Duel> duels, ToDoubleFunction<Duel> part) {
        return Math.exp(duels.stream()
                .mapToDouble(duel -> Math.log(part.applyAsDouble(duel)))
                .average()
                .orElseThrow());
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** How patient the benches are; times are of the processor. */
    record Pace(long warmUpNanos, int turns, long turnNanos) {
        static final Pace QUICK = new Pace(1_000_000_000L, 5, 100_000_000L);
        static final Pace FULL = new Pace(4_000_000_000L, 15, 250_000_000L);

        /** For whole programs, which start cold each time. */
        Pace forPrograms() {
            return new Pace(0, Math.min(turns, 7), 0);
        }
    }
}
