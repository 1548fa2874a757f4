package org.candela.codec.video;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.candela.codec.stream.CodecException;

/**
 * What a stream is wrapped in (PS3.5 8.2.5 to 8.2.11 ask for a transport stream or MP4; bare streams are common).
 *
 * <p>Told from the first bytes and given to FFmpeg, which must not find out by itself: among the formats it would try are
 * lists of addresses to fetch.
 */
enum VideoContainer {
    MP4("mov"),
    TRANSPORT_STREAM("mpegts"),
    PROGRAM_STREAM("mpeg"),
    /** No container: the coded pictures themselves. */
    NONE("");

    /** Enough for the sync bytes of three packets of 192 bytes. */
    static final int HEAD = 512;

    private static final Set<String> BOXES = Set.of("ftyp", "moov", "mdat", "free", "skip", "wide", "styp");
    private static final int SYNC = 0x47;
    private static final int PACKET = 188;
    /** A packet with a time stamp before it, as on Blu-ray discs. */
    private static final int STAMPED_PACKET = 192;

    private static final int PACK_START = 0xBA;
    private static final int MAX_LEADING_ZEROS = 64;

    private final String format;

    VideoContainer(String format) {
        this.format = format;
    }

    /** FFmpeg's name of the format. */
    String format(VideoCoding coding) {
        return this == NONE ? coding.elementary() : format;
    }

    /** The container that {@code head} begins. */
    static VideoContainer of(byte[] head) throws CodecException {
        if (head.length >= 8 && BOXES.contains(new String(head, 4, 4, StandardCharsets.ISO_8859_1))) {
            return MP4;
        }
        if (isPacketed(head, 0, PACKET) || isPacketed(head, STAMPED_PACKET - PACKET, STAMPED_PACKET)) {
            return TRANSPORT_STREAM;
        }
        int code = startCode(head);
        if (code == PACK_START) {
            return PROGRAM_STREAM;
        }
        if (code >= 0) {
            return NONE;
        }
        throw new CodecException(
                "the pixel data is no video: neither MP4, MPEG-2 transport or program stream, nor bare");
    }

    private static boolean isPacketed(byte[] head, int first, int packet) {
        return head.length > first + packet && head[first] == SYNC && head[first + packet] == SYNC;
    }

    /** The byte after the first start code 00 00 01, where only zeros come before it; else −1. */
    private static int startCode(byte[] head) {
        int zeros = 0;
        while (zeros < head.length && head[zeros] == 0 && zeros < MAX_LEADING_ZEROS) {
            zeros++;
        }
        boolean isCode = zeros >= 2 && zeros + 1 < head.length && head[zeros] == 1;
        return isCode ? head[zeros + 1] & 0xFF : -1;
    }
}
