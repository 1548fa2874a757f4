package org.candela.calibration;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.candela.base.Sha256;

/** Content of a graphics LUT: for each channel one 16-bit output (0 to 65535) per input level. Immutable. */
public final class GammaRamp {
    private static final int MAX_OUTPUT = 65535;
    private final int[] red;
    private final int[] green;
    private final int[] blue;

    private GammaRamp(int[] red, int[] green, int[] blue) {
        this.red = red;
        this.green = green;
        this.blue = blue;
    }

    /** A ramp of three channels of equal length of at least 2, each value 0 to 65535; the arrays are copied. */
    public static GammaRamp of(int[] red, int[] green, int[] blue) {
        if (red.length < 2 || red.length != green.length || red.length != blue.length) {
            throw new IllegalArgumentException(
                    "ramp needs three equal lengths ≥ 2: " + red.length + ", " + green.length + ", " + blue.length);
        }
        for (int[] channel : new int[][] {red, green, blue}) {
            if (IntStream.of(channel).anyMatch(output -> output < 0 || output > MAX_OUTPUT)) {
                throw new IllegalArgumentException("ramp outputs must be from 0 to 65535");
            }
        }
        return new GammaRamp(red.clone(), green.clone(), blue.clone());
    }

    /** The same output for all three channels. */
    public static GammaRamp grey(int[] outputs) {
        return of(outputs, outputs, outputs);
    }

    /** The ramp that changes nothing: output proportional to input. */
    public static GammaRamp identity(int size) {
        return grey(IntStream.range(0, size)
                .map(input -> (int) Math.round((double) input * MAX_OUTPUT / (size - 1)))
                .toArray());
    }

    public int size() {
        return red.length;
    }

    /**
     * Whether every output is 0. No display shows anything with such a ramp: some servers answer it when they do not know
     * (Xvfb does until a ramp was loaded).
     */
    public boolean isBlank() {
        return IntStream.range(0, size()).allMatch(input -> red[input] + green[input] + blue[input] == 0);
    }

    /** What is loaded where this ramp was found and shall come back: itself; the neutral one for zeros, which nobody meant. */
    public GammaRamp toPutBack() {
        return isBlank() ? identity(size()) : this;
    }

    /** Output of red for an input level; 0 to 65535. */
    public int red(int input) {
        return red[input];
    }

    /** Output of green for an input level; 0 to 65535. */
    public int green(int input) {
        return green[input];
    }

    /** Output of blue for an input level; 0 to 65535. */
    public int blue(int input) {
        return blue[input];
    }

    /** SHA-256 over {@link #bytes()}; lower-case hexadecimal. */
    public String sha256() {
        return Sha256.hex(bytes());
    }

    /** The 16-bit big-endian outputs, red then green then blue. */
    public byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(size() * 3 * Short.BYTES);
        for (int[] channel : new int[][] {red, green, blue}) {
            IntStream.of(channel).forEach(output -> bytes.putShort((short) output));
        }
        return bytes.array();
    }

    /**
     * The ramp of such bytes.
     *
     * @throws IllegalArgumentException when they are not three channels of 2 outputs or more
     */
    public static GammaRamp read(byte[] bytes) {
        if (bytes.length % (3 * Short.BYTES) != 0) {
            throw new IllegalArgumentException("no three channels of 16 bits: " + bytes.length + " bytes");
        }
        ByteBuffer outputs = ByteBuffer.wrap(bytes);
        int[][] channels = new int[3][bytes.length / (3 * Short.BYTES)];
        for (int[] channel : channels) {
            Arrays.setAll(channel, input -> outputs.getShort() & MAX_OUTPUT);
        }
        return of(channels[0], channels[1], channels[2]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GammaRamp ramp
                && Arrays.equals(red, ramp.red)
                && Arrays.equals(green, ramp.green)
                && Arrays.equals(blue, ramp.blue);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(red) + Arrays.hashCode(green)) + Arrays.hashCode(blue);
    }

    @Override
    public String toString() {
        return "GammaRamp[" + size() + " inputs, sha256 " + sha256() + "]";
    }
}
