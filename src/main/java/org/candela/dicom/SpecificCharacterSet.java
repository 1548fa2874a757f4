package org.candela.dicom;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Character repertoire of a data set's text, from Specific Character Set (0008,0005) (PS3.3 C.12.1.1.2).
 *
 * <p>Supported: the default repertoire, the single-byte sets without code extensions, UTF-8, GB18030 and GBK. Sets with
 * code extensions (ISO 2022 escape sequences) are not: {@link #isSupported()} is false, ASCII characters are read and
 * every other byte becomes U+FFFD, visibly unknown instead of guessed. Immutable.
 */
public final class SpecificCharacterSet {
    private static final Map<String, String> SINGLE_BYTE = Map.ofEntries(
            Map.entry("", "US-ASCII"),
            Map.entry("6", "US-ASCII"),
            Map.entry("13", "JIS_X0201"),
            Map.entry("100", "ISO-8859-1"),
            Map.entry("101", "ISO-8859-2"),
            Map.entry("109", "ISO-8859-3"),
            Map.entry("110", "ISO-8859-4"),
            Map.entry("126", "ISO-8859-7"),
            Map.entry("127", "ISO-8859-6"),
            Map.entry("138", "ISO-8859-8"),
            Map.entry("144", "ISO-8859-5"),
            Map.entry("148", "ISO-8859-9"),
            Map.entry("166", "TIS-620"),
            Map.entry("203", "ISO-8859-15"));
    private static final Map<String, String> WHOLE_NAME =
            Map.of("ISO_IR 192", "UTF-8", "GB18030", "GB18030", "GBK", "GBK");
    private static final char UNKNOWN = '\uFFFD';
    private static final byte ESCAPE = 0x1B;

    /** The default repertoire, ISO IR 6: ASCII. */
    public static final SpecificCharacterSet DEFAULT = new SpecificCharacterSet(List.of(), StandardCharsets.US_ASCII);

    /** Unicode in UTF-8, {@code ISO_IR 192}. */
    public static final SpecificCharacterSet UTF_8 =
            new SpecificCharacterSet(List.of("ISO_IR 192"), StandardCharsets.UTF_8);

    private final List<String> terms;
    private final @Nullable Charset charset;

    private SpecificCharacterSet(List<String> terms, @Nullable Charset charset) {
        this.terms = terms;
        this.charset = charset;
    }

    /** The set with these defined terms, as the values of (0008,0005); no value means the default repertoire. */
    public static SpecificCharacterSet of(List<String> terms) {
        if (terms.isEmpty() || terms.equals(List.of(""))) {
            return DEFAULT;
        }
        return terms.equals(UTF_8.terms) ? UTF_8 : new SpecificCharacterSet(List.copyOf(terms), charsetOf(terms));
    }

    private static @Nullable Charset charsetOf(List<String> terms) {
        // More than one term means code extensions, unless each names the default repertoire.
        if (terms.size() > 1) {
            return null;
        }
        String term = terms.get(0);
        String javaName = WHOLE_NAME.containsKey(term) ? WHOLE_NAME.get(term) : SINGLE_BYTE.get(registration(term));
        // A trimmed Java runtime may lack the extended charsets.
        return javaName != null && Charset.isSupported(javaName) ? Charset.forName(javaName) : null;
    }

    /** {@code "100"} of {@code "ISO_IR 100"} and {@code "ISO 2022 IR 100"}; the term itself otherwise. */
    private static String registration(String term) {
        return term.replaceFirst("^(ISO_IR|ISO 2022 IR) ", "");
    }

    /** The defined terms; empty for the default repertoire. */
    public List<String> terms() {
        return terms;
    }

    /** Whether all text can be read. */
    public boolean isSupported() {
        return charset != null;
    }

    /** Characters of {@code bytes}; what cannot be read becomes U+FFFD. */
    String decode(byte[] bytes) {
        if (isAscii(bytes)) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
        return charset == null || isEscaped(bytes) ? asciiOnly(bytes) : new String(bytes, charset);
    }

    /** Bytes of {@code text}; empty when this set lacks one of its characters. */
    Optional<byte[]> encode(String text) {
        try {
            Charset known = charset == null ? StandardCharsets.US_ASCII : charset;
            ByteBuffer encoded = known.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return Optional.of(bytes);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Whether every byte is a printing character or control of ISO 646, which all supported sets share. */
    static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0 || b == ESCAPE) {
                return false;
            }
        }
        return true;
    }

    private static boolean isEscaped(byte[] bytes) {
        return IntStream.range(0, bytes.length).anyMatch(i -> bytes[i] == ESCAPE);
    }

    private static String asciiOnly(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        for (byte b : bytes) {
            text.append(b < 0 || b == ESCAPE ? UNKNOWN : (char) b);
        }
        return text.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SpecificCharacterSet set && set.terms.equals(terms);
    }

    @Override
    public int hashCode() {
        return terms.hashCode();
    }

    @Override
    public String toString() {
        return terms.isEmpty() ? "ISO_IR 6" : String.join("\\", terms);
    }
}
