package org.candela.calibration.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages as they were seen on the wires of real monitors, and as the standard prints them. */
class DdcMessageTest {
    // [utest->req~device.ddc-message~1]
    @Test
    void requestsAreThoseOfTheStandard() {
        assertArrayEquals(
                bytes("51 82 01 10 AC"), DdcMessage.read(VcpFeature.LUMINANCE).encode());
        assertArrayEquals(
                bytes("51 82 01 14 A8"),
                DdcMessage.read(VcpFeature.COLOUR_PRESET).encode());
        assertArrayEquals(
                bytes("51 84 03 10 00 32 9A"),
                DdcMessage.set(VcpFeature.LUMINANCE, 50).encode());
        assertArrayEquals(
                bytes("51 83 F3 00 20 6F"), DdcMessage.readCapabilities(32).encode());
        assertArrayEquals(
                bytes("51 84 E2 73 01 00 2B"),
                DdcMessage.readTable(VcpFeature.LUT_SIZE, 256).encode());
        assertArrayEquals(
                bytes("51 86 E7 75 00 00 AA BB 3A"),
                DdcMessage.setTable(VcpFeature.BLOCK_LUT, 0, new byte[] {(byte) 0xAA, (byte) 0xBB})
                        .encode());
    }

    /** Replies of three monitors to luminance: 75, 58 and 62 of 100; the first and last bytes are as captured. */
    // [utest->req~device.ddc-message~1]
    @ParameterizedTest
    @CsvSource({
        "6E 88 02 00 10 00 00 64 00 4B 8B, 75",
        "6E 88 02 00 10 00 00 64 00 3A FA, 58",
        "6E 88 02 00 10 00 00 64 00 3E FE, 62"
    })
    void capturedRepliesAreRead(String captured, int luminance) throws Exception {
        DdcMessage reply = DdcMessage.decode(bytes(captured));

        assertTrue(reply.is(DdcMessage.FEATURE_REPLY, 7));
        assertEquals(0x10, reply.data(1));
        assertEquals(100, reply.data(4));
        assertEquals(luminance, reply.data(6));
    }

    // [utest->req~device.ddc-message~1]
    @Test
    void theNullMessageSaysNothing() throws Exception {
        assertTrue(DdcMessage.decode(bytes("6E 80 BE")).isNull());
        assertTrue(DdcMessage.decode(bytes("6E 80 BE FF FF FF FF FF FF FF FF")).isNull());
        assertFalse(
                DdcMessage.decode(bytes("6E 88 02 00 10 00 00 64 00 4B 8B 00")).isNull());
    }

    // [utest->req~device.ddc-message~1]
    @ParameterizedTest
    @CsvSource({
        "'', is shorter than 3 bytes",
        "6E 80, is shorter than 3 bytes",
        "51 88 02 00 10 00 00 64 00 4B 8B, byte 0 is not 6E",
        "6E 51 02 00 10 00 00 64 00 4B 8B, byte 1 is no length within 11 bytes",
        "6E 89 02 00 10 00 00 64 00 4B 8B, byte 1 is no length within 11 bytes",
        "6E FF 02 00 10 00 00 64 00 4B 8B, byte 1 is no length within 11 bytes",
        "6E 88 02 00 10 00 00 64 00 4A 8B, byte 10 is not the checksum",
        "FF FF FF FF FF FF FF FF FF FF FF, byte 0 is not 6E",
        "00 00 00 00 00 00 00 00 00 00 00, byte 0 is not 6E"
    })
    void whatIsBrokenIsNamedWithItsByte(String broken, String problem) {
        DeviceException told = assertThrows(DeviceException.class, () -> DdcMessage.decode(bytes(broken)));

        assertEquals("device.garbled", told.code());
        assertTrue(String.valueOf(told.getMessage()).contains(problem), told.getMessage());
    }

    /** The checksum is one of exclusive or, so one changed byte never passes. */
    // [utest->req~device.ddc-message~1]
    @Test
    void noSingleChangedByteIsTakenForAnotherValue() throws Exception {
        byte[] captured = bytes("6E 88 02 00 10 00 00 64 00 4B 8B");
        for (int at = 0; at < captured.length; at++) {
            for (int value = 0; value < 256; value++) {
                byte[] changed = captured.clone();
                changed[at] = (byte) value;
                if (value != (captured[at] & 0xFF)) {
                    assertThrows(DeviceException.class, () -> DdcMessage.decode(changed));
                }
            }
        }
    }

    @Test
    void noiseIsRefusedAndNeverMore() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            byte[] noise = new byte[random.nextInt(48)];
            random.nextBytes(noise);
            if (noise.length > 1 && i % 2 == 0) {
                noise[0] = 0x6E;
                noise[1] = (byte) (0x80 | random.nextInt(40));
            }
            try {
                assertTrue(DdcMessage.decode(noise).encode().length <= DdcMessage.MOST + 3);
            } catch (DeviceException e) {
                assertEquals("device.garbled", e.code());
            }
        }
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
