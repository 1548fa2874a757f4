package org.candela.calibration.device;

import java.util.Optional;

/**
 * A meter or sensor that is plugged in, as far as it can be told without opening it.
 *
 * @param make empty when not told
 * @param model empty when not told
 * @param serial empty when not told; the opened meter may tell more
 * @param port where its source has it
 * @param source name of the {@link MeterSource} that reaches it
 * @param isSimulated whether it does not exist
 * @param aim how it shall be used; empty: as meters of this kind are
 */
public record AttachedMeter(
        Kind kind,
        String make,
        String model,
        String serial,
        String port,
        String source,
        boolean isSimulated,
        Optional<Photometer.Aim> aim) {

    /** What it is. */
    public enum Kind {
        /** Measures screens. */
        METER,
        /** Measures the light of the room. */
        AMBIENT_SENSOR,
        /** A serial line that may have a meter at its end, which must be named: asking could disturb another device. */
        LINE,
        /** Any meter with a display of its own, read by eye and typed; it must be named. */
        HAND
    }

    /** One that is used as meters of its kind are. */
    public AttachedMeter(
            Kind kind, String make, String model, String serial, String port, String source, boolean isSimulated) {
        this(kind, make, model, serial, port, source, isSimulated, Optional.empty());
    }

    /** A meter that exists. */
    public static AttachedMeter meter(String source, String port, String make, String model) {
        return new AttachedMeter(Kind.METER, make, model, "", port, source, false);
    }

    /** The same with the serial number it tells. */
    public AttachedMeter withSerial(String told) {
        return new AttachedMeter(kind, make, model, told, port, source, isSimulated, aim);
    }

    /** A line with a meter at its end that somebody names. */
    public AttachedMeter named(String meterModel, String serialOnItsBack) {
        return new AttachedMeter(Kind.METER, make, meterModel, serialOnItsBack, port, source, isSimulated, aim);
    }

    /** The same of that maker. */
    AttachedMeter madeBy(String maker) {
        return new AttachedMeter(kind, maker, model, serial, port, source, isSimulated, aim);
    }

    /** The same, lying on the screen or standing before it. */
    public AttachedMeter aimed(Photometer.Aim wanted) {
        return new AttachedMeter(kind, make, model, serial, port, source, isSimulated, Optional.of(wanted));
    }

    /** Names it among all that are attached: source and port; the source alone where there is no port. */
    public String id() {
        return port.isEmpty() ? source : source + ":" + port;
    }

    /** As lists name it; what does not exist cannot be overlooked. */
    public String text() {
        String named = (make + " " + model).strip();
        return (isSimulated ? "SIMULATED " : "") + (named.isEmpty() ? "unnamed" : named);
    }
}
