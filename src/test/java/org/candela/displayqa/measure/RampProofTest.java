package org.candela.displayqa.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.candela.base.Cancellation;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.GraphicsLut;
import org.candela.calibration.device.sim.SimulatedGraphicsLut;
import org.candela.calibration.device.sim.SimulatedMonitor;
import org.candela.calibration.device.sim.SimulatedPanel;
import org.candela.calibration.device.sim.SimulatedPhotometer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Light tells whether a graphics LUT acts; reading it back does not. */
class RampProofTest {
    private static final GammaRamp NEUTRAL = GammaRamp.identity(256);

    // [utest->req~displayqa.ramp-acts~1]
    @ParameterizedTest(name = "a panel of {0} bits, gamma {1}, noise {2}")
    @CsvSource({
        "8, 2.2, 0, 8",
        "8, 1.8, 0.001, 8",
        "9, 2.2, 0, 8",
        "10, 2.2, 0, 10",
        "10, 2.4, 0.0005, 10",
        "12, 1.8, 0, 10"
    })
    void lightTellsThatTheLutActsAndHowManyBitsArrive(int bits, double gamma, double noise, int proven)
            throws Exception {
        SimulatedPanel panel = SimulatedPanel.gamma(gamma)
                .withBits(bits)
                .withWear(new SimulatedPanel.Wear(noise, SimulatedPanel.Wear.USUAL.halfLife()));
        SimulatedMonitor monitor = new SimulatedMonitor(panel, 5);

        RampSeen seen = proof(monitor, new SimulatedGraphicsLut(monitor));

        assertEquals(RampEffect.ACTS, seen.effect());
        assertEquals(proven, seen.bits());
        assertEquals(NEUTRAL, monitor.ramp(), "the neutral ramp is in force again");
    }

    /** As XWayland does, and as SetDeviceGammaRamp may: the ramp is taken, read back equal, and never shown. */
    // [utest->req~displayqa.ramp-acts~1]
    @Test
    void aLutThatReadsBackEqualAndDoesNothingIsFoundOut() throws Exception {
        SimulatedMonitor monitor = SimulatedMonitor.typical(5);
        GraphicsLut pretending = SimulatedGraphicsLut.withoutEffect(monitor);
        pretending.load(Bench.DISPLAY, Bench.FOUND);
        assertEquals(Bench.FOUND, pretending.read(Bench.DISPLAY), "read back equal");

        RampSeen seen = proof(monitor, pretending);

        assertEquals(RampEffect.WITHOUT_EFFECT, seen.effect());
        assertEquals(0, seen.bits());
    }

    // [utest->req~displayqa.ramp-acts~1]
    @Test
    void aRampThatStaysAlthoughTheNeutralOneIsReadBackEndsTheRun() {
        SimulatedMonitor monitor = new SimulatedMonitor(SimulatedPanel.gamma(2.2), 1);
        GraphicsLut stuck = new GraphicsLut() {
            private GammaRamp said = NEUTRAL;

            @Override
            public int size(DisplayDevice display) {
                return said.size();
            }

            @Override
            public GammaRamp read(DisplayDevice display) {
                return said;
            }

            @Override
            public void load(DisplayDevice display, GammaRamp ramp) {
                said = ramp;
                if (!ramp.equals(NEUTRAL)) {
                    monitor.load(ramp);
                }
            }
        };

        DeviceException failure = assertThrows(DeviceException.class, () -> proof(monitor, stuck));

        assertEquals("device.ramp-stays", failure.code());
    }

    // [utest->req~displayqa.ramp-acts~1]
    @ParameterizedTest
    @CsvSource({"256", "1024", "4096"})
    void theTestRampRisesAndIsNeverFarFromTheStraightOne(int size) {
        GammaRamp ramp = RampProof.testRamp(size);

        for (int i = 1; i < size; i++) {
            assertEquals(true, ramp.green(i) >= ramp.green(i - 1), "rises at " + i);
            assertEquals(0, ramp.green(i) - i * 65535.0 / (size - 1), 65535 / 3.0, "Windows refuses what is far off");
        }
        assertEquals(65535, ramp.green(size - 1));
    }

    private static RampSeen proof(SimulatedMonitor monitor, GraphicsLut lut) throws DeviceException {
        TestBench bench = new TestBench(
                monitor::show, new SimulatedPhotometer(monitor), TestBench.Ramp.of(lut, Bench.DISPLAY), Bench.ROOM);
        bench.ramp().load(NEUTRAL);
        return RampProof.measure(new MeasuringPass(bench, new Cancellation(), QaProgress.NONE), bench.ramp(), NEUTRAL);
    }
}
