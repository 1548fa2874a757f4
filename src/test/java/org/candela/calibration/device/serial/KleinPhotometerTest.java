package org.candela.calibration.device.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.candela.base.Cancellation;
import org.candela.calibration.Luminance;
import org.candela.calibration.Tristimulus;
import org.candela.calibration.device.DeviceException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class KleinPhotometerTest {
    private static final String WHO = "P0K-10-A K10A00123<0>";
    private static final String TAIL = "\u0000<0>";

    private final PtyMeter pty = new PtyMeter();

    @AfterEach
    void unplug() throws InterruptedException {
        pty.close();
    }

    // [utest->req~device.klein~1]
    @Test
    void aReadingIsThreeValuesOfMantissaAndExponent() throws Exception {
        pty.answering(WHO).answering("N5" + value(0x5F00, 8) + value(0x6400, 8) + value(0x6D00, 8) + TAIL);

        try (KleinPhotometer meter = open()) {
            assertEquals(new Tristimulus(95, 100, 109), meter.readColour().orElseThrow());
            assertEquals("Klein K-10-A K10A00123", meter.identity().text());
        }
        assertEquals(java.util.List.of("P0", "N5"), pty.commands());
    }

    @Test
    void exponentsBelowNoughtAreSmallLight() {
        byte[] reply = ("N5" + value(0x4000, -1) + value(0x4000, -1) + value(0xC000, -2) + TAIL)
                .getBytes(StandardCharsets.ISO_8859_1);

        assertEquals(new KleinReply.Reading(0.125, 0.125, -0.0625), KleinReply.reading(reply));
    }

    @Test
    void noiseBelowBlackIsBlackAndMoreIsRefused() throws Exception {
        pty.answering(WHO)
                .answering("N5" + value(0xC000, -8) + value(0x4000, -4) + value(0xC000, -8) + TAIL)
                .answering("N5" + value(0xC000, 1) + value(0x4000, -4) + value(0x4000, -4) + TAIL);

        try (KleinPhotometer meter = open()) {
            assertEquals(new Luminance(1 / 64.0), meter.read());
            assertEquals(
                    "device.unreadable",
                    assertThrows(DeviceException.class, meter::read).code());
        }
    }

    @Test
    void itsErrorsAreTold() throws Exception {
        pty.answering(WHO).answering("N5<B>");

        try (KleinPhotometer meter = open()) {
            DeviceException refusal = assertThrows(DeviceException.class, meter::read);
            assertEquals("device.failed", refusal.code());
            assertTrue(refusal.toString().contains("error B"), refusal.getMessage());
        }
    }

    @Test
    void halfAReadingIsNone() throws Exception {
        pty.answering(WHO).answering("N5" + value(0x5F00, 8)).start();
        KleinReplyProbe probe = new KleinReplyProbe(pty);

        assertEquals("device.incomplete", probe.refusal().code());
    }

    @Test
    void anotherMeterIsNotTakenForOne() {
        pty.answering("OK00,   79.70 blanks<0>");

        assertEquals(
                "device.garbage",
                assertThrows(DeviceException.class, this::open).code());
    }

    @Test
    void noAnswerEndsInTime() {
        pty.silent();

        assertEquals(
                "device.timeout",
                assertThrows(DeviceException.class, this::open).code());
    }

    private KleinPhotometer open() throws DeviceException {
        pty.start();
        return KleinPhotometer.open(JSerialCommLine.open(pty.path(), SerialSettings.KLEIN), new Cancellation());
    }

    /** Asks by the dialogue itself, with a limit that a test can wait for. */
    private record KleinReplyProbe(PtyMeter pty) {
        DeviceException refusal() throws DeviceException {
            try (JSerialCommLine line = JSerialCommLine.open(pty.path(), SerialSettings.KLEIN)) {
                SerialDialogue dialogue = new SerialDialogue(line, "K-10", new Cancellation());
                dialogue.ask("P0\r", java.time.Duration.ofSeconds(5), bytes -> KleinReply.isWhole("P0", bytes));
                return assertThrows(
                        DeviceException.class,
                        () -> dialogue.ask(
                                "N5\r", java.time.Duration.ofSeconds(4), bytes -> KleinReply.isWhole("N5", bytes)));
            }
        }
    }

    private static String value(int bits, int exponent) {
        return "" + (char) (bits >> 8) + (char) (bits & 0xFF) + (char) (exponent & 0xFF);
    }
}
