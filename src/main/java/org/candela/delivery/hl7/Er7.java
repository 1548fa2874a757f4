package org.candela.delivery.hl7;

import java.util.regex.Pattern;

/**
 * The delimiters of HL7 v2 and their escapes (HL7 v2.5.1 §2.7): {@code | ^ ~ \ &} become {@code \F\ \S\ \R\ \E\ \T\}.
 *
 * <p>Control characters become spaces, since a CR would end the segment and VT or FS the frame.
 */
// [impl->req~delivery.escape~1]
final class Er7 {
    /** Line break within FT (§2.7.6). */
    static final String BREAK = "\\.br\\";

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]+");

    private Er7() {}

    /** One line of text as it stands within a field. */
    static String escape(String text) {
        String plain = CONTROL.matcher(text).replaceAll(" ").strip();
        StringBuilder escaped = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char letter = plain.charAt(i);
            switch (letter) {
                case '|' -> escaped.append("\\F\\");
                case '^' -> escaped.append("\\S\\");
                case '&' -> escaped.append("\\T\\");
                case '~' -> escaped.append("\\R\\");
                case '\\' -> escaped.append("\\E\\");
                default -> escaped.append(letter);
            }
        }
        return escaped.toString();
    }
}
