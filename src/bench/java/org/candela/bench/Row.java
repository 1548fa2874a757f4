package org.candela.bench;

import java.util.OptionalDouble;

/**
 * One line of the result.
 *
 * @param section what is measured, such as {@code decode}
 * @param what of which files
 * @param unit of both rates
 * @param ours our rate
 * @param peer who it is beside
 * @param theirs the peer's rate; NaN when there is none
 * @param ratio ours : theirs, by turns; NaN when there is no peer
 * @param bar what is asked for
 */
record Row(String section, String what, String unit, double ours, String peer, double theirs, double ratio, Bar bar) {

    /** A rate beside a peer's. */
    static Row beside(String section, String what, String unit, Rival rival, Bar bar) {
        Duel duel = rival.duel();
        return new Row(section, what, unit, duel.ours(), rival.peer(), duel.theirs(), duel.ratio(), bar);
    }

    /** A rate alone. */
    static Row alone(String section, String what, String unit, double ours, Bar bar) {
        return new Row(section, what, unit, ours, "", Double.NaN, Double.NaN, bar);
    }

    /** {@code met}, {@code missed}, or nothing where nothing is asked for. */
    String verdict() {
        double value = bar.isRatio() ? ratio : ours;
        return bar.least() <= 0 ? "" : value >= bar.least() ? "met" : "missed";
    }

    OptionalDouble ratioKnown() {
        return Double.isNaN(ratio) ? OptionalDouble.empty() : OptionalDouble.of(ratio);
    }

    OptionalDouble theirsKnown() {
        return Double.isNaN(theirs) ? OptionalDouble.empty() : OptionalDouble.of(theirs);
    }

    /** A peer's name, and how it went. */
    record Rival(String peer, Duel duel) {}

    /**
     * What is asked for.
     *
     * @param least of the ratio or of our rate; 0 where nothing is
     * @param isRatio which of them
     */
    record Bar(double least, boolean isRatio) {
        static final Bar NONE = new Bar(0, true);

        static Bar ratio(double least) {
            return new Bar(least, true);
        }

        static Bar rate(double least) {
            return new Bar(least, false);
        }

        String text() {
            return least <= 0 ? "" : isRatio ? "≥ " + least + " ×" : String.format("≥ %,.0f", least);
        }
    }
}
