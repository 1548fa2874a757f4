package org.candela.displayqa.measure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes down what a run reads and when, so that a run that breaks off is known too; hands everything on to whoever hears
 * of its progress. One run; device thread.
 */
// [impl->req~displayqa.record-time~1]
public final class RunLog implements QaProgress {
    private final QaSession session;
    private final QaProgress hearer;
    private final Instant began;
    private final MonitorState monitor;
    private final Optional<Duration> start;
    private final List<Reading> readings = new ArrayList<>();

    private RunLog(QaSession session, QaProgress hearer, Instant began) {
        this.session = session;
        this.hearer = hearer;
        this.began = began;
        this.monitor = session.site().monitors().ask(session.display());
        this.start = session.site().ticker().now();
    }

    /** Asks the monitor how it is set and starts the time. */
    public static RunLog begin(QaSession session, QaProgress hearer, Clock clock) {
        return new RunLog(session, hearer, clock.instant());
    }

    @Override
    public void begins(Step step, int patches) {
        hearer.begins(step, patches);
    }

    @Override
    public void reached(Step step, int done) {
        hearer.reached(step, done);
    }

    @Override
    public void read(Reading reading) {
        readings.add(elapsed().map(reading::after).orElse(reading));
        hearer.read(reading);
    }

    /** Every reading so far with its time, rejects too. */
    public List<Reading> readings() {
        return List.copyOf(readings);
    }

    /** Of the run up to now. */
    public Circumstances circumstances() {
        RunSite site = session.site();
        return new Circumstances(
                began,
                elapsed(),
                site.zone().getRules().getOffset(began),
                site.workstation(),
                monitor,
                site.conditions());
    }

    private Optional<Duration> elapsed() {
        return session.site().ticker().now().flatMap(now -> start.map(now::minus));
    }
}
