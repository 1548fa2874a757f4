package org.candela.report.template;

/**
 * What a number field takes, as the document says it; what is empty limits nothing.
 *
 * @param min lowest number
 * @param max highest number
 * @param step between numbers
 */
public record NumberLimits(String min, String max, String step) {
    /** Any number. */
    public static final NumberLimits NONE = new NumberLimits("", "", "");

    /** Whether the text is a number within the limits; the step is a matter of entering. */
    public boolean admits(String text) {
        try {
            double number = Double.parseDouble(text.strip());
            return (min.isEmpty() || number >= Double.parseDouble(min))
                    && (max.isEmpty() || number <= Double.parseDouble(max));
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
