package org.candela.demo;

import java.util.regex.Pattern;

/**
 * The acknowledgement of an HL7 v2 message, written by hand so that it shares nothing with the code that sends reports
 * (HL7 v2.5.1 §2.9.2, Original Mode).
 */
final class Hl7Ack {
    private static final int CONTROL_ID = 9;

    private Hl7Ack() {}

    /** MSH-10 of a message; empty when it is no message. */
    static String controlId(String message) {
        return header(message).length > CONTROL_ID ? header(message)[CONTROL_ID] : "";
    }

    /** An acknowledgement with {@code code} (AA, AE or AR) of the message with {@code controlId}. */
    static String of(String message, String code, String controlId) {
        String[] header = header(message);
        String sender = field(header, 2) + "|" + field(header, 3);
        String receiver = field(header, 4) + "|" + field(header, 5);
        return "MSH|^~\\&|" + receiver + "|" + sender + "|" + field(header, 6) + "||ACK^R01^ACK|ACK" + controlId
                + "|P|2.5.1\r" + "MSA|" + code + "|" + controlId + "\r";
    }

    private static String field(String[] header, int index) {
        return index < header.length ? header[index] : "";
    }

    private static String[] header(String message) {
        int end = message.indexOf('\r');
        String first = end < 0 ? message : message.substring(0, end);
        return first.startsWith("MSH|") ? first.split(Pattern.quote("|"), -1) : new String[0];
    }
}
