package org.candela.net.dimse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** Cuts commands and data sets into P-DATA-TF PDUs of the length that the peer takes (PS3.8 Annex E). One thread. */
final class Outgoing {
    static final int PDV_HEADER = 6;
    private static final int MOST = 1 << 18;
    private static final int START = PduCodec.HEADER + PDV_HEADER;
    private static final int LAST = 2;

    private final int most;
    private byte[] now;
    private byte[] ahead;

    /** Where finished PDUs go. */
    interface Sink {
        void put(byte[] pdu, int count) throws DimseException;
    }

    /** @param maxLength longest PDU that the peer takes, 0 for any (PS3.8 D.1) */
    Outgoing(long maxLength) {
        long limit = maxLength == 0 ? MOST : Math.min(maxLength, MOST);
        int room = (int) limit - PDV_HEADER;
        this.most = room > 1 ? room & ~1 : room; // fragments of even length, as DICOM counts
        this.now = new byte[0];
        this.ahead = now;
    }

    static boolean takesNothing(long maxLength) {
        return maxLength != 0 && maxLength <= PDV_HEADER;
    }

    void command(int contextId, byte[] command, Sink sink) throws DimseException {
        for (int at = 0; at < command.length; at += most) {
            int count = Math.min(most, command.length - at);
            byte[] pdu = new byte[START + count];
            System.arraycopy(command, at, pdu, START, count);
            frame(pdu, count, contextId, 1 | (at + count == command.length ? LAST : 0));
            sink.put(pdu, pdu.length);
        }
    }

    /**
     * Each fragment is read ahead, since the one before must say whether it is the last.
     *
     * @throws IOException that of {@code data}
     */
    void data(int contextId, InputStream data, Sink sink) throws DimseException, IOException {
        if (now.length == 0) {
            now = new byte[START + most];
            ahead = new byte[START + most];
        }
        int count = data.readNBytes(now, START, most);
        boolean isLast;
        do {
            int following = count < most ? 0 : data.readNBytes(ahead, START, most);
            isLast = following == 0;
            frame(now, count, contextId, isLast ? LAST : 0);
            sink.put(now, START + count);
            byte[] swap = now;
            now = ahead;
            ahead = swap;
            count = following;
        } while (!isLast);
    }

    private static void frame(byte[] pdu, int count, int contextId, int header) {
        ByteBuffer.wrap(pdu)
                .put((byte) 4)
                .put((byte) 0)
                .putInt(count + PDV_HEADER)
                .putInt(count + 2)
                .put((byte) contextId)
                .put((byte) header);
    }
}
