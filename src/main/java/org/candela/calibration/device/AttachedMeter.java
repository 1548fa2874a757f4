package org.candela.calibration.device;

/**
 * A meter or sensor that is plugged in, as far as it can be told without opening it.
 *
 * @param make empty when not told
 * @param model empty when not told
 * @param serial empty when not told; the opened meter may tell more
 * @param port where its source has it
 * @param source name of the {@link MeterSource} that reaches it
 * @param isSimulated whether it does not exist
 */
public record AttachedMeter(
        Kind kind, String make, String model, String serial, String port, String source, boolean isSimulated) {

    /** What it is. */
    public enum Kind {
        /** Measures screens. */
        METER,
        /** Measures the light of the room. */
        AMBIENT_SENSOR,
        /** A serial line that may have a meter at its end, which must be named: asking could disturb another device. */
        LINE
    }

    /** A meter that exists. */
    public static AttachedMeter meter(String source, String port, String make, String model) {
        return new AttachedMeter(Kind.METER, make, model, "", port, source, false);
    }

    /** The same with the serial number it tells. */
    public AttachedMeter withSerial(String told) {
        return new AttachedMeter(kind, make, model, told, port, source, isSimulated);
    }

    /** A line with a meter at its end that somebody names. */
    public AttachedMeter named(String meterModel, String serialOnItsBack) {
        return new AttachedMeter(Kind.METER, make, meterModel, serialOnItsBack, port, source, isSimulated);
    }

    /** Names it among all that are attached: source and port. */
    public String id() {
        return source + ":" + port;
    }

    /** As lists name it; what does not exist cannot be overlooked. */
    public String text() {
        String named = (make + " " + model).strip();
        return (isSimulated ? "SIMULATED " : "") + (named.isEmpty() ? "unnamed" : named);
    }
}
