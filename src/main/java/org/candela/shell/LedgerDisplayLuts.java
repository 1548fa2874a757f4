package org.candela.shell;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.candela.base.ScreenId;
import org.candela.displayqa.QaStanding;
import org.candela.displayqa.ledger.ActiveLut;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.image.DisplayLut;
import org.candela.store.StoreException;
import org.candela.viewer.picture.DisplayLuts;
import org.candela.viewer.picture.DisplayStanding;
import org.candela.viewer.picture.DisplayStanding.Grade;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tables and standings of displays as the QA ledger has them, read once a display and again after each run.
 *
 * <p>Safe from any thread; the first question for a display reads the disk, so {@link #refresh} it before the FX thread
 * asks.
 */
// [impl->req~shell.display-luts~1]
public final class LedgerDisplayLuts implements DisplayLuts {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerDisplayLuts.class);

    private final QaLedger ledger;
    private final Clock clock;
    private final Duration retest;
    private final Function<ScreenId, Optional<String>> alarm;
    private final Map<ScreenId, Known> known = new ConcurrentHashMap<>();
    private final List<Consumer<ScreenId>> listeners = new CopyOnWriteArrayList<>();

    /** @param retest how long a conformance run holds */
    public LedgerDisplayLuts(QaLedger ledger, Clock clock, Duration retest) {
        this(ledger, clock, retest, screen -> Optional.empty());
    }

    /**
     * Displays that a watch may have an alarm about.
     *
     * @param alarm what images say of a screen whose greys cannot be trusted now, whatever the ledger says; any thread, at
     *     once
     */
    public LedgerDisplayLuts(
            QaLedger ledger, Clock clock, Duration retest, Function<ScreenId, Optional<String>> alarm) {
        this.ledger = ledger;
        this.clock = clock;
        this.retest = retest;
        this.alarm = alarm;
    }

    private record Known(DisplayLut lut, DisplayStanding standing) {
        static final Known NOTHING =
                new Known(DisplayLut.IDENTITY, new DisplayStanding(Grade.UNCALIBRATED, "Display QA cannot be read"));
    }

    @Override
    public DisplayLut lutFor(ScreenId screen) {
        return known.computeIfAbsent(screen, this::read).lut();
    }

    @Override
    public DisplayStanding standing(ScreenId screen) {
        return known.computeIfAbsent(screen, this::read).standing();
    }

    @Override
    public void onChange(Consumer<ScreenId> listener) {
        listeners.add(listener);
    }

    /** Reads {@code screen} anew, as after a run on it, and tells the listeners what changed. Blocks on the disk. */
    public void refresh(ScreenId screen) {
        Known now = read(screen);
        if (!now.equals(known.put(screen, now))) {
            listeners.forEach(listener -> listener.accept(screen));
        }
    }

    /** Reads all displays anew: a calibration runs out by the clock, also while the desk sleeps. Blocks on the disk. */
    public void rejudge() {
        known.keySet().forEach(this::refresh);
    }

    private Known read(ScreenId screen) {
        try {
            DisplayLut lut = ledger.activeLut(screen).map(ActiveLut::lut).orElse(DisplayLut.IDENTITY);
            return new Known(
                    lut,
                    alarm.apply(screen)
                            .map(why -> new DisplayStanding(Grade.UNCALIBRATED, why))
                            .orElse(shown(QaStanding.of(ledger, screen, retest, clock.instant()))));
        } catch (StoreException e) {
            LOG.error("the QA ledger cannot be read [{}]: {} is shown uncalibrated", e.code(), screen, e);
            return Known.NOTHING;
        }
    }

    private static DisplayStanding shown(QaStanding standing) {
        return switch (standing.state()) {
            case IN_ORDER -> new DisplayStanding(Grade.CALIBRATED, "");
            case SIMULATED -> new DisplayStanding(Grade.OUTDATED, "SIMULATED calibration");
            case OVERDUE -> new DisplayStanding(Grade.OUTDATED, "Display QA overdue");
            case NOT_ASSESSED -> new DisplayStanding(Grade.OUTDATED, "Display QA not assessed");
            case FAILED -> new DisplayStanding(Grade.UNCALIBRATED, "Display QA failed");
            case NEVER_CALIBRATED -> DisplayStanding.UNCALIBRATED;
        };
    }
}
