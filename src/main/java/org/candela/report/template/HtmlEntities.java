package org.candela.report.template;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Character references of HTML5, as far as report templates use them; an unknown one stays as written. */
final class HtmlEntities {
    private static final Pattern REFERENCE = Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});");
    private static final Map<String, String> NAMED = Map.of(
            "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ", "deg", "°", "micro", "µ", "times",
            "×", "ndash", "–");

    private HtmlEntities() {}

    static String decode(String text) {
        return text.indexOf('&') < 0
                ? text
                : REFERENCE
                        .matcher(text)
                        .replaceAll(match -> Matcher.quoteReplacement(character(match.group(1), match.group())));
    }

    private static String character(String reference, String asWritten) {
        if (!reference.startsWith("#")) {
            return NAMED.getOrDefault(reference, asWritten);
        }
        boolean isHex = Character.toLowerCase(reference.charAt(1)) == 'x';
        int codePoint = isHex ? Integer.parseInt(reference.substring(2), 16) : Integer.parseInt(reference.substring(1));
        return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : asWritten;
    }
}
