package org.candela.calibration.device.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.candela.calibration.Chromaticity;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.Illuminance;
import org.candela.calibration.JndScale;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.Photometer;
import org.candela.calibration.device.VcpFeature;
import org.candela.calibration.device.VcpValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

// [utest->req~device.simulated-family~1]
class SimulatedFamilyTest {
    private static final int WHITE = 0xFFFFFFFF;
    private static final int BLACK = 0xFF000000;
    private static final double EXACT = 1e-9;

    // [utest->req~device.simulated~1]
    @Test
    void allOfThemSayThatTheyAreSimulated() {
        SimulatedMonitor monitor = new SimulatedMonitor(SimulatedPanel.gamma(2.2), 1);
        SimulatedRoom room = new SimulatedRoom(0.01);

        for (Photometer meter : new Photometer[] {
            new SimulatedPhotometer(monitor),
            SimulatedPhotometer.telescopic(monitor, room),
            SimulatedPhotometer.internal(monitor)
        }) {
            assertTrue(meter.identity().isSimulated());
            assertTrue(
                    meter.identity().text().startsWith("SIMULATED "),
                    meter.identity().text());
        }
        assertTrue(new SimulatedAmbientSensor(room).identity().startsWith("SIMULATED "));
        SimulatedMonitorControl control = SimulatedMonitorControl.of(monitor);
        assertTrue(control.channel().startsWith("SIMULATED "));
        SimulatedMonitorDriver driver = new SimulatedMonitorDriver(List.of(control));
        assertTrue(driver.name().startsWith("SIMULATED "));
        assertEquals(List.of(control), driver.monitors());
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.8, 2.0, 2.2, 2.4})
    void aPanelFollowsItsPowerCurve(double gamma) throws DeviceException {
        SimulatedMonitor monitor = new SimulatedMonitor(SimulatedPanel.gamma(gamma), 1);

        for (int code : new int[] {0, 1, 15, 128, 240, 255}) {
            assertEquals(0.8 + 419.2 * Math.pow(code / 255.0, gamma), luminance(monitor, grey(code)), EXACT);
        }
    }

    @Test
    void anOledIsBlack() throws DeviceException {
        SimulatedMonitor monitor = new SimulatedMonitor(SimulatedPanel.oled().withWear(SimulatedPanel.Wear.USUAL), 1);

        assertEquals(0, luminance(monitor, BLACK), 0);
        monitor.show(BLACK);
        assertTrue(new SimulatedPhotometer(monitor)
                .readColour()
                .orElseThrow()
                .chromaticity()
                .isEmpty());
    }

    @Test
    void theDicomPresetFollowsTheGsdf() throws DeviceException {
        SimulatedMonitor monitor = new SimulatedMonitor(SimulatedPanel.dicom(), 1);
        double first = JndScale.index(0.8);
        double last = JndScale.index(420);

        for (int i = 0; i < 18; i++) {
            double expected = JndScale.luminance(first + i / 17.0 * (last - first));
            assertEquals(expected, luminance(monitor, grey(15 * i)), 1e-6 * expected);
        }
    }

    @Test
    void tenBitsShowFourTimesTheLevelsOfEight() throws DeviceException {
        assertEquals(256, levels(8));
        assertEquals(1024, levels(10));
    }

    @Test
    void whiteIsD65AndChannelsHaveTheirPrimaries() throws DeviceException {
        SimulatedMonitor monitor = new SimulatedMonitor(SimulatedPanel.oled(), 1);
        SimulatedPhotometer meter = new SimulatedPhotometer(monitor);

        monitor.show(WHITE);
        Chromaticity white = meter.readColour().orElseThrow().chromaticity().orElseThrow();
        assertTrue(white.distanceTo(Chromaticity.D65) < 0.0005, white.toString());
        monitor.show(0xFFFF0000);
        Chromaticity red = meter.readColour().orElseThrow().chromaticity().orElseThrow();
        assertTrue(red.distanceTo(new Chromaticity(0.4507, 0.5229)) < 0.0005, red.toString());
    }

    @Test
    void luminanceAndColourOfOneMeterAgree() throws DeviceException {
        SimulatedMonitor monitor = new SimulatedMonitor(SimulatedPanel.gamma(2.2), 1);
        SimulatedPhotometer meter = new SimulatedPhotometer(monitor);
        monitor.show(0xFF4080C0);

        assertEquals(meter.read().cdPerM2(), meter.readColour().orElseThrow().y(), EXACT);
    }

    @Test
    void theBacklightLosesHalfItsLightInItsHalfLifeAndTheHoursCount() throws DeviceException {
        SimulatedMonitor monitor = new SimulatedMonitor(
                SimulatedPanel.gamma(2.2).withWear(new SimulatedPanel.Wear(0, Duration.ofHours(1000))), 1);

        monitor.pass(Duration.ofHours(500));
        assertEquals(420 * Math.sqrt(0.5), luminance(monitor, WHITE), EXACT);
        monitor.pass(Duration.ofHours(500));
        assertEquals(210, luminance(monitor, WHITE), EXACT);
        assertEquals(
                1000,
                SimulatedMonitorControl.of(monitor).read(VcpFeature.USAGE_HOURS).current());
    }

    @Test
    void anInternalSensorThatAgesWithItsPanelHidesTheLoss() throws DeviceException {
        SimulatedMonitor monitor = new SimulatedMonitor(SimulatedPanel.gamma(2.2), 1);
        SimulatedPhotometer internal = SimulatedPhotometer.internal(monitor);
        monitor.show(WHITE);
        monitor.age(0.8);
        internal.age(1 / 0.8);

        assertEquals(420, internal.read().cdPerM2(), EXACT);
        assertEquals(336, new SimulatedPhotometer(monitor).read().cdPerM2(), EXACT);
        assertEquals(Photometer.Aim.INTERNAL, internal.identity().aim());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.2, 1})
    void onlyATelescopicMeterSeesTheRoomInTheScreen(double ambient) throws DeviceException {
        SimulatedMonitor monitor = new SimulatedMonitor(SimulatedPanel.gamma(2.2), 1);
        SimulatedRoom room = new SimulatedRoom(0.0125);
        room.reflecting(new Luminance(ambient));
        monitor.show(BLACK);

        assertEquals(0.8, new SimulatedPhotometer(monitor).read().cdPerM2(), EXACT);
        assertEquals(
                0.8 + ambient,
                SimulatedPhotometer.telescopic(monitor, room).read().cdPerM2(),
                EXACT);
        assertEquals(new Illuminance(ambient / 0.0125), new SimulatedAmbientSensor(room).read());
    }

    @Test
    void fieldsDifferByPlaceAndNotInTheCentre() throws DeviceException {
        SimulatedMonitor tilted =
                new SimulatedMonitor(SimulatedPanel.gamma(2.2).withField(SimulatedField.tilted(0.2)), 1);
        SimulatedMonitor corner =
                new SimulatedMonitor(SimulatedPanel.gamma(2.2).withField(SimulatedField.dimCorner(0.5)), 1);

        assertEquals(420, at(tilted, 0.5, 0.5), EXACT);
        assertEquals(0.9 * 420, at(tilted, 0, 0.5), EXACT);
        assertEquals(1.1 * 420, at(tilted, 1, 0.5), EXACT);
        assertEquals(420, at(corner, 0.5, 0.5), EXACT);
        assertEquals(210, at(corner, 0.9, 0.9), EXACT);
    }

    @Test
    void aMeterThatHangsTellsTheSameWhateverIsShown() throws DeviceException {
        SimulatedMonitor monitor = new SimulatedMonitor(SimulatedPanel.gamma(2.2), 1);
        SimulatedPhotometer meter = new SimulatedPhotometer(monitor);
        monitor.show(WHITE);
        meter.stick();
        assertEquals(420, meter.read().cdPerM2(), EXACT);

        monitor.show(BLACK);

        assertEquals(420, meter.read().cdPerM2(), EXACT);
    }

    @Test
    void wildReadingsPassAndAPlugGoesInAgain() throws DeviceException {
        SimulatedMonitor monitor = new SimulatedMonitor(SimulatedPanel.gamma(2.2), 1);
        SimulatedPhotometer meter = new SimulatedPhotometer(monitor);
        monitor.show(WHITE);
        meter.disturb(1, 3);
        assertEquals(3 * 420, meter.read().cdPerM2(), EXACT);
        assertEquals(420, meter.read().cdPerM2(), EXACT);

        meter.unplug();
        assertThrows(DeviceException.class, meter::readColour);
        meter.plug();
        assertEquals(420, meter.read().cdPerM2(), EXACT);
    }

    @Test
    void aSilentAmbientSensorTimesOutAndAnUnpluggedOneIsGone() throws DeviceException {
        SimulatedAmbientSensor sensor = new SimulatedAmbientSensor(new SimulatedRoom(0.01));
        sensor.silence(1);
        assertEquals("device.timeout", code(sensor::read));
        assertEquals(new Illuminance(0), sensor.read());
        sensor.unplug();
        assertEquals("device.gone", code(sensor::read));
    }

    @Test
    void somebodyTurnsTheLuminanceAndTheLightFollows() throws DeviceException {
        SimulatedMonitor monitor = new SimulatedMonitor(SimulatedPanel.gamma(2.2), 1);
        SimulatedMonitorControl control = SimulatedMonitorControl.of(monitor);
        assertEquals(new VcpValue(80, 100), control.read(VcpFeature.LUMINANCE));

        monitor.settings().turn(VcpFeature.LUMINANCE, 40);

        assertEquals(40, control.read(VcpFeature.LUMINANCE).current());
        assertEquals(420 * 0.52 / 0.84, luminance(monitor, WHITE), EXACT);
        control.set(VcpFeature.LUMINANCE, 80);
        assertEquals(420, luminance(monitor, WHITE), EXACT);
    }

    @Test
    void modesContrastGammaAndGainsChangeTheLight() throws DeviceException {
        SimulatedMonitor monitor = new SimulatedMonitor(SimulatedPanel.gamma(2.2), 1);
        SimulatedMonitorControl control = SimulatedMonitorControl.of(monitor);

        control.set(VcpFeature.APPLICATION_MODE, SimulatedSettings.DICOM_MODE);
        double half = JndScale.luminance((JndScale.index(0.8) + JndScale.index(420)) / 2);
        assertEquals(half, luminance(monitor, grey(127)), 0.02 * half, "127 is nearly half of 255");
        control.set(VcpFeature.APPLICATION_MODE, 0);
        control.set(VcpFeature.GAMMA, 80);
        assertEquals(0.8 + 419.2 * Math.pow(128 / 255.0, 1.8), luminance(monitor, grey(128)), EXACT);
        control.set(VcpFeature.GAMMA, 120);
        control.set(VcpFeature.CONTRAST, 30);
        assertEquals(0.8 + 0.4 * 419.2, luminance(monitor, WHITE), EXACT);
        control.set(VcpFeature.CONTRAST, 75);
        control.set(VcpFeature.GREEN_GAIN, 50);
        assertEquals(420 - 0.5 * 0.7152 * 419.2, luminance(monitor, WHITE), EXACT);
    }

    @Test
    void aSettingThatTheMonitorIgnoresIsSeenByReadingBack() throws DeviceException {
        SimulatedMonitorControl control =
                SimulatedMonitorControl.of(new SimulatedMonitor(SimulatedPanel.gamma(2.2), 1));
        control.ignore(VcpFeature.LUMINANCE);

        assertEquals("device.not-applied", code(() -> control.set(VcpFeature.LUMINANCE, 50)));
        assertEquals(80, control.read(VcpFeature.LUMINANCE).current());
    }

    @Test
    void controlsThatAreNotThereAsleepOrUnpluggedAreErrors() throws DeviceException {
        SimulatedMonitor monitor = new SimulatedMonitor(SimulatedPanel.gamma(2.2), 1);
        SimulatedMonitorControl control = SimulatedMonitorControl.of(monitor);

        assertEquals("device.unsupported", code(() -> control.read(VcpFeature.LUT_SIZE)));
        assertEquals("device.unsupported", code(() -> control.set(VcpFeature.USAGE_HOURS, 0)));
        assertEquals("device.unsupported", code(() -> control.set(VcpFeature.LUMINANCE, 101)));
        assertEquals("device.unsupported", code(() -> control.readTable(VcpFeature.BLOCK_LUT)));
        monitor.settings().withdraw(VcpFeature.CONTRAST);
        assertEquals("device.unsupported", code(() -> control.read(VcpFeature.CONTRAST)));
        control.set(VcpFeature.POWER_MODE, 4);
        assertEquals("device.asleep", code(() -> control.read(VcpFeature.LUMINANCE)));
        assertEquals(0, luminance(monitor, WHITE), 0);
        control.set(VcpFeature.POWER_MODE, 1);
        control.unplug();
        assertEquals("device.gone", code(() -> control.read(VcpFeature.LUMINANCE)));
    }

    @Test
    void noiseScattersAsStatedAndRepeatsBySeed() throws DeviceException {
        SimulatedPanel noisy = SimulatedPanel.gamma(2.2).withWear(new SimulatedPanel.Wear(0.01, Duration.ofDays(1250)));
        SimulatedPhotometer one = new SimulatedPhotometer(new SimulatedMonitor(noisy, 3));
        SimulatedPhotometer other = new SimulatedPhotometer(new SimulatedMonitor(noisy, 3));
        double squares = 0;
        for (int i = 0; i < 1000; i++) {
            double seen = one.read().cdPerM2();
            assertEquals(seen, other.read().cdPerM2(), 0);
            squares += Math.pow(seen / 0.8 - 1, 2);
        }

        assertEquals(0.01, Math.sqrt(squares / 1000), 0.001, "within 10 % over 1000 readings");
    }

    private static int levels(int bits) throws DeviceException {
        SimulatedMonitor monitor =
                new SimulatedMonitor(SimulatedPanel.gamma(2.2).withBits(bits), 1);
        Set<Double> seen = new HashSet<>();
        for (int output = 0; output <= 65535; output += 16) {
            monitor.load(GammaRamp.grey(new int[] {output, output}));
            seen.add(luminance(monitor, BLACK));
        }
        monitor.load(GammaRamp.grey(new int[] {65535, 65535}));
        seen.add(luminance(monitor, BLACK));
        return seen.size();
    }

    private static int grey(int code) {
        return 0xFF000000 | code << 16 | code << 8 | code;
    }

    private static double luminance(SimulatedMonitor monitor, int argb) throws DeviceException {
        monitor.show(argb);
        return new SimulatedPhotometer(monitor).read().cdPerM2();
    }

    private static double at(SimulatedMonitor monitor, double across, double down) throws DeviceException {
        monitor.lookAt(across, down);
        return luminance(monitor, WHITE);
    }

    private static String code(org.junit.jupiter.api.function.Executable work) {
        return assertThrows(DeviceException.class, work).code();
    }
}
