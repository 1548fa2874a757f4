package org.candela.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.candela.base.ScreenId;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.viewer.picture.ScreenPitch;

/**
 * What rulers said of the panels of this desk, by panel and mode: a mode that the panel scales has other pixels. Any thread
 * that may wait for the store.
 */
// [impl->req~shell.ruler~1]
public final class PanelPitches {
    private final Database database;

    public PanelPitches(Database database) {
        this.database = database;
    }

    /** Keeps what was measured; an older measurement of the same panel and mode is replaced. */
    public void keep(ScreenId screen, MeasuredPitch measured) throws StoreException {
        database.change(tx -> tx.update(
                "INSERT INTO panel_pitch (screen_id, columns, rows, column_mm, row_mm, measured_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (screen_id, columns, rows) DO UPDATE SET"
                        + " column_mm = excluded.column_mm, row_mm = excluded.row_mm,"
                        + " measured_at = excluded.measured_at",
                screen.value(),
                measured.columns(),
                measured.rows(),
                measured.pitch().columnMm(),
                measured.pitch().rowMm(),
                measured.measuredAt()));
    }

    /** The monitors with what was measured on them in the mode they are in, upright or lying. */
    List<DeskScreen> on(List<DeskScreen> screens) throws StoreException {
        Map<ScreenId, List<MeasuredPitch>> known = all();
        return screens.stream()
                .map(screen -> known.getOrDefault(screen.id(), List.of()).stream()
                        .filter(measured -> measured.isOf(screen.columns(), screen.rows()))
                        .findFirst()
                        .map(screen::measured)
                        .orElse(screen))
                .toList();
    }

    /** Each as it was measured, then turned: what was measured in a mode itself comes first. */
    private Map<ScreenId, List<MeasuredPitch>> all() throws StoreException {
        return database.read(tx -> {
            Map<ScreenId, List<MeasuredPitch>> known = new TreeMap<>();
            Map<ScreenId, List<MeasuredPitch>> turned = new TreeMap<>();
            tx.query("SELECT * FROM panel_pitch", row -> {
                ScreenId screen = new ScreenId(row.string("screen_id"));
                MeasuredPitch measured = new MeasuredPitch(
                        new ScreenPitch(row.doubleValue("column_mm"), row.doubleValue("row_mm")),
                        row.intValue("columns"),
                        row.intValue("rows"),
                        row.instant("measured_at"));
                known.computeIfAbsent(screen, made -> new ArrayList<>()).add(measured);
                turned.computeIfAbsent(screen, made -> new ArrayList<>()).add(measured.turned());
                return true;
            });
            turned.forEach((screen, list) ->
                    known.computeIfAbsent(screen, made -> new ArrayList<>()).addAll(list));
            return known;
        });
    }
}
