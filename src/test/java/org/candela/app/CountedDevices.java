package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.candela.base.Cancellation;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.AttachedMeter;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.DisplayInventory;
import org.candela.calibration.device.Edid;
import org.candela.calibration.device.MeterShelf;
import org.candela.calibration.device.MeterSource;
import org.candela.calibration.device.MonitorControl;
import org.candela.calibration.device.MonitorDriver;
import org.candela.calibration.device.OpenMeter;
import org.candela.calibration.device.VcpFeature;
import org.candela.calibration.device.VcpValue;
import org.candela.calibration.device.VendorGuard;
import org.candela.calibration.device.randr.RandrDriver;

/**
 * The virtual desk, taken for real displays with controls and a meter, which counts what is opened and what is closed. Any
 * thread.
 */
final class CountedDevices {
    /** What can be opened. */
    enum Part {
        DISPLAYS,
        MONITOR_DRIVER,
        /** One at a time of those that a driver lists. */
        MONITOR,
        METERS,
        METER
    }

    private final Map<Part, Integer> opened = new ConcurrentHashMap<>();
    private final Map<Part, Integer> closed = new ConcurrentHashMap<>();
    private Optional<Part> failing = Optional.empty();

    /** From now on this part does not open. */
    CountedDevices failingAt(Part part) {
        failing = Optional.of(part);
        return this;
    }

    Devices devices() {
        return new Devices(this::displays, this::monitors, this::meters, Duration.ZERO);
    }

    int opened(Part part) {
        return opened.getOrDefault(part, 0);
    }

    /** Each of these was opened, and nothing that was opened at all is open still, or was closed twice. */
    void requireAllClosed(Part... needed) {
        for (Part part : needed) {
            assertTrue(opened(part) > 0, part + " was never opened");
        }
        for (Part part : Part.values()) {
            assertEquals(opened(part), closed.getOrDefault(part, 0), part + " opened and closed");
        }
    }

    private void opens(Part part) {
        if (failing.equals(Optional.of(part))) {
            throw new IllegalStateException("no " + part);
        }
        if (part != Part.METERS) {
            opened.merge(part, 1, Integer::sum);
        }
    }

    private void closes(Part part) {
        closed.merge(part, 1, Integer::sum);
    }

    private Optional<DisplayDriver> displays(DisplayDriver.Desktop desktop) {
        opens(Part.DISPLAYS);
        RandrDriver randr = RandrDriver.open(desktop.xDisplay()).orElseThrow();
        DisplayInventory real =
                () -> randr.displays().stream().map(CountedDevices::real).toList();
        return Optional.of(
                new DisplayDriver(real, randr, Optional.empty(), List.of(randr::close, () -> closes(Part.DISPLAYS))));
    }

    /** The same panel under a name that is not one of the virtual desk. */
    private static DisplayDevice real(DisplayDevice display) {
        Edid edid = display.edid().orElseThrow();
        Edid renamed = new Edid(
                edid.manufacturer(),
                edid.product(),
                edid.serialNumber(),
                "COUNTED",
                edid.serialText(),
                edid.widthMm(),
                edid.heightMm(),
                edid.year(),
                edid.block());
        return new DisplayDevice(display.connector(), Optional.of(renamed), display.place());
    }

    private DriftWatch.Reached monitors(VendorGuard guard, Optional<DisplayInventory> displays) {
        opens(Part.MONITOR_DRIVER);
        return new DriftWatch.Reached(
                List.of(guard.guarded(new CountedDriver(displays.orElseThrow()))), Optional.empty());
    }

    private MeterShelf meters() {
        opens(Part.METERS);
        return new MeterShelf(List.of(new CountedSource()));
    }

    private final class CountedDriver implements MonitorDriver {
        private final DisplayInventory displays;

        CountedDriver(DisplayInventory displays) {
            this.displays = displays;
        }

        @Override
        public String name() {
            return "counted";
        }

        @Override
        public List<MonitorControl> monitors() throws DeviceException {
            List<MonitorControl> monitors = new ArrayList<>();
            for (DisplayDevice display : displays.displays()) {
                opens(Part.MONITOR);
                monitors.add(new CountedMonitor(display.edid()));
            }
            return monitors;
        }

        @Override
        public void close() {
            closes(Part.MONITOR_DRIVER);
        }
    }

    private final class CountedMonitor implements MonitorControl {
        private final Optional<Edid> edid;

        CountedMonitor(Optional<Edid> edid) {
            this.edid = edid;
        }

        @Override
        public Optional<Edid> edid() {
            return edid;
        }

        @Override
        public String channel() {
            return "counted";
        }

        @Override
        public VcpValue read(VcpFeature feature) throws DeviceException {
            throw without(feature);
        }

        @Override
        public void set(VcpFeature feature, int value) throws DeviceException {
            throw without(feature);
        }

        @Override
        public byte[] readTable(VcpFeature feature) throws DeviceException {
            throw without(feature);
        }

        @Override
        public void setTable(VcpFeature feature, byte[] value) throws DeviceException {
            throw without(feature);
        }

        private DeviceException without(VcpFeature feature) {
            return new DeviceException("device.unsupported", channel(), feature + " is not there");
        }

        @Override
        public void close() {
            closes(Part.MONITOR);
        }
    }

    private final class CountedSource implements MeterSource {
        @Override
        public String name() {
            return "counted";
        }

        @Override
        public List<AttachedMeter> attached(Cancellation cancellation) {
            return List.of(AttachedMeter.meter("counted", "1", "Make", "Model"));
        }

        @Override
        public OpenMeter open(AttachedMeter wanted, Cancellation cancellation) {
            opens(Part.METER);
            return new OpenMeter() {
                @Override
                public Identity identity() {
                    return Identity.of("Make", "Model", "7", Aim.CONTACT);
                }

                @Override
                public Luminance read() {
                    return new Luminance(12);
                }

                @Override
                public void close() {
                    closes(Part.METER);
                }
            };
        }
    }
}
