package org.candela.dicom;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One graphic character set of ISO 2022 as DICOM uses it (PS3.3 Tables C.12-2 to C.12-4): 94 or 96 characters of one
 * byte, or 94 × 94 of two, and the escape sequence that designates it as G0 (bytes 21–7E) or G1 (bytes A0–FF).
 */
final class CodeSet {
    /** ISO-IR 6, ASCII. */
    static final CodeSet ASCII = single("(B", ascii());

    /** ISO-IR 14, the Roman set of JIS X 0201: ASCII but for the yen sign and the overline. */
    static final CodeSet ROMAN = single("(J", roman());

    private static final CodeSet KATAKANA = upperHalf(")I", "JIS_X0201");
    private static final CodeSet KANJI = pairs("$B", "x-JIS0208");
    private static final CodeSet SUPPLEMENTARY_KANJI = pairs("$(D", "JIS_X0212-1990");
    private static final CodeSet KOREAN = pairs("$)C", "EUC-KR");
    private static final CodeSet SIMPLIFIED_CHINESE = pairs("$)A", "GB2312");
    private static final List<CodeSet> LATIN_AND_OTHERS = List.of(
            upperHalf("-A", "ISO-8859-1"),
            upperHalf("-B", "ISO-8859-2"),
            upperHalf("-C", "ISO-8859-3"),
            upperHalf("-D", "ISO-8859-4"),
            upperHalf("-L", "ISO-8859-5"),
            upperHalf("-G", "ISO-8859-6"),
            upperHalf("-F", "ISO-8859-7"),
            upperHalf("-H", "ISO-8859-8"),
            upperHalf("-M", "ISO-8859-9"),
            upperHalf("-b", "ISO-8859-15"),
            upperHalf("-T", "TIS-620"));
    private static final List<CodeSet> ALL = all();

    private static final char UNKNOWN = '\uFFFD';
    private static final int HALF = 0x80;

    private final String escape;
    private final char @Nullable [] table;
    private final @Nullable Charset pairs;
    private final Map<Character, Integer> codes = new HashMap<>();

    private CodeSet(String escape, char @Nullable [] table, @Nullable Charset pairs) {
        this.escape = escape;
        this.table = table;
        this.pairs = pairs;
        for (int i = 0; table != null && i < table.length; i++) {
            if (table[i] != UNKNOWN) {
                codes.put(table[i], i);
            }
        }
    }

    /** The sets of a registration number of C.12.1.1.2, G0 first; empty when DICOM knows none. */
    static List<CodeSet> ofRegistration(String number) {
        return switch (number) {
            case "", "6" -> List.of(ASCII);
            case "13" -> List.of(ROMAN, KATAKANA);
            case "87" -> List.of(KANJI);
            case "159" -> List.of(SUPPLEMENTARY_KANJI);
            case "149" -> List.of(ASCII, KOREAN);
            case "58" -> List.of(ASCII, SIMPLIFIED_CHINESE);
            default -> single(number);
        };
    }

    private static List<CodeSet> single(String number) {
        int place = List.of("100", "101", "109", "110", "144", "127", "126", "138", "148", "203", "166")
                .indexOf(number);
        return place < 0 ? List.of() : List.of(ASCII, LATIN_AND_OTHERS.get(place));
    }

    /** The set whose escape sequence stands at {@code start} of {@code bytes}, after the escape character. */
    static @Nullable CodeSet designatedAt(byte[] bytes, int start) {
        for (CodeSet set : ALL) {
            if (set.isDesignatedAt(bytes, start)) {
                return set;
            }
        }
        return null;
    }

    private boolean isDesignatedAt(byte[] bytes, int start) {
        if (start + escape.length() > bytes.length) {
            return false;
        }
        for (int i = 0; i < escape.length(); i++) {
            if (bytes[start + i] != escape.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The escape sequence without its escape character. */
    String escape() {
        return escape;
    }

    /** Whether the set takes the place of G1: bytes with the high bit. */
    boolean isG1() {
        return escape.indexOf(')') >= 0 || escape.charAt(0) == '-';
    }

    int bytesPerCharacter() {
        return table == null ? 2 : 1;
    }

    /** Whether this Java runtime has the characters; a trimmed one may lack the extended charsets. */
    boolean isAvailable() {
        return table != null || pairs != null;
    }

    /** The character of a one-byte set; the high bit of {@code code} does not matter. */
    char character(int code) {
        return table == null ? UNKNOWN : table[code & (HALF - 1)];
    }

    /** The characters of {@code count} bytes from {@code start}, pairs of a two-byte set. */
    String characters(byte[] bytes, int start, int count) {
        return pairs == null ? String.valueOf(UNKNOWN) : new String(bytes, start, count, pairs);
    }

    /** Bytes of {@code character}, with the high bit for G1; {@code null} when the set lacks it. */
    byte @Nullable [] encode(char character) {
        if (table != null) {
            Integer code = codes.get(character);
            return code == null ? null : new byte[] {(byte) (isG1() ? code | HALF : code)};
        }
        if (pairs == null || character < HALF || !pairs.newEncoder().canEncode(character)) {
            return null;
        }
        byte[] bytes = String.valueOf(character).getBytes(pairs);
        return bytes.length == 2 ? bytes : null;
    }

    private static CodeSet single(String escape, char[] table) {
        return new CodeSet(escape, table, null);
    }

    private static CodeSet upperHalf(String escape, String charset) {
        if (!Charset.isSupported(charset)) {
            return new CodeSet(escape, null, null);
        }
        byte[] upper = new byte[HALF];
        for (int i = 0; i < HALF; i++) {
            upper[i] = (byte) (HALF + i);
        }
        char[] table = new String(upper, Charset.forName(charset)).toCharArray();
        for (int i = 0; i < table.length; i++) {
            table[i] = i < ' ' ? UNKNOWN : table[i]; // bytes 80 to 9F are no characters of ISO 2022 sets
        }
        return new CodeSet(escape, table, null);
    }

    private static CodeSet pairs(String escape, String charset) {
        return new CodeSet(escape, null, Charset.isSupported(charset) ? Charset.forName(charset) : null);
    }

    private static char[] ascii() {
        byte[] codes = new byte[HALF];
        for (int i = 0; i < HALF; i++) {
            codes[i] = (byte) i;
        }
        return new String(codes, StandardCharsets.US_ASCII).toCharArray();
    }

    private static char[] roman() {
        char[] table = ascii();
        table['\\'] = '\u00A5';
        table['~'] = '\u203E';
        return table;
    }

    private static List<CodeSet> all() {
        List<CodeSet> sets = new ArrayList<>(LATIN_AND_OTHERS);
        sets.addAll(List.of(ASCII, ROMAN, KATAKANA, KANJI, SUPPLEMENTARY_KANJI, KOREAN, SIMPLIFIED_CHINESE));
        return List.copyOf(sets);
    }
}
