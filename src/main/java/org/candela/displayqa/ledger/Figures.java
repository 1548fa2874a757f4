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
 * {@code NON_UNIFORMITY@5}. Light of the room that was measured on an earlier day has the number of days.
 *
 * @param byKey in the order of keys
 * @param missing why a quantity has no figure, by its name; under {@value #ALL} why none has
 */
// [impl->req~displayqa.measured-at~1]
public record Figures(SortedMap<String, Double> byKey, SortedMap<String, String> missing) {
    static final String ALL = "ALL";

    /** Of a run that has none. */
    public static final Figures NONE = new Figures(new TreeMap<>());

    private static final int USUAL_PLACES = Uniformity.SIDE * Uniformity.SIDE;

    public Figures {
        byKey = Collections.unmodifiableSortedMap(new TreeMap<>(byKey));
        missing = Collections.unmodifiableSortedMap(new TreeMap<>(missing));
    }

    /** Figures of which nobody says why others are missing. */
    public Figures(SortedMap<String, Double> byKey) {
        this(byKey, new TreeMap<>());
    }

    /** Of a run that proves nothing, and why. */
    static Figures none(String why) {
        return new Figures(new TreeMap<>(), new TreeMap<>(Map.of(ALL, why)));
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
        if (limit.quantity() == Quantity.ROOM_ILLUMINANCE) {
            return roomLight(at.withinDays());
        }
        return byKey.getOrDefault(key(limit.quantity(), Math.max(at.levels(), at.points())), Double.NaN);
    }

    /** The youngest that is not too old. */
    private double roomLight(int withinDays) {
        for (int days = 0; days <= withinDays; days++) {
            String key = aged(days);
            if (byKey.containsKey(key)) {
                return byKey.get(key);
            }
        }
        return Double.NaN;
    }

    /** Key of light of the room that was measured so many days before the run. */
    static String aged(int days) {
        String name = Quantity.ROOM_ILLUMINANCE.name();
        return days == 0 ? name : name + "@" + days;
    }

    /** Why {@code limit} cannot be judged, in a few words. */
    String why(ProfileLimit limit) {
        if (!limit.isKnown()) {
            return "the standard's number is not known here";
        }
        String told = missing.getOrDefault(limit.quantity().name(), missing.getOrDefault(ALL, ""));
        if (!told.isEmpty()) {
            return told;
        }
        if (!has(limit.quantity())) {
            return "was not measured in this run";
        }
        return limit.quantity() == Quantity.ROOM_ILLUMINANCE
                ? "was measured on an earlier day"
                : "was not measured at " + limit.measuredAt().description();
    }

    /** Whether the quantity was measured, at whatever levels or places. */
    boolean has(Quantity quantity) {
        return byKey.keySet().stream()
                .anyMatch(key -> key.equals(quantity.name()) || key.startsWith(quantity.name() + "@"));
    }
}
