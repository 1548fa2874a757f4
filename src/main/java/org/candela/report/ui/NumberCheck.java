package org.candela.report.ui;

import java.util.regex.Pattern;
import org.candela.report.template.NumberLimits;
import org.candela.report.template.TemplateField;
import org.candela.ui.Messages;

/** What is wrong with what stands in a number field, told while it is typed. */
// [impl->req~report.number-fields~1]
final class NumberCheck {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(?:\\.\\d{0,9})?");

    private NumberCheck() {}

    /** What stands behind the field: its unit, and its bounds where there are both. */
    static String hint(TemplateField.Content content, Messages words) {
        NumberLimits limits = content.limits();
        return limits.min().isEmpty() || limits.max().isEmpty()
                ? content.unit()
                : words.text("report.number.hint", content.unit(), limits.min(), limits.max());
    }

    /** Empty when nothing is wrong, for other fields too; a blank and a place in brackets only wait. */
    static String problem(TemplateField.Content content, String text, Messages words) {
        String number = text.strip();
        if (content.kind() != TemplateField.Kind.NUMBER || number.isEmpty() || number.startsWith("[")) {
            return "";
        }
        if (!NUMBER.matcher(number).matches()) {
            return words.text("report.number.none", content.unit());
        }
        NumberLimits limits = content.limits();
        return limits.admits(number)
                ? ""
                : words.text("report.number.outside", bound(limits.min(), words), bound(limits.max(), words));
    }

    private static String bound(String limit, Messages words) {
        return limit.isEmpty() ? words.text("report.number.open") : limit;
    }
}
