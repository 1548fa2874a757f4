package org.candela.calibration.device.argyll;

import java.util.Optional;
import java.util.regex.Matcher;
import org.candela.calibration.Illuminance;
import org.candela.calibration.Luminance;
import org.candela.calibration.Tristimulus;

/**
 * One line of spotread, or a prompt that ends none (ArgyllCMS 2.3.1, texts as in its program).
 *
 * <p>Numbers are taken only in the exact form that C's {@code printf} gives them with the C locale: {@code %f} has six
 * decimals after a point. A comma, a missing digit or a word is {@link Unreadable}, never a smaller number.
 */
// [impl->req~device.spotread-lines~1]
sealed interface SpotreadLine {
    /** A reading of light, with whatever it was asked to show beside XYZ. */
    record Light(Tristimulus light) implements SpotreadLine {}

    /** A reading of luminance alone, from a meter without colour. */
    record Grey(Luminance luminance) implements SpotreadLine {}

    /** Light of the room. */
    record Ambient(Illuminance illuminance) implements SpotreadLine {}

    /** It waits for a key. */
    record Prompt(Wish wish) implements SpotreadLine {}

    /** Something went wrong; with its own words. */
    record Trouble(Fault fault, String words) implements SpotreadLine {}

    /** What the meter is, told with {@code -v}. */
    record Told(Detail detail, String value) implements SpotreadLine {}

    /** A result whose numbers cannot be trusted. */
    record Unreadable(String words) implements SpotreadLine {}

    /** Nothing that matters here. */
    record Other() implements SpotreadLine {}

    /** What it waits for. */
    enum Wish {
        /** A key to take the reading; it needs none with {@code -O}. */
        READ,
        /** A key to try again, or to give up. */
        RETRY,
        /** The meter on its tile or in its calibration position. */
        CALIBRATE
    }

    /** What went wrong. */
    enum Fault {
        NO_INSTRUMENT("device.gone", "; is it plugged in, and may you use it (Linux: udev rules of ArgyllCMS)?"),
        WRONG_POSITION("device.wrong-position", "; turn its dial or diffuser to the position for screens"),
        MISREAD("device.misread", "; hold it still on an even patch"),
        COMMUNICATION("device.communication", "; plug it in again, without a hub"),
        NEEDS_CALIBRATION("device.needs-calibration", "; calibrate it with spotread once, then read again"),
        LOCKED(
                "device.locked",
                "; a later ArgyllCMS may know this maker's key, else set the environment variable I1D3_ESCAPE to it and start"
                        + " Candela anew"),
        UNSUPPORTED("device.unsupported", ""),
        FATAL("device.failed", "");

        private final String code;
        private final String advice;

        Fault(String code, String advice) {
            this.code = code;
            this.advice = advice;
        }

        String code() {
            return code;
        }

        /** What somebody can do about it, to follow the meter's own words. */
        String advice() {
            return advice;
        }
    }

    /** What a meter tells of itself. */
    enum Detail {
        MODEL,
        SERIAL,
        FIRMWARE
    }

    /** What a line means; {@code line} without its end. */
    static SpotreadLine parse(String line) {
        if (line.contains("Result is ")) {
            return result(line).orElseGet(() -> new Unreadable(line.strip()));
        }
        if (line.startsWith(" Ambient = ")) {
            return ambient(line).<SpotreadLine>map(Ambient::new).orElseGet(() -> new Unreadable(line.strip()));
        }
        return SpotreadForms.told(line)
                .or(() -> SpotreadForms.trouble(line))
                .or(() -> SpotreadForms.prompt(line))
                .orElseGet(Other::new);
    }

    private static Optional<SpotreadLine> result(String line) {
        Matcher colour = SpotreadForms.COLOUR.matcher(line);
        if (colour.matches()) {
            double luminance = SpotreadForms.number(colour, 2);
            boolean isTwice = colour.group(4).startsWith("Y");
            if (isTwice && !SpotreadForms.agree(luminance, SpotreadForms.number(colour, 5))) {
                return Optional.empty();
            }
            return Tristimulus.ofNoisy(SpotreadForms.number(colour, 1), luminance, SpotreadForms.number(colour, 3))
                    .map(Light::new);
        }
        Matcher grey = SpotreadForms.GREY.matcher(line);
        return grey.matches()
                ? SpotreadForms.notNegative(SpotreadForms.number(grey, 1)).map(y -> new Grey(new Luminance(y)))
                : Optional.empty();
    }

    private static Optional<Illuminance> ambient(String line) {
        Matcher ambient = SpotreadForms.AMBIENT.matcher(line);
        return ambient.matches()
                ? SpotreadForms.notNegative(SpotreadForms.number(ambient, 1)).map(Illuminance::new)
                : Optional.empty();
    }
}
