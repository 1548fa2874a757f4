package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.Edid;
import org.candela.calibration.device.MonitorControl;
import org.candela.calibration.device.MonitorDriver;
import org.candela.calibration.device.VcpFeature;
import org.candela.calibration.device.VcpValue;
import org.candela.displayqa.measure.MonitorState;
import org.junit.jupiter.api.Test;

// [utest->req~app.run-site~1]
class ReachedMonitorsTest {
    private static final Edid EDID = new Edid("ABC", 7, 42, "REAL", "", 600, 340, 2024);
    private static final DisplayDevice REAL =
            new DisplayDevice("DP-1", Optional.of(EDID), new DisplayDevice.Place(0, 0, 2560, 1440));

    private final List<String> closed = new ArrayList<>();

    @Test
    void theMonitorBehindADisplayTellsHowItIsSet() {
        MonitorState state = new ReachedMonitors(List.of(
                        driver("other", new Edid("ABC", 7, 43, "", "", 0, 0, 2024), ""), driver("right", EDID, "")))
                .ask(REAL);

        MonitorState.Told told = state.told().orElseThrow();
        assertEquals("right channel", told.channel());
        assertEquals(Optional.empty(), told.technology(), "a control that it has not");
        assertEquals(70, told.settings().usageHours().getAsLong());
        assertEquals(List.of("other", "right"), closed, "each is let go");
    }

    @Test
    void aMonitorThatDoesNotAnswerIsSaidAndStopsNothing() {
        MonitorState state = new ReachedMonitors(List.of(driver("deaf", EDID, "device.timeout"))).ask(REAL);

        assertEquals("deaf says device.timeout", state.whyNot());
        assertEquals(List.of("deaf"), closed);
    }

    @Test
    void withoutADriverOrARealDisplayTheReasonIsSaid() {
        DisplayDevice virtual = new DisplayDevice(
                "SIM-1",
                Optional.of(new Edid("CDL", 1, 1, "VIRT DIAG L", "SIM-1", 0, 0, 2026)),
                new DisplayDevice.Place(0, 0, 10, 10));

        assertTrue(new ReachedMonitors(List.of()).ask(REAL).whyNot().contains("no driver"));
        assertTrue(new ReachedMonitors(List.of(driver("x", EDID, "")))
                .ask(virtual)
                .whyNot()
                .contains("virtual"));
    }

    private MonitorDriver driver(String name, Edid edid, String failure) {
        return new MonitorDriver() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<MonitorControl> monitors() {
                return List.of(new Scripted(name, edid, failure));
            }

            @Override
            public void close() {}
        };
    }

    private final class Scripted implements MonitorControl {
        private final String name;
        private final Edid edid;
        private final String failure;

        Scripted(String name, Edid edid, String failure) {
            this.name = name;
            this.edid = edid;
            this.failure = failure;
        }

        @Override
        public Optional<Edid> edid() {
            return Optional.of(edid);
        }

        @Override
        public String channel() {
            return name + " channel";
        }

        @Override
        public VcpValue read(VcpFeature feature) throws DeviceException {
            if (!failure.isEmpty()) {
                throw new DeviceException(failure, name, "does not answer");
            }
            if (feature != VcpFeature.USAGE_HOURS) {
                throw new DeviceException("device.unsupported", name, "has no " + feature);
            }
            return new VcpValue(70, 0);
        }

        @Override
        public void set(VcpFeature feature, int value) throws DeviceException {
            throw new DeviceException("device.unsupported", name, "is never set here");
        }

        @Override
        public byte[] readTable(VcpFeature feature) {
            return new byte[0];
        }

        @Override
        public void setTable(VcpFeature feature, byte[] value) {}

        @Override
        public void close() {
            closed.add(name);
        }
    }
}
