package org.candela.invoice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.candela.invoice.Statement.Line;

/** Counts up what is paid at one price into one line. */
final class Tally {
    private static final Comparator<Key> ORDER =
            Comparator.comparing(Key::what).thenComparing(Key::unit).thenComparing(Key::price);

    private final Map<Key, BigDecimal> quantities = new TreeMap<>(ORDER);

    private record Key(String what, String unit, BigDecimal price) {}

    void add(String what, BigDecimal quantity, String unit, BigDecimal price) {
        quantities.merge(new Key(what, unit, price), quantity, BigDecimal::add);
    }

    List<Line> lines(Currency currency) {
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        return quantities.entrySet().stream()
                .map(entry -> new Line(
                        entry.getKey().what(),
                        entry.getValue(),
                        entry.getKey().unit(),
                        entry.getKey().price(),
                        entry.getValue().multiply(entry.getKey().price()).setScale(digits, RoundingMode.HALF_UP)))
                .toList();
    }
}
