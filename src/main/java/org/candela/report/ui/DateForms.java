package org.candela.report.ui;

import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.candela.report.wording.DateStyle;
import org.candela.ui.Messages;

/** The forms of dates, shown by a date. */
final class DateForms {
    private DateForms() {}

    static String of(DateStyle style, LocalDate day) {
        return style.write(day);
    }

    /** Which form; shown by {@code day}, moved where day and month are one figure, which would tell no order. */
    static PickPane.Question question(Messages words, LocalDate day, Consumer<DateStyle> taker) {
        LocalDate shown = day.getDayOfMonth() > 12 ? day : day.withDayOfMonth(25);
        return new PickPane.Question(
                words.text("report.dates.title"),
                Stream.of(DateStyle.values()).map(style -> of(style, shown)).toList(),
                chosen -> Stream.of(DateStyle.values())
                        .filter(style -> of(style, shown).equals(chosen))
                        .findFirst()
                        .ifPresent(taker));
    }
}
