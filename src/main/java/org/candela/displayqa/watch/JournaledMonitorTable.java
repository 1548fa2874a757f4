package org.candela.displayqa.watch;

import org.candela.base.ScreenId;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.DeviceException;
import org.candela.displayqa.measure.TestBench;

/**
 * A monitor's own LUT whose content before us is on the disk before we change anything. It stays in the monitor when the program
 * ends, since it holds the table there; only a run that does not finish, or another place for the table, puts back what was found.
 * Device thread.
 */
// [impl->req~displayqa.monitor-held~1]
public final class JournaledMonitorTable implements TestBench.Ramp {
    private final TestBench.Ramp table;
    private final ScreenId display;
    private final RampJournal journal;

    /** @param journal one for monitors' LUTs alone: those of graphics LUTs are kept under the same names */
    public JournaledMonitorTable(TestBench.Ramp table, ScreenId display, RampJournal journal) {
        this.table = table;
        this.display = display;
        this.journal = journal;
    }

    @Override
    public GammaRamp read() throws DeviceException {
        return table.read();
    }

    @Override
    public void load(GammaRamp ramp) throws DeviceException {
        journal.beforeLoad(display, table.read(), table.asHeld(ramp));
        table.load(ramp);
        GammaRamp now = table.read();
        boolean isAsFound = journal.entry(display)
                .filter(entry -> entry.found().equals(now))
                .isPresent();
        if (isAsFound) {
            journal.clear(display);
        }
    }

    @Override
    public GammaRamp asHeld(GammaRamp ramp) {
        return table.asHeld(ramp);
    }

    @Override
    public GammaRamp found() throws DeviceException {
        GammaRamp now = table.read();
        return journal.entry(display).map(RampJournal.Entry::found).orElse(now);
    }
}
