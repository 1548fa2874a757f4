package org.candela.calibration.device;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.candela.calibration.GammaRamp;

/**
 * The LUT inside a monitor and its tables: size (VCP 73), one point (74), a block (75) of MCCS 2.2a 8.4. Pure, but for
 * {@link #loadInto} and {@link #readFrom}, which are for the device thread.
 *
 * <p>The nine bytes of the size are as ddcutil reads them. The order within points and blocks is from memory and verified by
 * nobody: no monitor that has them was at hand, and hardly any has. Therefore nothing counts as loaded but what the monitor
 * gives back in the same order and a measurement confirms.
 *
 * @param entries of each colour, 2 to 4096; a monitor with another number for each is not driven
 * @param redBits of an entry of red, 1 to 16
 * @param greenBits of one of green
 * @param blueBits of one of blue
 */
// [impl->req~device.monitor-lut~1]
public record MonitorLut(int entries, int redBits, int greenBits, int blueBits) {
    private static final int SIZE_BYTES = 9;
    private static final int MOST_ENTRIES = 4096;
    private static final int MOST_BITS = 16;
    private static final int WHOLE = 0xFFFF;
    private static final int BYTE = 0xFF;

    /** A point: index, then the entries of red, green and blue in the monitor's own bits. */
    public record Point(int index, int red, int green, int blue) {}

    public MonitorLut {
        if (entries < 2 || entries > MOST_ENTRIES || !isDepth(redBits) || !isDepth(greenBits) || !isDepth(blueBits)) {
            throw new IllegalArgumentException(
                    "no LUT: " + entries + " entries of " + redBits + ", " + greenBits + ", " + blueBits + " bits");
        }
    }

    /** The LUT of a monitor; empty where it has none that we could load. */
    public static Optional<MonitorLut> of(MonitorControl monitor) throws DeviceException {
        try {
            return parseSize(monitor.readTable(VcpFeature.LUT_SIZE));
        } catch (DeviceException e) {
            if (e.code().equals("device.unsupported")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** From the table of VCP 73: entries of red, green, blue (16 bits each, upper byte first), bits of red, green, blue. */
    public static Optional<MonitorLut> parseSize(byte[] table) {
        if (table.length != SIZE_BYTES) {
            return Optional.empty();
        }
        ByteBuffer size = ByteBuffer.wrap(table);
        int red = size.getShort() & WHOLE;
        int green = size.getShort() & WHOLE;
        int blue = size.getShort() & WHOLE;
        int redBits = size.get() & BYTE;
        int greenBits = size.get() & BYTE;
        int blueBits = size.get() & BYTE;
        boolean isKnown = red >= 2 && red <= MOST_ENTRIES && red == green && red == blue;
        return isKnown && isDepth(redBits) && isDepth(greenBits) && isDepth(blueBits)
                ? Optional.of(new MonitorLut(red, redBits, greenBits, blueBits))
                : Optional.empty();
    }

    /** Table of VCP 74: index, red, green, blue, 16 bits each. */
    public byte[] encode(Point point) {
        return ByteBuffer.allocate(4 * Short.BYTES)
                .putShort((short) point.index())
                .putShort((short) point.red())
                .putShort((short) point.green())
                .putShort((short) point.blue())
                .array();
    }

    /** The point of a table of VCP 74; empty when it is none of this LUT. */
    public Optional<Point> decodePoint(byte[] table) {
        if (table.length != 4 * Short.BYTES) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(table);
        Point point = new Point(
                bytes.getShort() & WHOLE, bytes.getShort() & WHOLE, bytes.getShort() & WHOLE, bytes.getShort() & WHOLE);
        boolean isHere = point.index() < entries
                && point.red() <= most(redBits)
                && point.green() <= most(greenBits)
                && point.blue() <= most(blueBits);
        return isHere ? Optional.of(point) : Optional.empty();
    }

    /** Table of VCP 75 for a whole ramp: of each colour its first index 0, the number of entries, and the entries. */
    public byte[] encode(GammaRamp ramp) {
        if (ramp.size() != entries) {
            throw new IllegalArgumentException("a ramp of " + ramp.size() + " for a LUT of " + entries);
        }
        ByteBuffer bytes = ByteBuffer.allocate(3 * (entries + 2) * Short.BYTES);
        put(bytes, ramp::red, redBits);
        put(bytes, ramp::green, greenBits);
        put(bytes, ramp::blue, blueBits);
        return bytes.array();
    }

    /** The ramp of a table of VCP 75, in 16 bits; empty when it is not a whole one of this LUT. */
    public Optional<GammaRamp> decodeBlock(byte[] table) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(table);
            int[] reds = take(bytes, redBits);
            int[] greens = take(bytes, greenBits);
            int[] blues = take(bytes, blueBits);
            return bytes.hasRemaining() || reds.length == 0 || greens.length == 0 || blues.length == 0
                    ? Optional.empty()
                    : Optional.of(GammaRamp.of(reds, greens, blues));
        } catch (BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    /** The ramp as this LUT can hold it: each entry rounded to its bits and stretched to 16 again. */
    public GammaRamp rounded(GammaRamp ramp) {
        return decodeBlock(encode(ramp)).orElseThrow();
    }

    /** The ramp in the monitor now; empty where it lets none be read. */
    public Optional<GammaRamp> readFrom(MonitorControl monitor) throws DeviceException {
        try {
            return decodeBlock(monitor.readTable(VcpFeature.BLOCK_LUT));
        } catch (DeviceException e) {
            if (e.code().equals("device.unsupported")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Loads {@code ramp} and reads it back. The ramp of before is the caller's to keep.
     *
     * @throws DeviceException {@code device.not-applied} when the monitor gives back another ramp, or none: then nothing proves
     *     that it took this one
     */
    public void loadInto(MonitorControl monitor, GammaRamp ramp) throws DeviceException {
        monitor.setTable(VcpFeature.BLOCK_LUT, encode(ramp));
        Optional<GammaRamp> found = readFrom(monitor);
        if (found.isEmpty() || !found.get().equals(rounded(ramp))) {
            throw DeviceException.notApplied(
                    monitor.channel(),
                    found.isEmpty()
                            ? "the monitor's LUT cannot be read back"
                            : "the LUT read back is not the one that was loaded");
        }
    }

    private interface Channel {
        int output(int input);
    }

    private void put(ByteBuffer bytes, Channel channel, int bits) {
        bytes.putShort((short) 0).putShort((short) entries);
        for (int i = 0; i < entries; i++) {
            bytes.putShort((short) Math.round((double) channel.output(i) * most(bits) / WHOLE));
        }
    }

    /** Empty when the colour is not whole or an entry has more than its bits. */
    private int[] take(ByteBuffer bytes, int bits) {
        boolean isWhole = bytes.getShort() == 0 && (bytes.getShort() & WHOLE) == entries;
        int[] outputs = new int[isWhole ? entries : 0];
        for (int i = 0; i < outputs.length; i++) {
            int entry = bytes.getShort() & WHOLE;
            if (entry > most(bits)) {
                return new int[0];
            }
            outputs[i] = (int) Math.round((double) entry * WHOLE / most(bits));
        }
        return outputs;
    }

    private static int most(int bits) {
        return (1 << bits) - 1;
    }

    private static boolean isDepth(int bits) {
        return bits >= 1 && bits <= MOST_BITS;
    }
}
