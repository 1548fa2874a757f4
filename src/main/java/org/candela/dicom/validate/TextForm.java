package org.candela.dicom.validate;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.candela.dicom.VR;

/**
 * What one value of a text VR may be (PS3.5 Table 6.2-1).
 *
 * @param longest most characters
 * @param isCoded whether Specific Character Set applies
 * @param isOfForm whether a value within that length is right
 * @param form what it must be, in words
 */
record TextForm(int longest, boolean isCoded, Predicate<String> isOfForm, String form) {
    private static final String NUMBER = " *+[+-]?(\\d++(\\.\\d*+)?|\\.\\d++)([eE][+-]?\\d++)? *+";
    private static final Map<VR, TextForm> FORMS = new EnumMap<>(VR.class);

    static {
        ascii(VR.AE, 16, "[\\x20-\\x5B\\x5D-\\x7E]*+", "of characters of the default repertoire");
        ascii(VR.AS, 4, "(\\d{3}[DWMY])?", "three digits and D, W, M or Y");
        ascii(VR.CS, 16, "[A-Z0-9_ ]*+", "of upper case letters, digits, spaces and underscores");
        of(VR.DA, 8, Moments::isDate, "a date YYYYMMDD");
        ascii(VR.DS, 16, "(" + NUMBER + ")?| *+", "a decimal number");
        of(VR.DT, 26, Moments::isDateTime, "a date and time YYYYMMDDHHMMSS.FFFFFF&ZZXX");
        of(VR.IS, 12, TextForm::isInteger, "an integer of 32 bits");
        of(VR.TM, 14, Moments::isTime, "a time HHMMSS.FFFFFF");
        ascii(VR.UI, 64, "([0-2](\\.(0|[1-9]\\d*+))++)?", "a UID: 0, 1 or 2, then numbers without leading zeros");
        ascii(VR.UR, Integer.MAX_VALUE, "([\\x21-\\x7E]++ *+)?", "a URI, without spaces before or within it");
        coded(VR.LO, 64);
        coded(VR.SH, 16);
        coded(VR.UC, Integer.MAX_VALUE);
        paragraphs(VR.LT, 10240);
        paragraphs(VR.ST, 1024);
        paragraphs(VR.UT, Integer.MAX_VALUE);
        FORMS.put(
                VR.PN,
                new TextForm(
                        Integer.MAX_VALUE,
                        true,
                        NameForm::isName,
                        "a name of at most 3 groups of at most 64 characters and 5 components"));
    }

    /** The form of values of {@code vr}, one of those with text. */
    static TextForm of(VR vr) {
        TextForm form = FORMS.get(vr);
        if (form == null) {
            throw new IllegalArgumentException(vr + " has no text");
        }
        return form;
    }

    /** What is wrong with a value; empty when it is right. */
    Optional<String> problem(String value) {
        if (value.codePointCount(0, value.length()) > longest) {
            return Optional.of("has a value of more than " + longest + " characters");
        }
        return isOfForm.test(value) ? Optional.empty() : Optional.of("has a value that is not " + form);
    }

    private static void of(VR vr, int longest, Predicate<String> isOfForm, String form) {
        FORMS.put(vr, new TextForm(longest, false, isOfForm, form));
    }

    private static void ascii(VR vr, int longest, String pattern, String form) {
        of(vr, longest, Pattern.compile(pattern).asMatchPredicate(), form);
    }

    private static void coded(VR vr, int longest) {
        FORMS.put(vr, new TextForm(longest, true, TextForm::isOneLine, "free of control characters"));
    }

    private static void paragraphs(VR vr, int longest) {
        FORMS.put(vr, new TextForm(longest, true, TextForm::isText, "free of controls but TAB, LF, FF and CR"));
    }

    /** Whether no control character is in it; escape sequences are gone when text has been decoded. */
    static boolean isOneLine(String value) {
        return value.chars().noneMatch(Character::isISOControl);
    }

    private static boolean isText(String value) {
        return value.chars().noneMatch(c -> Character.isISOControl(c) && "\t\n\f\r".indexOf(c) < 0);
    }

    private static boolean isInteger(String value) {
        String digits = value.strip();
        if (!digits.matches("([+-]?\\d{1,12})?")) {
            return false;
        }
        long number = digits.isEmpty() ? 0 : Long.parseLong(digits);
        return number == (int) number;
    }
}
