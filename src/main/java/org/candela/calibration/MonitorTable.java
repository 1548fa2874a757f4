package org.candela.calibration;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Content of a monitor's own LUT, equal for its three channels (MCCS 2.2a, VCP 73 to 75). Immutable. */
public final class MonitorTable {
    private static final int FULL = 65535;

    private final int bits;
    private final int[] outputs;

    private MonitorTable(int bits, int[] outputs) {
        this.bits = bits;
        this.outputs = outputs;
    }

    /**
     * A LUT with these outputs, copied.
     *
     * @param bits of each output, 1 to 16
     * @param outputs 2 to 65536 of them, each 0 to 2^bits − 1
     */
    public static MonitorTable of(int bits, int[] outputs) {
        if (bits < 1 || bits > 16 || outputs.length < 2 || outputs.length > 65536) {
            throw new IllegalArgumentException("no LUT of " + outputs.length + " entries of " + bits + " bits");
        }
        if (IntStream.of(outputs).anyMatch(output -> output < 0 || output >= 1 << bits)) {
            throw new IllegalArgumentException("outputs must be of " + bits + " bits");
        }
        return new MonitorTable(bits, outputs.clone());
    }

    /** Number of entries. */
    public int size() {
        return outputs.length;
    }

    /** Bits of each output. */
    public int bits() {
        return bits;
    }

    /** Output of entry {@code i}, 0 to 2^bits − 1. */
    public int entry(int i) {
        return outputs[i];
    }

    /** The same outputs stretched to 16 bits, as a ramp that a device of this size and depth takes without loss. */
    public GammaRamp ramp() {
        double most = (1 << bits) - 1;
        return GammaRamp.grey(IntStream.of(outputs)
                .map(output -> (int) Math.round(output * FULL / most))
                .toArray());
    }

    /** Output for an input of 0 to 1: the nearest entry, or with less than 256 entries the straight line between two. */
    double output(double input) {
        double place = input * (size() - 1);
        if (size() >= 256) {
            return outputs[(int) Math.round(place)];
        }
        int below = Math.min(size() - 2, (int) place);
        return outputs[below] + (place - below) * (outputs[below + 1] - outputs[below]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MonitorTable lut && bits == lut.bits && Arrays.equals(outputs, lut.outputs);
    }

    @Override
    public int hashCode() {
        return 31 * bits + Arrays.hashCode(outputs);
    }

    @Override
    public String toString() {
        return "MonitorTable[" + size() + " entries of " + bits + " bits]";
    }
}
