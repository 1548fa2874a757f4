package org.candela.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Times of one kind, in milliseconds, and what is asked of them. */
final class Latencies {
    private final String what;
    private final Target target;
    private final List<Double> millis = new ArrayList<>();
    private int missing;
    private Spent cost = Spent.NOTHING;

    /**
     * What is asked for.
     *
     * @param share of the times, 0 to 1, that must keep the limit: 0.5 is the median
     * @param millis the limit; 0 where nothing is asked for
     */
    record Target(double share, double millis) {
        static final Target NONE = new Target(0.5, 0);

        String text() {
            return millis == 0 ? "" : (share == 0.5 ? "median" : "p" + Math.round(100 * share)) + " < " + (int) millis;
        }
    }

    Latencies(String what, Target target) {
        this.what = what;
        this.target = target;
    }

    void add(long nanos) {
        millis.add(nanos / 1e6);
    }

    /** What it costs the processor, whoever else uses it: of all threads but the one that looks. */
    void cost(Spent spent) {
        cost = spent;
    }

    /** It never came. */
    void miss() {
        missing++;
    }

    double at(double share) {
        if (millis.isEmpty()) {
            return Double.NaN;
        }
        List<Double> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        return sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(share * sorted.size()) - (share == 1 ? 1 : 0)));
    }

    /** A line of a Markdown table. */
    String row() {
        String verdict =
                target.millis() == 0 ? "" : missing == 0 && at(target.share()) < target.millis() ? "met" : "missed";
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.1f | %.1f | %.1f | %.1f | %.1f | %s | %s |",
                what + (missing == 0 ? "" : " (" + missing + " never came)"),
                millis.size(),
                at(0.5),
                at(0.9),
                at(0.99),
                at(1),
                millis.isEmpty() ? Double.NaN : cost.wholeMillis() / millis.size(),
                target.text(),
                verdict);
    }
}
