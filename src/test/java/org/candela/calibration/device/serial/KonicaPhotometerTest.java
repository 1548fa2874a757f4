package org.candela.calibration.device.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.candela.base.Cancellation;
import org.candela.calibration.Luminance;
import org.candela.calibration.Tristimulus;
import org.candela.calibration.device.AttachedMeter;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.OpenMeter;
import org.candela.calibration.device.Photometer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The meters over the real library and a pseudo-terminal. */
@Timeout(60)
class KonicaPhotometerTest {
    private final PtyMeter pty = new PtyMeter();
    private final Cancellation cancellation = new Cancellation();

    @AfterEach
    void unplug() throws InterruptedException {
        pty.close();
    }

    // [utest->req~device.konica~1]
    // [utest->req~device.serial-line~1]
    @Test
    void aColourMeterGivesLuminanceAndColour() throws Exception {
        pty.answering("OK00\r\n").answering("OK00,  123.4, .3127, .3290\r\n").answering("OK00,100.0,.3127,.3290\r\n");

        try (KonicaPhotometer meter = open(KonicaPhotometer.Model.CS_100A)) {
            assertEquals(new Luminance(123.4), meter.read());
            Tristimulus light = meter.readColour().orElseThrow();
            assertEquals(95.046, light.x(), 0.001);
            assertEquals(100, light.y(), 1e-9);
            assertEquals(108.906, light.z(), 0.001);
            assertEquals("Konica Minolta CS-100A 1234567", meter.identity().text());
            assertEquals(Photometer.Aim.TELESCOPIC, meter.identity().aim());
        }
        assertEquals(List.of("MDS,04", "MES", "MES"), pty.commands());
    }

    @Test
    void aMeterOfLuminanceAloneHasNoColour() throws Exception {
        pty.answering("OK00\r\n").answering("OK00,   0.531\r\n");

        try (KonicaPhotometer meter = open(KonicaPhotometer.Model.LS_100)) {
            assertEquals(Optional.empty(), meter.readColour());
            assertEquals(new Luminance(0.531), meter.read());
        }
    }

    @Test
    void theLineIsSetAsTheMeterWantsIt() throws Exception {
        pty.answering("OK00\r\n");

        try (KonicaPhotometer meter = open(KonicaPhotometer.Model.LS_100)) {
            assertTrue(pty.terminal().is4800(), "4800 baud");
        }
    }

    @Test
    void aLineOfAnotherSpeedIsTold() {
        pty.doing(() -> pty.terminal().send(pty.terminal().is4800() ? "OK00\r\n" : "\u00ff\u00f0\u0000\u00c3\r\n"));
        pty.start();

        DeviceException refusal = assertThrows(
                DeviceException.class,
                () -> KonicaPhotometer.open(
                        JSerialCommLine.open(pty.path(), new SerialSettings(9600, 7, SerialSettings.Parity.EVEN, 2)),
                        KonicaPhotometer.Model.LS_100,
                        "",
                        cancellation));

        assertEquals("device.garbage", refusal.code());
        assertTrue(refusal.toString().contains("same speed"), refusal.getMessage());
        assertTrue(refusal.toString().contains("9600 7E2"), refusal.getMessage());
    }

    @Test
    void tooBrightOrTooDarkIsOutOfRange() throws Exception {
        assertEquals("device.out-of-range", refusal("ER10\r\n").code());
    }

    @Test
    void anEmptyBatteryIsTold() throws Exception {
        DeviceException refusal = refusal("ER30\r\n");

        assertEquals("device.battery", refusal.code());
        assertTrue(refusal.toString().contains("ER30: its battery is empty"), refusal.getMessage());
    }

    @Test
    void halfALineIsNoReading() throws Exception {
        pty.answering("OK00,   12").start();

        try (JSerialCommLine line = JSerialCommLine.open(pty.path(), SerialSettings.KONICA_100)) {
            SerialDialogue dialogue = new SerialDialogue(line, "LS-100", cancellation);
            DeviceException refusal =
                    assertThrows(DeviceException.class, () -> dialogue.ask("MES", Duration.ofSeconds(4)));
            assertEquals("device.incomplete", refusal.code());
            assertTrue(refusal.toString().contains("\"OK00,   12\""), refusal.getMessage());
        }
    }

    @Test
    void garbageIsNoReading() throws Exception {
        assertEquals("device.garbage", refusal("\u0001\u00fe#+\r\n").code());
        assertEquals("device.garbage", refusedText("hello there").code());
    }

    @Test
    void endlessGarbageIsEnded() throws Exception {
        assertEquals("device.garbage", refusal("x".repeat(1000)).code());
    }

