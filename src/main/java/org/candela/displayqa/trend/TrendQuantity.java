package org.candela.displayqa.trend;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import org.candela.calibration.Quantity;
import org.candela.calibration.device.Photometer;
import org.candela.displayqa.ledger.RecordView;
import org.candela.displayqa.ledger.StoredRun;
import org.jspecify.annotations.Nullable;

/** What is followed over time. All but the last two come from external meters alone. */
public enum TrendQuantity {
    /** L'max, cd/m², ambient light included. */
    MAXIMUM_LUMINANCE("L'max", "cd/m²", Quantity.MAXIMUM_LUMINANCE),
    /** L'min, cd/m², ambient light included. */
    MINIMUM_LUMINANCE("L'min", "cd/m²", Quantity.MINIMUM_LUMINANCE),
    /** κδ at 18 levels, as a share. */
    CONTRAST_DEVIATION("κδ", "share", Quantity.CONTRAST_DEVIATION),
    /** Maximum luminance deviation of the worst field, as a share. */
    NON_UNIFORMITY("non-uniformity (MLD)", "share", Quantity.NON_UNIFORMITY),
    /**
     * White of the monitor's own sensor less that of the external meter, as a share of the latter: both of one run, or a run
     * by the sensor alone against the last one by a meter before it.
     */
    SENSOR_GAP("internal against external L'max", "share", null),
    /** Hours that the backlight was on, where the record states them. */
    BACKLIGHT_HOURS("backlight", "h", null);

    private final String label;
    private final String unit;
    private final @Nullable Quantity limited;

    TrendQuantity(String label, String unit, @Nullable Quantity limited) {
        this.label = label;
        this.unit = unit;
        this.limited = limited;
    }

    /** As reports write it. */
    public String label() {
        return label;
    }

    /** {@code "cd/m²"}, {@code "share"} or {@code "h"}. */
    public String unit() {
        return unit;
    }

    /** What standards limit of it; empty where none does. */
    public Optional<Quantity> limited() {
        return Optional.ofNullable(limited);
    }

    /** The value that one run measured by itself; empty where it did not, and for the gap, which takes two runs. */
    OptionalDouble of(StoredRun run) {
        RecordView view = run.view();
        if (this == BACKLIGHT_HOURS) {
            return number(view.tree().at("/display/backlightHours"));
        }
        if (this == SENSOR_GAP || isOfTheMonitor(view)) {
            return OptionalDouble.empty();
        }
        return switch (this) {
            case MAXIMUM_LUMINANCE -> white(view);
            case MINIMUM_LUMINANCE -> end(view, "blackCdPerM2", 0);
            case CONTRAST_DEVIATION ->
                view.response().map(levels -> number(levels.path("kappaDelta"))).orElse(OptionalDouble.empty());
            case NON_UNIFORMITY ->
                view.findings("field")
                        .map(field -> field.path("maximumLuminanceDeviation").asDouble())
                        .max(Comparator.naturalOrder())
                        .map(OptionalDouble::of)
                        .orElse(OptionalDouble.empty());
            case SENSOR_GAP, BACKLIGHT_HOURS -> OptionalDouble.empty();
        };
    }

    static boolean isOfTheMonitor(RecordView view) {
        return view.tree().at("/photometer/aim").asText().equals(Photometer.Aim.INTERNAL.name());
    }

    /** The gap where one run read white by both; empty where the monitor has no sensor that could be read. */
    static OptionalDouble ownSensorGap(RecordView view) {
        double own = view.tree().at("/display/ownSensor/cdPerM2").asDouble();
        double external = view.tree().at("/display/ownSensor/externalCdPerM2").asDouble();
        return external > 0 ? OptionalDouble.of(own / external - 1) : OptionalDouble.empty();
    }

    /** White as any meter saw it. */
    static OptionalDouble white(RecordView view) {
        return end(view, "whiteCdPerM2", 1);
    }

    private static OptionalDouble end(RecordView view, String member, int which) {
        Optional<JsonNode> levels =
                view.response().or(() -> view.findings("levels").findFirst());
        if (levels.isPresent()) {
            JsonNode all = levels.orElseThrow().path("levels");
            return number(all.path(which == 0 ? 0 : all.size() - 1).path("seenCdPerM2"));
        }
        return view.ends().map(ends -> number(ends.path(member))).orElse(OptionalDouble.empty());
    }

    private static OptionalDouble number(JsonNode node) {
        return node.isNumber() ? OptionalDouble.of(node.asDouble()) : OptionalDouble.empty();
    }
}
