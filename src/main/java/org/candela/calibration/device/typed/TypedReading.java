package org.candela.calibration.device.typed;

import java.util.regex.Pattern;
import org.candela.calibration.Luminance;

/**
 * What a text means as a luminance in cd/m²: digits, and a point before the decimals. Nothing else is guessed: 0,53 may be
 * half a candela, or 53 typed after a list.
 */
// [impl->req~device.typed-reading~1]
public sealed interface TypedReading {
    /** More than any panel that images are read on, cd/m². */
    double MOST = 10_000;

    /** A luminance. */
    record Value(Luminance luminance) implements TypedReading {}

    /** None; with what to type instead, one sentence. */
    record Refused(String whatToDo) implements TypedReading {}

    /** What {@code typed} means; blanks around it are nothing. */
    static TypedReading parse(String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return new Refused("Type the number that the meter shows, in cd/m²; 0 is a number too.");
        }
        if (text.contains(",")) {
            return new Refused("Type a point before the decimals, as in 0.53, and nothing between thousands.");
        }
        if (text.startsWith("-") || text.startsWith("\u2212")) {
            return new Refused("Light is not negative; zero the meter in the dark, or type 0.");
        }
        if (!Form.PLAIN.matcher(text).matches()) {
            return new Refused("Type digits and one point alone, as in 0.53, without unit or exponent.");
        }
        double value = Double.parseDouble(text);
        return value <= MOST
                ? new Value(new Luminance(value))
                : new Refused("That is more than 10000 cd/m²; is the point missing?");
    }

    /** The only form. */
    final class Form {
        private static final Pattern PLAIN = Pattern.compile("[0-9]{1,7}(?:\\.[0-9]{1,7})?");

        private Form() {}
    }
}
