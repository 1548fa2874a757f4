package org.candela.net.dimse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

// [utest->req~net.dimse.pdus~1]
class PduCodecTest {
    private static final DimseEndpoint PEER = DimseEndpoint.of(URI.create("dicom://PACS@localhost:104"), "CANDELA");

    private static byte[] request() {
        return PduCodec.encode(Contexts.gets(StorageClasses.all(), StorageClasses.syntaxes())
                .as("reader", "secret")
                .request(PEER));
    }

    private static byte[] body(byte[] pdu) {
        return Arrays.copyOfRange(pdu, PduCodec.HEADER, pdu.length);
    }

    @Test
    void aRequestComesBackAsItWas() throws Exception {
        Pdu.AssociateRequest read = (Pdu.AssociateRequest) PduCodec.decode(1, body(request()));

        assertEquals("PACS", read.called());
        assertEquals("CANDELA", read.calling());
        assertEquals(128, read.contexts().size());
        assertEquals(127, read.user().roles().size());
        assertEquals(Association.MAX_DATA, read.user().maxLength());
        assertArrayEquals(request(), PduCodec.encode(read));
    }

    @Test
    void aCutRequestIsRefused() {
        byte[] body = body(request());

        assertThrows(PduException.class, () -> PduCodec.decode(1, Arrays.copyOf(body, body.length - 1)));
    }

    @Test
    void aDataValueLongerThanItsPduIsRefused() {
        byte[] body = {0, 0, 1, 0, 1, 3, 0, 0};

        assertThrows(PduException.class, () -> PduCodec.decode(4, body));
    }

    @Test
    void dataValuesComeBack() throws Exception {
        Pdu.Pdv value = new Pdu.Pdv(5, 3, new byte[] {1, 2});

        byte[] pdu = PduCodec.encode(new Pdu.DataTransfer(List.of(value, value)));

        assertEquals(
                2, ((Pdu.DataTransfer) PduCodec.decode(4, body(pdu))).values().size());
    }
}
