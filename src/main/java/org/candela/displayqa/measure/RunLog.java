package org.candela.displayqa.measure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.DisplayDevice;

/**
 * Writes down what a run reads and when, so that a run that breaks off is known too; hands everything on to whoever hears
 * of its progress. One run; device thread.
 */
// [impl->req~displayqa.record-time~1]
public final class RunLog implements QaProgress {
    /** White through a table is darker than that of the bare panel, which a calibration reads too. */
    private static final double WHITE_SHARE = 0.5;

    private final DisplayDevice display;
    private final RunSite site;
    private final QaProgress hearer;
    private final Instant began;
    private final MonitorState monitor;
    private final Optional<Duration> start;
    private final List<Reading> readings = new ArrayList<>();
    private Optional<OwnSensorSeen> ownSensor = Optional.empty();

    private RunLog(DisplayDevice display, RunSite site, QaProgress hearer, Instant began) {
        this.display = display;
        this.site = site;
        this.hearer = hearer;
        this.began = began;
        this.monitor = site.monitors().ask(display);
        this.start = site.ticker().now();
    }

    /** Asks the monitor how it is set and starts the time. */
    public static RunLog begin(QaSession session, QaProgress hearer, Clock clock) {
        return new RunLog(session.display(), session.site(), hearer, clock.instant());
    }

    /** The same for a run that reads nothing. */
    public static RunLog begin(DisplayDevice display, RunSite site, Clock clock) {
        return new RunLog(display, site, QaProgress.NONE, clock.instant());
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

    @Override
    public void rejects(Reading reading) {
        for (int i = readings.size() - 1; i >= 0; i--) {
            if (readings.get(i).isSameAs(reading)) {
                readings.set(i, readings.get(i).rejected());
                break;
            }
        }
        hearer.rejects(reading);
    }

    /** Every reading so far with its time, rejects too. */
    public List<Reading> readings() {
        return List.copyOf(readings);
    }

    /** Of the run up to now. */
    public Circumstances circumstances() {
        return new Circumstances(
                began,
                elapsed(),
                site.zone().getRules().getOffset(began),
                site.workstation(),
                monitor,
                site.conditions(),
                ownSensor);
    }

    /**
     * Asks the monitor's own sensor while the last patch is still shown, if that is the brightest of all: then both saw the
     * same white. To be called when the run has come to its end.
     */
    // [impl->req~displayqa.own-sensor~1]
    public void lookBack() {
        List<Reading> accepted = readings.stream().filter(Reading::isAccepted).toList();
        if (accepted.isEmpty()) {
            return;
        }
        Luminance last = accepted.get(accepted.size() - 1).luminance();
        double brightest = accepted.stream()
                .mapToDouble(reading -> reading.luminance().cdPerM2())
                .max()
                .orElse(0);
        boolean isWhite = last.cdPerM2() >= WHITE_SHARE * brightest;
        ownSensor = isWhite
                ? site.monitors().ownSensor(display).map(own -> new OwnSensorSeen(own, last))
                : Optional.empty();
    }

    private Optional<Duration> elapsed() {
        return site.ticker().now().flatMap(now -> start.map(now::minus));
    }
}
