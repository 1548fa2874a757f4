package org.candela.displayqa.ledger;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.candela.calibration.ContrastResponse;
import org.candela.calibration.MeasuredAt;
import org.candela.calibration.ProfileLimit;
import org.candela.calibration.Quantity;
import org.candela.calibration.Uniformity;

/**
 * The figures of a run that may be judged. Immutable.
 *
 * <p>Standards ask for the same quantity at different numbers of levels or places, and get different numbers. The usual one
 * (18 levels, nine places) is kept under the quantity's name, each other one under the name and its number, as
 * {@code NON_UNIFORMITY@5}.
 *
 * @param byKey in the order of keys
 */
// [impl->req~displayqa.measured-at~1]
public record Figures(SortedMap<String, Double> byKey) {
    /** Of a run that proves nothing. */
    public static final Figures NONE = new Figures(new TreeMap<>());

    private static final int USUAL_PLACES = Uniformity.SIDE * Uniformity.SIDE;

    public Figures {
        byKey = Collections.unmodifiableSortedMap(new TreeMap<>(byKey));
    }

    /** Figures that were measured as usual. */
    public static Figures usual(Map<Quantity, Double> values) {
        TreeMap<String, Double> byKey = new TreeMap<>();
        values.forEach((quantity, value) -> byKey.put(quantity.name(), value));
        return new Figures(byKey);
    }

    /** Key of a quantity measured at {@code count} levels or places; 0 where that does not matter. */
    static String key(Quantity quantity, int count) {
        boolean isOfLevels = quantity == Quantity.CONTRAST_DEVIATION || quantity == Quantity.FUNCTION_DEVIATION;
        boolean isUsual = count == 0 || count == (isOfLevels ? ContrastResponse.ROUTINE_LEVELS : USUAL_PLACES);
        return isUsual ? quantity.name() : quantity.name() + "@" + count;
    }

    /** What {@code limit} is held against, measured as its standard wants it; NaN when that was not. */
    double of(ProfileLimit limit) {
        MeasuredAt at = limit.measuredAt();
        return byKey.getOrDefault(key(limit.quantity(), Math.max(at.levels(), at.points())), Double.NaN);
    }

    /** Whether the quantity was measured, at whatever levels or places. */
    boolean has(Quantity quantity) {
        return byKey.keySet().stream()
                .anyMatch(key -> key.equals(quantity.name()) || key.startsWith(quantity.name() + "@"));
    }
}
