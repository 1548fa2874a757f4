package org.candela.calibration.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChosenMeterTest {
    private static final AttachedMeter I1 = AttachedMeter.meter("argyll", "usb:/bus1/dev4", "X-Rite", "i1 DisplayPro");
    private static final AttachedMeter HUG =
            AttachedMeter.meter("hid", "/dev/hidraw0", "Hughski", "ColorHug").withSerial("77");
    private static final AttachedMeter LINE =
            new AttachedMeter(AttachedMeter.Kind.LINE, "", "USB serial", "", "/dev/ttyUSB0", "serial", false);

    // [utest->req~device.chosen-meter~1]
    @Test
    void theOneThatIsNamedIsTakenThenTheOneRememberedThenTheOnlyOne() throws Exception {
        assertEquals(HUG, pick(List.of(I1, HUG, LINE), ChosenMeter.of(HUG), ChosenMeter.of(I1)));
        assertEquals(I1, pick(List.of(I1, HUG, LINE), ChosenMeter.of(I1)));
        assertEquals(I1, pick(List.of(LINE, I1)));
    }

    // [utest->req~device.chosen-meter~1]
    @Test
    void twoMetersOfWhichNoneWasChosenAreListed() {
        DeviceException refused = assertThrows(DeviceException.class, () -> pick(List.of(I1, HUG)));

        assertEquals("device.which-meter", refused.code());
        assertTrue(
                String.valueOf(refused.getMessage())
                        .contains("argyll:usb:/bus1/dev4 (X-Rite i1 DisplayPro), hid:/dev/hidraw0 (Hughski ColorHug)"),
                refused.getMessage());
    }

    // [utest->req~device.chosen-meter~1]
    @Test
    void aMeterThatWasPluggedInElsewhereIsFoundAgain() throws Exception {
        AttachedMeter moved = AttachedMeter.meter("argyll", "usb:/bus2/dev9", "X-Rite", "i1 DisplayPro");

        assertEquals(moved, pick(List.of(moved, HUG), ChosenMeter.of(I1)));
    }

    // [utest->req~device.chosen-meter~1]
    @Test
    void anotherMeterAtItsPortIsNotTaken() {
        AttachedMeter other = AttachedMeter.meter("hid", "/dev/hidraw0", "Hughski", "ColorHug")
                .withSerial("78");

        DeviceException refused = assertThrows(DeviceException.class, () -> pick(List.of(other), ChosenMeter.of(HUG)));

        assertEquals("device.which-meter", refused.code());
        assertTrue(String.valueOf(refused.getMessage()).contains("77"), refused.getMessage());
    }

    // [utest->req~device.chosen-meter~1]
    @Test
    void aSerialLineIsNeverTakenUnasked() throws Exception {
        assertEquals(
                "device.no-meter",
                assertThrows(DeviceException.class, () -> pick(List.of(LINE))).code());
        ChosenMeter named = new ChosenMeter("serial:/dev/ttyUSB0", "", "LS-100", "123", Optional.empty());

        AttachedMeter taken = pick(List.of(I1, LINE), named);

        assertEquals("LS-100", taken.model());
        assertEquals("123", taken.serial());
        assertEquals("/dev/ttyUSB0", taken.port());
    }

    // [utest->req~device.chosen-meter~1]
    @Test
    void aSerialLineCanBeNamedByALinkThatNobodyLists() throws Exception {
        ChosenMeter named = new ChosenMeter("serial:/dev/serial/by-id/konica", "", "CS-200", "", Optional.empty());

        assertEquals("/dev/serial/by-id/konica", pick(List.of(), named).port());
    }

    // [utest->req~device.chosen-meter~1]
    @Test
    void theAimThatWasToldGoesWithIt() throws Exception {
        ChosenMeter afar = new ChosenMeter(I1.id(), "", "", "", Optional.of(Photometer.Aim.TELESCOPIC));

        assertEquals(
                Optional.of(Photometer.Aim.TELESCOPIC), pick(List.of(I1), afar).aim());
    }

    // [utest->req~device.chosen-meter~1]
    @Test
    void simulatedMetersAreNeverMeant() {
        AttachedMeter simulated =
                new AttachedMeter(AttachedMeter.Kind.METER, "Candela", "simulated", "", "0", "sim", true);

        assertEquals(
                "device.no-meter",
                assertThrows(DeviceException.class, () -> pick(List.of(simulated)))
                        .code());
    }

    private static AttachedMeter pick(List<AttachedMeter> meters, ChosenMeter... meant) throws DeviceException {
        return ChosenMeter.pick(new MeterShelf.Found(meters, List.of()), List.of(meant));
    }
}
