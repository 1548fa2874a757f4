package org.candela.displayqa.watch;

import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.base.ScreenId;
import org.candela.calibration.GammaRamp;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.measure.TestBench;
import org.candela.displayqa.watch.RampRecovery.Outcome;

/** Deals with the LUT that a killed program left within a monitor. Device thread. */
// [impl->req~displayqa.monitor-held~1]
public final class MonitorLutRecovery {
    private final RampJournal journal;
    private final QaLedger ledger;

    /** @param journal the one that {@link JournaledMonitorTable} writes */
    public MonitorLutRecovery(RampJournal journal, QaLedger ledger) {
        this.journal = journal;
        this.ledger = ledger;
    }

    /** Whether anything was left on a display; without that its monitor need not be asked. */
    public boolean isLeft(ScreenId display) {
        return journal.entry(display).isPresent();
    }

    /**
     * Puts back what was found, unless the monitor's LUT holds the display's table. One that is neither ours nor as found is
     * left alone.
     *
     * @throws CandelaException when the monitor cannot be read or refuses; the journal then waits for the next start
     */
    public Outcome recover(ScreenId display, TestBench.Ramp table) throws CandelaException {
        Optional<RampJournal.Entry> left = journal.entry(display);
        if (left.isEmpty()) {
            return Outcome.NOTHING_LEFT;
        }
        Outcome outcome = recover(display, table, left.orElseThrow());
        if (outcome != Outcome.LEFT_TO_TABLE) {
            journal.clear(display);
        }
        return outcome;
    }

    private Outcome recover(ScreenId display, TestBench.Ramp table, RampJournal.Entry left) throws CandelaException {
        GammaRamp now = table.read();
        boolean isTable = ledger.activeLut(display)
                .flatMap(active -> active.needs().monitorSha256())
                .filter(now.sha256()::equals)
                .isPresent();
        if (isTable) {
            return Outcome.LEFT_TO_TABLE;
        }
        if (now.equals(left.found())) {
            return Outcome.AS_FOUND;
        }
        if (left.isOurs(now)) {
            table.load(left.found());
            return Outcome.PUT_BACK;
        }
        return Outcome.FOREIGN;
    }
}
