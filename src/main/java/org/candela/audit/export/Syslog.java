package org.candela.audit.export;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Messages of RFC 5424 in the frames of RFC 5425, as IHE ITI-20 asks. Pure. */
// [impl->req~audit.syslog~1]
final class Syslog {
    /** Facility 10, security and authorization messages; severity 5, notice. */
    private static final int PRIORITY = 10 * 8 + 5;

    private static final String MESSAGE_ID = "DICOM+RFC3881";
    private static final String NOTHING = "-";
    private static final int MOST_HOST = 255;
    private static final int MOST_PROGRAM = 48;
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private Syslog() {}

    /** One message: its length in bytes, a space, the message. */
    static byte[] frame(Station station, Instant at, String xml) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(header(station, at).getBytes(StandardCharsets.US_ASCII));
        message.writeBytes(MARK); // RFC 5424 6.4: what follows is UTF-8
        message.writeBytes(xml.getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes((message.size() + " ").getBytes(StandardCharsets.US_ASCII));
        frame.writeBytes(message.toByteArray());
        return frame.toByteArray();
    }

    private static String header(Station station, Instant at) {
        return "<" + PRIORITY + ">1 "
                + at.truncatedTo(ChronoUnit.MILLIS) + " "
                + name(station.host(), MOST_HOST) + " "
                + name(station.program(), MOST_PROGRAM) + " "
                + station.process() + " "
                + MESSAGE_ID + " "
                + NOTHING + " ";
    }

    /** Printable ASCII without spaces; what is not becomes an underscore. */
    private static String name(String text, int most) {
        String plain = text.replaceAll("[^\\x21-\\x7e]", "_");
        return plain.substring(0, Math.min(plain.length(), most));
    }
}
