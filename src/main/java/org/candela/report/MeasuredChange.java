package org.candela.report;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * A length beside the same length on an earlier examination, as it is written: {@code 12.4 mm (previously 10.1 mm on 2025-03-04,
 * +2.3 mm, +23 %)}. Both numbers lead to their images.
 *
 * @param words what is written
 * @param before where the earlier number stands in {@code words}
 */
// [impl->req~report.measured-change~1]
public record MeasuredChange(String words, TextSpan before) {
    /** Empty where the two are not counted in the same unit, so that a difference would mean nothing. */
    public static Optional<MeasuredChange> of(LinkedMeasurement now, LinkedMeasurement earlier, LocalDate day) {
        if (now.unit() != earlier.unit()) {
            return Optional.empty();
        }
        String begin = now.text() + " (previously ";
        TextSpan before =
                new TextSpan(begin.length(), begin.length() + earlier.text().length());
        double difference = now.value() - earlier.value();
        String words = String.format(
                Locale.ROOT,
                "%s%s on %s, %+.1f %s, %+.0f %%)",
                begin,
                earlier.text(),
                day,
                difference,
                now.unit() == LinkedMeasurement.Unit.PIXEL ? "px" : "mm",
                100 * difference / earlier.value());
        return Optional.of(new MeasuredChange(words, before));
    }
}
