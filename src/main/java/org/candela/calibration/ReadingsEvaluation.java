package org.candela.calibration;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What readings of a luminance response say, and what limits say of them.
 *
 * <p>Ambient light, where it is given, is added to each reading; where it is not, readings are taken as what the eye sees, and
 * nothing is said of the ambient ratio. Immutable.
 */
// [impl->req~calibration.evaluate~1]
public final class ReadingsEvaluation {
    /** What readings of levels can tell; other limits of a standard need other measurements. */
    private static final Set<Quantity> TOLD = EnumSet.of(
            Quantity.MAXIMUM_LUMINANCE,
            Quantity.MINIMUM_LUMINANCE,
            Quantity.LUMINANCE_RATIO,
            Quantity.CONTRAST_DEVIATION,
            Quantity.AMBIENT_RATIO);

    private final LuminanceReadings readings;
    private final @Nullable Luminance ambient;
    private final double[] seen;

    private ReadingsEvaluation(LuminanceReadings readings, @Nullable Luminance ambient, double[] seen) {
        this.readings = readings;
        this.ambient = ambient;
        this.seen = seen;
    }

    /** One limit and what it says. {@code value} is NaN when there is none; {@code reason} is empty when it was assessed. */
    public record Judged(ProfileLimit limit, double value, Assessment assessment, String reason) {}

    /** Of readings with the ambient light already in them, or without any. */
    public static ReadingsEvaluation of(LuminanceReadings readings) {
        return new ReadingsEvaluation(readings, null, seen(readings, Luminance.ZERO));
    }

    /** Of readings of what the panel emits, in a room with this ambient light. */
    public static ReadingsEvaluation of(LuminanceReadings readings, Luminance ambient) {
        return new ReadingsEvaluation(readings, ambient, seen(readings, ambient));
    }

    private static double[] seen(LuminanceReadings readings, Luminance ambient) {
        return readings.levels().stream()
                .mapToDouble(level -> level.luminance().plus(ambient).cdPerM2())
                .toArray();
    }

    /** Whether a limit is about what readings of levels can tell. */
    public static boolean tells(ProfileLimit limit) {
        return TOLD.contains(limit.quantity());
    }

    /** Number of levels. */
    public int levels() {
        return seen.length;
    }

    /** L'min, cd/m². */
    public double minimum() {
        return seen[0];
    }

    /** L'max, cd/m². */
    public double maximum() {
        return seen[seen.length - 1];
    }

    /** Ambient ratio; empty where ambient light was not given or the panel's black gives no light. */
    public Optional<AmbientRatio> ambientRatio() {
        Luminance black = readings.levels().get(0).luminance();
        return ambient == null || black.cdPerM2() == 0
                ? Optional.empty()
                : Optional.of(AmbientRatio.of(ambient, black));
    }

    /** Contrast response; empty where {@link #whyNoResponse} says why. */
    public Optional<ContrastResponse> response() {
        return whyNoResponse().isEmpty() ? Optional.of(ContrastResponse.of(seen)) : Optional.empty();
    }

    /** Why contrast cannot be judged; empty where it can. */
    public String whyNoResponse() {
        if (seen.length < 3) {
            return "needs three levels or more";
        }
        if (!readings.isEven()) {
            return "levels are not evenly spaced";
        }
        if (!JndScale.covers(minimum()) || !JndScale.covers(maximum())) {
            return "an end is outside the GSDF range of 0.05 to 3993 cd/m²";
        }
        return minimum() < maximum() ? "" : "white is not brighter than black";
    }

    /**
     * Contrast of 16 pairs where the readings are at {@link PairedContrast#lowerP} and {@link PairedContrast#upperP} and
     * nowhere else; else empty.
     */
    public Optional<PairedContrast> pairs() {
        boolean arePairs = seen.length == 2 * PairedContrast.PAIRS
                && JndScale.covers(minimum())
                && JndScale.covers(maximum())
                && minimum() < maximum();
        for (int i = 0; arePairs && i < seen.length; i++) {
            int wanted = i % 2 == 0 ? PairedContrast.lowerP(i / 2) : PairedContrast.upperP(i / 2);
            arePairs = readings.levels().get(i).ddl() == wanted;
        }
        return arePairs ? Optional.of(PairedContrast.of(every(0), every(1))) : Optional.empty();
    }

    private double[] every(int first) {
        return IntStream.range(0, PairedContrast.PAIRS)
                .mapToDouble(pair -> seen[2 * pair + first])
                .toArray();
    }

    /** What is remarkable about the readings, one line each, naming file and line. */
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        List<LuminanceReadings.Level> levels = readings.levels();
        if (levels.get(0).ddl() != 0) {
            remarks.add(at(0) + "the first level is not 0: L'min is that of the first level");
        }
        for (int i = 0; i < seen.length; i++) {
            if (!JndScale.covers(seen[i])) {
                remarks.add(at(i) + format("%.6g", seen[i]) + " cd/m² is outside the GSDF range of 0.05 to 3993 cd/m²");
            }
            if (i > 0 && seen[i] <= seen[i - 1]) {
                remarks.add(at(i) + "luminance does not rise: " + format("%.6g", seen[i]) + " after "
                        + format("%.6g", seen[i - 1]) + " cd/m²");
            }
        }
        if (!readings.isEven()) {
            remarks.add(readings.file() + ": levels are not evenly spaced: contrast and JNDs by step are not judged");
        }
        return remarks;
    }

    /** What each limit of a profile says that readings of levels can tell, in the profile's order. */
    public List<Judged> judge(CalibrationProfile profile) {
        return profile.limits().stream()
                .filter(ReadingsEvaluation::tells)
                .map(this::judge)
                .toList();
    }

    private Judged judge(ProfileLimit limit) {
        double value = value(limit);
        return new Judged(limit, value, limit.assess(value), reason(limit, value));
    }

    private String reason(ProfileLimit limit, double value) {
        if (!limit.isKnown()) {
            return "the standard's number is not known";
        }
        if (!Double.isNaN(value)) {
            return "";
        }
        return switch (limit.quantity()) {
            case AMBIENT_RATIO -> ambient == null ? "ambient light was not given" : "black gives no light";
            case CONTRAST_DEVIATION ->
                whyNoResponse().isEmpty()
                        ? "needs " + limit.measuredAt().levels() + " levels, not " + levels()
                        : whyNoResponse();
            default -> "black gives no light";
        };
    }

    private double value(ProfileLimit limit) {
        return switch (limit.quantity()) {
            case AMBIENT_RATIO -> ambientRatio().map(AmbientRatio::value).orElse(Double.NaN);
            case CONTRAST_DEVIATION -> contrastDeviation(limit.measuredAt().levels());
            default -> ends().figures().getOrDefault(limit.quantity(), Double.NaN);
        };
    }

    private ScaleEnds ends() {
        return new ScaleEnds(new Luminance(minimum()), new Luminance(maximum()));
    }

    /** κδ over as many levels as the limit wants; of finer readings every n-th level is taken. */
    private double contrastDeviation(int wanted) {
        if (response().isEmpty()) {
            return Double.NaN;
        }
        if (wanted == 0 || wanted == levels()) {
            return response().get().judgedKappaDelta();
        }
        int every = (levels() - 1) / (wanted - 1);
        if (every * (wanted - 1) != levels() - 1) {
            return Double.NaN;
        }
        return ContrastResponse.of(IntStream.range(0, wanted)
                        .mapToDouble(i -> seen[i * every])
                        .toArray())
                .kappaDelta();
    }

    private String at(int level) {
        return readings.file() + ":" + readings.levels().get(level).line() + ": ";
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
