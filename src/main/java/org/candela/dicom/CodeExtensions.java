package org.candela.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Text with code extensions of ISO 2022 (PS3.5 §6.1.2.5): escape sequences change the sets behind bytes 21–7E (G0) and
 * A0–FF (G1), and delimiters bring back those of the first value of Specific Character Set. Immutable.
 */
// [impl->req~dicom.character-sets~1]
final class CodeExtensions {
    private static final char UNKNOWN = '\uFFFD';
    private static final int ESCAPE = 0x1B;
    private static final int DELETE = 0x7F;
    private static final String DELIMITERS = "\\^=\r\n\f\t";

    private final CodeSet initialG0;
    private final @Nullable CodeSet initialG1;
    private final List<CodeSet> sets;

    /** Sets in the order of the values of Specific Character Set. */
    private CodeExtensions(List<CodeSet> first, List<CodeSet> sets) {
        CodeSet own = first.get(0);
        this.initialG0 = own.bytesPerCharacter() == 1 ? own : CodeSet.ASCII;
        this.initialG1 = first.size() > 1 ? first.get(1) : null;
        this.sets = sets;
    }

    /** The sets of these registration numbers; empty when one is unknown or this Java runtime lacks it. */
    static Optional<CodeExtensions> of(List<String> registrations) {
        List<CodeSet> sets = new ArrayList<>();
        for (String registration : registrations) {
            List<CodeSet> found = CodeSet.ofRegistration(registration);
            if (found.isEmpty() || !found.stream().allMatch(CodeSet::isAvailable)) {
                return Optional.empty();
            }
            sets.addAll(found);
        }
        return Optional.of(new CodeExtensions(CodeSet.ofRegistration(registrations.get(0)), sets));
    }

    /** Whether plain ASCII bytes are ASCII characters; not so where the Roman set of JIS X 0201 is G0. */
    boolean readsAscii() {
        return initialG0 == CodeSet.ASCII;
    }

    /**
     * Characters of {@code bytes}; what belongs to no set becomes U+FFFD.
     *
     * @param delimiters the characters, besides CR, LF, FF and TAB, at which the first sets come back
     */
    String decode(byte[] bytes, String delimiters) {
        return new Decoder(bytes, delimiters).decode();
    }

    private final class Decoder {
        private final byte[] bytes;
        private final String delimiters;
        private final StringBuilder text;
        private CodeSet g0 = initialG0;
        private @Nullable CodeSet g1 = initialG1;

        Decoder(byte[] bytes, String delimiters) {
            this.bytes = bytes;
            this.delimiters = delimiters;
            this.text = new StringBuilder(bytes.length);
        }

        String decode() {
            int at = 0;
            while (at < bytes.length) {
                int code = bytes[at] & 0xFF;
                if (code == ESCAPE) {
                    at = designate(at + 1);
                } else if (code <= ' ' || code == DELETE) {
                    control(code);
                    at++;
                } else if (code < DELETE) {
                    at = graphic(g0, at);
                } else {
                    at = graphic(g1, at);
                }
            }
            return text.toString();
        }

        private int designate(int at) {
            CodeSet set = CodeSet.designatedAt(bytes, at);
            if (set == null) {
                text.append(UNKNOWN);
                return at;
            }
            if (set.isG1()) {
                g1 = set;
            } else {
                g0 = set;
            }
            return at + set.escape().length();
        }

        private void control(int code) {
            text.append((char) code);
            if (code == '\r' || code == '\n' || code == '\f' || code == '\t') {
                reset();
            }
        }

        private void reset() {
            g0 = initialG0;
            g1 = initialG1;
        }

        private int graphic(@Nullable CodeSet set, int at) {
            if (set == null) {
                text.append(UNKNOWN);
                return at + 1;
            }
            if (set.bytesPerCharacter() == 1) {
                single(set, bytes[at] & 0xFF);
                return at + 1;
            }
            boolean hasPair = at + 1 < bytes.length && (bytes[at] ^ bytes[at + 1]) >= 0 && (bytes[at + 1] & 0x7F) > ' ';
            text.append(hasPair ? set.characters(bytes, at, 2) : String.valueOf(UNKNOWN));
            return at + (hasPair ? 2 : 1);
        }

        private void single(CodeSet set, int code) {
            if (code < DELETE && delimiters.indexOf(code) >= 0) {
                text.append((char) code); // a delimiter also where the set has a yen sign in its place
                reset();
            } else {
                text.append(set.character(code));
            }
        }
    }

    /** Bytes of {@code text} with the escape sequences it needs; empty when no set has one of its characters. */
    Optional<byte[]> encode(String text) {
        Encoder encoder = new Encoder();
        for (int i = 0; i < text.length(); i++) {
            if (!encoder.add(text.charAt(i))) {
                return Optional.empty();
            }
        }
        encoder.back();
        return Optional.of(encoder.bytes.toByteArray());
    }

    private final class Encoder {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private CodeSet g0 = initialG0;
        private @Nullable CodeSet g1 = initialG1;

        /** Whether the character could be written. */
        boolean add(char character) {
            if (DELIMITERS.indexOf(character) >= 0) {
                back();
                bytes.write(character);
                return true;
            }
            if (character <= ' ') {
                bytes.write(character);
                return true;
            }
            return write(g0, character)
                    || write(g1, character)
                    || write(initialG0, character)
                    || write(initialG1, character)
                    || sets.stream().anyMatch(set -> write(set, character));
        }

        private boolean write(@Nullable CodeSet set, char character) {
            byte[] code = set == null ? null : set.encode(character);
            // 5C is the delimiter of values even where a set has a yen sign there.
            if (set == null || code == null || (code.length == 1 && code[0] == '\\')) {
                return false;
            }
            use(set);
            bytes.write(code, 0, code.length);
            return true;
        }

        private void use(CodeSet set) {
            if (set.isG1() && set != g1) {
                g1 = set;
                designate(set);
            } else if (!set.isG1() && set != g0) {
                g0 = set;
                designate(set);
            }
        }

        private void designate(CodeSet set) {
            bytes.write(ESCAPE);
            bytes.writeBytes(set.escape().getBytes(StandardCharsets.US_ASCII));
        }

        /** PS3.5 §6.1.2.5.3: before a delimiter and at the end the first sets are back. */
        void back() {
            use(initialG0);
            if (initialG1 != null) {
                use(initialG1);
            }
            g1 = initialG1;
        }
    }
}
