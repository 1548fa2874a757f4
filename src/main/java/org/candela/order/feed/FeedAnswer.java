package org.candela.order.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.candela.base.Sha256;
import org.candela.order.feed.FeedException.Refusal;

/** Acknowledgements (HL7 v2.5.1 §2.9): in enhanced mode commit codes, else application codes. ASCII, so in every character set. */
final class FeedAnswer {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'+0000'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int ID_LENGTH = 19;

    private FeedAnswer() {}

    static byte[] accepted(Header header, Instant now) {
        return bytes(begin(header, now, "AA", ""));
    }

    static byte[] refused(Header header, Instant now, FeedException why) {
        Refusal refusal = why.refusal();
        String words = clean(String.valueOf(why.getMessage()));
        String error = "ERR|||" + refusal.condition() + "^" + refusal.text() + "^HL70357|E||||" + words + "\r";
        return bytes(begin(header, now, refusal.code(), words) + error);
    }

    private static String begin(Header header, Instant now, String code, String words) {
        String event = header.event().isEmpty() ? "" : "^" + clean(header.event());
        String version = header.version().isEmpty() ? "2.5.1" : clean(header.version());
        // The same for the same message, so that an answer sent again is the same answer.
        String id = "K"
                + Sha256.hex(header.sender() + " " + header.controlId())
                        .substring(0, ID_LENGTH)
                        .toUpperCase(Locale.ROOT);
        return "MSH|^~\\&|" + clean(header.receivingApplication()) + "|" + clean(header.receivingFacility()) + "|"
                + clean(header.application()) + "|" + clean(header.facility()) + "|" + TIME.format(now) + "||ACK"
                + event + "|" + id + "|P|" + version + "\r" + "MSA|"
                + (header.wantsCommit() ? "C" + code.substring(1) : code) + "|" + clean(header.controlId())
                + (words.isEmpty() ? "" : "|" + words) + "\r";
    }

    /** Nothing of a sender's words may become a separator of ours. */
    private static String clean(String text) {
        return text.replaceAll("[^ -~]", "?").replaceAll("[|~&\\\\]", " ");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
