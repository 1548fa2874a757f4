package org.candela.dicom.object.waveform;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.candela.dicom.object.Code;

/** A waveform in words, a line a fact. Pure. */
public final class WaveformText {
    private WaveformText() {}

    /** Groups with their channels, then annotations. */
    public static List<String> lines(Waveform waveform) {
        List<String> lines = new ArrayList<>();
        int number = 1;
        for (MultiplexGroup group : waveform.groups()) {
            lines.add("group " + number++ + ": " + group(group));
            group.channels().forEach(channel -> lines.add("  " + channel(channel)));
        }
        waveform.annotations().forEach(annotation -> lines.add("annotation: " + annotation(annotation)));
        return lines;
    }

    private static String group(MultiplexGroup group) {
        String label = group.label().text().isEmpty() ? "" : group.label().text() + ", ";
        String origin = group.label().originality().isEmpty()
                ? ""
                : ", " + group.label().originality().toLowerCase(Locale.ROOT);
        return label + group.channels().size() + " channels × " + group.sampleCount() + " samples, "
                + number(group.samplingFrequencyHz()) + " Hz, " + number(group.seconds()) + " s, " + group.coding()
                + origin;
    }

    private static String channel(WaveformChannel channel) {
        String name = channel.source().map(Code::meaning).orElse(channel.label());
        String unit = channel.sensitivity()
                .map(one -> number(one.perUnit() * one.correction()) + " "
                        + one.unit().value() + " a unit"
                        + (one.baseline() == 0 ? "" : ", baseline " + number(one.baseline())))
                .orElse("units not stated");
        String skew = channel.skewSeconds() == 0 ? "" : ", " + number(channel.skewSeconds() * 1000) + " ms later";
        return (name.isEmpty() ? "(no name)" : name) + ": " + unit + skew + filter(channel.filter());
    }

    /** What was filtered, as {@code ", 0.05 to 150 Hz, notch 50 Hz"}; empty when nothing is stated. */
    public static String filter(WaveformChannel.Filter filter) {
        String low = filter.lowHz().isPresent() ? number(filter.lowHz().getAsDouble()) : "";
        String high = filter.highHz().isPresent() ? number(filter.highHz().getAsDouble()) : "";
        String band = low.isEmpty() && high.isEmpty()
                ? ""
                : ", " + (low.isEmpty() ? "…" : low) + " to " + (high.isEmpty() ? "…" : high) + " Hz";
        OptionalDouble notch = filter.notchHz();
        return band
                + (notch.isPresent() && notch.getAsDouble() > 0
                        ? ", notch " + number(notch.getAsDouble()) + " Hz"
                        : "");
    }

    /** What an annotation says, without where. */
    public static String said(WaveformAnnotation annotation) {
        String name = annotation.concept().map(Code::meaning).orElse("");
        String value = annotation.number().isPresent()
                ? number(annotation.number().getAsDouble())
                        + annotation.unit().map(unit -> " " + unit.value()).orElse("")
                : annotation.text();
        return value.isEmpty() ? name : name.isEmpty() ? value : name + ": " + value;
    }

    private static String annotation(WaveformAnnotation annotation) {
        String where = annotation
                .spot()
                .map(spot -> " at "
                        + String.join(
                                ", ",
                                spot.seconds().stream()
                                        .map(WaveformText::number)
                                        .toList())
                        + " s")
                .orElse("");
        return said(annotation) + where;
    }

    private static String number(double value) {
        boolean isWhole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return isWhole
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.4f", value).replaceAll("0+$", "");
    }
}
