package org.candela.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.calibration.device.ChosenMeter;
import org.candela.calibration.device.Typist;
import org.candela.displayqa.QaStation;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.store.Database;

/** Opens the station that a command of {@code candela qa} works with. */
public interface StationOpener {
    /** The displays of this machine, to be listed. */
    QaStation open() throws CandelaException;

    /** The displays and meters of this machine; closing it puts back what was found. */
    default QaStation openToMeasure(Measuring how) throws CandelaException {
        return open();
    }

    /** Displays and meters that do not exist. */
    QaStation openSimulated();

    /**
     * What real displays are measured with.
     *
     * @param database of {@code ledger}
     * @param meter the one named; empty: the one remembered, or the only one there is
     * @param lit how long the displays have been on; empty where it does not matter
     * @param typist who reads a meter by eye
     * @param cancellation ends readings under way
     * @param told hears, line by line, what was done to displays before they are measured
     */
    record Measuring(
            Database database,
            QaLedger ledger,
            Optional<ChosenMeter> meter,
            Optional<Duration> lit,
            Typist typist,
            Cancellation cancellation,
            Consumer<String> told) {}
}
