package org.candela.calibration.device.hid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.hid.ColorHugMessage.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms of colord's ch-common.h. */
// [utest->req~device.colorhug-message~1]
class ColorHugMessageTest {
    @Test
    void aRequestIsTheCommandAndItsArgumentsIn64Bytes() {
        byte[] report = ColorHugMessage.encode(Command.TAKE_READING_XYZ, (byte) 0x40, (byte) 0, (byte) 0);

        assertEquals(64, report.length);
        assertArrayEquals(new byte[] {0x23, 0x40, 0, 0, 0}, Arrays.copyOf(report, 5));
        assertArrayEquals(new byte[59], Arrays.copyOfRange(report, 5, 64));
    }

    @ParameterizedTest
    @CsvSource({
        "SET_MULTIPLIER, 4",
        "GET_INTEGRAL_TIME, 5",
        "SET_INTEGRAL_TIME, 6",
        "GET_FIRMWARE_VERSION, 7",
        "GET_SERIAL_NUMBER, 11",
        "TAKE_READING_XYZ, 35",
        "SELF_TEST, 64"
    })
    void commandsHaveTheirNumbers(Command command, int code) {
        assertEquals(code, command.code());
    }

    @Test
    void aReadingIsThreePackedNumbersWithTheLowByteFirst() throws DeviceException {
        byte[] data = decode(Command.TAKE_READING_XYZ, "0023" + "00805f00" + "00006400" + "0000ffff");

        assertEquals(new ColorHugMessage.Reading(95.5, 100, -1), ColorHugMessage.reading(data));
    }

    @Test
    void firmwareAndSerialAreReadLowByteFirst() throws DeviceException {
        assertEquals(
                "1.2.256", ColorHugMessage.firmware(decode(Command.GET_FIRMWARE_VERSION, "0007" + "010002000001")));
        assertEquals("4294967295", ColorHugMessage.serial(decode(Command.GET_SERIAL_NUMBER, "000b" + "ffffffff")));
        assertEquals("259", ColorHugMessage.serial(decode(Command.GET_SERIAL_NUMBER, "000b" + "03010000")));
    }

    @ParameterizedTest
    @CsvSource({
        "01, device.unsupported, unknown command",
        "04, device.out-of-range, underflow sensor: too bright or too dark",
        "0b, device.unsupported, plug it in again",
        "0c, device.needs-calibration, no calibration",
        "0f, device.out-of-range, overflow sensor",
        "11, device.failed, device deactivated",
        "13, device.failed, self test sensor",
        "20, device.failed, self test adc vref",
        "21, device.failed, unknown error 33",
        "ff, device.failed, unknown error 255"
    })
    void everyErrorByteHasItsWords(String error, String code, String words) {
        DeviceException refusal = refusal(Command.TAKE_READING_XYZ, error + "23" + "00".repeat(62));

        assertEquals(code, refusal.code());
        assertTrue(refusal.toString().contains(words), refusal.getMessage());
    }

    @Test
    void theReplyToAnotherCommandIsRefused() {
        DeviceException refusal = refusal(Command.TAKE_READING_XYZ, "000b" + "00".repeat(62));

        assertEquals("device.garbage", refusal.code());
        assertEquals("meter: a reply to command 0b instead of 23", refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "0023", "0023000000000000000000"})
    void aShortReplyIsRefused(String report) {
        assertEquals(
                "device.incomplete", refusal(Command.TAKE_READING_XYZ, report).code());
    }

    private static byte[] decode(Command command, String hex) throws DeviceException {
        return ColorHugMessage.decode(command, Arrays.copyOf(HexFormat.of().parseHex(hex), 64), "meter");
    }

    private static DeviceException refusal(Command command, String hex) {
        return assertThrows(
                DeviceException.class,
                () -> ColorHugMessage.decode(command, HexFormat.of().parseHex(hex), "meter"));
    }
}