    @Test
    void theReadingOfAnotherModelIsRefused() throws Exception {
        assertEquals("device.unreadable", refusal("OK00,123.4,.3127,.3290\r\n").code());
    }

    @Test
    void theTrapOfACommaIsRefused() throws Exception {
        assertEquals("device.unreadable", refusal("OK00,   79,70\r\n").code());
    }

    // [utest->req~device.serial-dialogue~1]
    @Test
    void noAnswerEndsInTimeAndAsksForTheKeyHeld() {
        pty.silent();

        DeviceException refusal = assertThrows(DeviceException.class, () -> open(KonicaPhotometer.Model.LS_100));

        assertEquals("device.timeout", refusal.code());
        assertTrue(refusal.toString().contains("F held"), refusal.getMessage());
    }

    @Test
    void anUnpluggedLineIsGone() throws Exception {
        pty.answering("OK00\r\n").doing(() -> pty.terminal().close());

        try (KonicaPhotometer meter = open(KonicaPhotometer.Model.LS_100)) {
            assertEquals(
                    "device.gone",
                    assertThrows(DeviceException.class, meter::read).code());
            assertEquals(
                    "device.gone",
                    assertThrows(DeviceException.class, meter::read).code());
        }
    }

    @Test
    void cancellingEndsTheWait() throws Exception {
        pty.answering("OK00\r\n").doing(cancellation::cancel);

        try (KonicaPhotometer meter = open(KonicaPhotometer.Model.LS_100)) {
            assertThrows(CancellationException.class, meter::read);
        }
    }

    @Test
    void cancellingWhileItIsOpenedLetsTheLineGo() throws Exception {
        cancellation.cancel();

        assertThrows(CancellationException.class, () -> open(KonicaPhotometer.Model.LS_100));

        // Anew with 8 bits, since a pseudo-terminal takes 7 only while something else changes too.
        JSerialCommLine.open(pty.path(), SerialSettings.KLEIN).close();
    }

    @Test
    void aLineInUseIsBusy() throws Exception {
        try (JSerialCommLine first = JSerialCommLine.open(pty.path(), SerialSettings.KLEIN)) {
            DeviceException refusal =
                    assertThrows(DeviceException.class, () -> JSerialCommLine.open(pty.path(), SerialSettings.KLEIN));
            assertEquals("device.busy", refusal.code());
        }
    }

    @Test
    void aLineThatIsNotThereIsGone() {
        assertEquals(
                "device.gone",
                assertThrows(
                                DeviceException.class,
                                () -> JSerialCommLine.open("/dev/no-such-line", SerialSettings.KONICA_100))
                        .code());
    }

    @Test
    void aLineIsOpenedAsTheMeterThatSomebodyNames() throws Exception {
        SerialMeters meters = new SerialMeters();
        AttachedMeter found = new AttachedMeter(AttachedMeter.Kind.LINE, "", "", "", pty.path(), "serial", false);
        pty.answering("OK00\r\n").answering("OK00,  12.5\r\n").start();

        try (OpenMeter meter = meters.open(found.named("LS-100", "77"), cancellation)) {
            assertEquals(new Luminance(12.5), meter.read());
            assertEquals("77", meter.identity().serial());
        }
        DeviceException refusal = assertThrows(DeviceException.class, () -> meters.open(found, cancellation));
        assertEquals("device.unsupported", refusal.code());
    }

    @Test
    void linesAreListedWithoutOpeningThem() {
        assertTrue(
                JSerialCommLine.ports().stream().noneMatch(port -> port.path().isEmpty()));
    }

    private DeviceException refusal(String answer) throws DeviceException {
        pty.answering("OK00\r\n").answering(answer);
        try (KonicaPhotometer meter = open(KonicaPhotometer.Model.LS_100)) {
            return assertThrows(DeviceException.class, meter::read);
        }
    }

    private DeviceException refusedText(String answer) throws Exception {
        try (PtyMeter other = new PtyMeter()) {
            other.answering("OK00\r\n").answering(answer + "\r\n").start();
            try (KonicaPhotometer meter = KonicaPhotometer.open(
                    JSerialCommLine.open(other.path(), SerialSettings.KONICA_100),
                    KonicaPhotometer.Model.LS_100,
                    "",
                    cancellation)) {
                return assertThrows(DeviceException.class, meter::read);
            }
        }
    }

    private KonicaPhotometer open(KonicaPhotometer.Model model) throws DeviceException {
        pty.start();
        return KonicaPhotometer.open(
                JSerialCommLine.open(pty.path(), SerialSettings.KONICA_100), model, "1234567", cancellation);
    }
}
