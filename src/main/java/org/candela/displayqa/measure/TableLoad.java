package org.candela.displayqa.measure;

import java.util.Optional;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.LutBuilder;
import org.candela.calibration.LutHolder;
import org.candela.calibration.PanelLight;
import org.candela.calibration.device.DeviceException;
import org.candela.image.DisplayLut;

/** Loads what a plan chose into the place that shall hold it; each load is read back by whoever drives the place. */
record TableLoad(TestBench bench, GammaRamp neutral) {
    /** Where the table is then: exactly one of the three is not neutral. */
    Calibration.Tables into(LutHolder holder, LutBuilder builder, PanelLight light) throws DeviceException {
        if (holder instanceof LutHolder.Renderer renderer) {
            return new Calibration.Tables(
                    builder.forRenderer(renderer.palette(), light).table(), neutral, monitorNow());
        }
        if (holder instanceof LutHolder.Graphics graphics) {
            GammaRamp ramp = builder.forGraphicsLut(graphics.outputBits(), neutral.size())
                    .table();
            bench.ramp().load(ramp);
            return new Calibration.Tables(DisplayLut.IDENTITY, ramp, monitorNow());
        }
        LutHolder.Monitor monitor = (LutHolder.Monitor) holder;
        TestBench.Ramp within = bench.monitor().orElseThrow().table();
        within.load(
                builder.forMonitorLut(monitor.entries(), monitor.bits()).table().ramp());
        return new Calibration.Tables(DisplayLut.IDENTITY, neutral, Optional.of(within.read()));
    }

    private Optional<GammaRamp> monitorNow() throws DeviceException {
        return bench.monitor().isPresent()
                ? Optional.of(bench.monitor().orElseThrow().table().read())
                : Optional.empty();
    }
}
