package org.candela.report.wording;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Units as they are said behind a number, and as they are written. */
final class Units {
    private static final int LONGEST = 4;
    private static final Map<String, String> SYMBOLS = new HashMap<>();
    /** Written in full, but what is counted in them is written in figures. */
    private static final Set<String> TIMES = Set.of(
            "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month",
            "months", "year", "years", "inch", "inches", "feet", "french", "gauge", "vials");

    /** Behind these, a gray is a colour and GI is the gut. */
    private static final Set<String> GRAY_IS_A_COLOUR = Set.of("matter", "white", "scale", "zone", "area", "areas");

    private static final Set<String> BEHIND_A_DOSE =
            Set.of(Words.NONE, "in", "to", "over", "total", "of", "dose", "and", "delivered", "period", "comma", "per");

    static {
        symbol("mm", "millimeter", "millimeters", "millimetre", "millimetres", "mm", "millimeter's", "m m");
        symbol("cm", "centimeter", "centimeters", "centimetre", "centimetres", "cm", "c m");
        symbol("m", "meter", "meters", "metre", "metres");
        symbol("cm²", "square centimeters", "square centimeter", "centimeters squared", "square centimetres", "cm²");
        symbol("mm²", "square millimeters", "square millimeter", "millimeters squared", "mm²");
        symbol("cm³", "cubic centimeters", "cubic centimeter", "centimeters cubed", "cm³");
        symbol("mm³", "cubic millimeters", "cubic millimeter", "mm³");
        symbol("mL", "milliliter", "milliliters", "millilitre", "millilitres", "ml", "m l");
        symbol("cc", "cc", "c c", "ccs");
        symbol("L", "liter", "liters", "litre", "litres");
        symbol("mGy", "milligray", "milligrays", "milli gray", "mgy", "m g y");
        symbol("mGy·cm", "milligray centimeters", "milligray centimeter", "milligray centimetres", "mgy·cm", "mgy cm");
        symbol("Gy", "gray", "grays", "grey", "greys", "gy", "g y");
        symbol("cGy", "centigray", "centigrays", "cgy");
        symbol("mSv", "millisievert", "millisieverts", "msv");
        symbol("HU", "hounsfield unit", "hounsfield units", "hounsfield", "hu", "h u");
        symbol("kg", "kilogram", "kilograms", "kg");
        symbol("g", "gram", "grams");
        symbol("mg", "milligram", "milligrams", "mg");
        symbol("mcg", "microgram", "micrograms", "mcg");
        symbol("mCi", "millicurie", "millicuries", "mci");
        symbol("MBq", "megabecquerel", "megabecquerels", "mbq");
        symbol("bpm", "beats per minute", "bpm");
        symbol("cm/s", "centimeters per second", "centimeter per second", "centimetres per second", "cm/s");
        symbol("m/s", "meters per second", "metres per second", "m/s");
        symbol("mmHg", "millimeters of mercury", "millimeter of mercury", "mmhg");
        symbol("mg/dL", "milligrams per deciliter", "mg/dl");
        symbol("mL/min", "milliliters per minute", "ml/min");
        symbol("kVp", "kvp", "k v p");
        symbol("mA", "milliamp", "milliamps");
        symbol("mAs", "mas");
        symbol("MHz", "megahertz", "mhz");
        symbol("T", "tesla");
        symbol("%", "percent", "per cent", "%");
        symbol("°", "degree", "degrees", "°");
        symbol("°C", "degrees celsius", "degree celsius");
        symbol("°F", "degrees fahrenheit", "degree fahrenheit");
    }

    private Units() {}

    /**
     * A unit that was said.
     *
     * @param end behind its last word
     */
    record Said(int end, String symbol) {
        /** The number with its unit, a space between except before percent and degrees. */
        String behind(String number) {
            return number + (symbol.equals("%") || symbol.equals("°") ? "" : " ") + symbol;
        }
    }

    /** The unit from {@code at} on, the longest that fits. */
    static Optional<Said> at(Words words, int at) {
        for (int count = Math.min(LONGEST, words.size() - at); count > 0; count--) {
            String symbol = SYMBOLS.get(words.phrase(at, count));
            if (symbol != null && !isSomethingElse(words, symbol, at + count)) {
                return Optional.of(new Said(at + count, symbol));
            }
        }
        return misheardGray(words, at);
    }

    /** Whether what is counted here is a time or another thing that figures stand before. */
    static boolean isCountedInFigures(Words words, int at) {
        return words.isOneOf(at, TIMES);
    }

    private static boolean isSomethingElse(Words words, String symbol, int next) {
        return symbol.equals("Gy") && words.isOneOf(next, GRAY_IS_A_COLOUR);
    }

    /** Engines write "GI" for "Gy"; behind a number, at the end of a phrase, it is never the gut. */
    private static Optional<Said> misheardGray(Words words, int at) {
        int end = words.is(at, "gi") ? at + 1 : words.says(at, "g", "i") ? at + 2 : at;
        return end > at && words.isOneOf(end, BEHIND_A_DOSE) ? Optional.of(new Said(end, "Gy")) : Optional.empty();
    }

    private static void symbol(String written, String... spoken) {
        for (String words : spoken) {
            SYMBOLS.put(words, written);
        }
    }
}
