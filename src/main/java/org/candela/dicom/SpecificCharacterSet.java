package org.candela.dicom;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Character repertoire of a data set's text, from Specific Character Set (0008,0005) (PS3.3 C.12.1.1.2).
 *
 * <p>All defined terms are known: the single-byte sets, those of Japan, Korea and China with their escape sequences
 * (ISO 2022), UTF-8, GB18030 and GBK; also in the spellings that are common but wrong, such as {@code ISO-IR 100}. Of
 * an unknown term {@link #isSupported()} is false: ASCII characters are read and every other byte becomes U+FFFD,
 * visibly unknown instead of guessed. Immutable.
 */
public final class SpecificCharacterSet {
    private static final Map<String, String> WHOLE = Map.of("ISOIR192", "UTF-8", "GB18030", "GB18030", "GBK", "GBK");
    private static final byte ESCAPE = 0x1B;

    /** The defined terms of PS3.3 Tables C.12-2 to C.12-5, without the empty one for the default repertoire. */
    // [impl->req~dicom.statement~1]
    public static final List<String> DEFINED_TERMS = List.of(
            "ISO_IR 100",
            "ISO_IR 101",
            "ISO_IR 109",
            "ISO_IR 110",
            "ISO_IR 144",
            "ISO_IR 127",
            "ISO_IR 126",
            "ISO_IR 138",
            "ISO_IR 148",
            "ISO_IR 203",
            "ISO_IR 13",
            "ISO_IR 166",
            "ISO 2022 IR 6",
            "ISO 2022 IR 100",
            "ISO 2022 IR 101",
            "ISO 2022 IR 109",
            "ISO 2022 IR 110",
            "ISO 2022 IR 144",
            "ISO 2022 IR 127",
            "ISO 2022 IR 126",
            "ISO 2022 IR 138",
            "ISO 2022 IR 148",
            "ISO 2022 IR 203",
            "ISO 2022 IR 13",
            "ISO 2022 IR 166",
            "ISO 2022 IR 87",
            "ISO 2022 IR 159",
            "ISO 2022 IR 149",
            "ISO 2022 IR 58",
            "ISO_IR 192",
            "GB18030",
            "GBK");

    /** The default repertoire, ISO IR 6: ASCII. */
    public static final SpecificCharacterSet DEFAULT = new SpecificCharacterSet(List.of());

    /** Unicode in UTF-8, {@code ISO_IR 192}. */
    public static final SpecificCharacterSet UTF_8 = new SpecificCharacterSet(List.of("ISO_IR 192"));

    private final List<String> terms;
    private final @Nullable Charset whole;
    private final @Nullable CodeExtensions extensions;

    private SpecificCharacterSet(List<String> terms) {
        this.terms = terms;
        String javaName = terms.isEmpty() ? null : WHOLE.get(compact(terms.get(0)));
        this.whole = javaName != null && Charset.isSupported(javaName) ? Charset.forName(javaName) : null;
        this.extensions = javaName == null ? extensionsOf(terms) : null;
    }

    private static @Nullable CodeExtensions extensionsOf(List<String> terms) {
        List<String> known = terms.isEmpty() ? List.of("") : terms;
        return CodeExtensions.of(
                        known.stream().map(SpecificCharacterSet::registration).toList())
                .orElse(null);
    }

    /** {@code "100"} of {@code "ISO_IR 100"} and {@code "ISO 2022 IR 100"}; what is no such term never matches one. */
    private static String registration(String term) {
        String compact = compact(term);
        if (compact.isEmpty()) {
            return "";
        }
        String number = compact.replaceFirst("^ISO(2022)?IR", "");
        return number.length() == compact.length() ? "?" : number;
    }

    private static String compact(String term) {
        return term.replaceAll("[ _-]", "").toUpperCase(Locale.ROOT);
    }

    /** The set with these defined terms, as the values of (0008,0005); no value means the default repertoire. */
    public static SpecificCharacterSet of(List<String> terms) {
        if (terms.isEmpty() || terms.equals(List.of(""))) {
            return DEFAULT;
        }
        return terms.equals(UTF_8.terms) ? UTF_8 : new SpecificCharacterSet(List.copyOf(terms));
    }

    /** The defined terms; empty for the default repertoire. */
    public List<String> terms() {
        return terms;
    }

    /** Whether all text can be read. */
    public boolean isSupported() {
        return whole != null || extensions != null;
    }

    /** Characters of a value of {@code vr}, delimiters included; what cannot be read becomes U+FFFD. */
    String decode(byte[] bytes, VR vr) {
        boolean readsAscii = extensions == null || extensions.readsAscii();
        if (readsAscii && isAscii(bytes)) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
        if (whole != null) {
            return new String(bytes, whole);
        }
        CodeExtensions known = extensions == null ? DEFAULT.extensions : extensions;
        return known == null ? "" : known.decode(bytes, vr == VR.PN ? "\\^=" : vr.isMultiValued() ? "\\" : "");
    }

    /** Bytes of {@code text}; empty when this set lacks one of its characters. */
    Optional<byte[]> encode(String text) {
        if (extensions != null) {
            return extensions.encode(text);
        }
        try {
            Charset known = whole == null ? StandardCharsets.US_ASCII : whole;
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
