package org.candela.calibration.device.argyll;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms of its lines. */
final class SpotreadForms {
    /** {@code %f}: six decimals, a point, no exponent. */
    private static final String F = "(-?\\d{1,9}\\.\\d{6})";

    static final Pattern COLOUR = Pattern.compile(
            " ?Result is XYZ: " + F + " " + F + " " + F + ", (Yxy|Yuv|LCh|\\S+ Lab): " + F + " " + F + " " + F);
    static final Pattern GREY = Pattern.compile(" ?Result is Y: " + F + ", L\\*: " + F);
    static final Pattern AMBIENT = Pattern.compile(
            " Ambient = (-?\\d{1,9}\\.\\d) Lux(?:, CCT = -?\\d{1,9}K \\((?:Duv|Delta E) -?\\d{1,9}\\.\\d{4,6}\\))?");
    private static final Pattern TOLD = Pattern.compile("\\s*(\\w[\\w ]*?):\\s+'?(.{1,120}?)'?");
    /** Meters tell a little less than nothing of black; more than this is no noise, cd/m² or lx. */
    private static final double NOISE = 0.05;

    private static final double SAME_RELATIVE = 0.001;
    private static final double SAME_ABSOLUTE = 0.00001;

    private SpotreadForms() {}

    /** Always with a point, whatever the user's language. */
    static double number(Matcher matcher, int group) {
        return Double.parseDouble(matcher.group(group));
    }

    /** Y is printed twice; two that differ were damaged on the way. */
    static boolean agree(double one, double other) {
        return Math.abs(one - other) <= SAME_ABSOLUTE + SAME_RELATIVE * Math.abs(one);
    }

    static Optional<Double> notNegative(double value) {
        return value >= -NOISE ? Optional.of(Math.max(0, value)) : Optional.empty();
    }

    static Optional<SpotreadLine> told(String line) {
        Matcher told = TOLD.matcher(line);
        if (!told.matches()) {
            return Optional.empty();
        }
        String value = told.group(2).strip();
        return switch (told.group(1)) {
            case "Instrument Type", "Product Name", "Model" ->
                Optional.of(new SpotreadLine.Told(SpotreadLine.Detail.MODEL, value));
            case "Serial Number", "Serial number" ->
                Optional.of(new SpotreadLine.Told(SpotreadLine.Detail.SERIAL, value));
            case "Firmware version", "Firmware Version", "Firmware", "FW rev" ->
                Optional.of(new SpotreadLine.Told(SpotreadLine.Detail.FIRMWARE, value));
            default -> Optional.empty();
        };
    }

    static Optional<SpotreadLine> trouble(String line) {
        return fault(line).map(fault -> new SpotreadLine.Trouble(fault, line.strip()));
    }

    private static Optional<SpotreadLine.Fault> fault(String line) {
        if (line.contains("No instrument at port") || line.contains("Failed to initialise communications")) {
            return Optional.of(SpotreadLine.Fault.NO_INSTRUMENT);
        }
        if (line.contains("sensor being in the wrong position")) {
            return Optional.of(SpotreadLine.Fault.WRONG_POSITION);
        }
        if (line.contains("failed due to misread")) {
            return Optional.of(SpotreadLine.Fault.MISREAD);
        }
        if (line.contains("failed due to communication problem")) {
            return Optional.of(SpotreadLine.Fault.COMMUNICATION);
        }
        if (line.contains("needs calibration") || line.contains("needs a calibration")) {
            return Optional.of(SpotreadLine.Fault.NEEDS_CALIBRATION);
        }
        if (line.contains("instrument doesn't support")) {
            return Optional.of(SpotreadLine.Fault.UNSUPPORTED);
        }
        if (line.contains("Unknown lock code")) {
            return Optional.of(SpotreadLine.Fault.LOCKED);
        }
        boolean isFatal = line.startsWith("Got fatal error '")
                || line.contains(": Error - ")
                || line.startsWith("Instrument initialisation failed")
                || line.startsWith("Setting instrument mode failed");
        return isFatal ? Optional.of(SpotreadLine.Fault.FATAL) : Optional.empty();
    }

    static Optional<SpotreadLine> prompt(String line) {
        String words = line.strip();
        if (words.endsWith("to take a reading:")) {
            return Optional.of(new SpotreadLine.Prompt(SpotreadLine.Wish.READ));
        }
        if (words.endsWith("any other key to retry:")
                || words.endsWith("Hit any key to retry, or Esc or Q to abort:")) {
            return Optional.of(new SpotreadLine.Prompt(SpotreadLine.Wish.RETRY));
        }
        boolean isCalibration = words.endsWith("or hit Esc or Q to abort:")
                || words.endsWith("or hit Esc or Q to abort, or S to skip:");
        return isCalibration ? Optional.of(new SpotreadLine.Prompt(SpotreadLine.Wish.CALIBRATE)) : Optional.empty();
    }
}
