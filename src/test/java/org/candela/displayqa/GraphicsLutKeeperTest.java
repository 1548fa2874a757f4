package org.candela.displayqa;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.candela.base.Cancellation;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.sim.SimulatedGraphicsLut;
import org.candela.displayqa.GraphicsLutKeeper.State;
import org.candela.displayqa.measure.Bench;
import org.candela.displayqa.measure.QaProgress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GraphicsLutKeeperTest {
    private static final DisplayDevice DISPLAY = Bench.DISPLAY;

    @RegisterExtension
    final LedgerDesk desk = new LedgerDesk();

    @SuppressWarnings("NullAway.Init") // set before each test
    private GraphicsLutKeeper keeper;

    private final Bench bench = new Bench();

    @BeforeEach
    void open() throws Exception {
        keeper = new GraphicsLutKeeper(desk.ledger(), new SimulatedGraphicsLut(bench.monitor));
    }

    // [utest->req~displayqa.ramp-kept~1]
    @Test
    void aDisplayWithoutATableIsLeftAlone() throws Exception {
        bench.monitor.load(Bench.FOUND);

        assertEquals(State.NOT_NEEDED, keeper.restore(DISPLAY));
        assertEquals(Bench.FOUND, bench.monitor.ramp());
    }

    // [utest->req~displayqa.ramp-kept~1]
    @Test
    void aReplacedGraphicsLutIsSeenUntilItIsRestored() throws Exception {
        calibrate();
        assertEquals(State.INTACT, keeper.state(DISPLAY));
        bench.monitor.load(Bench.FOUND);

        assertEquals(State.REPLACED, keeper.state(DISPLAY));
        assertEquals(State.INTACT, keeper.restore(DISPLAY));
        assertEquals(State.INTACT, keeper.state(DISPLAY));
    }

    // [utest->req~displayqa.ramp-kept~1]
    @Test
    void aGraphicsLutOfAnotherSizeCannotBeRestored() throws Exception {
        calibrate();
        bench.monitor.load(GammaRamp.identity(1024));

        assertEquals(State.REPLACED, keeper.restore(DISPLAY));
    }

    private void calibrate() throws Exception {
        desk.qa().calibrate(bench.session(), new Cancellation(), QaProgress.NONE);
    }
}
