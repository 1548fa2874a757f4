package org.candela.delivery.hl7;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.candela.delivery.hl7.OruMapping.Acknowledgements;

/**
 * A message ready to go, and what its own header asks for: whatever became of the mapping since it was written.
 *
 * @param bytes not copied, and written to by nobody
 */
public record Envelope(String controlId, byte[] bytes, Acknowledgements mode, MessageCharset charset) {
    private static final int ACCEPT = 14;
    private static final int APPLICATION = 15;
    private static final int CHARSET = 17;

    /** The message under this id. */
    public static Envelope of(String controlId, byte[] message) {
        String text = new String(message, StandardCharsets.ISO_8859_1); // MSH is the same in every character set here
        int end = text.indexOf('\r');
        List<String> msh = List.of((end < 0 ? text : text.substring(0, end)).split("\\|", -1));
        boolean isEnhanced = field(msh, ACCEPT).equals("AL");
        Acknowledgements mode = !isEnhanced
                ? Acknowledgements.ORIGINAL
                : field(msh, APPLICATION).equals("AL") ? Acknowledgements.APPLICATION : Acknowledgements.COMMIT;
        return new Envelope(
                controlId, message, mode, MessageCharset.of(field(msh, CHARSET)).orElse(MessageCharset.UTF_8));
    }

    private static String field(List<String> fields, int index) {
        return index < fields.size() ? fields.get(index) : "";
    }
}
