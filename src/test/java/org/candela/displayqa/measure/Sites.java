package org.candela.displayqa.measure;

import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.MonitorSettings;
import org.candela.calibration.device.VcpFeature;
import org.candela.calibration.device.VcpValue;

/** A place of which everything is known, whose clock goes on by 250 ms each time it is asked. */
public final class Sites {
    private static final long STEP_MILLIS = 250;

    private Sites() {}

    /** With 1234 hours on its backlight. */
    public static RunSite known() {
        return known(1234);
    }

    /** With as many hours on its backlight. */
    public static RunSite known(int backlightHours) {
        long[] asked = {7};
        Ticker ticker = () -> Optional.of(Duration.ofMillis(STEP_MILLIS * asked[0]++));
        Workstation workstation = new Workstation(
                Fact.of("reading-desk"),
                Fact.of("Linux 6.1 amd64"),
                Fact.of("Candela 1.0"),
                Fact.of("PCI 8086:5917"),
                Fact.of("i915 of kernel 6.1"),
                Fact.of("1.00"),
                Fact.notRead("nobody looks"));
        return new RunSite(
                workstation,
                new Asked(backlightHours),
                ticker,
                ZoneId.of("Europe/Vienna"),
                new ToldConditions(Optional.of(21.5), Optional.of(true)));
    }

    /** A monitor whose own sensor sees white as 330 cd/m². */
    private record Asked(int hours) implements MonitorQuery {
        @Override
        public MonitorState ask(DisplayDevice display) {
            return MonitorState.of(monitor(hours));
        }

        @Override
        public Optional<Luminance> ownSensor(DisplayDevice display) {
            return Optional.of(new Luminance(330));
        }
    }

    private static MonitorState.Told monitor(int hours) {
        Map<VcpFeature, Optional<VcpValue>> values = new EnumMap<>(VcpFeature.class);
        values.put(VcpFeature.LUMINANCE, Optional.of(new VcpValue(80, 100)));
        values.put(VcpFeature.CONTRAST, Optional.empty());
        values.put(VcpFeature.FIRMWARE, Optional.of(new VcpValue(0x010C, 0xFFFF)));
        values.put(VcpFeature.USAGE_HOURS, Optional.of(new VcpValue(hours, 0)));
        return new MonitorState.Told(
                "ddcutil 2.1.4 /dev/i2c-5", new MonitorSettings(values), Optional.of(new VcpValue(3, 9)));
    }
}
