package org.candela.report.ui;

import java.util.regex.Pattern;
import org.candela.report.template.TemplateField;
import org.candela.ui.Messages;

/** What is wrong with what stands in a number field, told while it is typed. */
// [impl->req~report.number-fields~1]
final class NumberCheck {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(?:\\.\\d{0,9})?");

    private NumberCheck() {}

    /** What stands behind the field: its unit and bounds. */
    static String hint(TemplateField.Content content, Messages words) {
        return content.unit();
    }

    /** Empty when nothing is wrong, for other fields too; a blank and a place in brackets only wait. */
    static String problem(TemplateField.Content content, String text, Messages words) {
        String number = text.strip();
        if (content.kind() != TemplateField.Kind.NUMBER || number.isEmpty() || number.startsWith("[")) {
            return "";
        }
        return NUMBER.matcher(number).matches() ? "" : words.text("report.number.none", content.unit());
    }
}
