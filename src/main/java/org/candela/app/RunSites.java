package org.candela.app;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.MonitorDriver;
import org.candela.displayqa.measure.Fact;
import org.candela.displayqa.measure.MonitorQuery;
import org.candela.displayqa.measure.RunSite;
import org.candela.displayqa.measure.Ticker;
import org.candela.displayqa.measure.ToldConditions;

/**
 * What a run on a display of this machine states of its surroundings. Device thread.
 *
 * @param uiScale how much the system enlarges what is shown on a display
 */
// [impl->req~app.run-site~1]
record RunSites(MachineFacts machine, MonitorQuery monitors, Function<DisplayDevice, Fact> uiScale, ZoneId zone) {
    private static final Ticker TICKER = () -> Optional.of(Duration.ofNanos(System.nanoTime()));
    private static final Fact COLOURS =
            Fact.notRead("only the graphics LUT is looked at; colour profiles of other programs are not");

    /**
     * With windows, and the monitors that drivers reach.
     *
     * @param ui the FX thread
     */
    static RunSites of(List<MonitorDriver> drivers, Executor ui) {
        return new RunSites(
                MachineFacts.here(), new ReachedMonitors(drivers), new UiScales(ui)::of, ZoneId.systemDefault());
    }

    /** Without a window: nothing is enlarged, and no monitor is reached. */
    static RunSites withoutWindows() {
        return new RunSites(
                MachineFacts.here(),
                MonitorQuery.NOBODY,
                display -> Fact.notRead("there is no window on it"),
                ZoneId.systemDefault());
    }

    RunSite of(DisplayDevice display) {
        return new RunSite(
                machine.with(uiScale.apply(display), COLOURS), monitors, TICKER, zone, ToldConditions.NOTHING);
    }
}
