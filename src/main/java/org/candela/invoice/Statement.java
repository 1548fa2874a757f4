package org.candela.invoice;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/**
 * What the work of some days comes to, before it is billed.
 *
 * @param currency of all amounts
 * @param lines what is paid, in the order of an invoice
 * @param studies those that the lines pay for, and no others
 * @param hours those that the lines pay for, and no others
 * @param left what is not paid, each with the reason
 * @param work how much was read and how long it took, paid or not
 * @param rvuTable hash of the table that priced it; empty where none was needed
 */
public record Statement(
        Scope scope,
        Currency currency,
        List<Line> lines,
        List<ReadStudy> studies,
        List<WorkedHours> hours,
        List<Left> left,
        Work work,
        String rvuTable) {
    public Statement {
        lines = List.copyOf(lines);
        studies = List.copyOf(studies);
        hours = List.copyOf(hours);
        left = List.copyOf(left);
    }

    /**
     * One line: {@code quantity} times {@code price}, rounded to the currency's smallest coin, half up.
     *
     * @param what in words, as {@code CT, after hours}
     * @param unit of the quantity, as {@code studies}
     */
    public record Line(String what, BigDecimal quantity, String unit, BigDecimal price, BigDecimal amount) {}

    /** A study that is not billed now, and why. */
    public record Left(ReadStudy study, String why) {}

    /**
     * The work itself.
     *
     * @param studies final reports
     * @param wrvu work RVUs of those that the table names
     * @param unvalued studies that it does not name
     * @param minutes entered as worked
     */
    public record Work(int studies, BigDecimal wrvu, int unvalued, long minutes) {}

    /** The sum of the lines. */
    public BigDecimal total() {
        return lines.stream().map(Line::amount).reduce(BigDecimal.ZERO.setScale(digits()), BigDecimal::add);
    }

    /** Digits after the point that the currency has. */
    int digits() {
        return Math.max(0, currency.getDefaultFractionDigits());
    }
}
