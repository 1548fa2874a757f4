package org.candela.worklist;

import java.util.List;
import org.candela.facility.FacilityId;
import org.candela.facility.ReadingPriority;
import org.candela.store.Row;
import org.candela.store.StoreException;
import org.candela.store.Tx;
import org.candela.worklist.ListFilter.Time;
import org.candela.worklist.ListFilter.Whose;
import org.candela.worklist.SavedViews.Sound;

/** The tables {@code saved_view} and {@code list_setting}. */
final class SavedViewRepository {
    private static final String SOUND = "stat-sound";

    private SavedViewRepository() {}

    static List<SavedView> list(Tx tx) throws StoreException {
        return tx.query("SELECT * FROM saved_view ORDER BY name", SavedViewRepository::read);
    }

    private static SavedView read(Row row) throws StoreException {
        return new SavedView(
                row.string("name"),
                new ListFilter(
                        row.string("words"),
                        Whose.valueOf(row.string("whose")),
                        row.optionalString("facility").map(FacilityId::new),
                        row.optionalString("modality"),
                        row.optionalString("priority").map(ReadingPriority::valueOf),
                        row.optionalString("state").map(ReadingState::valueOf),
                        Time.valueOf(row.string("time"))));
    }

    static void save(Tx tx, SavedView view) throws StoreException {
        ListFilter filter = view.filter();
        tx.update(
                "INSERT OR REPLACE INTO saved_view (name, words, whose, facility, modality, priority, state, time)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                view.name(),
                filter.text(),
                filter.whose(),
                filter.facility().map(FacilityId::value),
                filter.modality(),
                filter.priority(),
                filter.state(),
                filter.time());
    }

    static void forget(Tx tx, String name) throws StoreException {
        tx.update("DELETE FROM saved_view WHERE name = ?", name);
    }

    static Sound sound(Tx tx) throws StoreException {
        return tx.one("SELECT value FROM list_setting WHERE name = ?", row -> Sound.valueOf(row.string("value")), SOUND)
                .orElse(Sound.ON);
    }

    static void save(Tx tx, Sound sound) throws StoreException {
        tx.update("INSERT OR REPLACE INTO list_setting (name, value) VALUES (?, ?)", SOUND, sound);
    }
}
