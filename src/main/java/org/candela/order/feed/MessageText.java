package org.candela.order.feed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.candela.order.feed.FeedException.Refusal;

/** Bytes of a message to text, by the character set it names in MSH-18 (HL7 table 0211). */
final class MessageText {
    private static final Map<String, String> CHARSETS = Map.ofEntries(
            Map.entry("ASCII", "US-ASCII"),
            Map.entry("ISO IR6", "US-ASCII"),
            Map.entry("8859/1", "ISO-8859-1"),
            Map.entry("8859/2", "ISO-8859-2"),
            Map.entry("8859/3", "ISO-8859-3"),
            Map.entry("8859/4", "ISO-8859-4"),
            Map.entry("8859/5", "ISO-8859-5"),
            Map.entry("8859/6", "ISO-8859-6"),
            Map.entry("8859/7", "ISO-8859-7"),
            Map.entry("8859/8", "ISO-8859-8"),
            Map.entry("8859/9", "ISO-8859-9"),
            Map.entry("8859/15", "ISO-8859-15"),
            Map.entry("UNICODE UTF-8", "UTF-8"),
            Map.entry("UNICODE", "UTF-8"), // senders that write it mean this; UTF-16 could not go through MLLP
            Map.entry("UTF-8", "UTF-8"),
            Map.entry("GB 18030-2000", "GB18030"),
            Map.entry("BIG-5", "Big5"),
            Map.entry("KS X 1001", "EUC-KR"),
            Map.entry("ISO IR87", "ISO-2022-JP"),
            Map.entry("ISO IR159", "ISO-2022-JP-2"));
    private static final int CHARACTER_SET_FIELD = 18;

    private MessageText() {}

    /** @throws FeedException when the set is unknown or the bytes are not of it */
    static String decode(byte[] message) throws FeedException {
        String told = toldIn(message);
        if (told.isEmpty()) {
            return untold(message);
        }
        String name = CHARSETS.get(told.toUpperCase(Locale.ROOT));
        if (name == null || !Charset.isSupported(name)) {
            throw new FeedException(
                    Refusal.TABLE_VALUE, "MSH-18: the character set \"" + told + "\" is not known here");
        }
        try {
            return strict(message, Charset.forName(name));
        } catch (CharacterCodingException e) {
            throw new FeedException(Refusal.DATA_TYPE, "the message is not in " + told + ", which MSH-18 says it is");
        }
    }

    /** Every set that goes through MLLP writes the header's separators as ASCII does. */
    private static String toldIn(byte[] message) {
        String latin = new String(message, StandardCharsets.ISO_8859_1);
        int end = latin.indexOf('\r');
        String header = end < 0 ? latin : latin.substring(0, end);
        if (header.length() < 8) {
            return "";
        }
        String[] fields = header.split(Pattern.quote(header.substring(3, 4)), -1);
        if (fields.length < CHARACTER_SET_FIELD) {
            return "";
        }
        return fields[CHARACTER_SET_FIELD - 1].split(Pattern.quote(header.substring(5, 6)), 2)[0].strip();
    }

    /** ASCII by the standard; in truth UTF-8 where it can be read as such, else Latin-1, where every byte is something. */
    private static String untold(byte[] message) {
        try {
            return strict(message, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            return new String(message, StandardCharsets.ISO_8859_1);
        }
    }

    private static String strict(byte[] message, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(message))
                .toString();
    }
}
