package org.candela.calibration.device.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.candela.base.Cancellation;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.DeviceException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class Cs200PhotometerTest {
    private static final String OK = "OK00\r\n";

    private final PtyMeter pty = new PtyMeter();
    private final Cancellation cancellation = new Cancellation();

    @AfterEach
    void unplug() throws InterruptedException {
        pty.close();
    }

    // [utest->req~device.konica~1]
    @Test
    void itMeasuresAsLongAsItSaysAndIsThenAsked() throws Exception {
        pty.answering(OK).answering(OK).answering(OK);
        pty.answering("OK00,01\r\n")
                .answering("OK00,0,0,0,5,01,0,0,0,  100.25, 0.3127, 0.3290\r\n")
                .answering(OK);

        long begun = System.nanoTime();
        try (Cs200Photometer meter = open()) {
            assertEquals(new Luminance(100.25), meter.read());
        }
        assertEquals(true, System.nanoTime() - begun >= 1_000_000_000L, "waited its second");
        assertEquals(
                List.of("RMT,1", "MSS,0", "OBS,0", "MES,1", "MDR,0"),
                pty.commands().subList(0, 5));
    }

    @Test
    void aDurationThatIsNoneIsRefused() throws Exception {
        pty.answering(OK).answering(OK).answering(OK).answering("OK00,9999\r\n");

        try (Cs200Photometer meter = open()) {
            assertEquals(
                    "device.unreadable",
                    assertThrows(DeviceException.class, meter::read).code());
        }
    }

    @Test
    void aShorterResultIsRefused() throws Exception {
        pty.answering(OK).answering(OK).answering(OK).answering("OK00,00\r\n").answering("OK00,100.25,0.31,0.33\r\n");

        try (Cs200Photometer meter = open()) {
            assertEquals(
                    "device.unreadable",
                    assertThrows(DeviceException.class, meter::read).code());
        }
    }

    private Cs200Photometer open() throws DeviceException {
        pty.start();
        return Cs200Photometer.open(JSerialCommLine.open(pty.path(), SerialSettings.KONICA_100), "", cancellation);
    }
}
