package org.candela.displayqa.trend;

import java.time.LocalDate;
import java.util.Optional;

/**
 * When a limit will be crossed if a display goes on as it did.
 *
 * @param expected the day of the fitted line; empty when nothing can be foretold
 * @param earliest the day of the steepest line that the 95 % interval of the slope allows
 * @param reason why nothing is foretold; empty where a day is
 */
public record Forecast(Optional<LocalDate> expected, Optional<LocalDate> earliest, String reason) {
    static Forecast none(String reason) {
        return new Forecast(Optional.empty(), Optional.empty(), reason);
    }

    /** One line for the reader. */
    public String text() {
        return expected.map(day -> "limit expected to be crossed on " + day
                        + earliest.map(first -> ", at the earliest on " + first).orElse(""))
                .orElse("no forecast: " + reason);
    }
}
