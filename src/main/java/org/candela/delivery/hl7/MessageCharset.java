package org.candela.delivery.hl7;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.candela.base.CandelaException;

/** A character set of HL7 table 0211, as MSH-18 names it. */
public enum MessageCharset {
    ASCII("ASCII", StandardCharsets.US_ASCII),
    LATIN_1("8859/1", StandardCharsets.ISO_8859_1),
    LATIN_2("8859/2", Charset.forName("ISO-8859-2")),
    CYRILLIC("8859/5", Charset.forName("ISO-8859-5")),
    GREEK("8859/7", Charset.forName("ISO-8859-7")),
    LATIN_9("8859/15", Charset.forName("ISO-8859-15")),
    UTF_8("UNICODE UTF-8", StandardCharsets.UTF_8);

    /** What is said as well in plain letters, where a set has not the sign. */
    private static final Map<Integer, String> PLAIN = Map.ofEntries(
            Map.entry(0x2264, "<="),
            Map.entry(0x2265, ">="),
            Map.entry(0x00B1, "+/-"),
            Map.entry(0x00D7, "x"),
            Map.entry(0x00B5, "u"),
            Map.entry(0x03BC, "u"),
            Map.entry(0x00B0, " deg"),
            Map.entry(0x00B2, "2"),
            Map.entry(0x00B3, "3"),
            Map.entry(0x2012, "-"),
            Map.entry(0x2013, "-"),
            Map.entry(0x2014, "-"),
            Map.entry(0x2018, "'"),
            Map.entry(0x2019, "'"),
            Map.entry(0x201C, "\""),
            Map.entry(0x201D, "\""),
            Map.entry(0x2026, "..."),
            Map.entry(0x2022, "-"),
            Map.entry(0x00A0, " "),
            Map.entry(0x2192, "->"),
            Map.entry(0x00DF, "ss"),
            Map.entry(0x00D8, "O"),
            Map.entry(0x00F8, "o"),
            Map.entry(0x00C6, "AE"),
            Map.entry(0x00E6, "ae"),
            Map.entry(0x0141, "L"),
            Map.entry(0x0142, "l"));

    private final String code;
    private final Charset charset;

    MessageCharset(String code, Charset charset) {
        this.code = code;
        this.charset = charset;
    }

    /** As in MSH-18. */
    public String code() {
        return code;
    }

    static Optional<MessageCharset> of(String code) {
        return Arrays.stream(values()).filter(set -> set.code.equals(code)).findFirst();
    }

    static String codes() {
        return Arrays.stream(values()).map(MessageCharset::code).collect(Collectors.joining(", "));
    }

    // [impl->req~delivery.charset~1]
    /**
     * The bytes of {@code text}. What the set lacks is written in letters that it has, as {@code >=}; a sign that cannot be
     * written so would change what is said, and stops the message.
     */
    byte[] encode(String text) throws CandelaException {
        CharsetEncoder encoder = charset.newEncoder();
        StringBuilder plain = new StringBuilder(text.length());
        for (int point : text.codePoints().toArray()) {
            String letter = Character.toString(point);
            plain.append(encoder.canEncode(letter) ? letter : plain(point, encoder));
        }
        return plain.toString().getBytes(charset);
    }

    private String plain(int point, CharsetEncoder encoder) throws CandelaException {
        String base = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFD)
                .codePoints()
                .filter(one -> Character.getType(one) != Character.NON_SPACING_MARK)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String plain = PLAIN.getOrDefault(point, base);
        if (plain.isEmpty() || !encoder.canEncode(plain)) {
            throw new CandelaException(
                    "delivery.charset",
                    String.format(
                            "the report has the character U+%04X, which %s has not; let the mapping name UNICODE UTF-8, or"
                                    + " write it otherwise",
                            point, code));
        }
        return plain;
    }

    String decode(byte[] bytes) {
        return new String(bytes, charset);
    }
}
