package org.candela.net.dimse;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.candela.Mutator;

/**
 * Damages what a peer says on an association: whole PDUs go, come twice, change places or stand where they must not; lengths
 * lie; values are empty, cut to crumbs or in another context; items lie in items. Then bytes are damaged as anywhere. Bytes
 * before {@code start} stay.
 */
record PduMutation(int start) {
    private static final int KINDS = 12;
    private static final int MOST_FAULTS = 3;
    private static final int DATA = 4;
    private static final int[] LENGTHS = {
        0, 1, 3, 4, 5, 67, 68, 1 << 16, 1 << 18, (1 << 18) + 7, 1 << 20, (1 << 20) + 1, Integer.MAX_VALUE, -1, -4
    };

    byte[] mutated(byte[] seed, Random random) {
        List<byte[]> pdus = split(seed);
        int faults = random.nextInt(MOST_FAULTS + 1);
        for (int i = 0; i < faults && !pdus.isEmpty(); i++) {
            damage(pdus, random);
        }
        byte[] said = joined(pdus);
        byte[] damaged = faults > 0 && random.nextBoolean() ? said : Mutator.mutated(said, random);
        return ByteBuffer.allocate(start + damaged.length)
                .put(seed, 0, start)
                .put(damaged)
                .array();
    }

    private List<byte[]> split(byte[] seed) {
        List<byte[]> pdus = new ArrayList<>();
        int at = start;
        while (at + PduCodec.HEADER <= seed.length) {
            int end = at + PduCodec.HEADER + ByteBuffer.wrap(seed).getInt(at + 2);
            pdus.add(Arrays.copyOfRange(seed, at, end));
            at = end;
        }
        return pdus;
    }

    private static byte[] joined(List<byte[]> pdus) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pdus.forEach(out::writeBytes);
        return out.toByteArray();
    }

    private static void damage(List<byte[]> pdus, Random random) {
        int at = random.nextInt(pdus.size());
        byte[] pdu = pdus.get(at);
        if (pdu.length < PduCodec.HEADER) { // cut before
            pdus.remove(at);
            return;
        }
        switch (random.nextInt(KINDS)) {
            case 0 -> pdus.remove(at);
            case 1 -> pdus.add(at, pdu.clone());
            case 2 -> Collections.swap(pdus, at, random.nextInt(pdus.size()));
            case 3 -> pdus.add(at, intruder(random));
            case 4 -> pdu[0] = (byte) random.nextInt(10);
            case 5 -> ByteBuffer.wrap(pdu).putInt(2, LENGTHS[random.nextInt(LENGTHS.length)]);
            case 6 -> ByteBuffer.wrap(pdu).putInt(2, pdu.length - PduCodec.HEADER + random.nextInt(9) - 4);
            case 7 -> pdus.set(at, Arrays.copyOf(pdu, random.nextInt(pdu.length)));
            case 8 -> pdus.set(at, pdu[0] == DATA ? empty(pdu, random) : nested(pdu, random));
            case 9 -> pdus.set(at, pdu[0] == DATA ? crumbs(pdu) : nested(pdu, random));
            case 10 -> change(pdu, 10, (byte) random.nextInt(12)); // the context of the first value
            default -> change(pdu, 11, (byte) random.nextInt(4)); // command or data, last or not
        }
    }

    private static void change(byte[] pdu, int place, byte value) {
        if (pdu.length > place) {
            pdu[place] = value;
        }
    }

    /** One that most states forbid. */
    private static byte[] intruder(Random random) {
        Pdu[] pdus = {
            new Pdu.AssociateReject(1 + random.nextInt(2), 1 + random.nextInt(3), random.nextInt(8)),
            new Pdu.ReleaseRequest(),
            new Pdu.ReleaseReply(),
            new Pdu.Abort(random.nextInt(3), random.nextInt(7)),
            new Pdu.AssociateRequest("A", "B", List.of(), UserInformation.NONE),
            new Pdu.AssociateAccept("A", "B", List.of(), UserInformation.NONE),
            new Pdu.DataTransfer(List.of(new Pdu.Pdv(1, random.nextInt(4), new byte[random.nextInt(40)])))
        };
        return PduCodec.encode(pdus[random.nextInt(pdus.length)]);
    }

    /** The same after values without a byte, which are not the last of anything, or are. */
    private static byte[] empty(byte[] pdu, Random random) {
        int count = 1 << random.nextInt(12);
        int header = random.nextInt(4);
        ByteArrayOutputStream values = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            values.writeBytes(new byte[] {0, 0, 0, 2, pdu.length > 10 ? pdu[10] : 1, (byte) header});
        }
        values.write(pdu, PduCodec.HEADER, pdu.length - PduCodec.HEADER);
        return framed(DATA, values.toByteArray());
    }

    /** The first value, each byte of it a value of its own. */
    private static byte[] crumbs(byte[] pdu) {
        if (pdu.length < 13) {
            return pdu;
        }
        ByteArrayOutputStream values = new ByteArrayOutputStream();
        for (int i = 12; i < Math.min(pdu.length, 4000); i++) {
            int last = i == pdu.length - 1 ? pdu[11] & 2 : 0;
            values.writeBytes(new byte[] {0, 0, 0, 3, pdu[10], (byte) ((pdu[11] & 1) | last), pdu[i]});
        }
        return framed(DATA, values.toByteArray());
    }

    /** The variable part again and again inside an item of a kind that holds items. */
    private static byte[] nested(byte[] pdu, Random random) {
        byte[] body = Arrays.copyOfRange(pdu, PduCodec.HEADER, pdu.length);
        int fixed = Math.min(body.length, 68);
        byte[] items = Arrays.copyOfRange(body, fixed, body.length);
        int[] kinds = {0x10, 0x20, 0x21, 0x50, 0x54, 0x56, 0x58};
        for (int depth = 1 + random.nextInt(200); depth > 0 && items.length < 0xFF00; depth--) {
            items = ByteBuffer.allocate(items.length + 4)
                    .put((byte) kinds[random.nextInt(kinds.length)])
                    .put((byte) 0)
                    .putShort((short) items.length)
                    .put(items)
                    .array();
        }
        return framed(
                pdu[0],
                ByteBuffer.allocate(fixed + items.length)
                        .put(body, 0, fixed)
                        .put(items)
                        .array());
    }

    private static byte[] framed(int type, byte[] body) {
        return ByteBuffer.allocate(PduCodec.HEADER + body.length)
                .put((byte) type)
                .put((byte) 0)
                .putInt(body.length)
                .put(body)
                .array();
    }
}
