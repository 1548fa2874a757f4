package org.candela.displayqa.watch;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.candela.base.ScreenId;
import org.candela.calibration.device.MonitorSettings;
import org.candela.calibration.device.VcpFeature;
import org.candela.calibration.device.VcpValue;
import org.candela.store.Row;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The table monitor_reading of V113. */
final class SettingsRepository {
    private SettingsRepository() {}

    /**
     * Which reading.
     *
     * @param run sequence of the run whose baseline it is; 0 for one between runs
     */
    record Key(ScreenId display, long run, Instant at) {}

    static void append(Tx tx, Key key, Map<VcpFeature, VcpValue> values) throws StoreException {
        for (Map.Entry<VcpFeature, VcpValue> each : values.entrySet()) {
            tx.update(
                    "INSERT INTO monitor_reading (display, control, value, maximum, run, at) VALUES (?, ?, ?, ?, ?, ?)",
                    key.display().value(),
                    each.getKey(),
                    each.getValue().current(),
                    each.getValue().maximum(),
                    key.run(),
                    key.at());
        }
    }

    static MonitorSettings baseline(Tx tx, ScreenId display, long run) throws StoreException {
        Map<VcpFeature, Optional<VcpValue>> values = new EnumMap<>(VcpFeature.class);
        for (Map.Entry<VcpFeature, VcpValue> each : tx.query(
                "SELECT * FROM monitor_reading WHERE display = ? AND run = ? ORDER BY sequence",
                SettingsRepository::read,
                display.value(),
                run)) {
            values.putIfAbsent(each.getKey(), Optional.of(each.getValue()));
        }
        return new MonitorSettings(values);
    }

    static Optional<VcpValue> last(Tx tx, ScreenId display, VcpFeature feature) throws StoreException {
        return tx.one(
                        "SELECT * FROM monitor_reading WHERE display = ? AND control = ? ORDER BY sequence DESC LIMIT"
                                + " 1",
                        SettingsRepository::read,
                        display.value(),
                        feature)
                .map(Map.Entry::getValue);
    }

    private static Map.Entry<VcpFeature, VcpValue> read(Row row) throws StoreException {
        return Map.entry(
                VcpFeature.valueOf(row.string("control")),
                new VcpValue(row.intValue("value"), row.intValue("maximum")));
    }
}
