package org.candela.viewer.document;

import java.util.Map;
import java.util.Optional;
import org.candela.dicom.object.Code;
import org.candela.dicom.object.waveform.MultiplexGroup;
import org.candela.dicom.object.waveform.WaveformChannel;

/**
 * A channel as a row of the sheet.
 *
 * @param channel its index in the group
 * @param name of its lead; empty when not stated
 * @param unit as people read it; empty where the file states none, and then nothing is drawn
 * @param perUnit how high one unit of the channel is, mm; 0 where nothing is drawn
 * @param zero the value that lies on the base line, in the unit of the channel
 */
record CurveRow(int channel, String name, String unit, double perUnit, double zero) {
    /** UCUM units of voltage, in millivolts. */
    private static final Map<String, Double> MILLIVOLTS = Map.of("nV", 1e-6, "uV", 1e-3, "mV", 1.0, "V", 1e3);

    /** A curve of another unit is as high as this, mm. */
    private static final double HEIGHT_OF_OTHERS = 12;

    private static final int MOST_LOOKED_AT = 20_000;

    static CurveRow of(MultiplexGroup group, int index, CurveScale scale) {
        WaveformChannel channel = group.channels().get(index);
        Optional<String> unit = channel.sensitivity()
                .map(WaveformChannel.Sensitivity::unit)
                .filter(code -> code.scheme().equals("UCUM"))
                .map(Code::value);
        if (unit.isEmpty()) {
            return new CurveRow(index, channel.name(), "", 0, 0);
        }
        Double millivolts = MILLIVOLTS.get(unit.orElseThrow());
        return millivolts == null
                ? ofOther(group, index, unit.orElseThrow())
                : new CurveRow(index, channel.name(), unit.orElseThrow(), scale.mmPerMillivolt() * millivolts, 0);
    }

    /** Of a unit without a scale of its own: the least of 1, 2, 5 · 10ⁿ units a millimetre that fits. */
    private static CurveRow ofOther(MultiplexGroup group, int index, String unit) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        int step = Math.max(1, group.sampleCount() / MOST_LOOKED_AT);
        for (int sample = 0; sample < group.sampleCount(); sample += step) {
            double value = group.value(index, sample);
            if (Double.isFinite(value)) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        String name = group.channels().get(index).name();
        if (!(most >= least)) {
            return new CurveRow(index, name, unit, 0, 0);
        }
        double perMm = roundUp(Math.max(most - least, 1e-9) / HEIGHT_OF_OTHERS);
        return new CurveRow(index, name, unit, 1 / perMm, (least + most) / 2);
    }

    private static double roundUp(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        for (double step : new double[] {1, 2, 5}) {
            if (value <= step * power) {
                return step * power;
            }
        }
        return 10 * power;
    }

    boolean isDrawn() {
        return perUnit > 0;
    }

    boolean isVoltage() {
        return MILLIVOLTS.containsKey(unit);
    }

    /** A difference of values in millivolts where it is a voltage, else in the unit of the channel. */
    double inShownUnit(double difference) {
        return difference * MILLIVOLTS.getOrDefault(unit, 1.0);
    }

    String shownUnit() {
        return isVoltage() ? "mV" : unit;
    }
}
