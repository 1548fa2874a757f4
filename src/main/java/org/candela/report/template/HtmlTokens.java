package org.candela.report.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Splits HTML5 into tags and text, forgivingly, in one pass: unclosed elements, unquoted attributes and stray {@code <}
 * are common in real MRRT documents. Nothing is executed or fetched.
 */
final class HtmlTokens {
    private static final Set<String> RAW_TEXT = Set.of("script", "style", "textarea", "title");

    private final String html;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private HtmlTokens(String html) {
        this.html = html;
    }

    static List<Token> of(String html) {
        return new HtmlTokens(html).read();
    }

    private List<Token> read() {
        while (at < html.length()) {
            if (html.startsWith("<!--", at)) {
                skipPast("-->");
            } else if (html.startsWith("<!", at) || html.startsWith("<?", at)) {
                skipPast(">");
            } else if (isTagStart()) {
                readTag();
            } else {
                readText();
            }
        }
        return tokens;
    }

    private boolean isTagStart() {
        int next = at + 1;
        if (html.charAt(at) != '<' || next >= html.length()) {
            return false;
        }
        boolean isEnd = html.charAt(next) == '/' && next + 1 < html.length();
        return Character.isLetter(html.charAt(isEnd ? next + 1 : next));
    }

    private void skipPast(String end) {
        int found = html.indexOf(end, at + 2);
        at = found < 0 ? html.length() : found + end.length();
    }

    private void readText() {
        int end = html.indexOf('<', at + 1);
        end = end < 0 ? html.length() : end;
        tokens.add(Token.text(HtmlEntities.decode(html.substring(at, end))));
        at = end;
    }

    private void readTag() {
        at++;
        boolean isEnd = html.charAt(at) == '/';
        if (isEnd) {
            at++;
        }
        String name = readWhile(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == ':');
        Map<String, String> attributes = readAttributes();
        tokens.add(new Token(isEnd ? Kind.END : Kind.START, name.toLowerCase(Locale.ROOT), attributes));
        if (!isEnd && RAW_TEXT.contains(name.toLowerCase(Locale.ROOT))) {
            readRawText(name);
        }
    }

    private Map<String, String> readAttributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c == '>') {
                at++;
                break;
            }
            if (Character.isWhitespace(c) || c == '/' || c == '=' || c == '"' || c == '\'') {
                at++;
                continue;
            }
            String name = readWhile(n -> !Character.isWhitespace(n) && "=>/\"'".indexOf(n) < 0);
            attributes.putIfAbsent(name.toLowerCase(Locale.ROOT), readAttributeValue());
        }
        return attributes;
    }

    private String readAttributeValue() {
        readWhile(Character::isWhitespace);
        if (at >= html.length() || html.charAt(at) != '=') {
            return "";
        }
        at++;
        readWhile(Character::isWhitespace);
        if (at >= html.length()) {
            return "";
        }
        char quote = html.charAt(at);
        if (quote != '"' && quote != '\'') {
            return HtmlEntities.decode(readWhile(c -> !Character.isWhitespace(c) && c != '>'));
        }
        at++;
        String value = readWhile(c -> c != quote);
        at = Math.min(at + 1, html.length());
        return HtmlEntities.decode(value);
    }

    private void readRawText(String name) {
        String end = "</" + name;
        int from = at;
        while (at < html.length() && !html.regionMatches(true, at, end, 0, end.length())) {
            at++;
        }
        tokens.add(Token.text(HtmlEntities.decode(html.substring(from, at))));
    }

    private String readWhile(CharTest test) {
        int from = at;
        while (at < html.length() && test.test(html.charAt(at))) {
            at++;
        }
        return html.substring(from, at);
    }

    private interface CharTest {
        boolean test(char c);
    }

    enum Kind {
        START,
        END,
        TEXT
    }

    /**
     * A tag or a run of text.
     *
     * @param content lower-case element name, or the text with its entities decoded
     */
    record Token(Kind kind, String content, Map<String, String> attributes) {
        static Token text(String text) {
            return new Token(Kind.TEXT, text, Map.of());
        }

        boolean starts(String element) {
            return kind == Kind.START && content.equals(element);
        }

        boolean ends(String element) {
            return kind == Kind.END && content.equals(element);
        }

        /** The attribute's value; empty when absent. */
        String attribute(String name) {
            return attributes.getOrDefault(name, "");
        }

        boolean has(String name) {
            return attributes.containsKey(name);
        }
    }
}
