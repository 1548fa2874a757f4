package org.candela.shell;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.candela.base.ScreenId;
import org.candela.calibration.CalibrationProfile;
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
 * asks. Standings are read by every standard at once, so that another case waits for no disk.
 */
// [impl->req~shell.display-luts~1]
public final class LedgerDisplayLuts implements DisplayLuts {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerDisplayLuts.class);

    private final QaLedger ledger;
    private final Clock clock;
    private final List<CalibrationProfile> standards;
    private final Function<ScreenId, Optional<String>> alarm;
    private final Map<ScreenId, Known> known = new ConcurrentHashMap<>();
    private final List<Consumer<ScreenId>> listeners = new CopyOnWriteArrayList<>();
    private volatile CalibrationProfile judgedBy;

    /** @param standards at least one; the first holds until {@link #judgeBy} names another */
    public LedgerDisplayLuts(QaLedger ledger, Clock clock, List<CalibrationProfile> standards) {
        this(ledger, clock, standards, screen -> Optional.empty());
    }

    /**
     * Displays that a watch may have an alarm about.
     *
     * @param alarm what images say of a screen whose greys cannot be trusted now, whatever the ledger says; any thread, at
     *     once
     */
    public LedgerDisplayLuts(
            QaLedger ledger,
            Clock clock,
            List<CalibrationProfile> standards,
            Function<ScreenId, Optional<String>> alarm) {
        this.ledger = ledger;
        this.clock = clock;
        this.standards = List.copyOf(standards);
        this.judgedBy = standards.get(0);
        this.alarm = alarm;
    }

    /** @param standings by the id of a standard */
    private record Known(DisplayLut lut, Map<String, DisplayStanding> standings) {
        static final Known NOTHING = new Known(DisplayLut.IDENTITY, Map.of());
        private static final DisplayStanding UNREADABLE =
                new DisplayStanding(Grade.UNCALIBRATED, "Display QA cannot be read");

        DisplayStanding by(CalibrationProfile standard) {
            return standings.getOrDefault(standard.id(), UNREADABLE);
        }
    }

    /**
     * From now on displays stand as this standard says, that of the open case's facility. Listeners are told of those that
     * stand otherwise by it.
     */
    // [impl->req~displayqa.gate-by-facility~1]
    public void judgeBy(CalibrationProfile standard) {
        CalibrationProfile before = judgedBy;
        judgedBy = standard;
        known.forEach((screen, stands) -> {
            if (!stands.by(before).equals(stands.by(standard))) {
                listeners.forEach(listener -> listener.accept(screen));
            }
        });
    }

    @Override
    public DisplayLut lutFor(ScreenId screen) {
        return known.computeIfAbsent(screen, this::read).lut();
    }

    @Override
    public DisplayStanding standing(ScreenId screen) {
        return known.computeIfAbsent(screen, this::read).by(judgedBy);
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
            Optional<String> why = alarm.apply(screen);
            Map<String, DisplayStanding> standings = new HashMap<>();
            for (QaStanding standing : QaStanding.all(ledger, screen, standards, clock.instant())) {
                standings.put(
                        standing.standard().id(),
                        why.map(words -> new DisplayStanding(Grade.UNCALIBRATED, words))
                                .orElse(shown(standing)));
            }
            return new Known(lut, Map.copyOf(standings));
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
